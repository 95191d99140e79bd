"""Quick fixes of the language server."""

import pathlib

from desks import files
from editors import Editor

SLIPS = pathlib.Path(__file__).parent / "slips"
WHOLE = {"start": {"line": 0, "character": 0}, "end": {"line": 999, "character": 0}}


def actions(editor, path, place=WHOLE, **context):
    params = {"textDocument": {"uri": editor.uri(path)}, "range": place, "context": {"diagnostics": [], **context}}
    return editor.ask("textDocument/codeAction", params)


def made(text, edits):
    """A text after edits, whose places are those of the text before."""
    lines = text.splitlines(keepends=True) + [""]

    def offset(place):
        ahead = sum(len(line) for line in lines[: place["line"]])
        return ahead + len(lines[place["line"]].encode("utf-16-le")[: 2 * place["character"]].decode("utf-16-le"))

    for edit in sorted(edits, key=lambda edit: offset(edit["range"]["start"]), reverse=True):
        text = text[: offset(edit["range"]["start"])] + edit["newText"] + text[offset(edit["range"]["end"]) :]
    return text


def test_the_server_says_what_it_offers(handbook):
    editor = Editor(handbook)
    assert editor.begin()["capabilities"]["codeActionProvider"] == {"codeActionKinds": ["quickfix", "source.fixAll"]}
    editor.end()


def test_a_finding_is_mended_where_the_cursor_stands(editor):
    text = "# Tiny\n\n## First words\n\nÄ 😀 [Late](policies/lat.md) {{clinc}}\n"
    editor.open("index.md", text)
    editor.codes("index.md")
    column = len("Ä 😀 [Late](".encode("utf-16-le")) // 2
    here = {"line": 4, "character": column}
    [action] = actions(editor, "index.md", {"start": here, "end": here})
    assert action["title"] == "Change to `policies/late.md`" and action["kind"] == "quickfix" and action["isPreferred"]
    assert [finding["code"] for finding in action["diagnostics"]] == ["link-target"]
    assert action["diagnostics"][0] in editor.findings[editor.uri("index.md")]
    [(uri, edits)] = action["edit"]["changes"].items()
    assert uri == editor.uri("index.md")
    mended = made(text, edits)
    assert mended == text.replace("lat.md", "late.md")
    editor.change("index.md", mended)
    assert editor.codes("index.md") == ["placeholder"]
    assert [action["title"] for action in actions(editor, "index.md")] == ["Change to `{{clinic}}`"]
    assert actions(editor, "index.md", {"start": {"line": 0, "character": 0}, "end": {"line": 1, "character": 0}}) == []


def test_front_matter_and_settings_are_mended(editor):
    text = "---\ntitle: T\nkind: scirpt\nownr: Ana\nreviewed: 14 November 2026\n---\n"
    editor.open("policies/late.md", text)
    titles = [action["title"] for action in actions(editor, "policies/late.md")]
    assert titles == ["Change to `kind: script`", "Change to `owner:`", "Change to `2026-11-14`"]
    settings = "title: Tiny\nnavigation: [polices]\nrules: {stale-pge: off}\n"
    editor.open("handbook.yml", settings)
    [all_at_once] = actions(editor, "handbook.yml", only=["source"])
    edits = all_at_once["edit"]["changes"][editor.uri("handbook.yml")]
    assert made(settings, edits) == "title: Tiny\nnavigation: [policies]\nrules: {stale-page: off}\n"


def test_only_what_is_asked_for_comes(editor):
    text = "# Tiny\n\n{{clinc}} [Late](policies/lat.md)\n"
    editor.open("index.md", text)
    assert {action["kind"] for action in actions(editor, "index.md", only=["quickfix"])} == {"quickfix"}
    [action] = actions(editor, "index.md", only=["source.fixAll"])
    assert made(text, action["edit"]["changes"][editor.uri("index.md")]) == "# Tiny\n\n{{clinic}} [Late](policies/late.md)\n"
    assert actions(editor, "index.md", only=["refactor"]) == [] and actions(editor, "index.md", only=["source.organizeImports"]) == []


def test_the_editor_mends_what_the_terminal_mends(handbook):
    for path, content in files(SLIPS / "before").items():
        handbook.write(path, content)
    (handbook.content / "policies/late.md").unlink()
    editor = Editor(handbook)
    editor.begin()
    # Some mends uncover others: settings come first, as pages are judged by them.
    for _ in range(3):
        for path in files(SLIPS / "before"):
            text = (handbook.content / path).read_text()
            for action in actions(editor, path, only=["source.fixAll"]):
                text = made(text, action["edit"]["changes"][editor.uri(path)])
            handbook.write(path, text)
            editor.tell("textDocument/didSave", {"textDocument": {"uri": editor.uri(path)}})
    editor.end()
    assert files(handbook.content) == files(SLIPS / "after")


def test_strange_questions_are_answered(editor):
    for place in ({}, None, {"start": {"line": -1, "character": 2**63}, "end": {"line": -5}}, {"start": [], "end": 1}):
        assert actions(editor, "index.md", place) == []
    assert actions(editor, "none.md") == []
    assert editor.ask("textDocument/codeAction", {}) == []
