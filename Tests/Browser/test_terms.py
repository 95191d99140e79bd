"""Words of the glossary: what they mean on hover, on focus and on tap, and a link without scripts."""

import pytest
from accessibility import violations
from waiting import wait_until

pytestmark = pytest.mark.both_origins

SHOWN = "document.querySelector('.term-note') && !document.querySelector('.term-note').hidden"


@pytest.fixture
def path(handbook):
    return handbook.with_markup('class="term"')


def test_hover_explains_and_escape_closes(path, reader):
    page = reader.open(path)
    term = page.locator(".term").first
    term.hover()
    wait_until(page, SHOWN)
    note = page.locator(".term-note")
    assert len(note.inner_text()) > 10
    assert term.get_attribute("aria-describedby") == "term-note"
    assert violations(page) == []
    page.keyboard.press("Escape")
    assert note.is_hidden()


def test_the_pointer_may_travel_to_the_note(path, reader):
    page = reader.open(path)
    page.locator(".term").first.hover()
    wait_until(page, SHOWN)
    page.locator(".term-note").hover()
    page.wait_for_timeout(400)
    assert page.locator(".term-note").is_visible()


def test_focus_explains_and_leaving_closes(path, reader):
    page = reader.open(path)
    page.locator(".term").first.focus()
    wait_until(page, SHOWN)
    page.locator(".site-title").focus()
    wait_until(page, "document.querySelector('.term-note').hidden")


def test_a_first_tap_explains_and_the_note_leads_on(path, new_reader, base):
    reader = new_reader(base, used_once=True, has_touch=True, viewport={"width": 360, "height": 740})
    page = reader.open(path)
    page.locator(".term").first.tap()
    wait_until(page, SHOWN)
    assert reader.place.split("#")[0] == path
    box = page.locator(".term-note").bounding_box()
    assert box["x"] >= 0 and box["x"] + box["width"] <= 360
    page.locator(".term-note a").tap()
    page.wait_for_url("**/glossary.html#*")
    assert reader.place.startswith("glossary.html#")


def test_without_scripts_a_term_is_a_link_to_the_glossary(path, new_reader, base):
    reader = new_reader(base, java_script_enabled=False)
    page = reader.open(path)
    page.locator(".term").first.click()
    assert reader.place.startswith("glossary.html#")


def test_a_term_is_explained_once_a_page_and_never_in_what_is_said(handbook):
    # Where pages are bound for paper, each explains its terms anew.
    for path, document in handbook.documents.items():
        if path.startswith("print/"):
            continue
        links = [one["href"] for tag, one in document.tags if tag == "a" and one.get("class") == "term"]
        assert len(links) == len(set(links)), path
    assert not any('class="term"' in line for line in handbook.documents["phrases.html"].text.splitlines())
    assert 'class="term"' not in handbook.documents["glossary.html"].text
