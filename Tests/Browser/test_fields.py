"""Blanks that the reader fills in: typed once, shown everywhere, forgotten with one key."""

import pytest
from clipboard import CLIPBOARD, empty_clipboard
from waiting import wait_until

pytestmark = pytest.mark.both_origins


@pytest.fixture
def page(handbook, reader):
    """A page of the handbook on which one blank stands at least twice."""
    for path in handbook.documents:
        text = handbook.documents[path].text
        if 'class="fields ' in text and text.count('data-field="client" data-type') > 1:
            return reader.open(path)
    raise AssertionError("no page has a blank twice")


def client_places(page):
    return page.locator(".field[data-field=client]").all_inner_texts()


def open_panel(page):
    if page.locator(".fields[open]").count() == 0:
        page.locator(".fields > summary").click()


def type_client(page, name):
    open_panel(page)
    page.locator(".fields input[data-field=client]").fill(name)


def test_what_is_typed_once_stands_in_every_place(page):
    labels = client_places(page)
    assert len(labels) > 1
    type_client(page, "Ms. <b>O’Neil</b>")
    assert client_places(page) == ["Ms. <b>O’Neil</b>"] * len(labels)
    assert page.locator(".field b").count() == 0


def test_it_is_remembered_on_the_next_page_of_the_session(page, reader, handbook):
    type_client(page, "Sam Lee")
    here = reader.place
    other = next(
        path
        for path, document in handbook.documents.items()
        if path != here and 'class="fields ' in document.text and 'data-field="client" data-type' in document.text
    )
    reader.open(other)
    assert set(client_places(page)) == {"Sam Lee"}


def test_a_copied_phrase_holds_what_was_typed_and_shows_what_was_not(new_reader, sampler_base):
    reader = new_reader(sampler_base, permissions=CLIPBOARD)
    page = reader.open("fields.html")
    empty_clipboard(page)
    type_client(page, "Sam Lee")
    page.locator(".phrase .copy").nth(2).click()
    page.locator(".toast", has_text="Copied").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == "That is [Amount], Sam Lee. Is the [Part of the day] good?"


def test_two_escapes_clear_all_blanks(page):
    labels = client_places(page)
    type_client(page, "Sam Lee")
    page.keyboard.press("Escape")
    assert set(client_places(page)) == {"Sam Lee"}, "one Esc is not enough"
    page.keyboard.press("Escape")
    assert client_places(page) == labels
    assert page.locator(".fields input[data-field=client]").input_value() == ""
    page.reload()
    assert client_places(page) == labels


def test_escapes_that_leave_the_search_do_not_clear(page):
    type_client(page, "Sam Lee")
    page.keyboard.press("Tab")
    page.locator("#search-input").focus()
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    assert set(client_places(page)) == {"Sam Lee"}


def test_the_button_clears_for_the_next_caller(page):
    labels = client_places(page)
    type_client(page, "Sam Lee")
    page.locator(".fields .clear").click()
    assert client_places(page) == labels
    page.locator(".toast", has_text="The call is cleared").wait_for()


def test_nothing_is_kept_beyond_the_session(page, reader):
    type_client(page, "Sam Lee")
    assert not [kept for kept in page.evaluate("Object.values(localStorage)") if "Sam Lee" in kept]
    assert page.evaluate("document.cookie") == ""
    other = reader.context.new_page()
    other.goto(page.url)
    assert client_places(other) and "Sam Lee" not in client_places(other)
    other.close()


def test_every_type_of_blank_has_an_input_and_reads_as_people_speak(sampler_reader):
    page = sampler_reader.open("fields.html")
    open_panel(page)
    page.locator("[data-field=day]:is(input)").fill("2026-12-24")
    page.locator("[data-field=hour]:is(input)").fill("16:30")
    page.locator("[data-field=amount]:is(input)").fill("$85")
    page.locator("select[data-field=when]").select_option("afternoon")
    lines = page.locator(".say .line").all_inner_texts()
    assert "Thursday, December 24" in lines[1]
    assert "4:30" in lines[1] and "PM" in lines[1]
    assert "That is $85," in lines[2] and "Is the afternoon good?" in lines[2]


def test_fixed_values_are_in_the_text_already(sampler_reader):
    page = sampler_reader.open("fields.html")
    assert "this is Willow <Street> & Sons." in page.locator(".say .line").first.inner_text()


def test_the_panel_leaves_the_screen_to_the_words(page):
    assert page.locator(".fields input").first.is_hidden()
    type_client(page, "Sam Lee")
    page.reload()
    assert page.locator(".fields input").first.is_hidden()
    assert "Sam Lee" in client_places(page)


def test_a_blank_leads_to_its_input_and_back(page):
    place = page.locator(".field[data-field=client]:visible").last
    place.click()
    assert page.evaluate("document.activeElement.dataset.field") == "client"
    page.keyboard.type("Sam")
    page.keyboard.press("Enter")
    wait_until(
        page,
        "place => { const box = place.getBoundingClientRect(); return box.top > 0 && box.bottom < innerHeight; }",
        place.element_handle(),
    )
    assert place.inner_text() == "Sam"
