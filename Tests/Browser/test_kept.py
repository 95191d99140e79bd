"""What a reader keeps: pinned pages and phrases, pages seen last, what is new since the last visit."""

import json

import pytest
from accessibility import violations
from built_site import build_site
from clipboard import pasted
from waiting import wait_until

pytestmark = pytest.mark.both_origins

KNOWN = "deskbook-known:"


def storage_key(page, name):
    return name + page.locator(".site-title span").inner_text()


def test_a_pinned_phrase_stands_on_the_home_page_and_is_copied_from_there(handbook, reader):
    page = reader.open(handbook.of_kind("phrases")[0])
    phrase = page.locator(".phrase:has(.say)").first
    line = phrase.locator(".say .line").inner_text()
    phrase.locator(".pin").click()
    assert phrase.locator(".pin").get_attribute("aria-pressed") == "true"
    reader.open("index.html")
    favourite = page.locator(".favourites .phrase")
    assert favourite.locator(".line").inner_text() == line
    favourite.locator(".copy").click()
    page.locator(".toast", has_text="Copied").wait_for()
    assert pasted(page) == line
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    favourite.locator(".anchor").click()
    assert page.locator(".phrase:target .line").first.inner_text() == line
    page.locator(".phrase:target .pin").click()
    reader.open("index.html")
    assert page.locator(".favourites").count() == 0


def test_a_blank_in_a_favourite_is_filled_like_any_other(sampler, sampler_reader):
    page = sampler_reader.open("fields.html")
    phrase = page.locator(".phrase:has(.say .field[data-field=client])").first
    phrase.locator(".pin").click()
    page.locator(".fields > summary").click()
    page.locator(".fields input[data-field=client]").fill("Kim Doe")
    sampler_reader.open("index.html")
    assert "Kim Doe" in page.locator(".favourites .line").inner_text()
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    assert "Kim Doe" not in page.locator(".favourites .line").inner_text()


def test_a_page_is_pinned_by_keyboard_and_found_on_the_home_page(handbook, reader):
    path = handbook.of_kind("script")[0]
    page = reader.open(path)
    title = page.locator("h1").inner_text()
    page.locator(".pin-page").press("Enter")
    assert page.locator(".pin-page").get_attribute("aria-pressed") == "true"
    reader.open("index.html")
    page.locator(".pinned a", has_text=title).click()
    assert reader.place == path


def test_the_pages_seen_last_come_first_and_once(handbook, reader):
    paths = [*handbook.of_kind("script")[:2], handbook.of_kind("faq")[0]]
    for path in [*paths, paths[0]]:
        page = reader.open(path)
    page = reader.open("index.html")
    seen = page.locator(".recent a").evaluate_all("all => all.map(link => link.getAttribute('href'))")
    assert seen == [paths[0], paths[2], paths[1]]


def test_the_home_page_with_all_that_is_kept_is_accessible(handbook, reader):
    page = reader.open(handbook.of_kind("phrases")[0])
    for number in range(2):
        page.locator(".phrase .pin").nth(number).click()
    page.locator(".pin-page").click()
    reader.open(handbook.of_kind("faq")[0])
    page = reader.open("index.html")
    assert page.locator(".own section").count() == 3
    assert violations(page) == []


def test_a_first_visit_finds_nothing_new(reader):
    page = reader.open("index.html")
    key = storage_key(page, KNOWN)
    wait_until(page, "key => localStorage.getItem(key) !== null", key)
    assert page.locator(".new-mark").count() == 0
    reader.open("changes.html")
    wait_until(page, "document.querySelector('.news p:not(.waiting)')?.textContent.startsWith('Nothing')")
    assert page.locator(".news a").count() == 0


def test_what_changed_since_the_last_visit_is_marked_until_it_is_read(handbook, reader):
    page = reader.open("index.html")
    key = storage_key(page, KNOWN)
    wait_until(page, "key => localStorage.getItem(key) !== null", key)
    path = handbook.of_kind("script")[0]
    known = json.loads(page.evaluate("key => localStorage.getItem(key)", key))
    hash = next(page["hash"][:8] for page in handbook.manifest["pages"] if page["path"] == path)
    assert known["pages"].count(hash) == 1
    known = {"build": "before", "pages": known["pages"].replace(hash, "00000000")}
    page.evaluate("([key, value]) => localStorage.setItem(key, value)", [key, json.dumps(known)])
    page.reload()
    wait_until(page, "document.querySelector('.new-mark') !== null")
    hrefs = page.locator("main a:has(.new-mark)").evaluate_all("all => all.map(link => link.getAttribute('href'))")
    assert set(hrefs) == {path}
    page.locator(".own .changes-link").click()
    wait_until(page, "document.querySelector('.news a') !== null")
    assert violations(page) == []
    page.locator(".news a").click()
    assert reader.place == path
    page.wait_for_load_state("load")
    reader.open("changes.html")
    wait_until(page, "document.querySelector('.news p:not(.waiting)')?.textContent.startsWith('Nothing')")
    assert page.locator(".new-mark").count() == 0


def test_the_page_of_changes_lists_the_latest_review_first(handbook):
    document = handbook.documents["changes.html"]
    links = [one["href"] for tag, one in document.tags if tag == "a" and one.get("href", "").endswith(".html")]
    named = {page["path"] for page in handbook.manifest["pages"]}
    assert named <= set(links)


SIZES = [(360, 640), (768, 1024), (1280, 720), (1920, 1080)]


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_the_home_page_has_its_tiles_letters_and_search_in_sight(size, handbook, reader):
    width, height = size
    reader.page.set_viewport_size({"width": width, "height": height})
    page = reader.open(handbook.of_kind("phrases")[0])
    for number in range(2):
        page.locator(".phrase .pin").nth(number).click()
    page = reader.open("index.html")
    assert page.locator(".strip a").count() == 5
    assert page.locator(".strip a").evaluate_all("all => all.every(one => one.scrollWidth <= one.clientWidth)")
    tile = page.locator(".body > ul > li").first.bounding_box()
    assert tile["y"] + tile["height"] < height
    search = page.locator("#search-input").bounding_box()
    # On a phone the menu stands beside it.
    assert abs(search["x"] + search["width"] / 2 - width / 2) < (24 if width == 360 else 12)
    own = page.locator(".own").bounding_box()
    assert page.locator(".own .favourites .phrase").count() == 2
    if width >= 1024:
        assert own["x"] >= tile["x"] + tile["width"] and own["y"] < tile["y"], "what is kept stands beside the tiles"
        assert page.locator(".own .changes-link").is_visible()
    else:
        assert own["y"] > tile["y"], "nothing comes before the tiles"


def test_the_home_page_says_its_title_once_and_leaves_out_what_leads_elsewhere(handbook, reader):
    page = reader.open("index.html")
    title = page.locator(".site-title").inner_text()
    seen = page.locator("body").evaluate(
        """(body, title) => Array.from(body.querySelectorAll('h1, .site-title'))
          .filter(one => one.textContent.trim() === title && one.getBoundingClientRect().height > 2).length""",
        title,
    )
    assert seen == 1
    assert page.locator(".page-foot :is(.connected, .sources, .tags)").count() == 0
    assert page.locator(".trust").count() == 1


def test_lines_that_came_and_went_since_the_last_visit_are_told(deskbook, tmp_path, new_reader):
    say = "---\ntitle: {}\nkind: phrases\n{}---\n\n| Say |\n| --- |\n| {} |\n| I can {} that for you. |\n"
    texts = {"handbook.yml": "title: Lines\n", "index.md": "# Lines\n\n[Fees](fees.md) and [keys](keys.md).\n"}
    before = {"fees.md": say.format("Fees", "", "There is a fee of $20.", "waive"), "keys.md": say.format("Keys", "", "Come at 9.", "hold")}
    site = build_site(deskbook, tmp_path, texts | before)
    reader = new_reader(site.folder.as_uri() + "/")
    page = reader.open("index.html")
    wait_until(page, "localStorage.getItem('deskbook-lines:Lines') !== null")
    after = {
        "fees.md": say.format("Fees", "", "There is no fee for <b>{{client}}</b>.", "waive"),
        "keys.md": say.format("Keys", "changed: Pick up from 8.\n", "Come at 8.", "hold"),
    }
    build_site(deskbook, tmp_path, texts | {"handbook.yml": "title: Lines\nfields: {client: {label: Client}}\n"} | after)
    reader.open("index.html")
    wait_until(page, "document.querySelector('.own .changes-link').textContent.includes('2')")
    reader.open("changes.html")
    page.locator(".news a").first.wait_for()
    fees = page.locator(".news li", has_text="Fees")
    assert fees.locator("ins").all_inner_texts() == ["There is no fee for [Client]."]
    assert fees.locator("del").all_inner_texts() == ["There is a fee of $20."]
    assert "Pick up from 8." in page.locator(".news li", has_text="Keys").inner_text(), "the editor's own words"
    assert page.locator(".news li", has_text="Keys").locator("ins, del").count() == 0
    assert violations(page) == []
    page.locator(".news button").click()
    reader.open("changes.html")
    wait_until(page, "document.querySelector('.news p:not(.waiting)')?.textContent.startsWith('Nothing')")
    build_site(deskbook, tmp_path, {"fees.md": before["fees.md"]})
    reader.open("changes.html")
    page.locator(".news ins").wait_for()
    assert fees.locator("ins").all_inner_texts() == ["There is a fee of $20."]
    assert fees.locator("del").all_inner_texts() == ["There is no fee for [Client]."]


def test_on_a_phone_the_menu_and_the_search_stay_on_the_home_page(reader):
    page = reader.open("index.html")
    page.set_viewport_size({"width": 360, "height": 640})
    page.mouse.wheel(0, 1_000)
    wait_until(page, "scrollY > 300")
    for name in (".menu-button", "#search-input"):
        box = page.locator(name).bounding_box()
        assert 0 <= box["y"] < 80, name
    page.locator(".menu-button").click()
    wait_until(page, "document.querySelector('.site-nav a').getBoundingClientRect().top > 60")
    assert page.locator(".contacts a").first.bounding_box()["y"] > 60, "in sight, though the page was scrolled"
    assert page.locator(".site-nav a").first.bounding_box()["y"] < 400
