"""Practice: answers hidden until asked for, one's own rating, shuffle, and sheets for two."""

import pytest
from accessibility import violations


@pytest.fixture
def page(handbook, reader):
    return reader.open(handbook.of_kind("practice")[0])


def titles(page):
    return page.locator(".scenario h2").all_inner_texts()


def test_a_rating_and_ticks_are_kept_and_counted(page):
    scenario = page.locator(".scenario").first
    scenario.locator(".rubric input").nth(0).check()
    scenario.locator(".rubric input").nth(1).check()
    scenario.locator(".rating input[value=good]").check()
    progress = page.locator(".progress").inner_text()
    assert progress.startswith("1 of ")
    page.reload()
    assert page.locator(".progress").inner_text() == progress
    assert scenario.locator(".rubric input:checked").count() == 2
    assert scenario.locator(".rating input[value=good]").is_checked()
    assert scenario.locator(".rubric-count").inner_text().startswith("2 of ")
    page.get_by_role("button", name="Forget my ratings").click()
    assert page.locator("input:checked:not(.keys-switch)").count() == 0
    page.reload()
    assert page.locator(".progress").inner_text().startswith("0 of ")


def test_shuffle_changes_the_order_and_loses_nothing(page):
    before = titles(page)
    orders = set()
    for _ in range(4):
        page.get_by_role("button", name="Shuffle").click()
        orders.add(tuple(titles(page)))
        assert sorted(titles(page)) == sorted(before)
        assert page.evaluate("document.activeElement === document.querySelector('.scenario h2')")
    assert len(orders | {tuple(before)}) > 1


def test_the_sheet_of_the_desk_does_not_tell_what_the_client_says(page):
    page.evaluate("window.print = () => {}")
    page.get_by_role("button", name="Print sheets for two").click()
    page.emulate_media(media="print")
    count = page.locator(".scenario").count()
    assert page.locator(".sheet").count() == count
    assert page.locator("main").is_hidden()
    assert page.locator(".sheet .half.client .say").first.is_visible()
    assert page.locator(".sheet .half.client blockquote").count() == count
    assert page.locator(".sheet .half.desk").filter(has=page.locator("blockquote, .say, .rubric")).count() == 0
    ids = page.evaluate("[...document.querySelectorAll('[id]')].map(one => one.id)")
    assert len(ids) == len(set(ids))
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    page.emulate_media(media="screen")
    assert page.locator(".sheets").is_hidden() and page.locator("main").is_visible()


def test_practice_with_ratings_is_accessible_at_phone_width(page):
    page.set_viewport_size({"width": 360, "height": 740})
    page.locator(".good-answer summary").first.click()
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
