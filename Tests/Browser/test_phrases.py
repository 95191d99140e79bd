"""Lines to say: copied with one press, with or without the browser's clipboard."""

import pytest
from clipboard import CLIPBOARD, empty_clipboard, pasted

LACKING = "Object.defineProperty(navigator, 'clipboard', {value: undefined})"
REFUSING = "navigator.clipboard.writeText = () => Promise.reject(new Error('refused'))"
DEAD = LACKING + "; Document.prototype.execCommand = () => false"


def plain_phrase(page):
    """A phrase without a blank to fill in, and its text."""
    phrase = page.locator(".phrase:has(.say):not(:has(.field))").first
    return phrase, phrase.locator(".say .line").first.inner_text()


def test_the_button_copies_what_to_say_and_nothing_else(handbook, new_reader, base):
    reader = new_reader(base, permissions=CLIPBOARD)
    page = reader.open(handbook.of_kind("phrases")[0])
    empty_clipboard(page)
    phrase, line = plain_phrase(page)
    phrase.locator(".copy").click()
    page.locator(".toast", has_text="Copied").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == line


@pytest.mark.parametrize("clipboard", [LACKING, REFUSING], ids=["lacking", "refusing"])
def test_copying_works_where_the_clipboard_is(clipboard, handbook, new_reader, base):
    reader = new_reader(base, used_once=True)
    reader.context.add_init_script(clipboard)
    page = reader.open(handbook.of_kind("phrases")[0])
    empty_clipboard(page)
    phrase, line = plain_phrase(page)
    phrase.locator(".copy").click()
    page.locator(".toast", has_text="Copied").wait_for()
    assert pasted(page) == line
    assert page.evaluate("document.querySelectorAll('body > textarea').length") == 0


def test_where_nothing_can_be_copied_the_line_is_selected(handbook, new_reader, base):
    reader = new_reader(base, used_once=True)
    reader.context.add_init_script(DEAD)
    page = reader.open(handbook.of_kind("phrases")[0])
    empty_clipboard(page)
    phrase, line = plain_phrase(page)
    phrase.locator(".copy").click()
    page.locator(".toast", has_text="Ctrl C").wait_for()
    assert line in page.evaluate("String(getSelection())")


def test_the_key_c_copies_the_phrase_under_the_pointer(handbook, new_reader, base):
    reader = new_reader(base, permissions=CLIPBOARD)
    page = reader.open(handbook.of_kind("phrases")[0])
    empty_clipboard(page)
    phrase, line = plain_phrase(page)
    phrase.locator(".say").hover()
    page.keyboard.press("c")
    page.locator(".toast", has_text="Copied").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == line


def test_phrases_are_copied_from_the_phrase_index_too(new_reader, base):
    reader = new_reader(base, permissions=CLIPBOARD)
    page = reader.open("phrases.html")
    empty_clipboard(page)
    phrase, line = plain_phrase(page)
    phrase.locator(".copy").click()
    page.locator(".toast", has_text="Copied").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == line


def test_a_template_in_a_code_block_is_copied_whole(new_reader, sampler_base):
    page = new_reader(sampler_base, permissions=CLIPBOARD).open("elements.html")
    empty_clipboard(page)
    block = page.locator(".copyable").first
    block.locator(".copy-code").click()
    page.locator(".toast", has_text="Copied").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == block.locator("code").inner_text().rstrip("\n")


def test_the_phrase_index_holds_every_phrase_of_the_handbook(handbook, reader):
    page = reader.open("phrases.html")
    count = page.locator(".phrase").count()
    parts = page.locator(".parts a").count()
    assert parts > 1
    for number in range(2, parts + 1):
        page.get_by_role("link", name=f"Part {number} of {parts}").click()
        page.wait_for_url(f"**/phrases-{number}.html")
        assert page.locator(".parts [aria-current=page]").inner_text() == str(number)
        count += page.locator(".phrase").count()
    assert count == handbook.manifest["phrases"]


def test_a_link_to_a_phrase_shows_it_and_marks_it(handbook, reader):
    path = handbook.of_kind("phrases")[0]
    anchor = reader.open(path).locator(".phrase").last.get_attribute("id")
    page = reader.open("index.html")
    page = reader.open(path, anchor=anchor)
    assert page.locator(":target").get_attribute("id") == anchor
    box = page.locator(":target").bounding_box()
    assert page.locator(".site-header").bounding_box()["height"] <= box["y"] < 800
