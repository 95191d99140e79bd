"""A large search index is made from the one before, where few pages changed: always the bytes of a fresh build."""

import hashlib
import os
import random
import re
import shutil

import pytest
from test_build_cache import own, record

CHANCE = random.Random(11)
STEMS = ["".join(CHANCE.choices("bcdfglmnprst", k=3)) + CHANCE.choice("aeiou") + CHANCE.choice("lnrst") for _ in range(300)]
SETTINGS = "title: Desk\nrules: {orphan-page: off}\nvalues: {clinic: Willow}\n"


def text(chance, count):
    words = (chance.choice(STEMS) + chance.choice(["", "", "s", "ed", "ing"]) for _ in range(count))
    return " ".join(words).capitalize() + "."


def page(chance, title):
    sections = "".join(f"## {text(chance, 2)[:-1]} {part}\n\n{text(chance, 100)}\n\n" for part in range(8))
    front = f"---\ntags: [{chance.choice(['fees', 'calls'])}]\nheard: [{text(chance, 5)}]\n---\n\n"
    return f"{front if chance.randrange(2) else ''}# {title}\n\n{text(chance, 20)} It's {{{{clinic}}}}.\n\n{sections}"


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    """Some 600 kB of texts that hits show: enough for an index that has a state."""
    folder = tmp_path_factory.mktemp("written")
    chance = random.Random(12)
    for number in range(116):
        file = folder / f"part-{number % 5}" / (f"page-{number}.md" if number >= 5 else "index.md")
        file.parent.mkdir(exist_ok=True)
        file.write_text(page(chance, f"Page {number}"))
    (folder / "index.md").write_text("# Desk\n\nWelcome.\n")
    (folder / "handbook.yml").write_text(SETTINGS)
    (folder / "synonyms.txt").write_text("fee, charge\nunheard, unseen\n")
    return folder


@pytest.fixture
def large(desk, written):
    shutil.copytree(written, desk.content, dirs_exist_ok=True)
    build(desk)
    return desk


def build(desk, *arguments):
    done = desk.build(*arguments)
    assert done.status == 0, done.err
    return done


def states(desk):
    return sorted((desk.folder / ".deskbook").glob("search-*"))


def expect_fresh(desk, *arguments, name=""):
    """Builds; the site and what is said of it are those of a build that knows nothing."""
    done = build(desk, *arguments)
    fresh = desk.folder / "fresh"
    anew = build(desk, "--no-cache", "--output", fresh, *arguments)
    assert own(desk.output) == own(fresh), name
    assert done.err == anew.err, name
    shutil.rmtree(fresh)


def put(desk, name, old, new):
    file = desk.content / name
    before = file.read_text()
    file.write_text(before.replace(old, new, 1))
    assert file.read_text() != before


def add_sentence(desk, name="part-2/page-57.md"):
    with (desk.content / name).open("a") as file:
        file.write("\nThis is said last, by a newcomer.\n")


def forge(desk, change):
    """Changes a state and what vouches for it, which no damage does."""
    (state,) = states(desk)
    before = hashlib.sha256(state.read_bytes()).hexdigest().encode()
    state.write_bytes(change(bytearray(state.read_bytes())))
    file = record(desk)
    line, rest = file.read_bytes().split(b"\n", 1)
    assert rest.count(before) == 1
    rest = rest.replace(before, hashlib.sha256(state.read_bytes()).hexdigest().encode())
    file.write_bytes(line.rsplit(b" ", 1)[0] + b" " + hashlib.sha256(rest).hexdigest().encode() + b"\n" + rest)


def say_heard(desk):
    """Puts what callers say into front matter that has it."""
    for file in sorted(desk.content.glob("part-0/*")):
        if "heard: [" in file.read_text():
            return put(desk, file.relative_to(desk.content), "heard: [", "heard: [Where is the charge, ")


CHANGES = {
    "a sentence more": add_sentence,
    "a word less": lambda desk: put(desk, "part-1/page-6.md", "ed ", " "),
    "another heading": lambda desk: put(desk, "part-1/page-6.md", "## ", "## Unheard "),
    "another title": lambda desk: put(desk, "part-1/page-6.md", "# Page", "# Leaf"),
    "a folder's title": lambda desk: put(desk, "part-2/index.md", "# Page 2", "# Page 2b"),
    "a section more": lambda desk: put(desk, "part-1/page-6.md", "## ", "## One\n\nMore.\n\n## "),
    "front matter": say_heard,
    "a page less": lambda desk: (desk.content / "part-4/page-14.md").unlink(),
    "a page more": lambda desk: desk.write("part-0/page-200.md", "# Page 200\n\nNew.\n"),
    "a page's name": lambda desk: (desk.content / "part-4/page-9.md").rename(desk.content / "part-4/page-9x.md"),
    "a card": lambda desk: desk.write("part-0/card.md", "---\nkind: card\ntitle: Page 5\nowner: Lead\n---\n\nCall.\n"),
    "synonyms": lambda desk: desk.write("synonyms.txt", "fee, newcomer\n"),
    "settings": lambda desk: desk.write("handbook.yml", SETTINGS + "review: {every: 6 months}\n"),
    "a value": lambda desk: desk.write("handbook.yml", SETTINGS.replace("Willow", "Maple")),
    "typography": lambda desk: desk.write("handbook.yml", SETTINGS + "smart-punctuation: false\n"),
    "nothing": lambda desk: os.utime(desk.content / "index.md"),
    "much": lambda desk: [add_sentence(desk, path.relative_to(desk.content)) for path in desk.content.glob("part-[12]/*")],
}  # fmt: skip


# All other changes could change the records of every page.
FEW_PAGES = [
    "a sentence more", "a word less", "another heading", "another title", "a folder's title", "a section more",
    "front matter", "a page less", "a page more", "a page's name", "a card",
]  # fmt: skip


def test_a_change_of_few_pages_reads_no_others(large):
    for name in [*FEW_PAGES, "synonyms", "settings"]:
        # The last byte is the impact of the last posting: what is made from it shows.
        forge(large, lambda state: state[:-1] + bytes([state[-1] ^ 4]))
        CHANGES[name](large)
        build(large)
        fresh = large.folder / "fresh"
        build(large, "--no-cache", "--output", fresh)
        one, other = own(large.output), own(fresh)
        sorts = {re.sub("search/(.).*", r"\1", path) for path in one.keys() ^ other.keys()}
        assert sorts == ({"t"} if name in FEW_PAGES else set()), name
        shutil.rmtree(large.output)
        build(large)


def test_any_change_gives_the_bytes_of_a_fresh_build(large):
    for name, change in CHANGES.items():
        change(large)
        expect_fresh(large, name=name)


@pytest.mark.parametrize("seed", range(2))
def test_any_sequence_of_changes_gives_the_bytes_of_a_fresh_build(seed, large):
    chance = random.Random(seed)
    names = sorted(path.relative_to(large.content) for path in large.content.glob("part-*/*"))
    for _ in range(5):
        for name in chance.sample(names, chance.randrange(1, 4)):
            file = large.content / name
            words = file.read_text().split(" ")
            for place in chance.sample(range(10, len(words) - 1), 6):
                if re.fullmatch("[a-z]+", words[place]):
                    words[place] = chance.choice([*STEMS, "newcomer", "fees", "charge", f"rare{chance.randrange(9)}"])
            file.write_text(" ".join(words))
        if chance.randrange(4) == 0:
            CHANGES[chance.choice(["another title", "a folder's title", "synonyms", "settings", "a section more"])](large)
        expect_fresh(large)


def test_compressed_copies_are_those_of_a_fresh_build(large):
    build(large, "--precompress")
    add_sentence(large)
    expect_fresh(large, "--precompress")


def test_each_language_has_a_state(large):
    shutil.copytree(large.content, large.folder / "copy")
    shutil.move(large.folder / "copy", large.content / "es")
    large.write("handbook.yml", SETTINGS + "languages: {es: es}\n")
    build(large)
    assert len(states(large)) == 3
    add_sentence(large, "es/part-2/page-57.md")
    expect_fresh(large)
    assert len(states(large)) == 3
    shutil.rmtree(large.content / "es/part-1")
    expect_fresh(large)
    assert len(states(large)) == 2, "the index of es is small now"


@pytest.mark.parametrize("damage", ["cut", "changed", "empty", "garbage", "of the build before", "missing", "folder"])
def test_a_damaged_state_costs_only_time(damage, large):
    (state,) = states(large)
    before = state.read_bytes()
    add_sentence(large, "part-3/page-83.md")
    build(large)
    whole = state.read_bytes()
    damaged = {
        "cut": whole[: len(whole) // 2], "changed": whole[:-1] + bytes([whole[-1] ^ 4]), "empty": b"",
        "garbage": os.urandom(5000), "of the build before": before, "missing": None, "folder": None,
    }[damage]  # fmt: skip
    state.unlink()
    if damage == "folder":
        state.mkdir()
    elif damaged is not None:
        state.write_bytes(damaged)
    add_sentence(large)
    expect_fresh(large)


@pytest.mark.parametrize("damage", ["changed", "missing", "no site"])
def test_shards_that_were_changed_since_are_not_taken(damage, large):
    shards = sorted(large.output.glob("search/s-*/0/*.js"))
    for shard in shards:
        shard.unlink() if damage == "missing" else shard.write_text("mine")
    if damage == "no site":
        shutil.rmtree(large.output)
    add_sentence(large)
    expect_fresh(large)
