"""A handbook of some thousand pages: what a page carries of the navigation, and how a reader reaches the rest."""

import json
import re

import pytest
from accessibility import violations
from built_site import build_site
from waiting import wait_until

AREAS = 12


def build_areas(deskbook, folder, pages):
    """A handbook of areas with as many pages each; `area-03/p0007.md` links to the next."""
    texts = {
        "index.md": "# Many\n\n" + "".join(f"- [Area {n}](area-{n:02}/index.md)\n" for n in range(AREAS)),
        "handbook.yml": "title: Many\nreview: {every: 6 months, owner: Desk lead}\nrules: {orphan-page: off}\n",
    }
    for area in range(AREAS):
        texts[f"area-{area:02}/index.md"] = f"# Area {area}\n\nWhat stands here.\n"
        for number in range(pages):
            texts[f"area-{area:02}/p{number:04}.md"] = f"# Page {area} {number:04}\n\nText {number}.\n"
    return build_site(deskbook, folder, texts)


@pytest.fixture(scope="module")
def few(deskbook, tmp_path_factory):
    return build_areas(deskbook, tmp_path_factory.mktemp("few"), 60)


@pytest.fixture(scope="module")
def many(deskbook, tmp_path_factory):
    return build_areas(deskbook, tmp_path_factory.mktemp("many"), 300)


@pytest.fixture
def place(origin, many, share):
    return many.folder.as_uri() + "/" if origin == "file" else share(many)


def navigation(site, path):
    text = (site.folder / path).read_text(encoding="utf-8")
    start = text.index('<nav class="site-nav"')
    return text[start : text.index("</nav>", start)]


@pytest.mark.parametrize("path", ["index.html", "area-03/index.html", "area-03/p0000.html", "area-03/p0030.html", "az.html"])
def test_five_times_the_pages_make_no_page_heavier(path, few, many):
    assert len(many.manifest["pages"]) > 3_600
    small, large = navigation(few, path), navigation(many, path)
    assert large.count("<a ") == small.count("<a ") < 60
    # The number of pages in a folder is written out.
    assert abs(len(large) - len(small)) < 10


@pytest.mark.parametrize("name", ["az", "reviews"])
def test_parts_of_a_list_say_in_their_titles_which_they_are(name, many):
    titles = [
        re.search("<title>(.*?)</title>", (many.folder / f"{name}{part}.html").read_text(encoding="utf-8"))[1]
        for part in ("", "-2", "-8")
    ]
    assert ["Part" in title for title in titles] == [False, True, True]
    assert "Part 2 of 8 · Many" in titles[1] and "Part 8 of 8 · Many" in titles[2]


def test_a_closed_folder_opens_in_place_and_leads_on(place, new_reader):
    reader = new_reader(place)
    page = reader.open("area-03/p0150.html")
    assert page.locator(".site-nav [aria-current=page]").inner_text() == "Page 3 0150"
    item = page.locator(".site-nav li.folder", has=page.locator("> a", has_text="Area 7"))
    item.locator("> .unfold").click()
    wait_until(page, "document.querySelectorAll('.site-nav li.folder:not(.current) ul li').length > 0")
    names = item.locator("ul a").all_inner_texts()
    assert names[0] == "Page 7 0000" and names[-1] == "All 300 pages here" and len(names) == 101
    assert item.locator("> .unfold").get_attribute("aria-expanded") == "true"
    item.locator("ul a").nth(40).click()
    page.wait_for_url("**/area-07/p0040.html")
    assert page.locator(".site-nav [aria-current=page]").inner_text() == "Page 7 0040"


def test_a_long_list_is_completed_in_place(place, new_reader):
    page = new_reader(place).open("area-03/p0150.html")
    own = page.locator(".site-nav .current > ul")
    assert 10 < own.locator("a").count() < 20
    page.locator(".site-nav .more .unfold").press("Enter")
    wait_until(page, "document.querySelectorAll('.site-nav .current > ul > li').length === 300")
    names = own.locator("a").all_inner_texts()
    assert names[0] == "Page 3 0000" and names[-1] == "Page 3 0299"
    assert own.locator("[aria-current=page]").inner_text() == "Page 3 0150"
    assert page.evaluate("document.activeElement.textContent") == "Page 3 0000"


def loads(page, path):
    """Opens a page and says whether it asks for the list of all pages."""
    asked = []
    page.on("request", lambda request: asked.append(request.url.endswith("/data/pages.js")))
    page.goto(path)
    page.wait_for_timeout(500)
    return any(asked)


def test_a_home_page_has_no_long_list_loaded_and_the_page_of_changes_does(place, few, share, origin, new_reader):
    small = few.folder.as_uri() + "/" if origin == "file" else share(few)
    assert loads(new_reader(small).page, small + "index.html")
    page = new_reader(place).page
    assert not loads(page, place + "index.html")
    assert loads(page, place + "changes.html")
    # Eight digits for each page.
    key = page.evaluate("Object.keys(localStorage).find(key => key.startsWith('deskbook-known:'))")
    known = json.loads(page.evaluate("key => localStorage.getItem(key)", key))
    assert len(known["pages"]) == 8 * 3_613
    known = {"build": "before", "pages": known["pages"][:-8] + "00000000"}
    page.evaluate("([key, value]) => localStorage.setItem(key, value)", [key, json.dumps(known)])
    page.reload()
    wait_until(page, "document.querySelector('.news a') !== null")
    assert page.locator(".news a").count() == 1
    # What was found out there shows at home.
    page.goto(place + "index.html")
    wait_until(page, "document.querySelector('.changes-link').textContent === 'What changed: 1'")


def test_every_page_is_reached_without_scripts(place, new_reader):
    reader = new_reader(place, java_script_enabled=False)
    page = reader.open("area-03/p0150.html")
    page.locator(".site-nav a", has_text="Area 7").click()
    page.wait_for_url("**/area-07/index.html")
    assert page.locator(".page-list a").count() == 300
    page.locator(".page-list a", has_text="Page 7 0299").click()
    page.wait_for_url("**/area-07/p0299.html")
    page.locator(".site-nav .more a").click()
    page.wait_for_url("**/area-07/index.html")
    assert reader.place == "area-07/index.html"


def links_of(site, list_name):
    """The names of all parts of a list, and how often each page stands in them."""
    parts = sorted(path.name for path in site.folder.glob(f"{list_name}*.html"))
    rows = [row for part in parts for row in re.findall(r'<(?:li|td)><a href="(area-[^"]+)"', (site.folder / part).read_text(encoding="utf-8"))]
    return parts, rows


@pytest.mark.parametrize("list_name", ["az", "reviews"])
def test_a_long_list_is_cut_into_parts_that_hold_each_page_once(list_name, few, many):
    parts, rows = links_of(many, list_name)
    assert len(parts) == 8 and len(rows) == len(set(rows)) == 12 * 301
    assert {path for path in rows} <= set(many.documents)
    # The folder of the site may hold no list that the manifest does not name.
    assert set(parts) <= set(many.manifest["files"])
    assert max((many.folder / part).stat().st_size for part in parts) < 200_000
    assert len(links_of(few, list_name)[0]) == 2


def test_a_title_is_found_in_the_parts_of_the_a_to_z_without_scripts(place, new_reader):
    reader = new_reader(place, java_script_enabled=False)
    page = reader.open("az.html")
    assert page.locator(".letters-nav a").all_inner_texts() == ["A", "M", "P"]
    page.locator(".letters-nav a", has_text="P").click()
    assert page.url.endswith("az.html#letter-3")
    # Titles sort as text: 10 and 11 before 2.
    last = page.locator(".letters-nav + .parts a").last
    name = last.inner_text()
    last.click()
    page.wait_for_url("**/az-8.html")
    first = page.locator(".page-list a").first.inner_text()
    assert name.startswith("Page 9 0") and first.startswith(name.removesuffix("…"))
    page.locator(".page-list a", has_text="Page 9 0299").click()
    page.wait_for_url("**/area-09/p0299.html")


def test_an_owner_leads_to_the_part_with_their_reviews(place, new_reader):
    reader = new_reader(place, java_script_enabled=False)
    page = reader.open("reviews-3.html")
    page.locator(".letters-nav a", has_text="Desk lead").click()
    page.wait_for_url("**/reviews.html#owner-1")
    assert page.locator("h2").first.inner_text() == "Desk lead"
    page.locator(".parts a", has_text="8").click()
    page.wait_for_url("**/reviews-8.html")
    assert page.locator(".parts [aria-current]").get_attribute("aria-label") == "Part 8 of 8"


@pytest.mark.parametrize("path", ["az.html", "az-3.html", "reviews-2.html"])
def test_axe_finds_nothing_on_parts_of_lists(path, place, new_reader):
    assert violations(new_reader(place).open(path)) == []
