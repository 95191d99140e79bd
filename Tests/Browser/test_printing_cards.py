"""The page of all cards for the person at the printer."""

import pytest
from accessibility import violations
from paper import printed


@pytest.fixture
def page(reader):
    page = reader.open("cards/index.html")
    page.evaluate("window.print = () => {}")
    return page


def names(page):
    """The titles of the cards that are shown."""
    return page.locator(".card-shelf .card:visible .card-name").all_inner_texts()


def test_all_cards_stand_on_three_screens(page):
    assert page.locator(".card-shelf .card").count() == 28
    assert page.evaluate("document.documentElement.scrollHeight") <= 3_000
    assert page.locator(".card-question").bounding_box()["y"] > page.locator(".card-shelf").bounding_box()["y"]


@pytest.mark.parametrize("width", [320, 360, 768])
def test_the_cards_are_no_wider_than_the_screen(width, page):
    page.set_viewport_size({"width": width, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_cards_are_found_by_name_and_by_category(page):
    find = page.get_by_label("Find a card")
    find.fill("abus")
    assert names(page) == ["An abusive caller"]
    find.fill("policy missed")
    assert names(page) == ["A missed visit"]
    find.fill("no such card")
    assert names(page) == [] and page.locator(".none-found").inner_text() == "No card has these words."
    find.fill("")
    assert len(names(page)) == 28


def test_chosen_cards_come_out_at_their_true_size_and_nothing_else(page, tmp_path):
    button = page.locator(".print-chosen")
    assert button.is_disabled()
    for title in ["A missed visit", "An abusive caller", "Emergency"]:
        page.get_by_label(f"Print {title}").check()
    assert button.inner_text() == "Print chosen (3 sheets)"
    button.click()
    page.emulate_media(media="print")
    box = page.locator(".chosen-cards .face").first.bounding_box()
    assert abs(box["width"] * 25.4 / 96 - 105) < 0.1 and abs(box["height"] * 25.4 / 96 - 148) < 0.1
    sheets = printed(page, tmp_path)
    assert len(sheets) == 3
    text = " ".join(sheets)
    assert all(text.count(title) >= 1 for title in ["A missed visit", "An abusive caller", "Emergency"])
    assert "Apologizing" not in text and "Print chosen" not in text and "Fill a sheet" not in text
    # The browser has printed them: the page is again what it was.
    page.emulate_media(media="screen")
    assert page.locator(".chosen-cards").count() == 0 and page.locator(".card-shelf").is_visible()


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_the_button_says_how_many_sheets_come_out(paper, page, tmp_path):
    page.get_by_label("Paper").select_option(paper)
    page.get_by_label("Find a card").fill("phrases")
    page.get_by_label("Choose all").check()
    chosen = page.locator(".card-name input:checked").count()
    assert 1 < chosen < 28
    name = page.locator(".print-chosen").inner_text()
    page.locator(".print-chosen").click()
    assert name == f"Print chosen ({len(printed(page, tmp_path))} sheets)"


def test_a_sheet_is_filled_with_one_card(page, tmp_path):
    page.get_by_role("button", name="Fill a sheet with this one: H.E.A.R.T.").click()
    [sheet] = printed(page, tmp_path)
    assert sheet.count("Let them tell") == 2


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_the_page_of_all_cards(scheme, new_reader, base):
    assert violations(new_reader(base, color_scheme=scheme).open("cards/index.html")) == []


def test_without_scripts_every_card_leads_to_its_page_and_its_pdf(new_reader, base):
    page = new_reader(base, java_script_enabled=False).open("cards/index.html")
    assert page.locator(".card-printer").is_hidden()
    card = page.locator("#c-abuse")
    assert card.locator(".card-files a").first.is_visible()
    card.locator(".card-name a").click()
    page.wait_for_url("**/cards/abuse.html")
