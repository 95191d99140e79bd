"""The search box besides its hits: kinds, earlier searches, help where nothing is found, marks on the page."""

import pytest
from accessibility import violations
from clipboard import CLIPBOARD
from waiting import wait_until

pytestmark = pytest.mark.both_origins

HIT = "#search-results [role=option]"
# The hits on show are those of what was typed last.
ANSWERED = f"""!document.querySelector('#search-results').hasAttribute('aria-busy')
  && document.querySelectorAll('{HIT}').length > 1"""


def ask(page, text):
    page.locator("#search-input").fill(text)
    wait_until(page, "!document.querySelector('#search-results').hasAttribute('aria-busy')")
    wait_until(page, "!document.querySelector('.search-panel').hidden")


def leave(page):
    """Opens the first hit and waits until its page stands: a tab that is closed on its way may hang."""
    with page.expect_event("load"):
        page.keyboard.press("Enter")


def kinds_shown(page):
    return set(page.locator(f"{HIT} .search-kind").all_inner_texts())


def is_marked(page, word):
    """Whether a word is highlighted on the page."""
    return page.evaluate(
        """word => Array.from(CSS.highlights.get('deskbook-search') || [])
          .some(range => range.toString().toLowerCase() === word)""",
        word,
    )


def test_a_chip_keeps_to_a_kind_by_pointer_and_by_keys(reader):
    page = reader.open("index.html")
    ask(page, "sorry")
    assert len(kinds_shown(page)) > 1
    page.locator(".search-chip", has_text="Phrases").click()
    # The earlier hits stay on show until the parts of the index that the new ones need are there.
    shown = f"Array.from(document.querySelectorAll('{HIT} .search-kind'), kind => kind.textContent)"
    wait_until(page, f"{shown}.length > 2 && {shown}.every(kind => kind === 'Phrase')")
    page.locator("#search-input").focus()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.value") == "phrase"
    page.keyboard.press("ArrowRight")
    wait_until(page, f"document.querySelector('{HIT} .search-kind')?.textContent !== 'Phrase'")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.id") == "search-input"


def test_a_kind_that_is_typed_checks_its_chip(reader):
    page = reader.open("index.html")
    ask(page, "phrase: sorry")
    assert kinds_shown(page) == {"Phrase"}
    assert page.locator(".search-kinds input:checked").get_attribute("value") == "phrase"
    page.locator(".search-chip", has_text="All").click()
    wait_until(page, "document.querySelector('#search-input').value === 'sorry'")


def test_a_tag_keeps_to_the_pages_that_have_it(reader):
    page = reader.open("index.html")
    ask(page, "tag:phrases sorry")
    paths = page.locator(HIT).evaluate_all("links => links.map(link => link.pathname)")
    assert paths and all("/phrases/" in path for path in paths)


def test_searches_that_led_somewhere_are_offered_again(reader):
    page = reader.open("index.html")
    ask(page, "missed appointment")
    page.keyboard.press("Enter")
    wait_until(page, "!location.pathname.endsWith('/index.html') && document.readyState === 'complete'")
    page = reader.open("glossary.html")
    page.locator("#search-input").focus()
    again = page.get_by_role("option", name="missed appointment")
    again.wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    wait_until(page, f"document.querySelectorAll('{HIT} .search-title').length > 2")
    assert page.locator("#search-input").input_value() == "missed appointment"
    page.locator("#search-input").fill("")
    page.get_by_role("button", name="Clear").click()
    page.locator("#search-input").blur()
    page.locator("#search-input").focus()
    assert page.locator(".search-panel").is_hidden()


def test_where_nothing_is_found_other_ways_are_shown(reader):
    page = reader.open("policies/index.html")
    ask(page, "xqzzz")
    assert page.get_by_role("link", name="Look in the A–Z").get_attribute("href") == "../az.html"
    page.locator(".search-escalation").click()
    assert reader.place == "policies/escalation.html"


def test_back_returns_to_the_hit_that_was_followed(reader):
    page = reader.open("glossary.html")
    ask(page, "fee")
    wait_until(page, ANSWERED)
    for _ in range(7):
        page.keyboard.press("ArrowDown")
    chosen = page.locator("#search-input").get_attribute("aria-activedescendant")
    top = page.evaluate("document.querySelector('#search-results').scrollTop")
    assert chosen == "search-hit-6" and top > 0
    leave(page)
    page.go_back()
    wait_until(page, ANSWERED)
    wait_until(page, f"document.querySelector('{HIT}[aria-selected=true]')?.id === 'search-hit-6'")
    assert page.evaluate("document.querySelector('#search-results').scrollTop") == top
    assert page.locator("#search-input").input_value() == "fee"


def test_words_that_look_like_the_one_typed_are_tried_by_a_click(reader):
    page = reader.open("index.html")
    ask(page, "xefunz")
    if page.locator(HIT).count() == 0 and page.locator(".search-closest").count() == 0:
        ask(page, "refxnxd")
    page.locator(".search-closest button").first.click()
    wait_until(page, f"document.querySelectorAll('{HIT}').length > 0")


def test_a_storage_that_refuses_stops_nothing(new_reader, base):
    reader = new_reader(base, used_once=True)
    reader.page.add_init_script("Object.defineProperty(window, 'localStorage', {get() { throw new Error('no'); }})")
    page = reader.open("index.html")
    ask(page, "refund")
    leave(page)


def test_the_found_words_are_marked_where_the_search_led(reader):
    page = reader.open("index.html")
    ask(page, "refund")
    leave(page)
    assert "double-charge" in page.url
    wait_until(page, "CSS.highlights.has('deskbook-search')")
    assert is_marked(page, "refund")
    assert "mark=" not in page.url
    page.keyboard.press("Escape")
    assert not is_marked(page, "refund")


def test_an_address_with_a_question_shows_its_hits_and_the_box_shares_one(reader):
    page = reader.open("index.html", query="charged twice")
    wait_until(page, f"document.querySelectorAll('{HIT}').length > 2")
    ask(page, "refund")
    wait_until(page, "new URLSearchParams(location.search).get('q') === 'refund'")
    page.keyboard.press("Escape")
    wait_until(page, "!location.search.includes('q=')")


def test_nothing_of_the_index_loads_with_the_page(new_reader, base):
    reader = new_reader(base, used_once=True)
    reader.page.add_init_script("window.requestIdleCallback = () => 0")
    asked = []
    reader.page.on("request", lambda request: asked.append(request.url))
    page = reader.open("index.html")
    assert not any("/search/" in url for url in asked)
    page.locator("#search-input").press_sequentially("refund")
    wait_until(page, f"document.querySelectorAll('{HIT}').length > 2")
    assert any(url.endswith("/search/index.js") for url in asked)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("text", ["xqzzz", "phrase: sorry", ""])
def test_the_box_is_accessible_in_every_state(text, scheme, origin, new_reader, base, screenshots):
    width = 1280 if origin == "file" else 360
    reader = new_reader(base, color_scheme=scheme, viewport={"width": width, "height": 740})
    page = reader.open("index.html")
    page.evaluate("sessionStorage.setItem('deskbook-searches', '[\"refund\", \"no show fee\"]')")
    if text:
        ask(page, text)
    else:
        page.locator("#search-input").focus()
    name = {"": "recent", "xqzzz": "nothing"}.get(text, "phrases")
    page.screenshot(path=screenshots / f"search-{name}-{scheme}-{width}.png")
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_walk_by_roles_alone(reader):
    page = reader.open("index.html")
    box = page.get_by_role("search").get_by_role("combobox", name="Search the handbook")
    assert box.get_attribute("aria-expanded") == "false"
    box.fill("charged twice")
    options = page.get_by_role("listbox", name="Search results").get_by_role("option")
    options.first.wait_for()
    assert box.get_attribute("aria-expanded") == "true"
    wait_until(page, r"/^\d+ results/.test(document.querySelector('[role=status]#search-status').textContent)")
    assert page.get_by_role("radiogroup", name="Show").get_by_role("radio", checked=True).count() == 1
    box.press("ArrowDown")
    chosen = page.get_by_role("option", selected=True)
    assert chosen.get_attribute("id") == box.get_attribute("aria-activedescendant")
    chosen.click()
    page.get_by_role("heading", level=1).wait_for()
    assert reader.place.startswith("policies/double-charge.html")


def test_a_walk_by_keys_alone(reader):
    page = reader.open("glossary.html")
    page.keyboard.press("/")
    page.keyboard.type("phrase: calm down")
    wait_until(page, ANSWERED)
    for key, selected in [("ArrowDown", 0), ("ArrowDown", 1), ("Home", 0), ("End", -1), ("ArrowDown", 0)]:
        page.keyboard.press(key)
        chosen = page.locator(HIT).evaluate_all("all => all.findIndex(one => one.ariaSelected === 'true')")
        assert chosen == selected % page.locator(HIT).count(), key
    page.keyboard.press("Escape")
    assert page.locator("#search-input").input_value() == ""
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.id") != "search-input"
    page.keyboard.press("Control+k")
    page.keyboard.type("refund")
    wait_until(page, ANSWERED)
    leave(page)
    assert "double-charge" in page.url


def test_keys_pressed_before_the_index_has_come_are_meant_for_its_hits(new_reader, base):
    reader = new_reader(base, used_once=True)
    reader.page.add_init_script(
        """const add = Element.prototype.append;
        Element.prototype.append = function (...parts) {
          const isIndex = parts[0] && parts[0].src && parts[0].src.includes('/search/index.js');
          if (isIndex) setTimeout(() => add.apply(this, parts), 400);
          else add.apply(this, parts);
        };"""
    )
    page = reader.open("index.html")
    page.keyboard.press("/")
    page.keyboard.type("refund")
    leave(page)
    assert "double-charge" in page.url


def test_damaged_storage_does_no_harm(reader):
    page = reader.open("index.html")
    for kept in ("{", "[1, null, {}]", '"text"', "[" * 500):
        page.evaluate(
            "kept => { sessionStorage.setItem('deskbook-searches', kept); localStorage.setItem('deskbook-missed:' + document.querySelector('.site-title span').textContent, kept); }", kept
        )
        page.reload()
        page.locator("#search-input").focus()
        ask(page, "xqzzz")
        ask(page, "refund")
        assert page.locator(HIT).count() > 1


def test_the_page_stays_where_it_is_while_somebody_types(reader, handbook):
    page = reader.open(max(handbook.of_kind("guide"), key=lambda path: len(handbook.documents[path].text)))
    page.evaluate("scrollTo(0, 900)")
    wait_until(page, "scrollY === 900")
    page.keyboard.press("/")
    page.keyboard.type("fee", delay=20)
    page.locator("#search-results [role=option]").first.wait_for()
    assert page.evaluate("scrollY") == 900


def test_a_digit_with_alt_copies_the_line_of_that_number_with_its_blanks_filled(new_reader, base):
    page = new_reader(base, permissions=CLIPBOARD).open("policies/missed-appointment.html")
    page.locator(".fields").evaluate("panel => { panel.open = true; }")
    page.locator(".fields input[data-field=client]").fill("Sam Lee")
    page.locator(".fields input[data-field=time]").fill("14:30")
    page.locator("#search-input").fill("")
    ask(page, "phrase: Thanks for bearing with me")
    wait_until(page, ANSWERED)
    assert page.locator("kbd", has_text="2").count() > 0
    line = page.locator(".search-hit-phrase .search-title").nth(1).inner_text()
    page.keyboard.press("Alt+2")
    page.locator(".toast", has_text="Copied: " + line).wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == line
    page.keyboard.press("Alt+1")
    page.locator(".toast", has_text="while I sorted that out, Sam Lee.").wait_for()
    assert page.evaluate("navigator.clipboard.readText()").endswith("Sam Lee.")


def test_hits_of_scripts_say_so(reader):
    page = reader.open("index.html")
    ask(page, "missed appointment")
    wait_until(page, ANSWERED)
    kinds = page.locator("#search-results .search-hit:has([href*='policies/missed-appointment.html'])")
    assert kinds.count() > 1
    shown = kinds.locator(".search-kind").all_inner_texts()
    assert set(shown) <= {"Script", "Phrase"} and "Script" in shown
    assert "[!SAY]" not in page.locator("#search-results").inner_text()


def test_only_what_was_typed_is_marked_and_else_the_synonym_that_was_found(reader):
    page = reader.open("index.html")
    ask(page, "shouting")
    wait_until(page, ANSWERED)
    hits = page.locator("#search-results .search-hit").evaluate_all(
        "all => all.map(hit => Array.from(hit.querySelectorAll('mark'), mark => mark.textContent.toLowerCase()))"
    )
    typed = [marks for marks in hits if any(mark.startswith("shout") for mark in marks)]
    assert typed and all(mark.startswith("shout") for marks in typed for mark in marks)
    assert any(marks and not marks[0].startswith("shout") for marks in hits), "no hit was found by a synonym alone"
