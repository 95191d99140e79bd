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


HTML = [
    lambda w: f"<h{w.random.randrange(1, 5)} id='{w.random.choice('abc')}'>{w()} <b>{w()}</b></h2>", lambda w: f"<p>{w()} <i>{w()}</i> <span class='c1'>{w()}</span><span class='c1'> {w()}</span><br>{w()}</p>", lambda w: f"{w()} &amp; <a href='{w()}.html#a'>{w()}</a> <a href='#x'>{w()}</a>",
    lambda w: f"<ul><li>{w()}<ul><li>{w()}</ul><ul><li><p>{w()}</p></ul></ul><ol><li>{w()}</ol>", lambda w: f"<table><tr><th>{w()}<td><p>{w()}</p><ul><li>{w()}</ul><tr><td><h2>{w()}</h2><div>{w()}</div></table>", lambda w: f"<pre class='x'>{w()}\n&lt;div&gt;{w()}</pre><blockquote>{w()}</blockquote>",
    lambda w: f"<table><colgroup><col style='width: 1px'/></colgroup><tr><td>{w()}</td><td colspan='2'>{w()}</td></tr><tr><th>{w()}</th><td>{w()}</td><td>{w()}</td></tr></table>",
    lambda w: f"<details><summary>{w()}</summary>{w()}<p>{w()}</p></details>", lambda w: f"<nav><ul><li>{w()}</ul></nav><footer>{w()}</footer><aside>{w()}</aside>", lambda w: f"<header><p>{w()}</p><h1>{w()}</h1></header>", lambda w: f"<dl><dt>{w()}<dd>{w()}<dd>{w()}</dl>", lambda w: f"<div role='navigation'>{w()}</div><div class='page-metadata'>{w()}</div>",
    lambda w: f"<iframe src='https://{w()}.example/'></iframe><p>{w()}", lambda w: f"{{{{{w()}}}}} [[{w()}]] :::{w()} \n{w()}\n:::", lambda w: f"<form><label>{w()}</label><button>{w()}</button></form><section><center>{w()}</center></section>", lambda w: f"<p>{w()}<div>{w()}<b>{w()}<p>{w()}</b>",
    lambda w: f"<div class='confluence-information-macro confluence-information-macro-{w.random.choice(['note', 'tip', 'information', 'odd'])}'><p class='title'>{w()}</p><div class='confluence-information-macro-body'><p>{w()}</p><table><tr><td>{w()}</table></div></div>",
    lambda w: f"<div class='panel'><div class='panelHeader'><b>{w()}</b></div><div class='panelContent'><h3>{w()}</h3>{w()}</div></div>", lambda w: f"<div class='code panel pdl'><div class='codeHeader'><b>{w()}</b></div><div class='codeContent'><pre data-syntaxhighlighter-params='brush: sql'>{w()}</pre></div></div>",
    lambda w: f"<div class='expand-container'><div class='expand-control'><span class='expand-control-text'>{w()}</span></div><div class='expand-content'>{w()}</div></div>", lambda w: f"<ul class='inline-task-list'><li data-inline-task-id='1' class='checked'>{w()}</li><li data-inline-task-id='2'><span>{w()}</span></li></ul>",
    lambda w: f"<ul class='c1 lst-kix_a-{w.random.randrange(4)} start'><li>{w()}</li></ul><ol class='lst-kix_b-{w.random.randrange(4)}'><li>{w()}</li><li><p>{w()}</p></li></ol>", lambda w: f"<div><p><a href='#cmnt_ref1' id='cmnt1'>[a]</a><span>{w()}</span></p><p>{w()}</p></div>", lambda w: f"<h2>{w()}<sup><a href='#ftnt7' id='ftnt_ref7'>[7]</a></sup></h2><div><p><a href='#ftnt_ref7' id='ftnt7'>[7]</a> {w()}</p></div>",
]  # fmt: skip
AROUND = {
    "confluence": "<html><head><title>Desk : {}</title></head><body><div id='main-header'><ol id='breadcrumbs'><li>{}</ol><h1 id='title-heading'><span id='title-text'>Desk : {}</span></h1></div><div id=\"content\"><div id=\"main-content\" class='wiki-content'>%s</div><div class='pageSection'><h2 id='attachments'>{}:</h2><a href='attachments/1/2.png'>{}</a></div><div class='pageSection'><h2 id='comments'>{}</h2><p>{}</p></div></div>",
    "googledocs": "<html><head><style>.c1{{font-weight:700}}</style><title>{}</title></head><body class=\"doc-content\">%s", "html": "<head><title>{}</title><body>{}<main>%s</main>{}", "zendesk": "<title>{}</title><header>{}</header><div class='article-body'>%s</div>{}",
}  # fmt: skip


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("form", AROUND)
def test_no_word_of_a_web_page_vanishes(form, seed, program, tmp_path):
    words = Words(f"{form} {seed}")
    source = tmp_path / "source"
    source.mkdir()
    for number in range(1 if form == "googledocs" else 4):
        around = re.sub(r"\{\}", lambda _: words(), AROUND[form]).replace("{{", "{").replace("}}", "}")
        (source / f"p{number}_{number + 10000}.html").write_text(around.replace("%s", words.page(HTML)), encoding="utf-8")
    if form == "confluence":
        (source / "index.html").write_text("<title>DSK (Desk)</title>")
    everything = import_and_read(program, tmp_path, source)
    lost = [word for word in words.made if word not in everything]
    lines = [line for page in sorted(source.rglob("p*.html")) for line in page.read_text(encoding="utf-8").splitlines()]
    assert not lost, [line for line in lines if any(word in line for word in lost)]
