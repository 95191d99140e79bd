"""Folders of Markdown, plain or of tools that add a little to it, become handbooks that build."""

import pytest

from desks import Desk, files


@pytest.fixture
def bring(program, tmp_path):
    """Imports files, given by their paths, and gives the handbook and what was said; it builds."""

    def bring(sources, *arguments, name="My notes"):
        for path, content in sources.items():
            file = tmp_path / name / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        desk = Desk(program, tmp_path / "new")
        (tmp_path / "new/Content").rmdir()
        done = desk.run("import", tmp_path / name, ".", *arguments)
        assert done.status == 0, done.err
        built = desk.build()
        assert built.status == 0, built.err
        return desk, done.out.splitlines()

    return bring


def text(desk, path):
    return (desk.content / path).read_text(encoding="utf-8")


def noted(notes, start, words):
    return [line for line in notes if line.startswith(start) and words in line]


def test_a_plain_folder_comes_with_the_files_that_its_pages_use(bring):
    desk, notes = bring({
        "README.md": "# Desk\n\n[Fees](policies/Late%20fees.md#how) ![clock](img/clock.png) [gone](gone.md)\n",
        "policies/Late fees.md": "---\nauthor: Jane\nowner: Ann\norder: 2\n---\nBack [home](../README.md), <b>b</b>\n\n## How\n",
        "what: now?.markdown": "Text\n", "_drafts/a.md": "# A\n",
        "img/clock.png": b"PNG", "img/unused.png": b"PNG",
    })  # fmt: skip
    assert "[Fees](policies/Late%20fees.md#how) ![clock](img/clock.png)" in text(desk, "index.md")
    assert text(desk, "policies/Late fees.md").startswith("---\ntitle: Late fees\norder: 2\nowner: Ann\n---\n\nBack [home](../index.md)")
    assert text(desk, "what- now-.md").startswith("---\ntitle: ") and (desk.content / "drafts/a.md").exists()
    assert (desk.content / "img/clock.png").exists() and not (desk.content / "img/unused.png").exists()
    assert "title: My notes" in text(desk, "handbook.yml")
    assert noted(notes, "README.md:3: ", "no page or file gone.md") and noted(notes, "img/unused.png: ", "left out")
    assert noted(notes, "policies/Late fees.md:2: ", "author is not carried over: Jane")
    assert "Content/index.md:3" not in desk.check().err or "gone.md" in desk.check().err


def test_links_and_callouts_of_obsidian_are_markdown(bring):
    desk, notes = bring({
        ".obsidian/app.json": "{}", "Home.md": "---\naliases: [Start, Begin here]\n---\n"
        "See [[Late fees]], [[policies/late fees|the rule]], [[Late fees#What to say]], [[Nowhere|text]].\n\n"
        "![[clock.png|200]] ![[Late fees]] `[[code]]`\n\n| a |\n|---|\n| [[Late fees\\|x]] |\n\n"
        "> [!warning]- Take care\n> Ask first.\n\n> [!abstract]\n> Short.\n\n> [!tip]\n> Tip.\n",
        "policies/Late fees.md": "# Late fees\n\n## What to say\n", "attic/clock.png": b"PNG",
    })  # fmt: skip
    page = text(desk, "Home.md")
    assert page.startswith("---\ntitle: Home\nsynonyms: [Start, Begin here]\n---\n")
    link = "(policies/Late%20fees.md"
    assert f"See [Late fees]{link}), [the rule]{link}), [Late fees › What to say]{link}#what-to-say), text.\n" in page
    assert f"![clock.png](attic/clock.png) [Late fees]{link}) `[[code]]`" in page and f"| [x]{link}) |" in page
    assert "> [!WARNING]\n> **Take care**\n>\n> Ask first.\n" in page
    assert "> [!NOTE]\n> **Abstract**\n>\n> Short.\n" in page and "> [!TIP]\n> Tip.\n" in page
    assert noted(notes, "Home.md:4: ", "no page or file Nowhere") and noted(notes, "Home.md:6: ", "link stands in its place")
    assert not [line for line in desk.check().findings if "link" in line and "orphan" not in line]


def test_an_export_of_notion_has_names_without_ids(bring):
    one, two = "0123456789abcdef0123456789abcdef", "fedcba9876543210fedcba9876543210"
    desk, _ = bring({
        f"Desk {one}.md": f"# Desk\n\n[Fees](Desk%20{one}/Late%20fees%20{two}.md)\n",
        f"Desk {one}/Late fees {two}.md": f"# Late fees\n\n![c](Late%20fees%20{two}/clock.png)\n",
        f"Desk {one}/Late fees {two}/clock.png": b"PNG",
    })  # fmt: skip
    assert "[Fees](Desk/Late%20fees.md)" in text(desk, "Desk.md")
    assert "![c](Late%20fees/clock.png)" in text(desk, "Desk/Late fees.md")
    assert (desk.content / "Desk/Late fees/clock.png").exists()


DOCS = "---\nsidebar_position: 3\nsidebar:\n  order: 4\n---\n" + """import Tabs from '@theme/Tabs';

# Fees

:::tip[Ask **first**]

Then write.

:::

:::danger
:::note Inner
in
:::
:::

:::code-group
kept
:::

<Tabs>word</Tabs> {count} [other](./other) ![x](/img/x.png) [with {#id}](other.mdx#a)

## Steps {#a}
"""


@pytest.mark.parametrize("tool, marks, pages, assets, order", [
    ("docusaurus", {"docusaurus.config.js": "x"}, "docs", "static", 3),
    ("vitepress", {"docs/.vitepress/config.mts": "x"}, "docs", "docs/public", 3),
    ("starlight", {"astro.config.mjs": "x"}, "src/content/docs", "public", 3),
])  # fmt: skip
def test_sites_of_mdx_keep_components_as_text(tool, marks, pages, assets, order, bring):
    desk, notes = bring({
        **marks, "package.json": "{}", "node_modules/a.md": "# No\n",
        f"{pages}/guide/fees.mdx": DOCS, f"{pages}/guide/other.mdx": "# Other\n\n## A {#a}\n", f"{assets}/img/x.png": b"PNG",
    })  # fmt: skip
    page = text(desk, "guide/fees.md")
    assert page.startswith(f"---\norder: {order}\n---\n\nimport Tabs from '@theme/Tabs';\n")
    assert "> [!TIP]\n> **Ask **first****\n>\n>\n> Then write.\n" in page
    assert "> [!CAUTION]\n> > [!NOTE]\n> > **Inner**\n> >\n> > in\n" in page
    assert ":::code-group\nkept\n:::\n" in page
    assert "\\<Tabs>word\\</Tabs> {count} [other](other.md) ![x](../img/x.png) [with {#id}](other.md#a)" in page
    name = f"{pages}/guide/fees.mdx"
    assert noted(notes, f"{name}:6: ", "MDX") and noted(notes, f"{name}:22: ", "box") and noted(notes, f"{name}:26: ", "component")
    assert not (desk.content / "node_modules").exists()


def test_a_gitbook_comes_in_the_order_of_its_summary(bring):
    desk, notes = bring({
        "README.md": "# Start\n\n![](.gitbook/assets/a%20b.png)\n", ".gitbook/assets/a b.png": b"PNG",
        "SUMMARY.md": "# Table of contents\n\n* [Start](README.md)\n\n## Calls\n\n* [Fees](calls/fees.md)\n* [Gone](gone.md)\n* [Up](../../x.md)\n",
        "calls/fees.md": '{% hint style="warning" %}\nAsk first.\n{% endhint %}\n\n{% embed url="https://a.example/" %}\n', "extra.md": "# Extra\n",
    })  # fmt: skip
    assert "navigation:\n  - index.md\n  - calls/fees.md\n" in text(desk, "handbook.yml")
    assert "![](gitbook/assets/a%20b.png)" in text(desk, "index.md")
    assert text(desk, "calls/fees.md").startswith("---\ntitle: Fees\n---\n\n> [!WARNING]\n> Ask first.\n")
    assert (desk.content / "extra.md").exists()
    assert noted(notes, "SUMMARY.md:5: ", "## Calls") and noted(notes, "SUMMARY.md:8: ", "gone.md") and noted(notes, "SUMMARY.md:9: ", "../../x.md")
    assert noted(notes, "calls/fees.md:5: ", "tag")


def test_a_jekyll_site_keeps_its_old_addresses(bring):
    desk, notes = bring({
        "_config.yml": "title: The desk\ntheme: minima\n", "index.md": "---\nlayout: home\n---\nHi {{ site.title }}\n",
        "_posts/2024-01-05-late-fees.md": "---\ntitle: Late fees\nredirect_from: /old/\npublished: false\n---\n{% link a.md %}\n", "_layouts/a.html": "<p>",
    })  # fmt: skip
    assert "title: The desk" in text(desk, "handbook.yml")
    assert text(desk, "posts/2024-01-05-late-fees.md").startswith('---\ntitle: Late fees\ndraft: true\naliases: ["/old/"]\n---\n')
    assert "Hi \\{{ site.title }}" in text(desk, "index.md")
    assert noted(notes, "_config.yml:2: ", "minima") and noted(notes, "index.md:2: ", "home") and noted(notes, "_posts/", "tag")


def test_the_report_names_every_note_and_is_never_overwritten(bring):
    desk, notes = bring({"a.md": "---\nx: 1\n---\n# A\n\n[b](b.md)\n"})
    report = (desk.folder / "import-report.md").read_text()
    assert "- Pages: 1\n" in report and "- Notes: 2\n" in report
    assert "## a.md\n\n- line 2: x is not carried over: 1\n- line 6: there is no page or file b.md\n" in report
    assert "import-report.md" in notes[-1] and not (desk.content / "import-report.md").exists()
    (desk.folder / "more").mkdir()
    (desk.folder / "more/c.md").write_text("# C\n")
    assert desk.run("import", "more", ".").status == 0
    assert (desk.folder / "import-report.md").read_text() == report and (desk.folder / "import-report-2.md").exists()


NASTY = """---
title: [half
---
[missing](gone.md) ![x](no.png) [ref][nope] [out](../../x) ![up](../../../etc/passwd) [n](#nowhere) [js](javascript:alert(1))

# A

# A

## Same {#same}

## Same {#same}

| Say | Why |
| --- |
| x | y | z |

{{unknown}} <script>alert(1)</script> <a id="same"></a> {% x %} {{< y >}}

> [!SAY]
> {{bad hole}} and `{{bad too}}`

<<<<<<< HEAD
one
=======
two
>>>>>>> other

[nope too]: gone.md
::: tip
{% hint %}
"""
SHAPES = {
    "folder": {"{}": ""}, "mdbook": {"book.toml": "[book]\n", "src/SUMMARY.md": "- [A](nasty.md)\n- [B](A.md)\n- [C](a.md)\n- [D](old.md)\n- [E](half.md)\n- [F](az.md)\n- [U](../../x.md)\n", "src/{}": ""},
    "mkdocs": {"mkdocs.yml": "site_name: x\nnav: [nasty.md, ../../x.md, gone.md]\n", "docs/{}": ""},
    "hugo": {"hugo.toml": "title='x'\n", "content/{}": ""}, "obsidian": {".obsidian/a": "", "{}": ""}, "gitbook": {".gitbook.yaml": "", "SUMMARY.md": "* [A](nasty.md)\n* [U](../../x.md)\n", "README.md": "# R\n", "{}": ""},
    "docusaurus": {"docusaurus.config.ts": "", "docs/{}": ""}, "vitepress": {".vitepress/x": "", "{}": ""}, "starlight": {"astro.config.mjs": "", "src/content/docs/{}": ""}, "jekyll": {"_config.yml": "title: x\n", "{}": ""},
    "notion": {"Page 0123456789abcdef0123456789abcdef.md": "# P\n", "{}": ""},
}  # fmt: skip
PAGES = {
    "nasty.md": NASTY.encode(), "A.md": b"# First case\n", "a.md": b"# Second case\n", "old.md": b"# Caf\xe9 and \x93quotes\x94\n", "half.md": b"---\ntitle: never closed\n",
    "az.md": b"# A to Z page\n", "index.md": b"# Index page\n", "con.md": b"# Device\n",
}  # fmt: skip


@pytest.mark.parametrize("form", SHAPES)
def test_whatever_comes_in_builds(form, bring, tmp_path):
    made = {}
    for path, content in SHAPES[form].items():
        if "{}" in path:
            made |= {path.format(name): page for name, page in PAGES.items()}
        else:
            made[path] = content
    (tmp_path / "x.md").write_text("SECRET")
    desk, notes = bring(made)
    everything = "\n".join(notes + [page.read_text() for page in desk.content.rglob("*.md")])
    assert "SECRET" not in everything
    for words in ("half", "bad hole", "bad too", "one", "two", "Café and “quotes”", "never closed", "Second case", "First case", "A to Z page", "nope too"):
        assert words in everything, words
    assert sorted(path.name for path in desk.folder.iterdir() if path.name[0] != ".") == ["Content", "Output", "import-report.md"]


def test_links_out_of_a_folder_are_not_followed_and_said(desk, tmp_path):
    (tmp_path / "notes").mkdir()
    (tmp_path / "secret.md").write_text("SECRET")
    (tmp_path / "notes/a.md").write_text("# A\n\n[b](b.md) [c](../secret.md) [d](../../x)\n")
    (tmp_path / "notes/b.md").symlink_to(tmp_path / "secret.md")
    done = desk.run("import", tmp_path / "notes", tmp_path / "new")
    assert done.status == 0 and "b.md: this is a link to another place" in done.out
    assert not [path for path, content in files(tmp_path / "new").items() if b"SECRET" in content]


@pytest.mark.parametrize("name, content, status", [("--help.docx", b"half", 1), ("half.docx", b"PK\x03\x04", 1), ("t.xlsx", b"PK", 1), ("a.mp3", b"x", 64)])
def test_what_cannot_be_read_leaves_the_folder_as_it_was(name, content, status, desk, tmp_path):
    desk.write("index.md", "# Mine\n")
    (tmp_path / name).write_bytes(content)
    before = files(desk.folder)
    done = desk.run("import", f"../{name}" if name[0] != "-" else f"{tmp_path}/{name}", ".")
    assert done.status == status and "error: " in done.err, done.err
    assert "CSV UTF-8" in done.err or name != "t.xlsx"
    assert files(desk.folder) == before


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_tables_are_read_whatever_way_their_letters_are_stored(encoding, desk, tmp_path):
    text = "Say,When\nI’m sorry about the café,Late\n"
    (tmp_path / "t.csv").write_bytes(text.encode(encoding))
    done = desk.run("import", tmp_path / "t.csv", tmp_path / "new")
    assert done.status == 0, done.err
    assert "| I’m sorry about the café | Late |" in (tmp_path / "new/Content/phrases/t.md").read_text(encoding="utf-8")
    assert ("Windows-1252" in done.out) == (encoding == "cp1252")


def test_columns_are_told_by_name(desk, tmp_path):
    (tmp_path / "t.csv").write_text("Zeile,Lage,Comment\nGood morning.,Opening,inner\n")
    table = tmp_path / "t.csv"
    new = tmp_path / "new"
    done = desk.run("import", table, new, "--columns", "say=zeile,when=Lage")
    assert done.status == 0 and "t.csv:1: the column Comment is not carried over" in done.out
    assert "| Good morning. | Opening |" in (new / "Content/phrases/t.md").read_text()
    for columns, words in (("say=Nope", "the columns are Zeile, Lage, Comment"), ("shout=Lage", "say, avoid, when, why, tags"), ("say", "say=NAME")):
        done = desk.run("import", table, tmp_path / "never", "--columns", columns)
        assert done.status == 64 and words in done.err
        assert not (tmp_path / "never").exists()


def test_a_rule_that_imported_lines_break_is_a_warning_until_they_are_mended(desk, tmp_path):
    (tmp_path / "t.csv").write_text("say,avoid\nCalm down,Never mind\nNever mind,x\n")
    done = desk.run("import", tmp_path / "t.csv", tmp_path / "new")
    assert done.status == 0 and "avoided-phrase is only a warning" in done.out
    assert "avoided-phrase: warning" in (tmp_path / "new/Content/handbook.yml").read_text()
    assert desk.run("build", tmp_path / "new").status == 0
