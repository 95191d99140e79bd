"""Questions and role-plays: what a link opens, and what stays hidden until asked for."""

import pytest


def test_a_link_to_a_question_shows_its_answer_below_the_header(handbook, reader):
    path = handbook.of_kind("faq")[0]
    anchors = reader.open(path).locator(".question h2, .question h3").evaluate_all("all => all.map(one => one.id)")
    assert len(anchors) > 1
    reader.open("index.html")
    page = reader.open(path, anchor=anchors[-1])
    question = page.locator(f".question:has([id='{anchors[-1]}'])")
    assert question.locator(".answer").is_visible()
    box = page.locator(f"[id='{anchors[-1]}']").bounding_box()
    header = page.locator(".site-header").bounding_box()
    assert header["y"] + header["height"] <= box["y"] < 800


def test_a_link_opens_a_question_that_was_closed(handbook, reader):
    page = reader.open(handbook.of_kind("faq")[0])
    page.locator(".toggle-all").click()
    last = page.locator(".question").last
    assert last.locator(".answer").is_hidden()
    anchor = last.locator("h2, h3").first.get_attribute("id")
    page.evaluate("anchor => { location.hash = anchor; }", anchor)
    last.locator(".answer").wait_for(state="visible")


def test_all_questions_close_and_open_with_one_button(handbook, reader):
    page = reader.open(handbook.of_kind("faq")[0])
    count = page.locator(".question").count()
    assert page.locator(".question[open]").count() == count
    page.locator(".toggle-all").click()
    assert page.locator(".question[open]").count() == 0
    page.locator(".toggle-all", has_text="Open all").click()
    assert page.locator(".question[open]").count() == count


def test_every_question_ends_in_a_question_mark_and_has_an_answer(handbook, reader):
    for path in handbook.of_kind("faq"):
        page = reader.open(path)
        assert page.locator(".question > summary").count() == page.locator(".question .answer").count() > 0
        for title in page.locator(".question > summary").all_inner_texts():
            assert title.strip().endswith("?"), (path, title)
        assert all(text.strip() for text in page.locator(".question .answer").all_inner_texts()), path


@pytest.mark.parametrize("by", ["pointer", "keyboard"])
def test_a_good_answer_is_hidden_until_asked_for(by, handbook, reader):
    page = reader.open(handbook.of_kind("practice")[0])
    answers = page.locator(".good-answer")
    assert answers.count() > 0
    for number in range(answers.count()):
        assert answers.nth(number).locator(".say").first.is_hidden()
    first = answers.first
    if by == "pointer":
        first.locator("summary").click()
    else:
        first.locator("summary").focus()
        page.keyboard.press("Enter")
    assert first.locator(".say").first.is_visible()
    assert answers.count() == 1 or answers.nth(1).locator(".say").first.is_hidden()


def test_a_scenario_shows_the_client_and_a_list_to_tick(handbook, reader):
    page = reader.open(handbook.of_kind("practice")[0])
    scenario = page.locator(".scenario").first
    assert scenario.locator(".client").is_visible()
    box = scenario.locator(".rubric input").first
    box.check()
    assert box.is_checked()


def test_a_model_leads_from_each_letter_to_its_step(handbook, reader):
    page = reader.open(handbook.of_kind("model")[0])
    letters = page.locator(".letters a")
    assert letters.count() == page.locator(".letter-step").count() > 1
    for number in range(letters.count()):
        anchor = letters.nth(number).get_attribute("href").removeprefix("#")
        letters.nth(number).click()
        heading = page.locator(f".letter-step h2[id='{anchor}']")
        assert heading.is_visible()
        assert letters.nth(number).locator("b").inner_text() == heading.locator(".letter").inner_text()
