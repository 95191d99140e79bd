"""The main ways through the handbook in the other two browsers that stand on desks, from the disk and from a sub-path."""

import platform
import re
import shutil

import drivers
import pytest
from drivers import CONTROL, ENTER

# The first test of a browser waits until it has started, and that may be long where much else goes on.
pytestmark = [pytest.mark.timeout(300), pytest.mark.both_origins]
KINDS = {"firefox": drivers.Firefox, "webkit": drivers.WebKit}


@pytest.fixture(scope="session", params=KINDS)
def opened(request, tmp_path_factory):
    """A browser that the tests use one after another."""
    if request.param == "firefox" and not shutil.which("firefox-esr") and platform.freedesktop_os_release()["ID"] == "ubuntu":
        pytest.skip("Ubuntu has no package firefox-esr, and its Firefox is a snap, which knows nothing of a test's folders")
    browser = KINDS[request.param](tmp_path_factory.mktemp(request.param))
    yield browser
    browser.quit()


@pytest.fixture
def desk(opened, base):
    opened.open(base + "index.html")
    yield opened
    complaints = opened.complaints()
    opened.forget()
    assert complaints == []


@pytest.fixture
def pages(handbook, base):
    """Gives the address of the first page that a test of it holds for."""
    return lambda holds: next(base + path for path, page in handbook.documents.items() if holds(path, page))


def title(person):
    return person.run("return document.querySelector('h1').textContent")


def step(person):
    return person.run("return document.querySelector('.step.current').dataset.step")


def search(person, words):
    person.press("/")
    person.press(words)
    return person.see("#search-results [role=option]")


def test_a_search_leads_to_its_page_and_back(desk):
    search(desk, "angry client")
    desk.press(ENTER)
    desk.see("h1", "An angry client")
    desk.back()
    desk.see("#search-results [role=option]")
    assert desk.run("return document.querySelector('#search-input').value") == "angry client"


def test_a_line_is_copied_from_its_page_and_from_the_list(desk, handbook, base):
    desk.open(base + handbook.of_kind("phrases")[0])
    phrase = desk.see(".phrase:has(.say):not(:has(.field))")
    phrase.find_element("css selector", ".copy").click()
    desk.see(".toast", "Copied")
    assert desk.pasted() == desk.text(phrase.find_element("css selector", ".say .line"))
    desk.open(base + "index.html")
    search(desk, "shouting")
    desk.press(CONTROL + "c")
    line = desk.text(desk.see(".toast", "Copied: ")).removeprefix("Copied: ")
    assert line and desk.pasted() == line


def test_a_script_is_walked_by_keys_and_choices_and_back(desk, handbook, base):
    desk.open(base + handbook.of_kind("script")[0])
    first = step(desk)
    desk.press("1")
    second = step(desk)
    desk.click(".step.current .choices a")
    assert len({first, second, step(desk)}) == 3
    assert len(desk.all(".trail li")) == 3
    desk.back()
    desk.wait(lambda: step(desk) == second, "the step before")
    desk.reload()
    assert step(desk) == second and len(desk.all(".trail li")) == 2
    desk.click(".script-bar .back")
    assert step(desk) == first


def test_the_note_of_a_call_is_copied(desk, handbook, base):
    desk.open(base + handbook.of_kind("script")[0])
    while not desk.all(".step.current .alert-outcome"):
        desk.press("1")
    steps = desk.run("return Array.from(document.querySelectorAll('.trail [href], .trail [aria-current]'), (one) => one.textContent)")
    desk.click(".step.current .outcome-ways button")
    desk.see(".toast")
    note = desk.pasted()
    assert note.startswith(title(desk)) and all(name in note for name in steps)


BLANK = 'data-field="client" data-type'


def named(person):
    """Whether a line to say holds the client's name, be it of another step."""
    return person.run("return Array.from(document.querySelectorAll('.body .line')).some((line) => line.textContent.includes('Sam Lee'))")


def test_a_new_call_leaves_nothing_of_the_last_caller(desk, pages):
    """In another folder, too, which has a storage of its own in Firefox from the disk."""
    line = pages(lambda path, page: path.startswith("situations/") and BLANK in page.text)
    script = pages(lambda path, page: page.kind == "script" and BLANK in page.text)
    for address in (script, line):
        desk.open(address)
        assert not named(desk)
    desk.click(".fields > summary")
    desk.fill(".fields input[data-field=client]", "Sam Lee")
    assert named(desk)
    desk.open(script)
    desk.see(".call-chip", "Sam Lee")
    assert named(desk)
    desk.click("button", "New call")
    desk.gone(".call")
    for address in (line, script):
        desk.open(address)
        desk.gone(".call")
        assert not named(desk)


def test_a_call_that_was_ended_by_mistake_comes_back(desk, handbook, base):
    desk.open(base + handbook.of_kind("script")[0])
    desk.press("1")
    here = step(desk)
    desk.click("button", "New call")
    desk.gone(".call")
    assert step(desk) != here
    desk.click(".toast button", "Undo")
    desk.see(".call")
    assert step(desk) == here


def test_an_answer_is_shown_rated_and_kept(desk, handbook, base):
    desk.open(base + handbook.of_kind("practice")[0])
    desk.click(".good-answer summary")
    desk.see(".good-answer .say")
    desk.click(".rubric input")
    desk.click(".rating label")
    told = desk.text(desk.see(".progress", "1 of "))
    desk.reload()
    assert desk.text(desk.see(".progress")) == told
    assert len(desk.driver.find_elements("css selector", ".rubric input:checked")) == 1


def test_a_printed_card_is_checked_by_its_code(desk, handbook, base):
    card = handbook.manifest["cards"][0]
    desk.open(base + "cards/index.html")
    desk.fill("#card-code", card["code"].lower() + ENTER)
    desk.see(".card-verdict[data-state=current]")
    desk.fill("#card-code", "AAAAA " + card["id"])
    desk.click(".card-check button")
    desk.see(".card-verdict[data-state=replaced]", card["code"])


def test_sheets_for_a_role_play_are_printed(desk, handbook, base):
    desk.open(base + handbook.of_kind("practice")[0])
    desk.run("(window.wrappedJSObject || window).print = () => { document.title = 'printed'; }")
    desk.click("button", "Print sheets for two")
    desk.wait(lambda: desk.run("return document.title") == "printed", "the printer")
    count = lambda selector: len(desk.driver.find_elements("css selector", selector))
    assert count(".sheet .half.client blockquote") == count(".scenario") > 0
    assert count(".sheet .half.desk blockquote") == 0


def test_no_kind_of_page_scrolls_sideways(desk, handbook, base):
    """With scroll bars that take room, as on Windows."""
    first = {page.kind: path for path, page in reversed(handbook.documents.items()) if not re.match("c/|404", path)}
    wide = []
    for path in first.values():
        desk.open(base + path)
        if desk.run("return document.documentElement.scrollWidth > document.documentElement.clientWidth"):
            wide.append(path)
    assert wide == []
    desk.open(base + "index.html")
    assert desk.run("return document.documentElement.clientWidth < innerWidth"), "the scroll bar takes no room"
