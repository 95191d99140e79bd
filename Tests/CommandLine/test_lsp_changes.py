"""Incremental changes give the text that the whole would."""

import random
import re

import pytest
from editors import Editor

PIECES = [
    "a", "ä", "日", "😀", "e\u0301", "👩‍👧", "\ufeff", "\u2028", " ", "\n", "\n", "\r\n", "\r", "\n\n", "## H😀\n", "# T\n", "[l](https://x.example/ä)", "[p](#h)",
    "> [!SAY]\n> Hi 😀.\n", "{{nobody}}", "---\n", "title: x\n", "`", "<!-- c -->", "\t", "\\", '"', "\x7f",
]  # fmt: skip


def units(text, encoding):
    return len(text.encode("utf-8")) if encoding == "utf-8" else len(text.encode("utf-16-le")) // 2


def position(text, offset, encoding):
    """The protocol's place of a character: lines end at \\n, \\r\\n or \\r."""
    ends = [match.end() for match in re.finditer("\r\n|\r|\n", text[:offset])]
    return {"line": len(ends), "character": units(text[ends[-1] if ends else 0 : offset], encoding)}


def seen(editor, path):
    """Everything that shows the text and its places."""
    document = {"textDocument": {"uri": editor.uri(path)}}
    answers = [editor.ask(f"textDocument/{method}", document) for method in ("documentLink", "documentSymbol", "foldingRange")]
    return answers, editor.findings.get(editor.uri(path), [])


def places(text):
    """Offsets at which an editor can put its cursor: not inside a line end."""
    return [offset for offset in range(len(text) + 1) if text[offset - 1 : offset + 1] != "\r\n"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("seed", range(6))
def test_edits_one_by_one_are_the_whole_text(seed, encoding, handbook):
    chance = random.Random(seed)
    text = (handbook.content / "index.md").read_text()
    typed, whole = Editor(handbook), Editor(handbook)
    for editor in (typed, whole):
        assert editor.begin(positionEncodings=[encoding])["capabilities"]["positionEncoding"] == encoding
        editor.open("index.md", text)
    for version in range(30):
        changes = []
        for _ in range(chance.randint(1, 4)):
            start, end = sorted(chance.choices(places(text), k=2))
            end = min(end, start + chance.choice([0, 0, 1, 3, 40]))
            if text[end - 1 : end + 1] == "\r\n":
                end += 1
            piece = "".join(chance.choices(PIECES, k=chance.randint(0, 4)))
            if chance.random() < 0.05:
                text = piece
                changes.append({"text": text})
                continue
            changes.append({"range": {"start": position(text, start, encoding), "end": position(text, end, encoding)}, "text": piece})
            text = text[:start] + piece + text[end:]
        typed.tell("textDocument/didChange", {"textDocument": {"uri": typed.uri("index.md"), "version": version}, "contentChanges": changes})
        whole.change("index.md", text)
        if version % 3 == 0:
            assert seen(typed, "index.md") == seen(whole, "index.md"), (text, changes)
    # A finding and a link at the very end stand where every byte before them is the same.
    end = position(text, len(text), encoding)
    tail = "\n\n[x](nowhere.md) [y](https://y.example)\n"
    typed.tell("textDocument/didChange", {"textDocument": {"uri": typed.uri("index.md")}, "contentChanges": [{"range": {"start": end, "end": end}, "text": tail}]})
    whole.change("index.md", text + tail)
    assert seen(typed, "index.md") == seen(whole, "index.md")
    assert typed.end() == 0 and whole.end() == 0


def change(editor, start, end, text):
    span = {"start": {"line": start[0], "character": start[1]}, "end": {"line": end[0], "character": end[1]}}
    editor.tell("textDocument/didChange", {"textDocument": {"uri": editor.uri("index.md")}, "contentChanges": [{"range": span, "text": text}]})


def test_half_an_emoji_moves_nothing(editor):
    editor.open("index.md", "# Tiny\n\n## First words\n\nword [Late](policies/late.md)\n")
    change(editor, (4, 0), (4, 0), "\ud83d")
    change(editor, (4, 0), (4, 1), "\ud83d\ude00")
    change(editor, (4, 15), (4, 15), "no")
    [finding] = (editor.codes("index.md"), editor.findings[editor.uri("index.md")])[1]
    assert finding["code"] == "link-target" and finding["range"]["start"] == {"line": 4, "character": 14}
    assert "olicies" in finding["message"]


def test_a_change_to_a_page_that_is_not_open_changes_nothing(editor):
    change(editor, (0, 0), (99, 0), "gone")
    assert editor.codes("index.md") == []
