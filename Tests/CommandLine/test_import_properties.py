"""Whatever form a source has, each word of its pages is on a page or in a note afterwards, and the handbook builds."""

import random
import re

import pytest

from desks import Desk

# Words that no tool knows, so that none is taken for markup; each stands once.
LETTERS = "bcdfghklmnprstvz"
ID = "0123456789abcdef0123456789abcdef"


class Words:
    """Makes pages of random pieces out of words that are all different."""

    def __init__(self, seed):
        self.random, self.made = random.Random(seed), []

    def __call__(self):
        word = "q" + "".join(self.random.choice(LETTERS) for _ in range(7)) + str(len(self.made))
        self.made.append(word)
        return word

    def page(self, pieces):
        return "\n\n".join(self.random.choice(pieces)(self) for _ in range(12)) + "\n"


COMMON = [
    lambda w: f"# {w()}", lambda w: f"### {w()} `{w()}` {{#{w.random.randrange(9)}}}", lambda w: f"{w()} *{w()}* **{w()}** ~~{w()}~~\n{w()}",
    lambda w: f"- {w()}\n  - {w()}\n\n  {w()}", lambda w: f"> {w()}\n> {w()}", lambda w: f"> [!note] {w()}\n> {w()}", lambda w: f"> [!{w()}]\n> {w()}",
    lambda w: f"| {w()} | Say |\n|---|---|\n| {w()} | {w()} |", lambda w: f"| {w()} |\n| {w()} | {w()} |", lambda w: f"```\n{w()}\n:::tip\n{w()}\n```", lambda w: f"~~~{w()}\n{w()}",
    lambda w: f"[{w()}]({w()}.md) ![{w()}]({w()}.png \"{w()}\") <{w()}@{w()}.example>", lambda w: f"[{w()}][{w()}]\n\n[{w()}]: {w()}.md", lambda w: f"{w()} {{{{{w()}}}}} {{% {w()} %}} {{{{< {w()} \"{w()}\" >}}}}",
    lambda w: f"{w()}\n---\n{w()}\n***\n{w()}", lambda w: f"<<<<<<< HEAD\n{w()}\n=======\n{w()}\n>>>>>>> {w()}", lambda w: f"[[{w()}]] [[{w()}|{w()}]] ![[{w()}.png]]", lambda w: f"> [!SAY]\n> {w()} {{{{{w()} {w()}}}}}",
    lambda w: f"    {w()}\n\ttab {w()}", lambda w: f"[^1]: {w()}\n\n{w()}[^1]", lambda w: f"`{w()} {w()}", lambda w: f"a | {w()}\n:-- \n{w()}", lambda w: f"Term {w()}\n:   {w()}",
]  # fmt: skip
BOXES = [lambda w: f":::tip {w()}\n{w()}\n:::", lambda w: f":::danger[{w()}]\n::::note\n{w()}\n::::\n:::", lambda w: f":::{w()}\n{w()}\n:::", lambda w: f"::: tip\n{w()}"]
MDX = [lambda w: f"import {w()} from '{w()}'", lambda w: f"export const {w()} = {{{w()}}}", lambda w: f"<Tabs {w()}=\"{w()}\">{w()}</Tabs>", lambda w: f"<Card>\n{w()}\n</Card>"]
MORE = {
    "folder": BOXES, "obsidian": BOXES, "docusaurus": BOXES + MDX, "vitepress": BOXES + MDX, "starlight": BOXES + MDX, "notion": [], "jekyll": [],
    "gitbook": [lambda w: f"{{% hint style=\"info\" %}}\n{w()}\n{{% endhint %}}", lambda w: f"{{% hint %}}\n{w()}"],
    "mkdocs": [lambda w: f"!!! note \"{w()}\"\n    {w()}\n\n    !!! {w.random.choice(['tip', 'bug'])}\n        {w()}", lambda w: f"=== \"{w()}\"\n    {w()}", lambda w: f"?? {w()}\n\n??? tip\n    {w()}", lambda w: f"=={w()}== ++ctrl+{w()}++", lambda w: f"*[{w()}]: {w()}", lambda w: f"--8<-- \"{w()}\""],
    "hugo": [lambda w: f"{{{{< hint info \"{w()}\" >}}}}\n{w()}\n{{{{< /hint >}}}}", lambda w: f"{{{{< figure src=\"{w()}.png\" alt=\"{w()}\" caption=\"{w()}\" title=\"{w()}\" >}}}}", lambda w: f"{{{{< ref \"{w()}\" >}}}}", lambda w: f"{{{{% notice %}}}}\n{w()}"],
    "mdbook": [lambda w: f"{{{{#include {w()}.md}}}}", lambda w: f"{{{{#playground {w()}.rs}}}}"],
}  # fmt: skip
FRONT = ["---\ntitle: {}\nauthor: {}\nparams:\n  one: {}\n  two: [{}, {}]\ntags: [{}]\n---\n", "---\ntitle: [{}\n---\n", "---\n{}\n---\n", "---\n- {}\n---\n", "---\ntitle: {}\n", "+++\ntitle = \"{}\"\nx = [\"{}\"]\n[y]\nz = \"{}\"\n+++\n", "+++\n{}\n+++\n", "", ""]  # fmt: skip
PLACES = {
    "mdbook": "src/{}.md", "mkdocs": "docs/{}.md", "hugo": "content/{}.md", "docusaurus": "docs/{}.mdx", "vitepress": "{}.md", "starlight": "src/content/docs/{}.mdx",
    "gitbook": "{}.md", "obsidian": "{}.md", "notion": "{} " + ID + ".md", "jekyll": "_posts/{}.md", "folder": "a/{}.markdown",
}  # fmt: skip
MARKS = {
    "mdbook": ("src/SUMMARY.md", "".join(f"- [p](p{number}.md)\n" for number in range(4))), "mkdocs": ("mkdocs.yml", "site_name: x\n"), "hugo": ("hugo.toml", "title = 'x'\n"), "docusaurus": ("docusaurus.config.js", ""),
    "vitepress": (".vitepress/x", ""), "starlight": ("astro.config.mjs", ""), "gitbook": (".gitbook/x", ""), "obsidian": (".obsidian/x", ""), "notion": ("x.png", ""), "jekyll": ("_config.yml", "title: x\n"), "folder": ("x.png", ""),
}  # fmt: skip


def import_and_read(program, tmp_path, source):
    desk = Desk(program, tmp_path / "elsewhere")
    done = desk.run("import", source, tmp_path / "new")
    assert done.status == 0, done.err
    built = desk.run("build", tmp_path / "new")
    assert built.status == 0, built.err
    pages = [page.read_text(encoding="utf-8") for page in (tmp_path / "new/Content").rglob("*.md")]
    report = (tmp_path / "new/import-report.md").read_text(encoding="utf-8")
    # The kind of a callout becomes its title, with a capital.
    return "\n".join([*pages, report]).lower()


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("form", PLACES)
def test_no_word_of_a_page_vanishes(form, seed, program, tmp_path):
    words = Words(f"{form} {seed}")
    source = tmp_path / "source"
    mark = source / MARKS[form][0]
    mark.parent.mkdir(parents=True)
    mark.write_text(MARKS[form][1])
    for number in range(4):
        page = source / PLACES[form].format(f"p{number}")
        page.parent.mkdir(parents=True, exist_ok=True)
        front = re.sub(r"\{\}", lambda _: words(), words.random.choice(FRONT))
        page.write_text(front + words.page(COMMON + MORE.get(form, []) * 3), encoding="utf-8")
    everything = import_and_read(program, tmp_path, source)
    lost = [word for word in words.made if word not in everything]
    lines = [line for page in sorted(source.rglob("p*.m*")) for line in page.read_text(encoding="utf-8").splitlines()]
    assert not lost, [line for line in lines if any(word in line for word in lost)]


@pytest.mark.parametrize("seed", range(3))
def test_no_word_of_a_table_vanishes(seed, program, tmp_path):
    words = Words(f"csv {seed}")
    columns = words.random.sample(["say", "comment", "when", "title", "why", "tags", "avoid"], 5) + ["say"]
    rows = [",".join(columns)]
    for _ in range(12):
        cells = [words.random.choice(["", words(), f"\"{words()}, {words()}\"", f"\"<p>{words()}</p>\n<b>{words()}</b> {{{{{words()}}}}} | {words()}\""]) for _ in range(words.random.choice([4, 6, 6, 8]))]
        words.made = [word for word in words.made if word in "\n".join(rows) or word in ",".join(cells)]
        rows.append(",".join(cells))
    (tmp_path / "t.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    everything = import_and_read(program, tmp_path, tmp_path / "t.csv")
    settings = (tmp_path / "new/Content/handbook.yml").read_text(encoding="utf-8")
    assert [word for word in words.made if word not in everything + settings.lower()] == []
