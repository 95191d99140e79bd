"""A handbook with more cards than one page shows: every card is found, and the check knows them all."""

import re

import pytest
from accessibility import violations
from built_site import build_site
from waiting import wait_until

CATEGORIES = {"policy": 70, "calm": 75}
SETTINGS = """title: Many cards
languages: {es: es}
rules: {orphan-page: off}
cards: {categories: {policy: {label: Policy, shape: star}, calm: {label: Calm, shape: circle}}}
"""


def build_cards(deskbook, folder, pages):
    """A handbook of 145 cards, five of them Spanish, and what else stands in `pages`."""
    texts = {"handbook.yml": SETTINGS, "index.md": "# Desk\n", "es/index.md": "# Mesa\n", **pages}
    for category, count in CATEGORIES.items():
        for number in range(count):
            place = "es/cards" if category == "calm" and number >= 70 else "cards"
            texts[f"{place}/{category}-{number:03}.md"] = (
                f"---\ntitle: Card {category} {number:03}\nkind: card\ncard: {{category: {category}}}\n---\n\n- Say {number}.\n"
            )
    return build_site(deskbook, folder, texts)


@pytest.fixture(scope="module")
def many(deskbook, tmp_path_factory):
    return build_cards(deskbook, tmp_path_factory.mktemp("many-cards"), {
        "links.md": "# Links\n\n[One](/cards/index.html#c-calm-069), [all](/cards/)\n",
    })  # fmt: skip


@pytest.fixture(scope="module")
def own(deskbook, tmp_path_factory):
    """Its page of cards is the editors' own, in both languages."""
    return build_cards(deskbook, tmp_path_factory.mktemp("own-cards"), {
        "cards/index.md": "---\ntitle: Our cards\norder: 1\n---\n\nTake one. One is [here](#c-calm-069).\n",
        "es/cards/index.md": "# Nuestras tarjetas\n\nTome una.\n",
        "links.md": "# Links\n\n[One](cards/index.md#c-calm-069)\n",
    })  # fmt: skip


@pytest.fixture
def place(origin, many, share):
    return many.folder.as_uri() + "/" if origin == "file" else share(many)


@pytest.fixture
def own_place(origin, own, share):
    return own.folder.as_uri() + "/" if origin == "file" else share(own)


PARTS = ["cards/index.html", "cards/index-2.html", "cards/index-3.html"]


@pytest.mark.parametrize("which", ["many", "own"])
def test_every_card_stands_on_one_part(which, request):
    site = request.getfixturevalue(which)
    texts = [(site.folder / part).read_text(encoding="utf-8") for part in PARTS]
    cards = [re.findall(r'<article [^>]*id="c-([^"]+)"', text) for text in texts]
    assert [len(part) for part in cards] == [60, 60, 25]
    assert {name for part in cards for name in part} == {card["id"] for card in site.manifest["cards"]}
    assert not (site.folder / "cards/index-4.html").exists()
    assert {*PARTS, "data/cards.js"} <= set(site.manifest["files"])
    codes = (site.folder / "c/index.html").read_text(encoding="utf-8")
    for part, names in zip(PARTS, cards):
        assert all(f'href="../{part}#c-{name}"' in codes for name in names)


def test_all_pdfs_are_on_the_first_part(many, place, new_reader):
    page = new_reader(place).open("cards/index.html")
    links = page.locator(".card-downloads .card-files a").evaluate_all("links => links.map(link => link.getAttribute('href'))")
    names = ["all", "category-policy", "category-calm"]
    assert links == [f"../cards/{name}-a6-{paper}.pdf" for name in names for paper in ("a4", "letter")]
    assert all((many.folder / "cards" / link).resolve().is_file() for link in links)
    assert "Calm (A6" in page.locator(".card-downloads").text_content()
    assert new_reader(place).open("cards/index-2.html").locator(".card-downloads, .card-question").count() == 0


def check(page, typed):
    page.locator("#card-code").fill(typed)
    page.keyboard.press("Enter")
    page.locator(".card-verdict").first.filter(has_text=".").wait_for()
    return page.locator(".card-verdict").first


@pytest.mark.parametrize("index", [0, 70, 144])
def test_the_first_part_tells_whether_any_card_is_current(index, many, place, new_reader):
    card = many.manifest["cards"][index]
    page = new_reader(place).open("cards/index.html")
    assert page.locator("script[src$='data/cards.js']").count() == 0, "loaded before anybody asked"
    verdict = check(page, f"AAAAA · {card['id']}")
    assert verdict.get_attribute("data-state") == "replaced" and card["code"] in verdict.inner_text()
    verdict = check(page, card["code"].lower())
    wait_until(page, "document.querySelector('.card-verdict').dataset.state === 'current'")
    verdict.locator("a").click()
    wait_until(page, "id => document.getElementById('c-' + id) !== null", card["id"])
    assert page.url.endswith("#c-" + card["id"])
    wait_until(page, "id => Math.abs(document.getElementById('c-' + id).getBoundingClientRect().top - 400) < 400", card["id"])


def test_an_unknown_card_is_unknown_on_the_first_part(place, new_reader):
    page = new_reader(place).open("cards/index.html")
    assert check(page, "AAAAA no-such-card").get_attribute("data-state") == "withdrawn"


def test_without_the_list_of_cards_the_page_of_all_codes_answers(many, place, new_reader):
    card = next(card for card in many.manifest["cards"] if card["id"] == "calm-069")
    reader = new_reader(place)
    reader.page.route("**/data/cards.js", lambda route: route.abort())
    page = reader.open("cards/index.html")
    page.locator("#card-code").fill(card["code"])
    page.keyboard.press("Enter")
    page.wait_for_url("**/c/index.html#" + card["code"])
    reader.complaints.clear()
    reader.page.unroute("**/data/cards.js")
    verdict = page.locator(".card-verdict").first
    assert verdict.get_attribute("data-state") == "current"
    verdict.locator("a").click()
    page.wait_for_url("**/cards/index-3.html#c-calm-069")


def test_an_address_from_before_leads_to_the_part_of_today(place, new_reader):
    reader = new_reader(place)
    reader.open("cards/index.html", anchor="c-calm-069")
    reader.page.wait_for_url("**/cards/index-3.html#c-calm-069")
    reader.page.evaluate("location.hash = 'c-policy-001'")
    reader.page.wait_for_url("**/cards/index.html#c-policy-001")
    reader.open("cards/index.html", anchor="c-no-such-card")
    assert reader.place == "cards/index.html#c-no-such-card"


@pytest.mark.parametrize("scripts", [True, False])
def test_a_category_and_the_numbers_lead_through_the_parts(scripts, place, new_reader):
    reader = new_reader(place, java_script_enabled=scripts)
    page = reader.open("cards/index-3.html")
    assert page.locator(".letters-nav a").all_inner_texts() == ["Policy", "Calm"]
    page.locator(".letters-nav a", has_text="Calm").click()
    page.wait_for_url("**/cards/index-2.html#category-2")
    assert page.locator("#category-2").inner_text() == "Calm"
    page.locator(".parts a", has_text="1").first.click()
    page.wait_for_url("**/cards/index.html")
    assert page.locator(".parts [aria-current]").first.get_attribute("aria-label") == "Part 1 of 3"
    if not scripts:
        page.locator("noscript a").click()
        page.wait_for_url("**/c/index.html")
        page.locator(".card-codes a", has_text="Card calm 069").click()
        page.wait_for_url("**/cards/index-3.html#c-calm-069")


def test_a_link_to_a_card_leads_to_its_part(place, own_place, new_reader):
    for base in (place, own_place):
        reader = new_reader(base, java_script_enabled=False)
        reader.open("links.html").locator(".body a", has_text="One").click()
        reader.page.wait_for_url("**/cards/index-3.html#c-calm-069")


def test_the_editors_own_page_is_the_first_part(own_place, new_reader):
    reader = new_reader(own_place)
    page = reader.open("cards/index.html")
    assert page.locator("h1").inner_text() == "Our cards" and "Take one." in page.locator(".body").inner_text()
    page.locator(".body a", has_text="here").click()
    page.wait_for_url("**/cards/index-3.html#c-calm-069")
    assert page.locator("h1").inner_text() == "Our cards" and "Take one." not in page.locator(".body").inner_text()
    assert page.locator(".breadcrumbs a").all_inner_texts() == ["Home", "Our cards"]
    page.get_by_role("link", name="Español").click()
    page.wait_for_url("**/es/cards/index.html")
    assert page.locator("h1").inner_text() == "Nuestras tarjetas"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", PARTS)
def test_axe_finds_nothing_on_parts_of_the_cards(path, scheme, place, new_reader):
    assert violations(new_reader(place, color_scheme=scheme).open(path)) == []


@pytest.mark.parametrize("width", [320, 360, 1280])
def test_no_part_is_wider_than_the_screen(width, place, new_reader):
    page = new_reader(place, viewport={"width": width, "height": 800}).open("cards/index-2.html")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
