"""Writes a handbook of so many pages for Deskbook, and the same text for the peers.

    corpus.py --pages 1000 --seed 7 FOLDER

FOLDER/deskbook/Content and FOLDER/plain hold the same pages; FOLDER/queries.json what is searched for.
One seed gives the same bytes on any machine.
"""

import argparse
import json
import multiprocessing
import pathlib
import random
import re

import prose
from words import Vocabulary, Writer

PER_FOLDER = 40
FOLDERS_PER_AREA = 25
KINDS = ["guide"] * 12 + ["phrases"] * 3 + ["script"] * 2 + ["faq"] * 2 + ["practice"]
OWNERS = ["Front desk lead", "Billing lead", "Clinic manager", "Training lead"]
EXAMPLES = {"{{provider}}": "Dr. Rivera", "{{amount}}": "$85", "{{date}}": "Thursday"}


def slug(title):
    return re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")


class Book:
    """Which page stands where and what it is called: a pure function of seed and number of pages."""

    def __init__(self, pages, seed):
        self.pages, self.seed, self.vocabulary = pages, seed, Vocabulary(seed)
        self.folders = [[]]  # numbers of the pages in each folder; 0 is the root
        self.names = [""]  # names of the folders
        self.kinds, self.titles, self.paths = [], [], []
        self.add(0, "index")
        topics = 0
        while len(self.paths) < pages:
            area = f"area-{topics // FOLDERS_PER_AREA + 1:02d}"
            if topics % FOLDERS_PER_AREA == 0:
                self.open(area)
            topics += 1
            folder = self.open(f"{area}/topic-{topics:04d}")
            for kind in ["index"] + KINDS * (PER_FOLDER // len(KINDS)):
                self.add(folder, kind)

    def open(self, name):
        self.folders.append([])
        self.names.append(name)
        if "/" not in name:
            self.add(len(self.folders) - 1, "index")
        return len(self.folders) - 1

    def add(self, folder, kind):
        if len(self.paths) >= self.pages:
            return
        number = len(self.paths)
        source = random.Random(f"title {self.seed} {number}")
        title = headline(Writer(self.vocabulary, source), prose.TITLES)
        name = "index" if kind == "index" else f"{slug(title)[:48].strip('-')}-{number}"
        self.folders[folder].append(number)
        self.kinds.append(kind)
        self.titles.append(title)
        self.paths.append(f"{self.names[folder]}/{name}.md".lstrip("/"))

    def link(self, start, target):
        """A relative link from one page to another, both by number."""
        here, there = self.paths[start].split("/")[:-1], self.paths[target].split("/")
        while here and len(there) > 1 and here[0] == there[0]:
            here, there = here[1:], there[1:]
        return f"[{self.titles[target]}]({'/'.join(['..'] * len(here) + there)})"


def headline(writer, templates):
    """A filled template whose capital kinds (|G| |P| |V| |D|) begin the line."""
    template = re.sub(
        r"\|([GPVD])\|", lambda match: f"|{match[1].lower()}|", templates[int(writer.source.random() * len(templates))]
    )
    text = writer.fill(template)
    return text[0].upper() + text[1:]


class Page:
    """One page being written: its lines, its headings, its links."""

    def __init__(self, book, number):
        self.book, self.number, self.kind = book, number, book.kinds[number]
        self.source = random.Random(f"page {book.seed} {number}")
        self.writer = Writer(book.vocabulary, self.source)
        self.lines, self.headings = [], set()

    def put(self, *lines):
        self.lines.extend((*lines, ""))

    def unique(self, templates):
        for _ in range(20):
            text = headline(self.writer, templates)
            if slug(text) not in self.headings:
                break
        else:
            text += f" {len(self.headings)}"
        self.headings.add(slug(text))
        return text

    def paragraph(self, most=5):
        count = self.source.randint(2, most)
        text = " ".join(self.writer.one_of(prose.SENTENCES) for _ in range(count))
        if self.source.random() < 0.3:
            text += f" See {self.other()}."
        self.put(text)

    def other(self):
        """A link to a page of the same folder or, one time in four, of any."""
        folder = self.book.paths[self.number].rpartition("/")[0]
        near = [
            n
            for n in range(max(0, self.number - 30), min(self.book.pages, self.number + 30))
            if self.book.paths[n].rpartition("/")[0] == folder and n != self.number
        ]
        target = self.source.randrange(self.book.pages)
        return self.book.link(self.number, self.source.choice(near) if near and self.source.random() < 0.75 else target)

    def items(self, mark, templates=prose.ITEMS):
        self.put(*(f"{mark} {headline(self.writer, templates)}" for _ in range(self.source.randint(3, 6))))

    def table(self, header, templates, rows):
        body = ["| " + " | ".join(headline(self.writer, kind) for kind in templates) + " |" for _ in range(rows)]
        self.put("| " + " | ".join(header) + " |", "|" + " --- |" * len(header), *body)

    def phrases(self, rows):
        self.table(("Say", "Instead of", "When", "Why"), (prose.SAY, prose.AVOID, prose.WHEN, prose.WHY), rows)

    def alert(self, kind, templates):
        self.put(f"> [!{kind}]", f"> {headline(self.writer, templates)}")

    def write_guide(self):
        for number in range(max(2, min(60, round(self.source.lognormvariate(1.82, 0.8))))):
            self.put(f"## {self.unique(prose.HEADINGS)}")
            for _ in range(self.source.randint(1, 3)):
                self.paragraph()
            choice = self.source.random()
            if choice < 0.2:
                self.items("1." if choice < 0.08 else "-")
            elif choice < 0.3:
                self.table(("What", "Which", "Note"), [prose.CELLS] * 3, self.source.randint(3, 7))
            elif choice < 0.42:
                self.put(f"### {self.unique(prose.HEADINGS)}")
                self.paragraph()
            elif choice < 0.5:
                self.alert("SAY", prose.SAY)
        self.put("## What to say")
        self.phrases(self.source.randint(3, 6))

    def write_phrases(self):
        self.paragraph()
        self.phrases(self.source.randint(8, 24))
        self.paragraph()

    def write_faq(self):
        for _ in range(self.source.randint(6, 14)):
            self.put(f"## {self.unique(prose.QUESTIONS)}")
            self.paragraph()

    def write_script(self):
        steps = [self.unique(prose.STEPS) for _ in range(self.source.randint(4, 7))]
        self.paragraph(3)
        for place, step in enumerate(steps):
            self.put(f"## {step}")
            self.paragraph(3)
            self.alert("SAY", prose.SAY)
            if place % 2:
                self.alert("AVOID", prose.AVOID)
            following = steps[place + 1 : place + 3]
            if following:
                self.put(*(f"- [{headline(self.writer, prose.WHEN)}](#{slug(target)})" for target in following))
            else:
                self.alert("OUTCOME", prose.OUTCOMES)

    def write_practice(self):
        for _ in range(self.source.randint(4, 8)):
            self.put(f"## {self.unique(prose.SCENES)}")
            self.paragraph(4)
            self.put("> " + " ".join(headline(self.writer, prose.HEARD) for _ in range(3)))
            self.alert("SAY", prose.SAY)
            self.items("- [ ]", prose.RUBRIC)

    def write_index(self):
        book, name = self.book, self.book.paths[self.number].rpartition("/")[0]
        self.paragraph()
        below = [
            members[0]
            for folder, members in zip(book.names, book.folders)
            if members and folder and folder.rpartition("/")[0] == name
        ]
        mine = [n for n in book.folders[book.names.index(name)] if n != self.number]
        self.put(*(f"- {book.link(self.number, target)}" for target in below + mine))

    def text(self):
        """The page for Deskbook and for its peers."""
        getattr(self, f"write_{self.kind}")()
        title, w, source = self.book.titles[self.number], self.writer, self.source
        body = "\n".join(self.lines)
        front = [
            f"title: {title}",
            f"kind: {'guide' if self.kind == 'index' else self.kind}",
            f"summary: {w.one_of(prose.SENTENCES)!r}".replace("'", '"'),
            f"tags: [{w.word('n')}, {w.word('n')}]",
            "heard:",
            *(f"  - {headline(w, prose.HEARD)}" for _ in range(3)),
            f"synonyms: [{w.word('n')}, {w.word('a')} {w.word('n')}]",
            f"owner: {source.choice(OWNERS)}",
            "reviewed: 2026-11-01",
            "review: 6 months",
        ]
        if self.kind == "phrases" and source.random() < 0.3:
            front.append("card: {title: Lines to say, size: a6, category: phrases, rows: [1, 2, 3]}")
        plain = re.sub(r"\[!(\w+)\]", lambda match: f"**{match[1].capitalize()}**", body)
        for name, example in EXAMPLES.items():
            plain = plain.replace(name, example)
        return "\n".join(["---", *front, "---", "", body]), f"---\ntitle: {title}\n---\n\n{plain}"


HANDBOOK = """title: Benchmark Handbook
organization: Willow Street Clinic
language: en
fields:
  provider: {label: Provider's name, type: text, example: Dr. Rivera}
  amount: {label: Amount, type: money, example: "$85"}
  date: {label: Date, type: date, example: Thursday}
review: {every: 6 months, owner: Front desk lead}
cards:
  paper: a4
  size: a6
  categories:
    phrases: {label: Phrases, shape: square, color: "#1d4785"}
"""


def mistyped(source, word):
    """The word with two letters changed over, one doubled or one left out, never the first."""
    place = source.randrange(1, len(word) - 2)
    return source.choice(
        (
            word[:place] + word[place + 1] + word[place] + word[place + 2 :],
            word[:place] + word[place] + word[place:],
            word[:place] + word[place + 1 :],
        )
    )


def queries(book, count=60):
    """Full words, unfinished words and mistyped words, a third each, taken from lines of the handbook."""
    source, made = random.Random(f"queries {book.seed} {book.pages}"), []
    while len(made) < count:
        line = source.choice(Page(book, source.randrange(book.pages)).text()[1].splitlines())
        found = [word for word in re.findall(r"[a-z]+", line.lower().partition("](")[0]) if len(word) > 4]
        if len(found) < 3:
            continue
        kind = ("full", "prefix", "typo")[len(made) % 3]
        words = source.sample(found, source.choice((1, 2, 2, 3)))
        last = words[-1]
        words[-1] = {"full": last, "prefix": last[: max(3, len(last) - 2)], "typo": mistyped(source, last)}[kind]
        made.append({"kind": kind, "text": " ".join(words)})
    return made


def write_pages(book, folder, part, parts):
    for number in range(part, book.pages, parts):
        for root, text in zip((folder / "deskbook/Content", folder / "plain"), Page(book, number).text()):
            (root / book.paths[number]).write_bytes(text.encode())


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--pages", type=int, required=True)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("folder", type=pathlib.Path)
    options = parser.parse_args()
    book, folder = Book(options.pages, options.seed), options.folder
    for root in (folder / "deskbook/Content", folder / "plain"):
        for name in book.names:
            (root / name).mkdir(parents=True, exist_ok=True)
    (folder / "deskbook/Content/handbook.yml").write_text(HANDBOOK)
    parts = multiprocessing.cpu_count()
    workers = [multiprocessing.Process(target=write_pages, args=(book, folder, part, parts)) for part in range(parts)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    if any(worker.exitcode for worker in workers):
        raise SystemExit("corpus.py: pages could not be written")
    (folder / "queries.json").write_text(json.dumps(queries(book), indent=1) + "\n")


if __name__ == "__main__":
    main()
