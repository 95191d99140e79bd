"""A handbook in two languages: a reader goes from a page to its translation, and searches one language."""

import pytest
from accessibility import violations
from built_site import build_site
from waiting import wait_until

PAGES = {
    "handbook.yml": "title: Desk\nlanguages: {es: es}\n",
    "index.md": "# Desk\n\n- [Fees](money/fees.md) — what to say\n- [Only here](only.md) — in English\n",
    "money/fees.md": "# Fees\n\n> [!SAY]\n> The fee is forty dollars.\n\nA refund takes two days.\n",
    "only.md": "# Only here\n\nText.\n",
    "glossary.md": "# Glossary\n\n## Refund\n\nMoney that goes back.\n",
    "cards/fees.md": "---\nkind: card\n---\n\n# Fees\n\n- Say the sum first.\n",
    "es/index.md": "# Mesa\n\n- [Tarifas](money/fees.md) — qué decir\n",
    "es/money/fees.md": "# Tarifas\n\n> [!SAY]\n> La tarifa es de cuarenta dólares.\n\nUn reembolso tarda dos días.\n",
    "es/glossary.md": "# Glosario\n\n## Reembolso\n\nDinero que vuelve.\n",
}


@pytest.fixture(scope="module")
def bilingual(deskbook, tmp_path_factory):
    return build_site(deskbook, tmp_path_factory.mktemp("bilingual"), PAGES)


@pytest.fixture
def place(origin, bilingual, share):
    return bilingual.folder.as_uri() + "/" if origin == "file" else share(bilingual)


@pytest.mark.parametrize("scripts", [True, False])
def test_a_reader_goes_to_the_same_page_in_the_other_language_and_back(scripts, place, new_reader):
    reader = new_reader(place, java_script_enabled=scripts)
    page = reader.open("money/fees.html")
    page.get_by_role("link", name="Español").click()
    page.wait_for_url("**/es/money/fees.html")
    assert page.locator("h1").inner_text() == "Tarifas"
    assert page.locator("html").get_attribute("lang") == "es"
    page.get_by_role("link", name="English").click()
    page.wait_for_url("**/money/fees.html")
    assert reader.place == "money/fees.html"


def test_a_page_without_a_translation_says_so_before_it_leads_home(place, new_reader):
    reader = new_reader(place)
    page = reader.open("only.html")
    link = page.get_by_role("link", name="Español")
    assert "not translated" in link.inner_text() or "not translated" in link.get_attribute("title")
    link.click()
    page.wait_for_url("**/es/index.html")
    assert reader.place == "es/index.html"


@pytest.mark.parametrize("start", ["", "es/"])
def test_search_answers_in_the_language_of_the_page(start, place, new_reader):
    reader = new_reader(place)
    page = reader.open(start + "glossary.html")
    page.keyboard.press("/")
    page.keyboard.type("reembolso" if start else "refund")
    wait_until(page, "document.querySelectorAll('#search-results [role=option]').length > 0")
    page.keyboard.press("Escape")
    page.locator("#search-input").fill("fees tarifas dólares dollars")
    page.locator("#search-input").focus()
    wait_until(page, "document.querySelectorAll('#search-results [role=option]').length > 0")
    texts = page.locator("#search-results [role=option]").all_inner_texts()
    assert texts and all(("Tarifas" in text or "tarifa" in text) == bool(start) for text in texts)


def test_a_term_is_explained_in_the_language_of_the_page(place, new_reader):
    page = new_reader(place).open("es/money/fees.html")
    page.locator(".term").first.focus()
    wait_until(page, "document.getElementById('term-note').textContent.includes('Dinero')")


def test_no_page_is_without_the_switch(bilingual):
    for path, document in bilingual.documents.items():
        own = "es" if path.startswith(("es/", "print/es")) else "en"
        others = {attributes.get("hreflang") for tag, attributes in document.tags if tag == "a"} - {None}
        assert others == {"en", "es"} - {own}, path


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("path", ["index.html", "es/index.html", "only.html", "es/az.html", "cards/index.html", "404.html"])
def test_the_switch_is_accessible_and_fits(width, path, bilingual, new_reader):
    page = new_reader(bilingual.folder.as_uri() + "/").open(path)
    page.set_viewport_size({"width": width, "height": 740})
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.locator(".languages a").is_visible()
