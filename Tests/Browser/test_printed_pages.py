"""Pages on paper: scripts that can be followed, answers with their questions, and sheets that say where they belong."""

import datetime
import re

import pytest
from paper import printed, words

MISSED = "policies/missed-appointment.html"


def test_a_choice_on_paper_names_the_number_and_the_title_of_its_step(handbook, reader):
    for path in handbook.of_kind("script"):
        page = reader.open(path)
        page.emulate_media(media="print")
        wrong = page.locator(".choices > li").evaluate_all(
            """items => items.map(item => {
              const [link, goal] = [item.querySelector('a'), item.querySelector('.goal')];
              const address = link.getAttribute('href');
              if (!goal || !goal.checkVisibility()) return link.textContent + ': nothing';
              if (!address.startsWith('#')) return '';
              const step = document.getElementById(decodeURIComponent(address.slice(1))).closest('.step');
              const steps = [...document.querySelectorAll('.step')];
              const title = step.querySelector('h2').textContent;
              return goal.textContent === (steps.indexOf(step) + 1) + ' ' + title ? '' : goal.textContent;
            }).filter(Boolean)"""
        )
        assert wrong == [], path


def test_a_script_is_followed_on_four_sheets(reader, tmp_path):
    page = reader.open(MISSED)
    page.locator(".current .choices").wait_for()
    sheets = printed(page, tmp_path)
    assert len(sheets) <= 4
    text = " ".join(sheets)
    titles = page.locator(".step > h2").all_text_contents()
    assert len(titles) == 13
    for number, title in enumerate(titles, 1):
        assert f"{number} {title}" in text, title
    for choice in ["They answer → 3 Listen to what happened", "They turn to insults → An abusive caller"]:
        assert choice in text, choice
    for hidden in ["Copy what I did", "Start again", "Choose with a number"]:
        assert hidden not in text, hidden


def test_a_step_is_not_torn_between_sheets(reader, tmp_path):
    page = reader.open(MISSED)
    steps = page.locator(".step").evaluate_all(
        "all => all.map(one => [one.querySelector('h2').textContent, one.querySelector('.goal, .alert').textContent])"
    )
    sheets = printed(page, tmp_path)
    for title, end in steps:
        last = words(end).split()[-1]
        assert any(title in sheet and last in sheet for sheet in sheets), title


@pytest.mark.parametrize("width,columns", [(680, 2), (440, 1)])
def test_steps_stand_in_as_many_columns_as_fit(width, columns, reader):
    page = reader.open(MISSED)
    page.emulate_media(media="print")
    page.set_viewport_size({"width": width, "height": 900})
    lefts = page.locator(".step").evaluate_all("all => all.map(one => Math.round(one.getBoundingClientRect().left))")
    assert len(set(lefts)) == columns


def test_numbers_for_paper_are_not_on_the_screen(reader):
    page = reader.open(MISSED)
    assert page.locator(".goal").first.is_hidden()
    assert page.locator(".step.current").evaluate("one => getComputedStyle(one, '::before').content") == "none"


@pytest.mark.parametrize("path", ["heart.html", MISSED, "faq/difficult-clients.html", "practice/role-plays.html"])
def test_every_sheet_says_what_it_is_how_long_it_holds_and_where_it_belongs(path, reader, tmp_path):
    page = reader.open(path)
    title, review = page.locator("h1").inner_text(), page.locator(".due").inner_text()
    now = datetime.date.today()
    today = f"Printed {now.day} {now:%B %Y}"
    sheets = printed(page, tmp_path)
    assert len(sheets) > 1
    for number, sheet in enumerate(sheets, 1):
        assert f"{title} · Front Desk Handbook" in sheet, (path, number)
        assert f"Review by {review} · {today} · {number} / {len(sheets)}" in sheet, (path, number)


def test_a_page_that_nobody_reviews_has_the_rest_in_its_margin(sampler_reader, tmp_path):
    page = sampler_reader.open("az.html")
    sheets = printed(page, tmp_path)
    assert all("Review by" not in sheet and re.search(r"Printed .* · \d+ / \d+", sheet) for sheet in sheets)


def test_the_margin_of_a_card_stays_empty(handbook, reader, tmp_path):
    for path in ["cards/index.html", handbook.of_kind("card")[0]]:
        text = " ".join(printed(reader.open(path), tmp_path))
        assert "Printed" not in text and "Front Desk Handbook" not in text, path


def test_a_question_stays_with_its_answer(handbook, reader, tmp_path):
    for path in handbook.of_kind("faq"):
        page = reader.open(path)
        questions = page.locator(".question").evaluate_all(
            "all => all.map(one => [one.querySelector('summary').textContent, one.querySelector('.answer').innerText])"
        )
        sheets = printed(page, tmp_path)
        for question, answer in questions:
            end = " ".join(words(answer).split()[-2:])
            assert any(words(question) in sheet and end in sheet for sheet in sheets), question


def test_a_scene_stays_in_one_piece_and_two_share_a_sheet(reader, tmp_path):
    page = reader.open("practice/role-plays.html")
    titles = page.locator(".scenario > h2").all_text_contents()
    ends = [words(text).split()[-1] for text in page.locator(".scenario > p:last-of-type").all_text_contents()]
    sheets = printed(page, tmp_path)
    for title, end in zip(titles, ends, strict=True):
        assert any(title in sheet and end in sheet for sheet in sheets), title
    assert len(sheets) <= len(titles) / 2 + 2
    assert "Show a good answer" not in " ".join(sheets)


def test_a_scene_for_two_has_one_sheet_and_nothing_that_opens(reader, tmp_path):
    page = reader.open("practice/role-plays.html")
    page.evaluate("window.print = () => {}")
    titles = page.locator(".scenario > h2").all_text_contents()
    page.get_by_role("button", name="Print sheets for two").click()
    assert page.locator(".sheets details").count() == 0
    sheets = printed(page, tmp_path)
    for title in titles:
        [at] = [sheet for sheet in sheets if title in sheet]
        assert at.count(title) == 2, "both halves stand on it"
        assert not re.search("[▼▶▾▸]|Details", at)
