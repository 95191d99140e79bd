"""Cue cards on the screen: they agree with the PDF, and tell whether a printed card is current."""

import pdfplumber
import pytest

MM = 96 / 25.4
POINT = 25.4 / 72


@pytest.fixture(scope="session")
def printed(handbook):
    """Words of the fronts of the first sheet of all A6 cards, and the card each stands on."""
    with pdfplumber.open(handbook.folder / "cards/all-a6-a4.pdf") as document:
        words = document.pages[0].extract_words(keep_blank_chars=False, use_text_flow=False)
    cards = {}
    for word in words:
        x, y = word["x0"] * POINT, word["bottom"] * POINT
        column, row = int(x // 105), int((y - 0.5) // 148)
        cards.setdefault((column, row), []).append((word["text"], x - column * 105, y - 0.5 - row * 148))
    return list(cards.values())


def first_words(page, card):
    """The first word of each line of a card's front: text, left and bottom in millimetres from its corner."""
    return page.evaluate(
        """id => {
          const face = document.querySelector('#c-' + id + ' .face.front');
          const corner = face.getBoundingClientRect();
          return [...face.querySelectorAll('.card-body .line')].map(line => {
            const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
            const node = walker.nextNode();
            const end = node.data.trimEnd().search(/\\s/);
            const range = document.createRange();
            range.setStart(node, 0);
            range.setEnd(node, end < 0 ? node.data.length : end);
            const box = range.getBoundingClientRect();
            return [range.toString(), box.left - corner.left, box.bottom - corner.top];
          });
        }""",
        card,
    )


def test_english_cards_load_latin_letters_alone(reader):
    page = reader.open("cards/index.html")
    loaded = page.evaluate(
        "document.fonts.ready.then((fonts) => [...fonts].filter((font) => font.status === 'loaded').map((font) => [font.family, font.unicodeRange]))"
    )
    ranges = [letters for family, letters in loaded if family == "NotoSans"]
    assert len(ranges) == 2 and all(letters.startswith("U+20-17F") for letters in ranges), loaded


def test_the_preview_agrees_with_the_pdf_line_by_line(printed, handbook, reader):
    page = reader.open("cards/index.html")
    page.emulate_media(media="print")
    page.evaluate("document.fonts.ready")
    compared = 0
    for words in printed:
        # The name at the foot says which card it is.
        [card] = {text for text, _, _ in words} & {card["id"] for card in handbook.manifest["cards"]}
        for text, left, bottom in first_words(page, card):
            near = [
                (abs(left / MM - x), abs(bottom / MM - y)) for word, x, y in words
                if word.startswith(text.strip()) and abs(bottom / MM - y) < 4 and abs(left / MM - x) < 4
            ]  # fmt: skip
            assert near, (card, text)
            across, down = min(near)
            # The two readers measure a word's box by different edges of the font: up to a line's spare room.
            assert across < 0.4 and down < 1.2, (card, text, across, down)
            compared += 1
    assert compared > 20


def test_no_line_of_a_card_is_wider_than_its_column(handbook, reader):
    for path in ["cards/index.html", *handbook.of_kind("card")]:
        page = reader.open(path)
        page.evaluate("document.fonts.ready")
        assert page.locator(".face .line").evaluate_all(
            "lines => lines.filter(line => line.scrollWidth > line.clientWidth + 1).map(line => line.textContent)"
        ) == []
        assert page.locator(".face .card-body").evaluate_all(
            "bodies => bodies.filter(body => body.style.fontSize).map(body => body.closest('.card').id)"
        ) == [], "a card was set smaller than in print"


def check(page, typed):
    page.locator("#card-code").fill(typed)
    page.locator(".card-check button").click()
    verdict = page.locator(".card-verdict").first
    return verdict.get_attribute("data-state"), verdict.inner_text()


def test_a_code_tells_whether_a_printed_card_is_current(handbook, reader):
    card = handbook.manifest["cards"][0]
    page = reader.open("cards/index.html")
    assert check(page, card["code"].lower())[0] == "current"
    assert check(page, f"{card['code']} · {card['id']} · 2026-11-01")[0] == "current"
    state, text = check(page, f"AAAAA {card['id']}")
    assert state == "replaced" and card["code"] in text and card["title"] in text
    assert check(page, "AAAAA no-such-card")[0] == "withdrawn"
    state, text = check(page, "AAAAA")
    assert state == "replaced" and "AAAAA" in text


def test_enter_asks_too(handbook, reader):
    page = reader.open("cards/index.html")
    page.locator("#card-code").fill(handbook.manifest["cards"][0]["code"])
    page.keyboard.press("Enter")
    assert page.locator(".card-verdict").first.get_attribute("data-state") == "current"


def arrive(page, code):
    """Opens the page as a QR code does, with the code behind the `#`."""
    page.evaluate("code => { location.hash = code; }", code)
    verdict = page.locator(".card-verdict").first
    verdict.filter(has_text=".").wait_for()
    return verdict.get_attribute("data-state"), verdict.inner_text()


def test_the_page_of_a_qr_code_says_whether_the_card_is_current(handbook, reader):
    card = handbook.manifest["cards"][0]
    page = reader.open(f"c/{card['id']}/index.html")
    assert arrive(page, card["code"])[0] == "current"
    page = reader.open(f"c/{card['id']}/index.html")
    state, text = arrive(page, "AAAAA")
    assert state == "replaced" and card["code"] in text


def test_the_shortest_link_finds_a_card_by_its_code(handbook, reader):
    card = handbook.manifest["cards"][0]
    state, text = arrive(reader.open("c/index.html"), card["code"])
    assert state == "current" and card["title"] in text


def test_every_card_can_be_downloaded_for_both_papers(handbook, reader):
    page = reader.open("cards/index.html")
    links = page.locator(".card-files a").evaluate_all("links => links.map(link => link.getAttribute('href'))")
    for card in handbook.manifest["cards"]:
        for paper in ("a4", "letter"):
            assert f"../cards/card-{card['id']}-{paper}.pdf" in links
    assert "../cards/all-a6-a4.pdf" in links and "../cards/category-policy-a6-letter.pdf" in links
    for link in links:
        assert (handbook.folder / "cards" / link).resolve().read_bytes().startswith(b"%PDF-1.7")
