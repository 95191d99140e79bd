"""Small handbooks by chance, with names and settings that are hard: `check` passes exactly where `build` publishes, and every link leads somewhere."""

import gzip
import html.parser
import random
import re
import shutil
import unicodedata
import urllib.parse

import pytest

HANDBOOKS, PARTS = 120, 12

PIECES = (
    "a b A B fees Fees FEES index README Index az phrases search assets data c cards deskbook 404 card sw review "
    "é e\u0301 \u0301 \u0301a É ü u\u0308 ß ẞ ﬁ \u0600 \u200d x\u200d \U0001f600 \u1112\u1161\u11ab 한 \u212a K \u037e "
    "! ' & ; % %41 %2e + = @ , $ ( ) [ ] { } ^ ` - .a"
).split(" ") + ["a b", " a"]  # fmt: skip
# What most files cannot be called, or hardly.
HARD = (
    "_a ~ a. .. con aux com1 nul.x old.html a.html a.HTML html.gz index.html.gz sw.js.br \u00a0 \u2028 \u202e".split(" ")
    + ["a ", "a\tb", "a:b", "x" * 100, "x" * 240, "x" * 247, "x" * 248, "x" * 251, "é" * 120, "é" * 124, "ẞ" * 80]
)  # fmt: skip
ENDS = [".md"] * 6 + [".markdown", ".txt", ".png", ".svg", ".css", ".pdf", ".gz", "", ".md.md", ".MD"]
HEADINGS = ["Über", "e\u0301tat", "한글", "\u1112\u1161\u11ab", "Ⅷ", "Plain"]
KINDS = ["", "", "kind: phrases\n", "card: {title: X}\n", "card: {title: X, category: Billing}\n"]


class Chance(random.Random):
    def name(self, most=2):
        return "".join(self.choice(HARD if self.random() < 0.04 else PIECES) for _ in range(self.randint(1, most)))

    def path(self):
        folders = [self.name() for _ in range(self.choice([0, 0, 1, 1, 2]))]
        return "/".join([*folders, self.name() + self.choice(ENDS)])

    def other(self, name):
        """A name in letters that are composed otherwise, or in another case."""
        return self.choice([str, str, str, str.upper, nfc, nfd])(name)

    def settings(self, paths):
        lines = ["title: Chance", "rules: {orphan-page: off}"]
        quoted = lambda names: "[" + ", ".join(yaml(name) for name in names) + "]"  # noqa: E731
        mapped = lambda names, value: "{" + ", ".join(f"{yaml(name)}: {value}" for name in names) + "}"  # noqa: E731
        names, sheets = ["Billing"], []
        if self.random() < 0.15:
            names += [self.choice(["billing", "BILLING", "Billing!", "→", "é", self.name()])]
        if self.random() < 0.15:
            sheets = [self.choice(["tabs", "../x", "a/b", ".", "..", self.name()])]
        lines.append(f"cards: {{categories: {mapped(names, '{label: X}')}, sheets: {mapped(sheets, '{}')}}}")
        if self.random() < 0.1:
            lines.append(f"languages: {mapped([self.choice(['es', '..', '.', 'ES', '_x', 'é', self.name()])], 'es')}")
        if self.random() < 0.2:
            lines.append(f"redirects: {mapped([self.choice(['old.md', '../x.md', '.old.md', 'az.md', self.path()])], yaml(self.choice(paths)))}")
        if self.random() < 0.1:
            lines.append(f"keep: {quoted([self.choice(['CNAME', 'index.html', '..', '.git', self.path()])])}")
        if self.random() < 0.2:
            lines.append(f"active-files: {quoted([self.other(self.choice(paths))])}")
        if self.random() < 0.1:
            lines.append(f"brand: {{logo: {yaml(self.other(self.choice(paths)))}}}")
        if self.random() < 0.2:
            lines.append("url: https://desk.example/")
        return "\n".join(lines) + "\n"

    def page(self, paths):
        aliases = f"aliases: [{yaml(self.path())}]\n" if self.random() < 0.2 else ""
        heading = self.choice(HEADINGS)
        composed = lambda text: urllib.parse.quote(self.choice([str, nfc, nfd])(text))  # noqa: E731
        links = "".join(
            f"{'' if '.m' in path.lower() else '!'}[x](</{composed(path)}>) " for path in self.sample(paths, min(3, len(paths)))
        )
        return (
            f"---\n{self.choice(KINDS)}{aliases}---\n\n# {self.name(1)} page\n\n{links}[z](#{composed(heading.lower())})\n\n"
            f"## {heading}\n\n> [!SAY]\n> Say {self.name(1)}.\n"
        )

    def handbook(self, desk):
        paths = sorted({self.path() for _ in range(self.randint(1, 5))} | {"index.md"})
        paths += [self.other(path) for path in paths[:2] if self.random() < 0.08]
        for path in paths:
            text = self.page(paths) if ".md" in path.lower() or "markdown" in path else "x"
            try:
                desk.write(path, text)
            except OSError:  # no file can be called so, or it stands where a folder would
                continue
        desk.write("handbook.yml", self.settings(paths))


def nfc(text):
    return unicodedata.normalize("NFC", text)


def nfd(text):
    return unicodedata.normalize("NFD", text)


def yaml(text):
    return '"' + "".join(f"\\u{ord(c):04x}" if ord(c) < 0x20 or c in '"\\\u2028' else c for c in text) + '"'


class Addresses(html.parser.HTMLParser):
    """The local addresses of a page, and the names of its places."""

    def __init__(self, text):
        super().__init__()
        self.to, self.places = [], set()
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        self.places.add(attributes.get("id"))
        for name in ("href", "src"):
            address = attributes.get(name)
            if address and not re.match(r"[a-z]+:|//", address):
                self.to.append(address)


def dead_links(output, said):
    """Addresses of a site's pages that lead to no file, by bytes, those left out that a finding names."""
    pages = {path: Addresses(path.read_text()) for path in output.rglob("*.html")}
    for page, addresses in pages.items():
        for address in addresses.to:
            path, _, anchor = address.partition("#")
            path = urllib.parse.unquote(path.partition("?")[0])
            target = output / path[1:] if path.startswith("/") else page.parent / path if path else page
            if path.endswith("/"):
                target /= "index.html"
            if not target.exists():
                yield f"{page}: {address}"
            elif anchor and target.suffix == ".html" and (place := urllib.parse.unquote(anchor)) != "top":
                other = pages.get(target.parent.resolve() / target.name)
                if other and place not in other.places:
                    yield f"{page}: {address}"


@pytest.mark.parametrize("part", range(PARTS))
def test_check_passes_exactly_where_build_publishes(part, desk):
    published = 0
    for seed in range(part, HANDBOOKS, PARTS):
        shutil.rmtree(desk.content)
        shutil.rmtree(desk.output, ignore_errors=True)
        desk.content.mkdir()
        Chance(seed).handbook(desk)
        flags = ["--precompress"] if seed % 3 == 0 else []
        checked, built = desk.check(), desk.build("--no-cache", *flags)
        errors = [line[-300:] for line in (checked.err + "\n--\n" + built.err).splitlines() if "error: " in line or line == "--"]
        words = f"{seed}: check {checked.status}, build {built.status}: {errors}"
        assert checked.status in (0, 1) and checked.status == built.status, words
        assert set(desk.beside()) <= {"Content", "Output"}, words
        assert desk.output.exists() == (built.status == 0), words
        if built.status == 0:
            published += 1
            assert desk.run("verify").status == 0, words + desk.run("verify").out
            if not re.search(r"\[(link-\w+|active-file|loose-link|image-alt|navigation|brand-logo)\]", built.err):
                assert not list(dead_links(desk.output, built.err)), words
            for packed in desk.output.rglob("*.gz"):
                if packed.with_suffix("").is_file():
                    assert gzip.decompress(packed.read_bytes()) == packed.with_suffix("").read_bytes(), words
    assert published, "nearly every handbook is refused: nothing is tested"


HARD_ONES = {
    "categories in two cases": (1, {"handbook.yml": "title: T\ncards: {categories: {Billing: {label: A}, billing: {label: B}}}\n", "a.md": "---\ncard: {category: Billing}\n---\n\n> [!SAY]\n> A\n", "b.md": "---\ncard: {category: billing}\n---\n\n> [!SAY]\n> B\n"}),
    "a long name": (1, {"x" * 249 + ".md": "# X\n"}),
    "the longest name": (0, {"x" * 247 + ".md": "# X\n"}),
    "a long name of a card": (1, {"/".join(["x" * 100] * 3) + "/a.md": "---\ncard: {title: X}\n---\n\n# A\n\n> [!SAY]\n> x\n"}),
    "a combining mark": (0, {"dir/\u0301a.md": "# A\n"}),
    "a sheet elsewhere": (1, {"handbook.yml": "title: T\ncards: {sheets: {../../x: {size: a7}}}\n"}),
    "a language elsewhere": (1, {"handbook.yml": "title: T\nlanguages: {..: es}\nrules: {navigation: off}\n"}),
    "a file for a folder": (1, {"assets": "x"}),
    "a hidden alias": (0, {"a.md": "---\naliases: [.old.md, ../x.md, con.md]\n---\n\n# A\n"}),
}  # fmt: skip


@pytest.mark.parametrize("case", HARD_ONES)
def test_what_cannot_be_published_is_found_by_the_check(case, desk):
    status, files = HARD_ONES[case]
    for path, text in files.items():
        desk.write(path, text)
    before = sorted(desk.folder.parent.iterdir())
    assert (desk.check().status, desk.build("--precompress").status) == (status, status)
    assert desk.run("cards", "--sheet", "../../x", "--output", "print").status != 0
    assert sorted(desk.folder.parent.iterdir()) == before and set(desk.beside()) <= {"Content", "Output"}
    assert status or desk.run("verify").status == 0
