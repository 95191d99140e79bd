"""Where things lie on paper: cards, marks, words, backs."""

import deck
import pytest
from sheets import POINT, Sheets, check_backs, check_boxes, facts, same, strokes, words


def test_cards_lie_where_the_table_says(sheets):
    check_boxes(sheets)


def test_crop_marks_point_at_edges_and_stand_on_fronts_only(sheets):
    edges = ({c[0] for c in sheets.cells} | {c[0] + c[2] for c in sheets.cells}, {c[1] for c in sheets.cells} | {c[1] + c[3] for c in sheets.cells})
    for page, lines in enumerate(strokes(sheets.path)):
        marks = [line[1:] for line in lines if line[0] < 0.1]
        if page % 2:
            assert marks == []
            continue
        assert marks
        for x0, y0, x1, y1 in marks:
            at, near = (x0, edges[0]) if abs(x0 - x1) < 0.01 else (y0, edges[1])
            assert any(abs(at - edge) <= 0.05 for edge in near), (x0, y0, x1, y1)


def test_every_word_lies_in_one_cards_safe_area(sheets):
    for page in sheets.words:
        for word in page:
            cell = sheets.cell_of(word)
            if cell is None:
                continue
            assert word.lies_in(sheets.inner(cell), 1.0 if sheets.turned else 0.3, 0.3 if sheets.turned else 1.0), (word, cell)


def test_no_two_words_overlap(sheets):
    for page in sheets.words:
        inside = [word for word in page if sheets.cell_of(word)]
        for index, left in enumerate(inside):
            for right in inside[index + 1 :]:
                across = min(left.right, right.right) - max(left.x, right.x)
                down = min(left.bottom, right.bottom) - max(left.y, right.y)
                smaller = min(left.bottom - left.y, right.bottom - right.y)
                narrower = min(left.right - left.x, right.right - right.x)
                assert across <= 0.05 or down <= 0.05 or min(across / narrower, down / smaller) <= 0.25, (left, right)


def test_each_back_lies_behind_its_front_over_the_long_edge(sheets):
    check_backs(sheets, "long")


def test_each_back_lies_behind_its_front_over_the_short_edge(short_edge_sheets):
    check_backs(short_edge_sheets, "short")


def test_an_offset_moves_backs_and_nothing_else(every_size, printed):
    plain = printed["long", "a4"]["cards-3x5-a4.pdf"]
    moved = every_size.print("--paper", "a4", "--size", "3x5", "--offset", "1,-0.5", to="moved")["cards-3x5-a4.pdf"]
    for page, (before, after) in enumerate(zip(words(plain), words(moved), strict=True)):
        move = (1.0, -0.5) if page % 2 else (0, 0)
        inside = Sheets(plain, "3x5", "a4")
        for left, right in zip(before, after, strict=True):
            assert left.text == right.text
            expected = move if inside.cell_of(left) else (0, 0)
            assert same((right.x - left.x, right.y - left.y), expected, 0.01), (left, right)


def test_separate_files_hold_fronts_and_backs_of_the_same_sheets(every_size, printed):
    parts = every_size.print("--paper", "a4", "--size", "a6", "--duplex", "separate", to="separate")
    assert sorted(parts) == ["cards-a6-a4-backs.pdf", "cards-a6-a4-fronts.pdf"]
    whole = words(printed["long", "a4"]["cards-a6-a4.pdf"])
    fronts, backs = words(parts["cards-a6-a4-fronts.pdf"]), words(parts["cards-a6-a4-backs.pdf"])
    assert [[w.text for w in page] for page in whole] == [[w.text for w in page] for pair in zip(fronts, backs) for page in pair]


def test_a_fold_puts_the_back_beside_its_front(every_size):
    [path] = every_size.print("--paper", "a4", "--size", "a6", "--duplex", "fold", to="fold").values()
    pages = words(path)
    assert len(pages) == 3
    names = [[word for word in page if word.text.startswith("a6-")] for page in pages]
    # Two cards a sheet; the second of each two has a back, to its right.
    for page in names[:2]:
        assert sorted((word.text, word.x > 105) for word in page) == sorted(
            {(word.text, False) for word in page} | {(word.text, True) for word in page if int(word.text[-1]) % 2 == 0}
        )


def test_fronts_alone(every_size):
    [path] = every_size.print("--paper", "a4", "--size", "a6", "--duplex", "none", to="none").values()
    assert int(facts(path)["Pages"]) == 2
    assert not any("Back" in word.text for page in words(path) for word in page)


@pytest.mark.parametrize(
    ("name", "first", "count", "pitch"),
    [("avery-5388", (44.45, 25.4), 3, (0, 76.2)), ("avery-5371", (19.05, 12.7), 10, (88.9, 50.8)), ("avery-8373", (12.7, 19.05), 8, (101.6, 63.5))],
)
def test_perforated_paper(name, first, count, pitch, every_size):
    [path] = every_size.print("--sheet", name, to=name).values()
    lines = [line[1:] for line in strokes(path)[0] if line[0] > 0.3]
    assert len(lines) == 4 * count
    assert same((min(line[0] for line in lines), min(line[1] for line in lines)), first)
    tops = sorted({round(line[1], 1) for line in lines if abs(line[1] - line[3]) < 0.01})
    assert any(abs(top - first[1] - pitch[1]) < 0.1 for top in tops)


def test_a_sheet_of_the_handbooks_own(handbook):
    handbook.add(deck.of_size("a7", 2))
    sheet = "cards: {sheets: {tabs: {paper: a4, size: a7, columns: 2, rows: 2, x: 20, y: 30, column-pitch: 90, row-pitch: 120}}"
    handbook.write("handbook.yml", deck.SETTINGS.replace("cards:\n", sheet.replace("cards: {", "cards:\n  ") + "\n"))
    [path] = handbook.print("--sheet", "tabs").values()
    corners = {(round(line[1], 1), round(line[2], 1)) for line in strokes(path)[0] if line[0] > 0.3}
    assert {(20.0, 30.0), (110.0, 30.0), (20.0, 150.0), (110.0, 150.0)} <= corners


def test_a_bar_of_fifty_millimetres_stands_in_wide_margins(printed):
    import pdfplumber

    with pdfplumber.open(printed["long", "a4"]["cards-3x5-a4.pdf"]) as document:
        bars = [rect for rect in document.pages[0].rects if abs(rect["width"] * POINT - 50) < 0.05 and rect["height"] * POINT < 0.5]
        assert len(bars) == 1
        text = document.pages[0].extract_text()
    assert "Print at 100 %" in text and "flip on the long edge" in text and "50 mm" in text


def test_copies_fill_the_places(handbook):
    handbook.add({"a.md": deck.card("One")})
    [path] = handbook.print("--copies", "4").values()
    assert sum(word.text == "One" for word in words(path)[0]) == 4


def test_a_gutter_parts_the_cards(every_size):
    [path] = every_size.print("--paper", "letter", "--size", "3x5", "--gutter", "6", to="gutter").values()
    lefts = {round(line[1], 2) for line in strokes(path)[0] if line[0] > 0.3}
    assert min(lefts) == pytest.approx(28.75, abs=0.05)


def test_calibration_has_scales_in_front_and_a_cross_behind(handbook):
    handbook.add({"a.md": deck.card("One")})
    [path] = handbook.print("--calibrate").values()
    assert path.name == "calibration-a4.pdf" and facts(path)["Pages"] == "2"
    front, back = words(path)
    assert {"X", "Y", "12", "-12", "100"} <= {word.text for word in front}
    assert back == []
