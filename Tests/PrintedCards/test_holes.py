"""Holes and cards that turn over their top."""

import deck
import pdfplumber
import pytest
from sheets import POINT, same, words

# The usual sheet of A4: the first card's corner, its width and height.
FIRST = (0, 0.5, 105, 148)
BAND = 13


def printed(handbook, extra, back=True, size="a6", *options):
    handbook.add({"a.md": deck.card("One", size, deck.STEPS, deck.PAIRS if back else None, extra=extra)})
    [path] = handbook.print(*options).values()
    return path


def behind(box):
    return 210 - box[0] - box[2], *box[1:]


def rings(path):
    """The circles of each page: middle and diameter in millimetres."""
    found = []
    with pdfplumber.open(path) as document:
        for page in document.pages:
            curves = [c for c in page.curves if c["stroke"] and not c["fill"]]
            found.append([
                ((c["x0"] + c["x1"]) / 2 * POINT, (c["top"] + c["bottom"]) / 2 * POINT, (c["x1"] - c["x0"]) * POINT)
                for c in curves
            ])  # fmt: skip
    return found


def directions(path):
    with pdfplumber.open(path) as document:
        return [{round(char["matrix"][0] / abs(char["matrix"][0])) for char in page.chars if inside(char)} for page in document.pages]


def inside(char):
    """Margin notes left out."""
    x, y = char["x0"] * POINT, char["top"] * POINT
    return any(box[0] <= x <= box[0] + box[2] and box[1] <= y <= box[1] + box[3] for box in (FIRST, behind(FIRST)))


def check_band(path, page, box, at):
    """No word stands within 13 mm of the card's edge with the hole."""
    x, y, width, height = box
    here = [word for word in words(path)[page] if x <= word.middle[0] <= x + width and y <= word.middle[1] <= y + height]
    assert here
    for word in here:
        distance = word.y - y if at == "top" else y + height - word.bottom
        assert distance >= BAND - 1, f"{word} is {distance:.1f} mm from the edge"


@pytest.mark.parametrize(("hole", "middle"), [("corner", (8, 8.5)), ("top", (52.5, 8.5))])
def test_a_hole_is_marked_on_the_front_and_kept_free_on_both_sides(hole, middle, handbook):
    path = printed(handbook, f", hole: {hole}")
    front, back = rings(path)
    assert back == [] and len(front) == 1
    assert same(front[0], (*middle, 6), 0.1)
    check_band(path, 0, FIRST, "top")
    check_band(path, 1, behind(FIRST), "top")


def test_no_hole_is_marked_where_none_is_asked_for(handbook):
    path = printed(handbook, ", hole: none")
    assert rings(path) == [[], []]
    with pytest.raises(AssertionError, match="mm from the edge"):
        check_band(path, 0, FIRST, "top")


def test_a_card_that_turns_over_its_top_has_its_back_upside_down(handbook):
    usual = printed(handbook, "")
    assert directions(usual) == [{1}, {1}]
    before = [(w.text, w.middle) for w in words(usual)[1]]
    turned = printed(handbook, ", turn: top")
    assert directions(turned) == [{1}, {-1}]
    # The card's own middle stays; every word lies where a half turn puts it.
    x, y, width, height = behind(FIRST)
    after = [(w.text, w.middle) for w in words(turned)[1] if x <= w.middle[0] and w.middle[1] <= y + height]
    for text, (across, down) in before:
        if across < x or down > y + height:
            continue
        spot = (2 * x + width - across, 2 * y + height - down)
        assert any(text == other and same(spot, place, 1) for other, place in after), text


def test_over_the_short_edge_that_back_is_upright_on_the_paper(handbook):
    path = printed(handbook, ", turn: top", True, "a6", "--duplex", "short")
    with pdfplumber.open(path) as document:
        back = document.pages[1]
        assert {round(char["matrix"][0] / abs(char["matrix"][0])) for char in back.chars if char["size"] > 7} == {1}


@pytest.mark.parametrize("hole", ["corner", "top"])
def test_the_hole_of_a_card_that_turns_over_its_top_is_at_the_backs_foot(hole, handbook):
    path = printed(handbook, f", turn: top, hole: {hole}")
    check_band(path, 0, FIRST, "top")
    # Upside down on the paper, so the foot lies at the top as the front's hole does.
    check_band(path, 1, behind(FIRST), "top")


@pytest.mark.parametrize("size", ["business-us", "business-eu", "tent", "tent-low"])
def test_a_hole_needs_room(size, handbook):
    handbook.add({"a.md": deck.card("One", size, "Short.", extra=", hole: corner")})
    done = handbook.run("cards")
    assert done.returncode == 1
    assert "cards/a.md:6:" in done.stderr and f"a card of the size {size} has no room for a hole" in done.stderr


def test_a_wrong_word_is_named(handbook):
    handbook.add({"a.md": deck.card("One", extra=", hole: middle, turn: back")})
    done = handbook.run("cards")
    assert "there is no hole named middle" in done.stderr and "there is no turn named back" in done.stderr
