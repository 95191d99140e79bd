"""A card fits, or nothing is printed and the reason is said."""

import re

import deck
from sheets import words

BODY = "word " * 40


def refused(handbook, rule):
    done = handbook.run("cards")
    assert done.returncode == 1
    assert not list(handbook.folder.glob("Cards/*")), "a PDF was left behind"
    return next(line for line in done.stderr.splitlines() if line.endswith(f"[{rule}]"))


def test_text_that_grows_word_by_word_gets_smaller_and_then_is_refused(handbook):
    heights = []
    for count in range(12, 200, 4):
        handbook.add({"a.md": deck.card("One", "a7", "word " * count)})
        done = handbook.run("cards")
        if done.returncode:
            assert "mm too long at 10.5 pt [card-fit]" in done.stderr
            break
        [page, *_] = words(handbook.folder / "Cards/cards-a7-a4.pdf")
        heights.append(max(word.right - word.x for word in page if word.text == "word"))
    else:
        raise AssertionError("nothing was refused")
    assert len(heights) > 5
    assert all(after <= before + 0.01 for before, after in zip(heights, heights[1:]))


def test_too_much_text_is_an_error_with_side_millimetres_and_lines(handbook):
    front = "\n".join(f"- Line {number} of the card" for number in range(40))
    handbook.add({"a.md": deck.card("One", "a6", "Short.", front)})
    line = refused(handbook, "card-fit")
    assert re.match(r"Content/cards/a\.md:\d+:\d+: error: the back of card a is [\d.]+ mm too long at 10\.5 pt", line)
    assert int(line.split(":")[1]) > 12, "the place is that of the first line that does not fit"
    assert re.search(r"help: cut about \d+ lines, or use a larger card", handbook.run("cards").stderr)


def test_a_word_wider_than_the_card_is_an_error(handbook):
    handbook.add({"a.md": deck.card("One", "3x5", "Rückerstattungsanspruchsverjährungsfristverlängerung")})
    assert "is wider than the 67.2 mm column on the front of card a" in refused(handbook, "card-fit")


def test_a_missing_letter_is_named(handbook):
    handbook.add({"a.md": deck.card("One", "a6", "日本 is Japan.")})
    assert "no font has 日 (U+65E5), 本 (U+672C) on the front of card a" in refused(handbook, "card-glyph")


def test_an_empty_card_is_an_error(handbook):
    handbook.add({"a.md": deck.card("One", "a6", "", "A back.")})
    assert "has nothing on its front" in refused(handbook, "card-fit")


def test_an_earlier_pdf_stands_where_a_card_does_not_fit(handbook):
    handbook.add({"a.md": deck.card("One")})
    [path] = handbook.print().values()
    before = path.read_bytes()
    handbook.add({"a.md": deck.card("One", "a6", BODY * 20)})
    assert handbook.run("cards").returncode == 1
    assert path.read_bytes() == before
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]
