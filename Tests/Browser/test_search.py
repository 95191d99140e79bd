"""Finding things: by keyboard, in callers' words, and whatever is typed."""

import re

import pytest
from accessibility import violations
from clipboard import CLIPBOARD, empty_clipboard
from waiting import wait_until

HOSTILE = [
    "constructor", "__proto__", "toString", "hasOwnProperty valueOf", "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>", "😀", "👩‍👩‍👧‍👦 🏳️‍🌈", "x" * 300, "word " * 60, '"', "\\", "%00%zz", "&amp;", "'; --",
    "\u202e\u200b", "{{client}}", "...", "ß", "日本語", "退款 电话", "مرحبا بك", "שלום",
]  # fmt: skip
HITS = "#search-results .search-hit"
ANSWERED = """!document.querySelector('#search-results').hasAttribute('aria-busy')
  && (document.querySelector('#search-results .search-hit')
    || /Nothing found/.test(document.querySelector('.search-empty').textContent))"""


def search(page, text):
    """Types into the search box and waits until it has answered."""
    page.locator("#search-input").fill(text)
    wait_until(page, ANSWERED)
    return page.locator(HITS)


def phrase_with_alternative(page):
    """What a phrase of the handbook says, what to say it instead of, and its anchor."""
    phrase = page.locator(".phrase:has(.avoid):not(:has(.field))").first
    return (
        phrase.locator(".say .line").first.inner_text(),
        phrase.locator(".avoid .line").first.inner_text(),
        phrase.get_attribute("id"),
    )


def assert_at_anchor(reader, anchor):
    """The page stands at an anchor, and what is there can be seen below the header."""
    page = reader.page
    wait_until(page, "anchor => decodeURIComponent(location.hash) === '#' + anchor", anchor)
    wait_until(
        page,
        """anchor => {
          const target = document.getElementById(anchor);
          if (!target) return false;
          const place = target.getBoundingClientRect();
          const header = document.querySelector('.site-header').getBoundingClientRect();
          return place.height > 0 && place.top >= header.bottom - 1 && place.top < innerHeight;
        }""",
        anchor,
    )


@pytest.mark.parametrize("keys", ["/", "Control+k", "Meta+k"])
def test_a_key_goes_to_the_search_box_from_anywhere(keys, handbook, reader):
    page = reader.open(handbook.of_kind("guide")[0])
    page.locator("main a").first.focus()
    page.keyboard.press(keys)
    assert page.evaluate("document.activeElement.id") == "search-input"
    assert page.locator("#search-input").input_value() == ""


def test_a_slash_typed_into_the_box_is_a_slash(reader):
    page = reader.open("index.html")
    page.keyboard.press("/")
    page.keyboard.type("24/7")
    assert page.locator("#search-input").input_value() == "24/7"


def test_angry_caller_finds_the_page_about_angry_clients(reader):
    hits = search(reader.open("index.html"), "angry caller")
    first = hits.first.locator("a")
    assert re.search(r"(?i)angry client", first.inner_text())


def test_a_line_to_say_is_found_and_opened_at_its_anchor_by_keys_alone(handbook, reader):
    path = handbook.of_kind("phrases")[0]
    say, _, anchor = phrase_with_alternative(reader.open(path))
    page = reader.open("index.html")
    page.keyboard.press("/")
    page.keyboard.type(say)
    page.locator(HITS).first.wait_for()
    page.keyboard.press("ArrowDown")
    page.locator("[role=option][aria-selected=true]").wait_for()
    assert page.locator("[role=option][aria-selected=true] .search-title").inner_text() == say
    page.keyboard.press("Enter")
    assert_at_anchor(reader, anchor)
    assert page.locator(f"[id='{anchor}'] .say").is_visible()


def test_a_line_not_to_say_finds_what_to_say_instead(handbook, reader):
    say, avoid, _ = phrase_with_alternative(reader.open(handbook.of_kind("phrases")[0]))
    hits = search(reader.open("index.html"), avoid)
    titles = [hits.nth(number).locator(".search-title").inner_text() for number in range(min(3, hits.count()))]
    assert say in titles
    assert avoid in hits.nth(titles.index(say)).locator(".search-instead").inner_text()


def test_hits_lead_to_the_right_place_from_a_page_in_a_folder(handbook, reader):
    deep = next(path for path in handbook.of_kind("guide") + handbook.of_kind("phrases") if "/" in path)
    page = reader.open(deep)
    hits = search(page, "angry client")
    target = hits.first.locator("a").evaluate("link => link.href")
    hits.first.locator("a").click()
    page.wait_for_url(target)
    assert page.locator("h1").is_visible()


def test_arrows_go_round_the_hits_and_the_box_names_the_chosen_one(reader):
    page = reader.open("index.html")
    page.keyboard.press("/")
    count = search(page, "angry").count()
    assert count > 2
    chosen = page.locator("#search-input")
    page.keyboard.press("ArrowUp")
    assert chosen.get_attribute("aria-activedescendant") == f"search-hit-{count - 1}"
    page.keyboard.press("ArrowDown")
    assert chosen.get_attribute("aria-activedescendant") == "search-hit-0"
    page.keyboard.press("ArrowDown")
    assert chosen.get_attribute("aria-activedescendant") == "search-hit-1"
    assert page.locator("[aria-selected=true]").get_attribute("id") == "search-hit-1"
    assert page.evaluate("document.activeElement.id") == "search-input"


def test_escape_empties_the_box_and_once_more_leaves_it(reader):
    page = reader.open("index.html")
    page.keyboard.press("/")
    search(page, "angry")
    assert page.locator("#search-input").get_attribute("aria-expanded") == "true"
    page.keyboard.press("Escape")
    assert page.locator(".search-panel").is_hidden()
    assert page.locator("#search-input").get_attribute("aria-expanded") == "false"
    assert page.locator("#search-input").input_value() == ""
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.id") != "search-input"


def test_the_number_of_hits_is_announced(reader):
    page = reader.open("index.html")
    count = search(page, "angry").count()
    wait_until(page, "count => document.getElementById('search-status').textContent === count + ' results'", count)


def test_a_link_with_a_query_shows_its_hits(reader):
    page = reader.open("index.html", query="angry caller")
    page.locator(HITS).first.wait_for()
    assert page.locator("#search-input").input_value() == "angry caller"


def test_whatever_is_typed_is_only_ever_text(reader):
    page = reader.open("index.html")
    for text in HOSTILE:
        search(page, text)
        page.locator("#search-input").press("End")
        page.keyboard.type("a")
        wait_until(page, ANSWERED)
        assert page.locator(".search :is(script, img, iframe, style, b)").count() == 0, text
        assert page.locator(".search-panel").is_visible(), text


@pytest.mark.parametrize("text", HOSTILE[:9])
def test_whatever_a_link_asks_for_is_only_ever_text(text, reader):
    page = reader.open("index.html", query=text)
    wait_until(page, ANSWERED)
    assert page.locator("#search-input").input_value() == text
    assert page.locator(".search :is(script, img, iframe, style, b)").count() == 0


def test_a_query_that_finds_nothing_is_repeated_and_leads_to_the_a_to_z(reader):
    page = reader.open("index.html")
    assert search(page, "<b>qzxqzx</b>").count() == 0
    assert "<b>qzxqzx</b>" in page.locator(".search-empty").inner_text()
    page.get_by_role("link", name="Look in the A–Z").click()
    page.wait_for_url("**/az.html")


@pytest.mark.parametrize("query", ["?q=", "?q=%20%20", "?q=%E0%A4%A", "?p=x", "?"])
def test_an_empty_or_damaged_query_does_no_harm(query, reader):
    page = reader.open("index.html")
    page.goto(reader.base + "index.html" + query)
    page.keyboard.press("/")
    search(page, "angry")
    page.locator("#search-input").fill("   ")
    assert page.locator(".search-panel").is_hidden()


def test_a_misspelt_word_still_finds_the_page(reader):
    hits = search(reader.open("index.html"), "angyr client")
    assert "angry client" in hits.first.inner_text().lower()


@pytest.mark.both_origins
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_list_of_hits_is_accessible_and_fits(scheme, origin, new_reader, base):
    width = 1280 if origin == "file" else 360
    reader = new_reader(base, color_scheme=scheme, viewport={"width": width, "height": 740})
    page = reader.open("index.html")
    search(page, "sorry")
    page.keyboard.press("ArrowDown")
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    panel = page.locator(".search-panel").bounding_box()
    assert panel["x"] >= 0 and panel["x"] + panel["width"] <= width


def test_a_phrase_among_the_hits_is_copied_with_one_key(handbook, new_reader, base):
    reader = new_reader(base, permissions=CLIPBOARD)
    say, _, _ = phrase_with_alternative(reader.open(handbook.of_kind("phrases")[0]))
    page = reader.open("index.html")
    empty_clipboard(page)
    page.keyboard.press("/")
    search(page, say)
    page.keyboard.press("Control+c")
    page.locator(".toast", has_text="Copied").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == say


def test_the_first_line_is_copied_where_the_first_hit_is_none(new_reader, base):
    reader = new_reader(base, permissions=CLIPBOARD)
    page = reader.open("index.html")
    empty_clipboard(page)
    page.keyboard.press("/")
    hits = search(page, "late fee")
    assert "search-hit-phrase" not in hits.first.get_attribute("class")
    line = page.locator(".search-hit-phrase .search-title").first.inner_text()
    page.keyboard.press("Control+c")
    page.locator(".toast", has_text="Copied").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == line


def test_words_with_umlauts_lead_to_pages_whose_names_have_them(sampler_reader):
    page = sampler_reader.open("index.html")
    search(page, "strasse grosse").first.locator("a").click()
    page.wait_for_url("**/*.html#*")
    assert "Straße" in page.locator("h2").first.inner_text()
