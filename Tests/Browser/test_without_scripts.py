"""A browser without JavaScript: everything can be read, and found through the A–Z."""

import pytest


@pytest.fixture
def reader(new_reader, base):
    return new_reader(base, java_script_enabled=False)


def test_every_kind_of_page_can_be_read(handbook, reader):
    kinds = sorted({document.kind for document in handbook.documents.values() if document.kind})
    assert len(kinds) == 17
    for path in [handbook.of_kind(kind)[-1] for kind in kinds]:
        page = reader.open(path)
        assert page.locator("h1").is_visible(), path
        assert page.locator(".az-link").is_visible(), path
        assert page.locator("#search-input").is_hidden(), path
        hidden = page.locator(".body .say, .body h2, .body h3, .body .answer, .body .face").evaluate_all(
            "all => all.filter(one => !one.checkVisibility() && !one.closest('.good-answer, .js-only, .card-shelf .back')).length"
        )
        assert hidden == 0, path


def test_a_script_shows_all_its_steps_and_its_choices_are_links(handbook, reader):
    page = reader.open(handbook.of_kind("script")[0])
    steps = page.locator(".script > .step")
    assert steps.count() > 2
    assert steps.evaluate_all("all => all.every(one => one.checkVisibility())")
    choice = page.locator(".choices a[href^='#']").first
    target = choice.get_attribute("href").removeprefix("#")
    choice.click()
    assert reader.place.endswith("#" + target)
    assert page.locator(f"[id='{target}']").is_visible()


def test_the_a_to_z_leads_to_every_page(handbook, reader):
    page = reader.open("index.html")
    page.locator(".az-link").click()
    page.wait_for_url("**/az.html")
    titles = set(page.locator(".page-list a").all_inner_texts())
    missing = [entry["title"] for entry in handbook.manifest["pages"] if entry["title"] not in titles]
    assert missing in ([], [handbook.manifest["title"]])
    page.locator(".page-list a").last.click()
    assert page.locator("h1").is_visible()


def test_phrases_can_be_read_and_no_button_pretends_to_work(handbook, reader):
    page = reader.open(handbook.of_kind("phrases")[0])
    assert page.locator(".phrase .say").first.is_visible()
    buttons = page.locator("button").evaluate_all("all => all.filter(one => one.checkVisibility()).map(one => one.className)")
    assert buttons == []
    assert page.locator(".fields").count() == 0 or page.locator(".fields").first.is_hidden()


def test_a_good_answer_opens_when_asked_for(handbook, reader):
    page = reader.open(handbook.of_kind("practice")[0])
    answer = page.locator(".good-answer").first
    assert answer.locator(".say").first.is_hidden()
    answer.locator("summary").click()
    assert answer.locator(".say").first.is_visible()


@pytest.mark.parametrize("width", [360, 1280])
def test_the_pages_are_listed_at_every_width(width, reader):
    page = reader.open("index.html")
    page.set_viewport_size({"width": width, "height": 740})
    assert page.locator(".site-nav a").first.is_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_an_old_address_leads_to_the_page_that_took_its_place(new_reader, sampler_base):
    reader = new_reader(sampler_base, java_script_enabled=False)
    page = reader.open("old-elements.html")
    page.wait_for_url("**/elements.html")
    assert page.locator("h1").is_visible()
