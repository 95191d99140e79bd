"""Tents: two panels on one side of the paper, the upper one upside down."""

import re
from collections import Counter

import deck
import pdfplumber
import pikepdf
import pytest
from sheets import POINT, check_page_size, facts, objects, same, strokes, words
from test_codes import codes, decoded


class Tents:
    """The pages of one PDF of tents."""

    def __init__(self, path, size, paper):
        self.path, self.size, self.paper = path, size, paper
        x, y, self.rows, self.turned = deck.TENT_SHEETS[size, paper]
        width, height = deck.TENTS[size]
        if self.turned:
            # The top lies to the right: the near panel is the left one.
            self.panels = [((x, y, height, width), (x + height, y, height, width))]
        else:
            self.panels = [
                ((x, y + (2 * row + 1) * height, width, height), (x, y + 2 * row * height, width, height))
                for row in range(self.rows)
            ]
        self.words = words(path)

    def place(self, near, far):
        """The box of both panels."""
        x, y = min(near[0], far[0]), min(near[1], far[1])
        return x, y, max(near[0] + near[2], far[0] + far[2]) - x, max(near[1] + near[3], far[1] + far[3]) - y


def inside(box, point):
    return box[0] <= point[0] <= box[0] + box[2] and box[1] <= point[1] <= box[1] + box[3]


def edges(x, y, width, height):
    return [
        (x, y, x + width, y), (x, y + height, x + width, y + height),
        (x, y, x, y + height), (x + width, y, x + width, y + height),
    ]  # fmt: skip


def check_places(tents):
    """Cut lines go round both panels within 0.1 mm, and the fold runs between them."""
    with pdfplumber.open(tents.path) as document:
        for page, lines in zip(document.pages, strokes(tents.path)):
            cuts = [line[1:] for line in lines if line[0] > 0.3]
            assert len(cuts) == 4 * tents.rows
            folds = [
                tuple(line[side] * POINT for side in ("x0", "top", "x1", "bottom"))
                for line in page.lines
                if line["linewidth"] * POINT > 0.15
            ]
            assert len(folds) == tents.rows
            for near, far in tents.panels:
                for side in edges(*tents.place(near, far)):
                    assert any(same(side, line) for line in cuts), f"no line at {side}"
                fold = edges(*near)[3 if tents.turned else 0]
                assert any(same(fold, line) for line in folds), f"no fold at {fold}"


def check_turned(tents):
    """All text of the near panel is upright for who sits there, that of the far one upside down."""
    seen = 0
    with pdfplumber.open(tents.path) as document:
        for page in document.pages:
            for char in page.chars:
                a, b, *_ = char["matrix"]
                size = (a * a + b * b) ** 0.5
                middle = (char["x0"] + char["x1"]) / 2 * POINT, (char["top"] + char["bottom"]) / 2 * POINT
                for near, far in tents.panels:
                    for panel, sign in ((near, 1), (far, -1)):
                        if not inside(panel, middle):
                            continue
                        # Matrices count upwards: a card on its side reads downwards.
                        wanted = (0, -sign) if tents.turned else (sign, 0)
                        assert same((a / size, b / size), wanted, 0.001), f"{char['text']!r} is not turned as its panel"
                        seen += 1
    assert seen > 100


@pytest.fixture(scope="session")
def tent_decks(tmp_path_factory):
    from conftest import Handbook

    handbook = Handbook(tmp_path_factory.mktemp("tents") / "desk")
    for size in deck.TENTS:
        handbook.add(deck.tents(size))
    return handbook, {paper: handbook.print("--paper", paper, to=paper) for paper in deck.PAPERS}


@pytest.fixture(params=deck.TENT_SHEETS, ids="-".join)
def tents(request, tent_decks):
    size, paper = request.param
    return Tents(tent_decks[1][paper][f"cards-{size}-{paper}.pdf"], size, paper)


def test_places_are_those_of_the_table(tents):
    check_page_size(tents.path, tents.paper)
    assert int(facts(tents.path)["Pages"]) == -(-3 // tents.rows)
    check_places(tents)


def test_the_far_panel_is_upside_down(tents):
    check_turned(tents)


def test_every_word_lies_in_one_panels_safe_area(tents):
    safe = deck.TENT_SAFE
    for page in tents.words:
        for word in page:
            found = [p for pair in tents.panels for p in pair if inside(p, word.middle)]
            assert len(found) <= 1
            for x, y, width, height in found:
                inner = (x + safe, y + safe, width - 2 * safe, height - 2 * safe)
                # Boxes of words reach past the letters, by a tenth of their height at most.
                rise = max(1.0, 0.1 * (word.right - word.x if tents.turned else word.bottom - word.y))
                assert word.lies_in(inner, rise if tents.turned else 0.3, 0.3 if tents.turned else rise), (word, inner)


def test_the_far_panel_has_the_back_or_the_front_again(tents):
    names = []
    for page in tents.words:
        for near, far in tents.panels:
            x, y, width, height = tents.place(near, far)
            fronts = [word for word in page if inside(near, word.middle)]
            others = [word for word in page if inside(far, word.middle)]
            if not fronts:
                assert not others
                continue
            [name] = [word.text for word in fronts if re.fullmatch(rf"{tents.size}-\d", word.text)]
            assert name in {word.text for word in others}
            names.append(name)
            isBack = [word.text for word in others].count("Back") == 1
            assert isBack == name.endswith("2") and "Back" not in {word.text for word in fronts}
            if isBack:
                continue
            # Turned about the middle of the fold, one panel lies on the other.
            assert Counter(word.text for word in fronts) == Counter(word.text for word in others)
            for word in fronts:
                turned = (2 * x + width - word.right, 2 * y + height - word.bottom, 2 * x + width - word.x, 2 * y + height - word.y)
                assert any(
                    other.text == word.text and same((other.middle), ((turned[0] + turned[2]) / 2, (turned[1] + turned[3]) / 2), 0.1 if tents.turned else 1.0)
                    and same((other.x, other.right), (turned[0], turned[2]), 1.0 if tents.turned else 0.1)
                    for other in others
                ), (word, turned)
    assert sorted(names) == [f"{tents.size}-{number}" for number in (1, 2, 3)]


def test_no_word_touches_a_code_and_every_code_is_read(tents, tmp_path):
    wanted = codes(tents.path)
    # The front alone stands on both panels, and so does its code.
    assert len(wanted) == 5 and len(set(wanted)) == 3
    assert sorted(decoded(tents.path, tmp_path)) == sorted(wanted)
    seen = 0
    with pdfplumber.open(tents.path) as document:
        for page, found in zip(document.pages, tents.words):
            dark = [r for r in page.rects if r["non_stroking_color"] in ((0, 0, 0), (0,), 0, [0, 0, 0])]
            boxes = [tuple(r[side] * POINT for side in ("x0", "top", "x1", "bottom")) for r in dark]
            for panel in (p for pair in tents.panels for p in pair):
                bars = [b for b in boxes if inside(panel, ((b[0] + b[2]) / 2, (b[1] + b[3]) / 2))]
                if not bars:
                    continue
                seen += 1
                left, top = min(b[0] for b in bars), min(b[1] for b in bars)
                right, bottom = max(b[2] for b in bars), max(b[3] for b in bars)
                assert abs((right - left) - (bottom - top)) < 0.05 and right - left >= 25 * 0.5
                quiet = 4 * 0.5
                for word in found:
                    apart = word.right <= left - quiet or word.x >= right + quiet or word.bottom <= top - quiet + 1 or word.y >= bottom + quiet - 1
                    assert apart, (word, (left, top, right, bottom))
    assert seen == 5


def test_the_printer_prints_one_side_whatever_is_asked(tent_decks):
    handbook, printed = tent_decks
    usual = printed["a4"]["cards-tent-a4.pdf"]
    for duplex in ("short", "separate", "fold", "none"):
        [path] = handbook.print("--paper", "a4", "--size", "tent", "--duplex", duplex, to=f"one-{duplex}").values()
        assert path.name == "cards-tent-a4.pdf"
        assert words(path) == words(usual)
        assert any("/Simplex" in str(entry) for entry in objects(path).values())
    with pdfplumber.open(usual) as document:
        assert "fold along the dashed line" in document.pages[0].extract_text()


def test_perforated_tents(tent_decks):
    handbook, _ = tent_decks
    [path] = handbook.print("--sheet", "avery-5305", to="avery").values()
    cuts = [line[1:] for line in strokes(path)[0] if line[0] > 0.3]
    # The panels that are seen from near begin 76.2 mm from the top, and 127 mm lower.
    for top in (76.2, 203.2):
        for side in edges(0, top - 63.5, 215.9, 127):
            assert any(same(side, line) for line in cuts), side
        names = [w for w in words(path)[0] if re.fullmatch(r"tent-low-\d", w.text) and top < w.y < top + 63.5]
        assert len(names) == 1


@pytest.mark.parametrize(("count", "least", "most"), [(1, 28, 28), (100, 14, 27)])
def test_type_is_fitted_from_14_to_28_points(count, least, most, handbook):
    handbook.add({"a.md": deck.card("One", "tent", "word " * count)})
    [path] = handbook.print("--paper", "letter").values()
    with pdfplumber.open(path) as document:
        sizes = {round(c["size"] * 4) / 4 for c in document.pages[0].chars if c["text"] == "w" and c["size"] > 10 and c["matrix"][0] > 0}
    assert sizes and all(least <= size <= most for size in sizes), sizes


def test_a_tent_that_is_too_full_is_refused(handbook):
    handbook.add({"a.md": deck.card("One", "tent", "word " * 600)})
    done = handbook.run("cards")
    assert done.returncode == 1 and re.search(r"the front of card a is [\d.]+ mm too long at 14 pt", done.stderr)
    assert not list(handbook.folder.glob("Cards/*"))


def test_a_tent_is_shown_and_linked_on_the_site(tent_decks):
    handbook, _ = tent_decks
    done = handbook.run("build")
    assert done.returncode == 0, done.stderr
    page = (handbook.folder / "Output/cards/index.html").read_text()
    assert 'class="card size-tent ' in page and "190.5 × 114.3 mm" in page
    for size in deck.TENTS:
        for paper in deck.PAPERS:
            assert (handbook.folder / f"Output/cards/all-{size}-{paper}.pdf").is_file()
            assert (handbook.folder / f"Output/cards/card-{size}-1-{paper}.pdf").is_file()


# Negative controls: each check fails on a page that was spoiled.


def spoiled(tents, target, matrix):
    with pikepdf.open(tents.path) as document:
        for page in document.pages:
            page.contents_add(f"q {matrix} cm\n".encode(), prepend=True)
            page.contents_add(b"\nQ")
        document.save(target)
    return Tents(target, tents.size, tents.paper)


@pytest.fixture
def letter(tent_decks):
    return Tents(tent_decks[1]["letter"]["cards-tent-letter.pdf"], "tent", "letter")


def test_an_upright_far_panel_is_seen(letter, tmp_path):
    # The near panel in the place of the far one.
    bad = spoiled(letter, tmp_path / "bad.pdf", f"1 0 0 1 0 {114.3 / POINT}")
    with pytest.raises(AssertionError, match="is not turned"):
        check_turned(bad)


def test_a_place_a_quarter_of_a_millimetre_off_is_seen(letter, tmp_path):
    bad = spoiled(letter, tmp_path / "bad.pdf", f"1 0 0 1 {0.25 / POINT} 0")
    with pytest.raises(AssertionError, match="no line at"):
        check_places(bad)
