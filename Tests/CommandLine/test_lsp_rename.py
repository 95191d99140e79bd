"""Renames in the editor: pages, headings and steps, with all that leads to them."""

import pytest
from editors import SCRIPT, Editor
from test_lsp_mends import made

INDEX = "# Tiny\n\n## First words\n\n[Late](policies/late.md#waive) [twice](policies/late.md)\n"


def prepared(editor, path, text, mark, **more):
    return editor.at("textDocument/prepareRename", path, text, mark, **more)


def renamed(editor, path, text, mark, name):
    """The files after a rename, by path, and the files that move."""
    result = editor.at("textDocument/rename", path, text, mark, newName=name)
    after, moves = {}, []
    for change in result["documentChanges"]:
        if change.get("kind") == "rename":
            moves.append((change["oldUri"], change["newUri"]))
            continue
        name = change["textDocument"]["uri"].partition("/Content/")[2]
        after[name] = made((editor.desk.content / name).read_text(), change["edits"])
    for name, text in after.items():
        editor.open(name, text)
    return after, moves


def test_a_rename_is_prepared_where_something_is_named(editor):
    linked = prepared(editor, "index.md", INDEX, "(policies/late.md)")
    assert linked["placeholder"] == "policies/late.md" and linked["range"]["start"]["line"] == 4
    assert prepared(editor, "index.md", INDEX, "# Tiny")["placeholder"] == "index.md"
    assert prepared(editor, "policies/late.md", SCRIPT, "title: Late")["placeholder"] == "late.md"
    heading = prepared(editor, "index.md", INDEX, "## First")
    assert heading == {"placeholder": "First words", "range": {"start": {"line": 2, "character": 3}, "end": {"line": 2, "character": 14}}}
    anchor = prepared(editor, "index.md", INDEX, "aive)")
    assert anchor["placeholder"] == "Waive" and anchor["range"]["start"]["character"] == len("[Late](policies/late.md#")
    assert prepared(editor, "policies/late.md", SCRIPT, "(#charge)")["placeholder"] == "Charge"


@pytest.mark.parametrize("mark", ["why, as", "Tell me", "> Waived"])
def test_words_elsewhere_are_not_renamed(mark, editor):
    for method in ("prepareRename", "rename"):
        error = editor.at(f"textDocument/{method}", "policies/late.md", SCRIPT, mark, newName="other", fails=True)
        assert "at a link to it, at its title or in its front matter" in error["message"]


def test_a_heading_takes_the_links_to_it_along(editor):
    after, moves = renamed(editor, "index.md", INDEX, "## First", "Last words, *all* of them")
    assert moves == [] and set(after) == {"index.md", "policies/late.md"}
    assert after["index.md"] == INDEX.replace("First words", "Last words, *all* of them")
    assert after["policies/late.md"] == SCRIPT.replace("#first-words", "#last-words-all-of-them")
    assert editor.codes("index.md") == editor.codes("policies/late.md") == []


def test_a_step_takes_its_choices_scenarios_and_card_along(editor):
    script = SCRIPT.replace("tags: [fees]\n", 'tags: [fees]\ncard: {steps: [ask, "waive"]}\nscenarios:\n  - name: x\n    choices: ["#waive"]\n    outcome: waive\n')
    editor.desk.write("policies/late.md", script)
    editor.tell("textDocument/didSave", {"textDocument": {"uri": editor.uri("policies/late.md")}})
    before = editor.codes("policies/late.md")
    after, _ = renamed(editor, "policies/late.md", script, "## Waive", "Let it go")
    assert after["policies/late.md"] == script.replace("waive", "let-it-go").replace("Waive\n", "Let it go\n")
    assert after["index.md"] == INDEX.replace("#waive", "#let-it-go")
    assert editor.codes("policies/late.md") == before and editor.codes("index.md") == []


def test_a_heading_is_renamed_from_a_link_to_it(editor):
    after, moves = renamed(editor, "index.md", INDEX, "aive)", "Let it go")
    assert moves == [] and after["policies/late.md"] == SCRIPT.replace("#waive", "#let-it-go").replace("## Waive", "## Let it go")


def test_a_repeated_heading_leaves_its_number_to_the_next(editor):
    text = "# Tiny\n\n## Words\n\n## Words\n\n[a](#words) [b](#words-1) [Late](policies/late.md)\n"
    editor.desk.write("index.md", text)
    editor.tell("textDocument/didSave", {"textDocument": {"uri": editor.uri("index.md")}})
    after, _ = renamed(editor, "index.md", text, "## Words", "Others")
    assert after == {"index.md": "# Tiny\n\n## Others\n\n## Words\n\n[a](#others) [b](#words) [Late](policies/late.md)\n"}


@pytest.mark.parametrize("line, name, result", [
    ("## Fees ##", "Costs", "## Costs ##"),
    ("##  Fees {#money}  ", "Costs", "##  Costs {#money}  "),
    ("Fees\n----", "Costs", "Costs\n----"),
    ("> ## Fees", "Costs", "> ## Costs"),
    ("## Gebühren 😀", "Ä 日", "## Ä 日"),
])  # fmt: skip
def test_a_headings_marks_stay(line, name, result, editor):
    anchor = {"## Gebühren 😀": "gebühren-"}.get(line, "money" if "money" in line else "fees")
    text = f"# Tiny\n\n{line}\n\nText [a](#{anchor}) [Late](policies/late.md)\n"
    editor.desk.write("index.md", text)
    editor.tell("textDocument/didSave", {"textDocument": {"uri": editor.uri("index.md")}})
    mark = line.split("\n")[0]
    after, _ = renamed(editor, "index.md", text, mark[-3:] if mark.startswith(">") else mark, name)
    new = {"## Ä 日": "ä-日"}.get(result, "money" if "money" in line else "costs")
    assert after == {"index.md": text.replace(line, result).replace(f"(#{anchor})", f"(#{new})")}
    assert "link-anchor" not in editor.codes("index.md")


@pytest.mark.parametrize("name, words", [("two\nlines", "one line"), ("  ", "one line"), ("#", "no longer be this heading"), ("a [link](x.md)", "no longer be this heading"), ("a {#b}", "no longer be this heading")])
def test_names_that_are_no_heading_are_refused(name, words, editor):
    error = editor.at("textDocument/rename", "index.md", INDEX, "## First", newName=name, fails=True)
    assert words in error["message"]


def test_settings_and_reviews_go_with_a_heading(desk):
    desk.write("handbook.yml", "title: Tiny\nsearch: {escalation: late.md#waive}\n")
    desk.write("index.md", "# Tiny\n\n[a](late.md#waive)\n")
    desk.write("late.md", "# Late\n\n## Waive\n\nText.\n")
    assert desk.run("review", "stamp", "index.md", "--clock", "2026-11-20", "--by", "Ana").status == 0
    editor = Editor(desk)
    editor.begin()
    text = (desk.content / "late.md").read_text()
    before = editor.codes("index.md")
    after, _ = renamed(editor, "late.md", text, "## Waive", "Let it go")
    assert set(after) == {"handbook.yml", "index.md", "late.md", "reviews.tsv"}
    assert "late.md#let-it-go" in after["handbook.yml"]
    assert editor.codes("index.md") == before, "a mended link is no edit that a reviewer has to see"
    editor.end()
