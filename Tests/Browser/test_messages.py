"""Letters and messages are copied or opened in the mail program, with their blanks filled; a situation opens with what to say."""

import urllib.parse

import pytest
from clipboard import CLIPBOARD, empty_clipboard

TEMPLATES = "records/templates.html"


@pytest.fixture
def page(new_reader, base):
    """The letters, with the client's name filled in."""
    page = new_reader(base, permissions=CLIPBOARD).open(TEMPLATES)
    page.locator(".fields").evaluate("panel => { panel.open = true; }")
    page.locator(".fields input[data-field=client]").fill("Sam & Lee")
    return page


def tool(page, name):
    return page.get_by_role("button" if name == "Copy" else "link", name=f"{name}: A missed visit")


def test_a_letter_is_copied_as_plain_text_with_its_blanks_filled(page):
    empty_clipboard(page)
    tool(page, "Copy").click()
    page.locator(".toast", has_text="Copied: Subject: We missed you on [Date]").wait_for()
    paragraphs = page.evaluate("navigator.clipboard.readText()").split("\n\n")
    assert paragraphs[:2] == ["Subject: We missed you on [Date]", "Dear Sam & Lee,"]
    assert paragraphs[-1] == "[Your name], Willow Street Clinic"


def test_a_letter_opens_in_mail_with_subject_and_text(page):
    # The browser here has no mail program: what it would be handed is looked at instead.
    link = tool(page, "Open in mail")
    link.evaluate("link => link.addEventListener('click', event => event.preventDefault())")
    link.click()
    address = urllib.parse.urlsplit(link.get_attribute("href"))
    assert (address.scheme, address.path) == ("mailto", "")
    parts = urllib.parse.parse_qs(address.query)
    assert parts["subject"] == ["We missed you on [Date]"]
    assert parts["body"][0].startswith("Dear Sam & Lee,\r\n\r\nYou had a visit with")


def test_the_outcome_of_a_script_leads_to_its_letter_in_the_same_call(page):
    page.goto(page.url.replace(TEMPLATES, "policies/missed-appointment.html#write-to-them"))
    ways = page.locator(".step.current .outcome-ways > *")
    assert ways.all_inner_texts() == ["Copy note", "A missed visit", "New call"]
    ways.nth(1).click()
    page.locator("h1", has_text="Letters").wait_for()
    assert page.url.endswith("#a-missed-visit")
    assert "Dear Sam & Lee," in page.locator(".message").nth(2).inner_text()


def test_a_fenced_letter_has_blanks_too(new_reader, sampler_base):
    page = new_reader(sampler_base, permissions=CLIPBOARD).open("fields.html")
    page.locator(".fields").evaluate("panel => { panel.open = true; }")
    page.locator(".fields input[data-field=client]").fill("Sam")
    page.locator(".message .copy").click()
    page.locator(".toast", has_text="Copied").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == (
        "Subject: About [brackets]\n\nDear Sam,\n\nno {{unknown}} blank."
    )


def test_a_quote_that_is_nothing_to_send_stays_a_quote(handbook):
    assert 'class="message"' in handbook.documents[TEMPLATES].text
    for path in handbook.of_kind("practice"):
        assert 'class="message"' not in handbook.documents[path].text


@pytest.mark.parametrize("size", [(1280, 720), (360, 640)], ids=["desk", "phone"])
def test_an_angry_client_opens_on_the_first_line(size, new_reader, base):
    page = new_reader(base, permissions=CLIPBOARD).open("situations/angry-client.html")
    page.set_viewport_size({"width": size[0], "height": size[1]})
    empty_clipboard(page)
    lines = page.locator(".first-lines .phrase")
    assert lines.count() == 3
    box = lines.first.bounding_box()
    assert box["y"] + box["height"] <= size[1]
    lines.first.locator(".copy").click()
    page.locator(".toast", has_text="Copied").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == "Please go on. I want to hear all of it."
    page.get_by_role("link", name="All 10 lines").click()
    assert page.url.endswith("#what-to-say")


def test_every_guide_and_model_with_lines_opens_with_some(handbook):
    for path, document in handbook.documents.items():
        if document.kind not in ("guide", "model") or 'class="phrases"' not in document.text:
            continue
        assert document.text.index('class="first-lines"') < document.text.index('class="phrases"'), path
