"""Pages on small and large screens, long ones and enlarged ones: what one needs stays at hand, and nothing jumps."""

import pytest
from waiting import wait_until

# Collects layout shifts from the first paint on.
SHIFTS = """window.shifts = [];
new PerformanceObserver(list => list.getEntries().forEach(entry => window.shifts.push(
  [entry.value, ...entry.sources.map(source => source.node && (source.node.className || source.node.nodeName))])))
  .observe({type: 'layout-shift', buffered: true});"""
PHONE = {"width": 360, "height": 640}
DESK = {"width": 1280, "height": 720}


def in_sight(page, selector):
    return page.locator(selector).first.evaluate(
        "one => { const box = one.getBoundingClientRect(); return box.height > 0 && box.top >= 0 && box.bottom <= innerHeight; }"
    )


def test_menu_home_and_search_stay_in_sight_on_a_phone(reader):
    reader.page.set_viewport_size(PHONE)
    page = reader.open("situations/angry-client.html")
    page.evaluate("scrollTo(0, 1500)")
    for part in (".menu-button", ".site-title", "#search-input"):
        assert in_sight(page, part), part
    page.locator(".menu-button").click()
    assert page.locator(".site-nav").is_visible()


def test_the_list_of_hits_fits_a_phone_on_every_page(reader):
    reader.page.set_viewport_size(PHONE)
    page = reader.open("situations/angry-client.html")
    page.locator("#search-input").fill("sorry")
    page.locator("#search-results [role=option]").first.wait_for()
    box = page.locator(".search-panel").bounding_box()
    assert box["x"] >= 8 and box["x"] + box["width"] <= 352 and box["width"] > 320


def test_enlarged_fourfold_the_list_of_hits_has_most_of_the_screen(reader):
    reader.page.set_viewport_size({"width": 320, "height": 256})
    page = reader.open("situations/angry-client.html")
    page.locator("#search-input").fill("sorry")
    page.locator("#search-results [role=option]").first.wait_for()
    assert page.locator("#search-results").bounding_box()["height"] > 150


KINDS = ["home", "guide", "model", "phrases", "script", "faq", "practice", "card", "section", "az", "phrase-index", "cards", "changes"]


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_nothing_moves_while_a_page_comes(size, handbook, new_reader):
    reader = new_reader(handbook.folder.as_uri() + "/", used_once=True, viewport=size)
    reader.page.add_init_script(SHIFTS)
    script = handbook.of_kind("script")[0]
    last = [one["data-step"] for tag, one in handbook.documents[script].tags if "data-step" in one][-1]
    for path, anchor in [*((handbook.of_kind(kind)[0], "") for kind in KINDS), (script, last)]:
        page = reader.open(path, anchor=anchor)
        page.wait_for_load_state("load")
        if path == "changes.html":
            wait_until(page, "document.querySelector('.news p:not(.waiting)')?.textContent.startsWith('Nothing')")
        # What comes last is painted in the frame after next.
        page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
        shifts = page.evaluate("window.shifts")
        # Which step an address names, and so how much stands below it, is known when all steps are there.
        assert sum(shift[0] for shift in shifts) < (0.03 if anchor else 0.01), (path, shifts)


def test_the_header_of_a_long_table_stays_in_sight(reader):
    reader.page.set_viewport_size(DESK)
    page = reader.open("situations/index.html")
    wait_until(page, "document.querySelector('.table-scroll.fits') !== null")
    page.locator("tbody tr").nth(9).evaluate("row => window.scrollTo(0, row.getBoundingClientRect().top + scrollY - 200)")
    header = page.locator("thead th").first.bounding_box()
    bar = page.locator(".site-header").bounding_box()
    assert abs(header["y"] - bar["height"]) <= 2


def test_long_contents_follow_the_reader(reader):
    reader.page.set_viewport_size({"width": 1280, "height": 400})
    page = reader.open("glossary.html")
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    wait_until(
        page,
        """() => {
          const [toc, link] = [document.querySelector('.toc'), document.querySelector('.toc a[aria-current]')];
          if (!link || !toc.scrollTop) return false;
          const [outer, inner] = [toc.getBoundingClientRect(), link.getBoundingClientRect()];
          return inner.top >= outer.top && inner.bottom <= outer.bottom;
        }""",
    )


def test_the_menu_names_each_list_once_and_marks_the_one_on_show(handbook, reader):
    for path in ("phrases.html", "changes.html", "az.html", "cards/index.html"):
        current = reader.open(path).locator(".site-nav a[aria-current=page]")
        assert current.evaluate_all("all => all.map(link => link.href.split('#')[0])") == [reader.page.url], path
    targets = reader.page.locator(".site-nav a").evaluate_all("all => all.map(link => link.href)")
    assert len(targets) == len(set(targets))


def test_every_link_in_the_list_of_reviews_is_large_enough_to_hit(reader):
    page = reader.open("reviews.html")
    heights = page.locator("main td a").evaluate_all("all => all.map(link => link.getBoundingClientRect().height)")
    assert heights and min(heights) >= 24


def test_the_contents_beside_the_text_are_no_stop_of_their_own(reader):
    reader.page.set_viewport_size(DESK)
    page = reader.open("situations/angry-client.html")
    assert page.locator(".toc > summary").get_attribute("tabindex") == "-1"
    assert page.locator(".toc a").first.is_visible()


def test_the_hit_that_is_chosen_can_be_told_in_forced_colours(reader):
    page = reader.open("glossary.html")
    page.emulate_media(forced_colors="active")
    page.locator("#search-input").fill("sorry")
    page.locator("#search-results [role=option]").first.wait_for()
    page.keyboard.press("ArrowDown")
    styles = page.locator("#search-results [role=option]").evaluate_all("all => all.map(one => getComputedStyle(one).outlineStyle)")
    assert styles[0] == "solid" and styles[1] == "none"
    page.emulate_media(forced_colors="none")
