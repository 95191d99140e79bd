"""Outline, folds, links and references of the language server, and completion in brackets that are closed."""

import pytest
from editors import SCRIPT, Editor


def asked(editor, method, path, **more):
    return editor.ask(f"textDocument/{method}", {"textDocument": {"uri": editor.uri(path)}, **more})


def line(text, words):
    return text[: text.index(words)].count("\n")


def test_everything_is_advertised(handbook):
    editor = Editor(handbook)
    capabilities = editor.begin()["capabilities"]
    for name in ("references", "documentSymbol", "workspaceSymbol", "foldingRange", "documentLink", "codeAction", "rename"):
        assert capabilities[f"{name}Provider"], name
    assert capabilities["renameProvider"] is True, "an editor that does not ask before a rename would not know the option"
    editor.end()


def test_an_editor_that_asks_before_a_rename_may_ask(handbook):
    editor = Editor(handbook)
    result = editor.ask("initialize", {"rootUri": "file://" + str(handbook.folder), "capabilities": {"textDocument": {"rename": {"prepareSupport": True}}}})
    assert result["capabilities"]["renameProvider"] == {"prepareProvider": True}
    editor.end()


def test_the_outline_has_headings_steps_and_phrases(editor):
    symbols = asked(editor, "documentSymbol", "policies/late.md")
    assert [(symbol["name"], symbol["kind"]) for symbol in symbols] == [("Ask", 12), ("Waive", 12), ("Charge", 12)]
    [phrase] = symbols[0]["children"]
    assert phrase["name"] == "Tell me, {{client}}." and phrase["kind"] == 15 and phrase["children"] == []
    assert symbols[0]["selectionRange"]["start"] == {"line": line(SCRIPT, "## Ask"), "character": 0}
    assert symbols[0]["range"]["end"] == {"line": line(SCRIPT, "- [None]"), "character": len("- [None](#charge)")}
    [title] = asked(editor, "documentSymbol", "index.md")
    assert title["name"] == "Tiny" and [below["name"] for below in title["children"]] == ["First words"]
    editor.open("index.md", "# A\n\n### C\n\n## B\n\n| Say | Instead of |\n| --- | --- |\n| Yes. | No. |\n")
    [title] = asked(editor, "documentSymbol", "index.md")
    assert [below["name"] for below in title["children"]] == ["C", "B"]
    assert [below["name"] for below in title["children"][1]["children"]] == ["Yes."]


def test_pages_headings_and_phrases_are_found_in_the_whole_handbook(editor):
    def found(query):
        symbols = editor.ask("workspace/symbol", {"query": query})
        return {(symbol["name"], symbol["containerName"], symbol["location"]["range"]["start"]["line"]) for symbol in symbols}

    assert found("wAiv") == {("Waive", "policies/late.md", line(SCRIPT, "## Waive"))}
    assert found("words first") == {("First words", "index.md", 2)}
    assert found("tell") == {("Tell me, {{client}}.", "policies/late.md", line(SCRIPT, "> [!SAY]"))}
    assert {("Late", "policies/late.md", 0), ("Tiny", "index.md", 0)} <= found("")
    assert found("nothing of the kind") == set()


def test_links_can_be_clicked(editor):
    text = "# Tiny\n\nÄ [Late](policies/late.md#ask), [web](https://clinic.example/a), [none](zzzzzzz.md), [ref][r]\n\n[r]: policies/late.md\n"
    editor.open("index.md", text)
    links = asked(editor, "documentLink", "index.md")
    assert [link["target"] for link in links] == [editor.uri("policies/late.md"), "https://clinic.example/a", editor.uri("policies/late.md")]
    assert links[0]["range"] == {"start": {"line": 2, "character": 9}, "end": {"line": 2, "character": 29}}
    assert links[2]["range"]["start"] == {"line": 4, "character": 5}


def test_sections_and_front_matter_fold(editor):
    folds = {(fold["startLine"], fold["endLine"]) for fold in asked(editor, "foldingRange", "policies/late.md")}
    last = line(SCRIPT, "> Charged.")
    assert {(0, line(SCRIPT, "\n## Ask") - 1), (line(SCRIPT, "## Ask"), line(SCRIPT, "- [None]")), (line(SCRIPT, "## Charge"), last)} <= folds
    assert all(start < end <= last for start, end in folds)


def referring(editor, mark, path="policies/late.md", text=SCRIPT, declaration=False):
    result = editor.at("textDocument/references", path, text, mark, context={"includeDeclaration": declaration})
    return result and sorted((place["uri"].rpartition("Content/")[2], place["range"]["start"]["line"]) for place in result)


def test_what_leads_to_a_page_or_a_step_is_found(editor, handbook):
    index = (handbook.content / "index.md").read_text()
    assert referring(editor, "title: Late") == [("index.md", 4), ("index.md", 4)], "the page as a whole, whatever part is named"
    assert referring(editor, "## Waive") == [("index.md", 4), ("policies/late.md", line(SCRIPT, "- [A reason]"))]
    assert referring(editor, "(#waive)") == referring(editor, "## Waive"), "a link stands for its target"
    assert referring(editor, "## Waive", declaration=True) == [*referring(editor, "## Waive"), ("policies/late.md", line(SCRIPT, "## Waive"))]
    assert referring(editor, "## First", "index.md", index) == [("policies/late.md", line(SCRIPT, "Ask {{client}}"))]
    assert referring(editor, "# Tiny", "index.md", index) == [("policies/late.md", line(SCRIPT, "Ask {{client}}"))]
    assert referring(editor, "why, as") is None


@pytest.mark.parametrize("text, mark, label, result", [
    ("For {{cli}} only", "{{cli", "clinic", "For {{clinic}} only"),
    ("For {{}}.", "{{", "clinic", "For {{clinic}}."),
    ("For {{cli} only", "{{cli", "clinic", "For {{clinic}} only"),
    ("For {{client}}.", "{{cli", "clinic", "For {{clinic}}."),
    ("For {{cli only}}", "{{cli", "clinic", "For {{clinic}} only}}"),
    ("> [!S]", "[!S", "SAY", "> [!SAY]"),
    ("> [!]", "[!", "SAY", "> [!SAY]"),
    ("> [!S", "[!S", "SAY", "> [!SAY]"),
])  # fmt: skip
def test_brackets_that_the_editor_closed_are_not_closed_twice(text, mark, label, result, editor):
    page = f"# Tiny\n\n{text}\n"
    editor.open("index.md", page)
    edit = editor.offered("index.md", page, mark)[label]["textEdit"]
    start, end = (edit["range"][end]["character"] for end in ("start", "end"))
    assert text[:start] + edit["newText"] + text[end:] == result


@pytest.mark.parametrize("text, mark, label, result", [
    ("[x]()", "](", "policies/late.md", "[x](policies/late.md)"),
    ("[x](pol)", "](pol", "policies/late.md", "[x](policies/late.md)"),
    ("[x](policies/old.md).", "](pol", "policies/late.md", "[x](policies/late.md)."),
    ("[x](pol#waive)", "](pol", "policies/late.md", "[x](policies/late.md#waive)"),
    ("[x](policies/late.md#)", "md#", "waive", "[x](policies/late.md#waive)"),
    ("[x](policies/late.md#wai)", "md#w", "waive", "[x](policies/late.md#waive)"),
    ("[x](pol and more)", "](pol", "policies/late.md", "[x](policies/late.md and more)"),
])  # fmt: skip
def test_targets_that_the_editor_closed_are_not_closed_twice(text, mark, label, result, editor):
    page = f"# Tiny\n\n{text}\n"
    editor.open("index.md", page)
    edit = editor.offered("index.md", page, mark)[label]["textEdit"]
    start, end = (edit["range"][end]["character"] for end in ("start", "end"))
    assert text[:start] + edit["newText"] + text[end:] == result


def test_settings_are_completed_with_keys(editor):
    text = "title: Tiny\nvalues: {clinic: Elm}\nnav\nreview:\n  o\n"
    editor.open("handbook.yml", text)
    offered = editor.offered("handbook.yml", text, "\nnav")
    assert {"navigation", "owners", "language"} <= set(offered) and not {"title", "values", "review"} & set(offered)
    assert offered["navigation"]["textEdit"] == {"newText": "navigation: ", "range": {"start": {"line": 2, "character": 0}, "end": {"line": 2, "character": 3}}}
    assert editor.offered("handbook.yml", text, "\n  o") == {} and editor.offered("handbook.yml", text, "title: T") == {}


def test_strange_questions_are_answered(editor):
    for method in ("documentSymbol", "documentLink", "foldingRange", "references", "prepareRename"):
        for params in ({}, {"textDocument": {"uri": "untitled:1"}}, {"textDocument": {"uri": editor.uri("handbook.yml")}, "position": {"line": 2**63, "character": -1}}):
            assert editor.ask(f"textDocument/{method}", params) in (None, [])
    assert editor.ask("workspace/symbol", {}) != [] and editor.ask("workspace/symbol", {"query": 5}) != []
