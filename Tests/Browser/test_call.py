"""A call has a beginning and an end: what belongs to it shows, goes at once, and comes back only when asked."""

import json

import pytest
from built_site import build_site

pytestmark = pytest.mark.both_origins

PAGES = {
    "handbook.yml": (
        "title: Desk\nfields:\n  agent: {label: Your name, keep: shift}\n  client: {label: Client}\n"
        "  part: {label: Part, type: choice, choices: [morning, noon], keep: shift}\n"
    ),
    "index.md": "# Home\n\nSee [a script](ask.md), [another](more.md) and [a letter](letter.md).\n",
    "ask.md": (
        "---\nkind: script\n---\n# Ask\n\n## Start\n\n> [!SAY]\n> Hello {{client}}, this is {{agent}} in the {{part}}.\n\n"
        "- [They agree](#end)\n- [They want more](more.md)\n\n## End\n\n> [!OUTCOME]\n> Write [the letter](letter.md).\n"
    ),
    "more.md": "---\nkind: script\n---\n# More\n\n## Start\n\nAsk.\n\n- [Done](#end)\n\n## End\n\n> [!OUTCOME]\n> Done.\n",
    "letter.md": "# Letter\n\nDear {{client}}\n",
}


@pytest.fixture(scope="module")
def desk(deskbook, tmp_path_factory):
    return build_site(deskbook, tmp_path_factory.mktemp("call"), PAGES)


@pytest.fixture
def reader(desk, origin, share, new_reader):
    return new_reader(desk.folder.as_uri() + "/" if origin == "file" else share(desk))


def fill(page, field, value):
    page.locator(".fields").evaluate("panel => { panel.open = true; }")
    page.locator(f".fields input[data-field={field}]").fill(value)


def in_menu(page, button):
    """A button that the bar shows when asked for more."""
    place = page.locator(f".script-bar {button}")
    if not place.is_visible():
        page.locator(".script-bar .more").click()
    return place


def trail(page):
    return page.locator(".trail li").all_inner_texts()


def kept(page):
    """What the browser holds, as one text."""
    return json.dumps(page.evaluate("[Object.entries(sessionStorage), Object.entries(localStorage), history.state]"))


def whole_call(reader):
    """Fills both names, goes on to the outcome, and searches."""
    page = reader.open("ask.html")
    fill(page, "agent", "Ana")
    fill(page, "client", "Sam Lee")
    page.locator(".choices a").first.click()
    return page


def test_nothing_shows_before_there_is_a_call(reader):
    page = reader.open("index.html")
    assert page.locator(".call").is_hidden()
    page = reader.open("ask.html")
    fill(page, "agent", "Ana")
    assert page.locator(".call").is_hidden(), "one's own name begins no call"


@pytest.mark.parametrize("begin", ["blank", "step"])
def test_a_blank_and_a_step_begin_a_call(reader, begin):
    page = reader.open("ask.html")
    if begin == "blank":
        fill(page, "client", "Sam Lee")
    else:
        page.locator(".choices a").first.click()
    assert page.locator(".call-new").is_visible()


def test_every_page_tells_whose_call_it_is(reader):
    page = whole_call(reader)
    for place in ("index.html", "az.html", "more.html"):
        page = reader.open(place)
        assert page.locator(".call-chip").inner_text().startswith("Sam Lee, ")


def test_a_new_call_leaves_nothing_of_the_last_one(reader):
    page = whole_call(reader)
    page.locator(".script-bar .back").click()
    page.locator(".choices a", has_text="They want more").click()
    page.locator("h1", has_text="More").wait_for()
    page.locator(".call-new").click()
    assert page.locator(".call").is_hidden()
    for place in ("more.html", "ask.html", "letter.html"):
        page = reader.open(place)
        assert "Sam Lee" not in page.locator("body").inner_text()
        assert "They want more" not in kept(page) and "Sam Lee" not in kept(page)
    page = reader.open("ask.html")
    assert "this is Ana" in page.locator(".say").inner_text(), "what is kept for the shift stays"


def test_back_shows_no_step_of_the_last_call(reader):
    page = whole_call(reader)
    assert len(trail(page)) == 2
    page.locator(".call-new").click()
    assert page.locator(".trail").is_hidden()
    page.go_back()
    page.wait_for_timeout(100)
    assert "They agree" not in page.locator(".script-bar").inner_text()


@pytest.mark.parametrize("way", ["button", "key"])
def test_undo_brings_the_call_back(reader, way):
    page = whole_call(reader)
    before = trail(page)
    page.locator(".call-new").click()
    if way == "button":
        page.locator(".toast button", has_text="Undo").click()
    else:
        page.locator("body").press("Control+z")
    assert page.locator(".call-chip").inner_text().startswith("Sam Lee")
    assert trail(page) == before
    page = reader.open("letter.html")
    assert "Dear Sam Lee" in page.locator("main").inner_text()


def test_two_escapes_end_the_call_from_any_page(reader):
    whole_call(reader)
    page = reader.open("index.html")
    page.locator("body").press("Escape")
    assert page.locator(".call").is_visible()
    page.locator("body").press("Escape")
    page.locator("body").press("Escape")
    assert page.locator(".call").is_hidden()


def test_starting_a_script_again_keeps_the_blanks(reader):
    page = whole_call(reader)
    in_menu(page, ".restart").click()
    assert page.locator(".trail").is_hidden()
    assert "Hello Sam Lee" in page.locator(".say").inner_text()


def test_an_outcome_offers_what_ends_a_call(reader):
    page = whole_call(reader)
    ways = page.locator(".step.current .outcome-ways > *")
    assert ways.all_inner_texts() == ["Copy note", "the letter", "New call"]
    ways.last.click()
    assert page.locator(".call").is_hidden()


def test_searches_of_a_call_end_with_it(reader):
    page = reader.open("index.html")
    page.locator("#search-input").fill("letter")
    page.locator("#search-results [role=option]").first.wait_for()
    page.keyboard.press("Enter")
    page.locator("h1", has_text="Letter").wait_for()
    assert "letter" in page.evaluate("sessionStorage.getItem('deskbook-searches')")
    assert page.evaluate("localStorage.getItem('deskbook-searches')") is None
    page.locator(".call-new").click()
    assert page.evaluate("sessionStorage.getItem('deskbook-searches')") is None


def test_another_tab_has_a_call_of_its_own(reader):
    page = whole_call(reader)
    other = reader.context.new_page()
    other.goto(page.url)
    assert other.locator(".call").is_hidden()
    other.close()


def test_on_a_phone_a_call_has_a_row_above_menu_home_and_search(reader):
    page = whole_call(reader)
    page.set_viewport_size({"width": 360, "height": 640})
    page.evaluate("scrollTo(0, 0)")
    row = [page.locator(part).bounding_box() for part in (".menu-button", ".site-title", ".search", ".scheme-button")]
    assert len({round((box["y"] + box["height"] / 2) / 10) for box in row}) == 1
    call = page.locator(".call").bounding_box()
    assert call["y"] + call["height"] <= min(box["y"] for box in row)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
