"""What only setting a card shows comes as one types, for the pages that are open."""

import pytest
from editors import Editor

CARD = "---\ntitle: Opening\nkind: card\nowner: Lead\ncard: {size: a7}\n---\n\n%s\n"


@pytest.fixture
def handbook(handbook):
    handbook.write("index.md", "# Tiny\n\n## First words\n\n[Late](policies/late.md#waive) [a](a.md) [b](b.md)\n")
    handbook.write("a.md", CARD % "Hello.")
    handbook.write("b.md", CARD % ("word " * 400))
    return handbook


def test_a_card_that_grows_too_long_is_said_at_once_and_no_longer_once_it_fits(editor):
    editor.open("a.md", CARD % "Hello.")
    assert editor.codes("a.md") == []
    editor.change("a.md", CARD % ("word " * 400))
    assert editor.codes("a.md") == ["card-fit"]
    [finding] = editor.findings[editor.uri("a.md")]
    assert "mm too long" in finding["message"] and "use a larger card" in finding["message"] and finding["severity"] == 1
    assert finding["range"]["start"]["line"] == 7
    editor.change("a.md", CARD % "Hello again.")
    assert editor.codes("a.md") == []


def test_a_letter_that_no_font_has_is_said(editor):
    editor.open("a.md", CARD % "日本 is Japan.")
    assert editor.codes("a.md") == ["card-glyph"]


def test_only_open_pages_are_set(editor):
    assert editor.codes("b.md") == []
    editor.open("b.md", CARD % ("word " * 400))
    assert editor.codes("b.md") == ["card-fit"]
    editor.tell("textDocument/didClose", {"textDocument": {"uri": editor.uri("b.md")}})
    assert editor.codes("b.md") == []


def test_levels_and_silences_hold(editor):
    editor.open("a.md", CARD % ("<!-- deskbook: allow card-glyph a name -->\n\n日本 is Japan."))
    assert "card-glyph" not in editor.codes("a.md")


def test_the_check_finds_the_same(handbook, editor):
    editor.open("b.md", CARD % ("word " * 400))
    editor.codes("b.md")
    [finding] = editor.findings[editor.uri("b.md")]
    [first, *_] = handbook.check("--clock", "2026-11-20").finding("card-fit")
    place = f"Content/b.md:{finding['range']['start']['line'] + 1}:{finding['range']['start']['character'] + 1}: error: "
    assert first == place + finding["message"].splitlines()[0] + " [card-fit]"


def test_a_theme_that_cannot_be_used_is_said_once_and_the_rest_is_checked(handbook, editor):
    editor.open("handbook.yml", "title: Tiny\ntheme: nowhere\n")
    editor.open("a.md", CARD % "Hello. [x](nothing.md)")
    assert "link-target" in editor.codes("a.md")
    editor.change("a.md", CARD % "Hello. [x](nothing2.md)")
    assert "link-target" in editor.codes("a.md")
    [words] = editor.shown
    assert words.startswith("Deskbook: cards are not checked: ") and "nowhere" in words


@pytest.mark.timeout(120)
def test_a_page_that_takes_too_long_is_said_and_the_server_goes_on(editor):
    editor.open("policies/late.md", "# Late\n\nhttp://a" + ")" * 3_000_000)
    assert editor.codes("policies/late.md") == ["too-large"]
    assert "takes more than 20 s" in editor.findings[editor.uri("policies/late.md")][0]["message"]
    assert editor.at("textDocument/hover", "index.md", "# Tiny\n\n## First words\n\n[Late](policies/late.md#waive)\n", "(policies")["contents"]
