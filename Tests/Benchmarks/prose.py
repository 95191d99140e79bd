"""Sentences, headings and phrases of a service desk's handbook, as templates with kinds of words between bars."""

SENTENCES = [
    "When somebody asks about the |n|, |v| the |n| before you |v| anything else.",
    "The |n| comes |b|, and most people are |a| about it.",
    "Do not |v| the |n| while the caller is still |g|; |v| it |b| afterwards.",
    "If the |n| is |a|, tell |N| at once and leave a |n| for the next shift.",
    "Most |p| are |d| within a |n|, and the rest need a |n| from your lead.",
    "You do not have to |v| every |n|, and nobody expects you to know the |p| by heart.",
    "People who feel heard |v| sooner than people who are only |d|.",
    "Ask once, wait, and then |v| the |a| |n| in your own words.",
    "A |n| that is |d| |b| saves the team a |n| later.",
    "Where the |n| and the |n| do not agree, the |a| one counts.",
    "What they tell you about the |n| belongs in the |n|, not in a |a| |n|.",
    "It is not your |n| to |v| whether the |n| was |a|.",
    "The |p| of the |N| office are |d| every |n|, so look again before you |v| them.",
    "Nobody was ever |d| for |g| too |b|.",
    "They may be |a| because of the |n|, and not because of you.",
    "Say what you are |g|, so that the |n| has a reason.",
    "Call |N| when the |n| has been |d| twice, even if the |p| look |a|.",
    "We |v| the |n| for free when it was our |n|, and we say so.",
    "Keep the |a| |p| apart from the |a| ones, or the |n| will be |d| again.",
    "A |a| |n| is worth more than three |a| ones.",
    "There is a |n| for this in the |n|, and it takes less than a |n| to |v|.",
    "Before |g|, look at the |n|: who |d| it, when, and with which |n|?",
    "After the |n|, |v| the |n| and thank the person who |d| it.",
    "Some |p| cannot be |d| from the desk, and then it is |a| to say so.",
    "If in doubt, |v| the |n| |b| and ask for the |a| |n|.",
]

SAY = [
    "I can |v| the |n| for you right now.",
    "Let's look at the |n| together.",
    "Thank you for telling me about the |n|.",
    "I'm sorry about the |n|. I'll |v| it today.",
    "I'll |v| the |a| |n| and call you back.",
    "Would a |a| |n| help, or shall I |v| it?",
    "That sounds |a|. What would you like me to |v| first?",
    "{{provider}} will |v| the |n| with you.",
    "I have the |n| open. You have {{amount}} left on it.",
    "Does {{date}} suit you for the |n|?",
]
AVOID = [
    "You never |v| the |p|.",
    "That |n| is not my |n|.",
    "Calm down about the |n|.",
    "You should have |d| it.",
    "We always |v| the |n| like that.",
    "There is nothing to |v| here.",
    "Somebody else |d| your |n|.",
]
WHEN = [
    "They ask about the |n|",
    "The |n| is |a|",
    "They have |d| |b|",
    "You cannot |v| the |n|",
    "The |n| has been |d|",
]
WHY = [
    "It names the |n| and asks for nothing",
    "It leaves the |n| with them",
    "A |a| word, then a |a| choice",
    "It says what you will |v|",
    "They hear that the |n| is |d|",
]
HEARD = [
    "Where is my |n|?",
    "You |d| my |n|",
    "I want to |v| the |n| today",
    "Nobody |d| me about the |n|",
    "Why is the |n| so |a|?",
    "Can I |v| this without a |n|?",
]
TITLES = [
    "The |a| |n|",
    "A |a| |n|",
    "|G| the |n|",
    "|P| and |p|",
    "|G| |a| |p|",
    "When the |n| is |a|",
    "The |N| |n|",
    "|G| a |n| |b|",
    "The |n| of the |n|",
    "A |n| that was |d|",
]
HEADINGS = [
    "The |a| |n|",
    "|G| the |n|",
    "If the |n| is |d|",
    "Before the |n|",
    "After the |n|",
    "What the |n| is for",
    "Who may |v| the |n|",
    "|P| and |p|",
    "A |n| from |N|",
    "How to |v| |a| |p|",
]
QUESTIONS = [
    "May I |v| the |n|?",
    "Who |d| the |a| |n|?",
    "What if the |n| is |a|?",
    "How long may the |n| wait?",
    "When do we |v| the |n|?",
    "Do I have to |v| |a| |p|?",
    "Is a |a| |n| enough?",
]
SCENES = ["|N| and the |a| |n|", "The |n| that was |d|", "A |a| |n| at the desk", "|P| before lunch"]
ITEMS = [
    "|V| the |n| |b|",
    "Look for the |a| |n|",
    "Leave the |n| with |N|",
    "Say who |d| it, and when",
    "Wait until the |n| is |d|",
    "Offer a |n| or a |n|",
]
STEPS = [
    "|V| the |n|",
    "Ask about the |n|",
    "Look at the |p|",
    "Offer a |n|",
    "|V| it |b|",
    "Name the |n|",
    "Promise a |n|",
    "Thank |N|",
]
OUTCOMES = ["The |n| is |d|, and they know when.", "They have a |n| and a |n|.", "|N| knows and will |v|."]
RUBRIC = ["|D| |b|", "Named the |n|", "Left the |n| for the provider", "Did not |v| the |n|", "Ended with a |a| |n|"]
CELLS = ["|p|", "|a| |p|", "|n| of |N|", "the |a| |n|", "|d| |b|", "no |n|"]
