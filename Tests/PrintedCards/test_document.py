"""What a PDF of cards is: sizes, hints for the printer, language, structure, fonts, text."""

import re

import deck
from sheets import POINT, check_page_size, check_unicode, facts, objects, output, same, words

PREFERENCES = {
    "/PrintScaling": "/None", "/Duplex": "/DuplexFlipLongEdge", "/PickTrayByPDFSize": True, "/DisplayDocTitle": True,
}  # fmt: skip


def values(pdf):
    return [entry["value"] for entry in objects(pdf).values() if isinstance(entry.get("value"), dict)]


def catalog(pdf):
    [found] = [value for value in values(pdf) if value.get("/Type") == "/Catalog"]
    return found


def resolved(pdf, value):
    return objects(pdf)[f"obj:{value}"]["value"] if isinstance(value, str) and value.endswith(" R") else value


def test_pages_have_the_papers_size(sheets):
    check_page_size(sheets.path, sheets.paper)
    count = 5
    fronts = -(-count // (sheets.columns * sheets.rows))
    assert int(facts(sheets.path)["Pages"]) == 2 * fronts


def test_a_document_says_what_it_is(sheets):
    found = facts(sheets.path)
    assert (found["PDF version"], found["Tagged"], found["Title"]) == ("1.7", "yes", "Deck")
    assert "2026" in found["CreationDate"] and "Nov  1" in found["CreationDate"]
    assert catalog(sheets.path)["/Lang"] == "u:en"


def test_printers_are_told_how_to_print(sheets, short_edge_sheets):
    assert resolved(sheets.path, catalog(sheets.path)["/ViewerPreferences"]) == PREFERENCES
    short = resolved(short_edge_sheets.path, catalog(short_edge_sheets.path)["/ViewerPreferences"])
    assert short["/Duplex"] == "/DuplexFlipShortEdge"


def test_a_document_is_sound(sheets):
    assert "No syntax or stream encoding errors" in output("qpdf", "--check", sheets.path)


def test_fonts_are_embedded_and_the_bundled_ones(sheets):
    check_unicode(sheets.path)
    fonts = output("pdffonts", sheets.path).splitlines()[2:]
    assert fonts
    for line in fonts:
        assert re.match(r"[A-Z]{6}\+NotoSans", line), line
        assert "Type 3" not in line


def test_elements_are_tagged_in_reading_order(printed):
    path = printed["long", "a4"]["cards-a6-a4.pdf"]
    tree = output("pdfinfo", "-struct-text", path)
    lines = [line.strip() for line in tree.splitlines() if line.strip()]
    assert lines[0] == "Document" and lines[1] == "Sect"
    texts = [line.strip('"') for line in lines if line.startswith('"')]
    wanted = ["Card 1", "Phrases", "I will call you by 4:30 with", "Instead of:", "a6-1"]
    places = [next(i for i, text in enumerate(texts) if part in text) for part in wanted]
    assert places == sorted(places)
    for kind in ("H1", "L", "LI", "Lbl", "LBody", "Figure"):
        assert any(line.split(" ")[0] == kind for line in lines), kind


def test_every_code_has_words_for_those_who_do_not_see_it(printed):
    path = printed["long", "a4"]["cards-a6-a4.pdf"]
    figures = [value for value in values(path) if value.get("/S") == "/Figure"]
    assert len(figures) == 5
    for figure in figures:
        assert re.search(r"https://desk\.example/c/a6-\d/#[0-9A-Z]{5}$", figure["/Alt"]), figure


def test_text_can_be_searched_and_copied(printed):
    text = " ".join(output("pdftotext", printed["long", "a4"]["cards-a6-a4.pdf"], "-").split())
    for phrase in ("I will call you by 4:30 with an answer.", "Is arrival more than a day away?", "cancel, no charge"):
        assert phrase in text


def test_the_bundled_cards_pass(bundled):
    for paper, decks in bundled.items():
        assert decks
        for path in decks.values():
            check_page_size(path, paper)
            check_unicode(path)
            assert "No syntax or stream encoding errors" in output("qpdf", "--check", path)
            assert any("H.E.A.R.T." in word.text for page in words(path) for word in page)


def test_pages_of_the_cards_own_size_for_print_shops(every_size):
    decks = every_size.print("--sheet", "page", "--size", "a6", "3x5", to="page")
    assert sorted(decks) == ["cards-3x5-page.pdf", "cards-a6-page.pdf"]
    for size in ("a6", "3x5"):
        width, _, height = facts(decks[f"cards-{size}-page.pdf"])["Page size"].split()[:3]
        assert same((float(width) * POINT, float(height) * POINT), deck.SIZES[size], 0.05)


def test_the_papers_of_both_tables_agree():
    assert {size for size, _ in deck.SHEETS} == set(deck.SIZES)
