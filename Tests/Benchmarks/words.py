"""The vocabulary of the benchmark's handbooks: common words by hand, rare ones made from parts, drawn as in real text."""

import itertools
import random
import re

NOUNS = (
    """client visit appointment fee refund call desk line question answer provider colleague note message minute hour
day week month phone voice name date time amount account payment charge card bill receipt invoice deposit discount
balance statement bank price plan package policy rule step choice reason problem mistake complaint review letter form
record file page list booking cancellation reminder confirmation calendar slot opening room door window chair queue
hallway lobby counter screen keyboard printer headset envelope folder drawer key badge sign poster parking entrance
elevator stair ramp bench garden kitchen office building street corner bus train taxi map route weather holiday weekend
morning afternoon evening lunch break shift rota handover meeting training exercise rehearsal partner lead manager
owner supervisor trainee student parent child daughter neighbor friend family guardian interpreter driver courier
visitor guest member group class course session treatment referral prescription insurer insurance claim coverage
deductible approval code number password signature consent privacy secret detail summary report copy original history
pattern habit signal tone pause breath silence word sentence story feeling worry fear anger surprise relief trust
respect patience kindness promise offer apology thanks limit boundary warning threat insult shout rumor doubt risk
danger emergency alarm exit shelter ambulance officer incident witness evidence outcome result goal reward favor gift
hope wish need request demand order delivery parcel product brace crutch pillow towel gown shoe coat bag purse wallet
coin ticket voucher survey score comment post website portal browser link button menu video picture camera recording
transcript template draft version change update error delay backlog workload budget contract agreement clause deadline
extension exception option alternative compromise solution escalation logbook checklist worksheet
clipboard glossary index section paragraph heading example scenario""".split()
)

VERBS = """ask answer call listen explain offer confirm check repeat thank greet welcome wait transfer mention record
print scan email book cancel move refund charge waive credit collect accept reject return open close lock
escalate report review approve sign copy file sort count compare correct update change remove restore attach forward
announce invite remind follow notice observe describe discuss suggest recommend request demand promise deliver finish
start pause continue end hand lift lower raise calm soothe reassure support protect warn stop prevent avoid ignore
handle treat assist visit attend arrive enter join gather share present show display point turn pull push press
type enter select mark tick underline highlight save load download upload connect block allow permit limit extend
reduce adjust balance measure estimate schedule plan prepare practice rehearse learn train coach correct praise
appreciate acknowledge apologize admit own repair replace clean tidy water label stamp fold mail pick carry order
supply stock borrow owe settle clear process verify validate identify locate track trace investigate""".split()

ADJECTIVES = """angry calm late early new regular first last next missed double wrong right open closed busy quiet
friendly firm polite honest clear short long simple hard easy quick slow warm cold loud gentle careful patient tired
worried upset furious anxious confused lost rude kind fair unfair free paid unpaid full partial final written spoken
printed signed medical personal private public local foreign remote online daily weekly monthly annual urgent routine
rare common usual unusual strict flexible small large single weary joint direct awkward tense silent noisy crowded
empty sudden steady stubborn hopeful grateful doubtful reliable careless complete missing broken valid expired recent
previous current future temporary permanent safe unsafe formal casual proper improper plain precise vague""".split()

ADVERBS = """slowly kindly calmly firmly clearly briefly again today tomorrow twice together first politely quietly
honestly gently carefully quickly later properly warmly directly patiently openly simply fairly early once soon""".split()

PREFIXES = "re pre un over under mis non co counter inter out sub super multi semi fore post self cross mid".split()
ONSETS = "b br c ch cl d dr f fl g gr h j k kl l m n p pr r s sh st t th tr v w z".split()
VOWELS = "a e i o u ai ea ou".split()
DOUBLED = ("stop", "admit", "permit", "transfer", "scan")
CODAS = ["", "l", "m", "n", "nd", "r", "rn", "s", "t", "x", "ll", "ck"]


def ending(word, suffix):
    """The word with a suffix, spelled well enough to be stemmed as in real text."""
    if suffix in ("ed", "ing", "er") and word.endswith(DOUBLED):
        return word + word[-1] + suffix
    if suffix == "ed" and word.endswith("y") and word[-2] not in "aeiou":
        return word[:-1] + "ied"
    if suffix in ("s", "ly", "ness", "ment", "less"):
        if suffix == "s" and word.endswith(("s", "x", "ch", "sh")):
            return word + "es"
        if word.endswith("y") and word[-2] not in "aeiou":
            return word[:-1] + ("ies" if suffix == "s" else "i" + suffix)
        return word + suffix
    return (word[:-1] if word.endswith("e") and not word.endswith("ee") else word) + suffix


def invented(source, count):
    """Names of people, places, products and forms."""
    found = {}
    while len(found) < count:
        parts = source.choice((1, 2, 2, 2, 3))
        name = "".join(source.choice(ONSETS) + source.choice(VOWELS) for _ in range(parts)) + source.choice(CODAS)
        if len(name) > 3:
            found[name.capitalize()] = None
    return list(found)


def rare(source, stems, suffixes):
    """Words put together from prefix, stem and suffix, in a shuffled but fixed order."""
    made = [
        ending(prefix + stem, suffix) if suffix else prefix + stem
        for prefix, stem, suffix in itertools.product([""] + PREFIXES, stems, suffixes)
    ]
    made = [word for word in dict.fromkeys(made) if word not in stems]
    source.shuffle(made)
    return made


class Vocabulary:
    """Every word by its part of speech, the common ones first; the same for one seed."""

    def __init__(self, seed):
        source = random.Random(f"words {seed}")
        nouns, verbs, adjectives, adverbs = (
            list(dict.fromkeys(words)) for words in (NOUNS, VERBS, ADJECTIVES, ADVERBS)
        )
        for words in (nouns, verbs, adjectives):
            source.shuffle(words)
        things = nouns + rare(source, verbs, ["ment", "er", "ing"])[:5000] + rare(source, nouns, [""])[:2500]
        actions = verbs + rare(source, verbs, [""])[:2000]
        qualities = adjectives + rare(source, nouns, ["less"])[:2000] + rare(source, adjectives, [""])[:1200]
        self.words = {
            "n": things,
            "p": [ending(word, "s") for word in things],
            "v": actions,
            "g": [ending(word, "ing") for word in actions],
            "d": [ending(word, "ed") for word in actions],
            "a": qualities,
            "b": adverbs + [ending(word, "ly") for word in qualities[:1500]],
            "N": invented(source, 6000),
        }
        # Zipf's law as Mandelbrot put it: the n-th word weighs 1/(n + 4)^1.3, so one word in five is a rare one.
        self.weights = {
            kind: list(itertools.accumulate((rank + 4) ** -1.3 for rank in range(len(words))))
            for kind, words in self.words.items()
        }


class Writer:
    """Fills templates with words: "Tell the |a| |n|." has kinds of words between the bars."""

    def __init__(self, vocabulary, source):
        self.vocabulary, self.source = vocabulary, source
        self.drawn = {kind: [] for kind in vocabulary.words}

    def word(self, kind):
        drawn = self.drawn[kind]
        if not drawn:
            vocabulary = self.vocabulary
            drawn.extend(self.source.choices(vocabulary.words[kind], cum_weights=vocabulary.weights[kind], k=48))
        return drawn.pop()

    def fill(self, template):
        parts = template.split("|")
        parts[1::2] = [self.word(kind) for kind in parts[1::2]]
        return re.sub(r"\b([Aa]) (?=[aeiouAEIOU])", r"\1n ", "".join(parts))

    def one_of(self, templates):
        text = self.fill(templates[int(self.source.random() * len(templates))])
        return text[0].upper() + text[1:]
