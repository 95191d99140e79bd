"""What stands round a page: colour scheme, menu, keys, contents, the notice of an overdue review."""

import pytest
from waiting import wait_until


def paper(page):
    return page.evaluate("getComputedStyle(document.body).backgroundColor")


@pytest.mark.parametrize("system", ["light", "dark"])
def test_the_switch_overrules_the_system_and_is_remembered(system, new_reader, base, handbook):
    page = new_reader(base, color_scheme=system).open("index.html")
    by_system = paper(page)
    seen = set()
    for _ in range(2):
        page.locator(".scheme-button").click()
        seen.add(paper(page))
    assert len(seen) == 2 and by_system in seen
    chosen = paper(page)
    page.goto(page.url.replace("index.html", handbook.of_kind("guide")[0]))
    assert paper(page) == chosen
    page.locator(".scheme-button").click()
    assert paper(page) == {"light": "rgb(255, 255, 255)", "dark": "rgb(0, 0, 0)"}[system], "the third press is high contrast"
    page.locator(".scheme-button").click()
    assert paper(page) == by_system, "the fourth press returns to the system's scheme"


def test_the_first_tab_skips_to_the_content(handbook, reader):
    page = reader.open(handbook.of_kind("guide")[0])
    page.keyboard.press("Tab")
    skip = page.locator(".skip")
    assert skip.evaluate("one => one === document.activeElement")
    wait_until(page, "document.querySelector('.skip').getBoundingClientRect().top >= 0")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_the_menu_of_a_narrow_screen_opens_and_closes_by_keyboard(handbook, reader):
    page = reader.open(handbook.of_kind("guide")[0])
    page.set_viewport_size({"width": 360, "height": 740})
    menu = page.locator(".menu-button")
    assert page.locator(".site-nav").is_hidden()
    menu.press("Enter")
    assert page.locator(".site-nav").is_visible()
    assert menu.get_attribute("aria-expanded") == "true"
    page.locator(".site-nav a").first.focus()
    page.keyboard.press("Escape")
    assert page.locator(".site-nav").is_hidden()
    assert menu.evaluate("one => one === document.activeElement")


def test_the_list_of_keys_opens_with_a_key_and_can_switch_single_keys_off(reader):
    page = reader.open("index.html")
    page.keyboard.press("?")
    assert page.locator("#keys-help").is_visible()
    page.locator(".keys-switch").uncheck()
    page.keyboard.press("Escape")
    assert page.locator("#keys-help").is_hidden()
    page.reload()
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") != "search-input"
    page.keyboard.press("Control+k")
    assert page.evaluate("document.activeElement.id") == "search-input"


def test_breadcrumbs_and_the_links_at_the_foot_lead_to_the_neighbours(handbook, reader):
    page = reader.open(handbook.of_kind("phrases")[0])
    here = page.locator("h1").inner_text()
    page.locator(".sequence .next").click()
    assert page.locator("h1").inner_text() != here
    page.locator(".sequence .previous").click()
    assert page.locator("h1").inner_text() == here
    page.locator(".breadcrumbs a").first.click()
    assert reader.place == "index.html"


def test_the_contents_list_leads_to_each_heading(handbook, reader):
    page = reader.open(handbook.with_markup('class="toc"', "kind-guide"))
    page.set_viewport_size({"width": 1400, "height": 800})
    links = page.locator(".toc a")
    assert links.count() > 1
    links.last.click()
    anchor = links.last.evaluate("link => decodeURIComponent(link.hash.slice(1))")
    assert page.locator(f"[id='{anchor}']").is_visible()


@pytest.mark.parametrize("day, is_late", [("2026-12-01", False), ("2026-12-02", True)])
def test_a_page_past_its_review_says_so_on_the_day_it_is_read(day, is_late, new_reader, sampler_base):
    reader = new_reader(sampler_base, used_once=True)
    reader.page.clock.set_fixed_time(day + "T12:00:00")
    page = reader.open("overdue.html")
    assert page.locator(".overdue").is_visible() == is_late


def test_a_missing_page_of_a_site_with_an_address_is_answered_at_any_depth(server, new_reader):
    reader = new_reader(server + "sampler/")
    page = reader.page
    page.goto(server + "sampler/no/such/page.html")
    assert page.locator("h1").inner_text() == "Page not found"
    assert page.evaluate("getComputedStyle(document.body).margin") == "0px", "the style sheet is missing"
    page.wait_for_load_state("networkidle")
    assert [complaint for complaint in reader.complaints if "page.html" not in complaint and "404" not in complaint] == []
    reader.complaints.clear()
    page.locator(".site-title").click()
    assert page.locator("h1").inner_text() == "Sampler"


def test_a_page_names_its_owner_and_its_review_dates(sampler_reader):
    page = sampler_reader.open("overdue.html")
    foot = page.locator(".trust").inner_text()
    assert "Front desk lead" in foot
    assert page.locator(".trust time").evaluate_all("all => all.map(one => one.dateTime)") == ["2026-06-01", "2026-12-01"]


def test_a_page_in_another_direction_is_laid_out_so(sampler_reader):
    page = sampler_reader.open("arabic.html")
    assert page.locator("html").get_attribute("dir") == "rtl"
    assert page.locator("html").get_attribute("lang") == "ar"
    nav, main = page.locator(".site-nav").bounding_box(), page.locator("main").bounding_box()
    assert nav["x"] > main["x"]


def test_an_image_is_shown_and_its_text_stands_in_its_place_only(sampler_reader):
    page = sampler_reader.open("elements.html")
    image = page.locator(".body img").first
    assert image.evaluate("one => one.complete && one.naturalWidth") == 900
    assert "A grey square" not in page.locator(".body").inner_text()


def test_footnotes_lead_there_and_back(sampler_reader):
    page = sampler_reader.open("elements.html")
    mark = page.locator(".footnote-ref a")
    note = mark.get_attribute("href").removeprefix("#")
    mark.click()
    assert "The note itself." in page.locator(f"[id='{note}']").inner_text()
    page.locator(f"[id='{note}'] a").last.click()
    assert page.locator(":target").evaluate("one => Boolean(one.closest('.footnote-ref'))")


def test_links_to_names_with_spaces_umlauts_and_signs_work(sampler_reader):
    page = sampler_reader.open("index.html")
    page.locator("main a", has_text="All of it").click()
    assert page.locator("h1").inner_text() == "100% sure #1"
    assert page.locator(".body img").evaluate("one => one.naturalWidth") == 900
    page.locator(".body a", has_text="Über uns").click()
    assert page.locator("h1").inner_text() == "Über uns"
    page.locator(".body a", has_text="all of it").click()
    assert sampler_reader.place == "Füße & mehr/100% sure #1.html#straße--größe"
