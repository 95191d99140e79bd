"""A script for a call: one step at a time, by number keys, to each of its ends."""

import collections
import re

import pytest
from waiting import wait_until

pytestmark = pytest.mark.both_origins


@pytest.fixture
def path(handbook):
    return handbook.of_kind("script")[0]


@pytest.fixture
def page(path, reader):
    return reader.open(path)


def in_menu(page, button):
    """A button that the bar shows when asked for more."""
    place = page.locator(f".script-bar {button}")
    if not place.is_visible():
        page.locator(".script-bar .more").click()
    return place


def graph(page):
    """Each step's choices that stay on the page, by key, and whether it ends the talk."""
    steps = page.locator(".script > .step").evaluate_all(
        """steps => steps.map(step => ({
          name: step.dataset.step,
          ends: Boolean(step.querySelector('.alert-outcome')),
          choices: [...step.querySelectorAll(':scope > .choices > li > a:first-child')].map(a => a.getAttribute('href')),
        }))"""
    )
    assert len(steps) > 2
    return {step["name"]: step for step in steps}


def shortest_ways(steps):
    """Keys to press from the first step to every step that ends the talk."""
    first = next(iter(steps))
    ways, waiting = {first: []}, collections.deque([first])
    while waiting:
        name = waiting.popleft()
        for number, choice in enumerate(steps[name]["choices"], start=1):
            target = choice.removeprefix("#")
            if choice.startswith("#") and target not in ways:
                ways[target] = ways[name] + [(str(number), target)]
                waiting.append(target)
    return [way for name, way in ways.items() if steps[name]["ends"]]


def shown(page):
    visible = "steps => steps.filter(step => step.checkVisibility()).map(step => step.dataset.step)"
    return page.locator(".script > .step").evaluate_all(visible)


def test_number_keys_lead_to_every_outcome(page, reader, path):
    steps = graph(page)
    ways = shortest_ways(steps)
    assert ways
    for way in ways:
        reader.open("index.html")
        reader.open(path)
        assert shown(page) == [next(iter(steps))]
        for key, target in way:
            page.keyboard.press(key)
            assert shown(page) == [target]
            assert reader.place == f"{path}#{target}"
        assert page.locator(".step.current .alert-outcome").is_visible()


def test_the_new_step_has_the_focus_so_that_it_is_read_aloud(page):
    page.keyboard.press("1")
    [step] = shown(page)
    assert page.evaluate("document.activeElement.id") == step
    assert page.evaluate("document.activeElement.tagName") == "H2"


def test_a_key_without_a_choice_does_nothing(page):
    before = shown(page)
    for key in ("7", "8", "9", "0"):
        page.keyboard.press(key)
    assert shown(page) == before


def test_back_returns_by_key_by_button_and_by_the_browser(page):
    [first] = shown(page)
    assert page.locator(".script-bar .back").is_hidden()
    for leave in (
        lambda: page.keyboard.press("Backspace"),
        lambda: page.locator(".script-bar .back").click(),
        lambda: page.go_back(),
    ):
        page.keyboard.press("1")
        assert shown(page) != [first]
        leave()
        wait_until(page, "step => document.querySelector('.step.current').dataset.step === step", first)
        assert shown(page) == [first]


def test_the_trail_shows_the_way_and_leads_back(page):
    page.keyboard.press("1")
    [second] = shown(page)
    page.keyboard.press("1")
    trail = page.locator(".trail li")
    assert trail.count() == 3
    assert page.locator(".trail [aria-current=step]").count() == 1
    trail.nth(1).locator("a").click()
    assert shown(page) == [second]
    assert trail.count() == 2


def test_start_again_goes_to_the_first_step(page):
    [first] = shown(page)
    page.keyboard.press("1")
    page.keyboard.press("1")
    in_menu(page, ".restart").click()
    assert shown(page) == [first]


def test_a_reload_keeps_the_step_and_the_trail(page):
    page.keyboard.press("1")
    page.keyboard.press("1")
    here = shown(page)
    page.reload()
    assert shown(page) == here
    assert page.locator(".trail li").count() == 3


def test_a_link_into_a_step_opens_it(page, reader, path):
    last = list(graph(page))[-1]
    reader.open("index.html")
    reader.open(path, anchor=last)
    assert shown(page) == [last]
    assert page.locator(f"[id='{last}']").is_visible()


def test_reading_mode_shows_all_steps(page):
    steps = list(graph(page))
    in_menu(page, ".mode").click()
    assert shown(page) == steps
    page.keyboard.press("1")
    assert shown(page) == steps
    in_menu(page, ".mode").click()
    assert len(shown(page)) == 1


def test_a_click_on_the_row_of_a_choice_takes_it(page):
    steps = graph(page)
    [first] = shown(page)
    page.locator(".step.current .choices > li").first.click()
    assert shown(page) == [steps[first]["choices"][0].removeprefix("#")]


def test_number_keys_typed_into_a_field_choose_nothing(page):
    before = shown(page)
    page.keyboard.press("/")
    page.keyboard.type("1")
    assert page.locator("#search-input").input_value() == "1"
    assert shown(page) == before


def test_every_script_of_the_handbook_starts_with_one_step(handbook, reader):
    for path in handbook.of_kind("script"):
        page = reader.open(path)
        assert len(shown(page)) == 1, path
        assert page.locator(".step.current .choices > li, .step.current .alert-outcome").count() > 0, path


def copied_note(page):
    """What the button puts on the clipboard, line ends and all."""
    page.evaluate(
        """Object.defineProperty(navigator, 'clipboard', {
          configurable: true, value: { writeText(text) { window.copiedText = text; return Promise.resolve(); } } })"""
    )
    page.locator(".script-bar .note").click()
    wait_until(page, "'copiedText' in window")
    return page.evaluate("window.copiedText")


def test_the_note_says_when_which_steps_which_choices_how_it_ended_and_what_was_filled_in(page):
    steps = graph(page)
    way = max(shortest_ways(steps), key=len)
    choices = []
    for key, _ in way:
        choices.append(page.locator(".step.current > .choices > li > a:first-child").nth(int(key) - 1).inner_text())
        page.keyboard.press(key)
    page.locator(".fields > summary").click()
    page.locator(".fields input[type=text]").first.fill("Kim Doe")
    lines = copied_note(page).splitlines()
    assert lines[0].startswith(page.locator("h1").inner_text() + " · ")
    visited = page.locator(".trail li > a, .trail li > span").all_inner_texts()
    told = [line for line in lines if re.match(r"\d\d:\d\d", line)]
    assert [re.sub(r"^\d\d:\d\d( [AP]M)?  ", "", line) for line in told] == visited
    assert [line.removeprefix("   → ") for line in lines if line.startswith("   → ")] == choices
    assert any(line.startswith("Outcome: ") for line in lines)
    assert lines[-1].endswith(": Kim Doe")


def test_the_trail_names_the_choices(page):
    chosen = page.locator(".step.current .choices a").first.inner_text()
    page.keyboard.press("1")
    assert page.locator(".trail .chosen").all_inner_texts() == [chosen]


def test_a_choice_into_another_script_takes_the_note_along(handbook, reader):
    def leads_on(document):
        lists = re.findall(r'<ol class="choices">.*?</ol>', document.text, re.DOTALL)
        return any("abusive-caller.html" in one for one in lists)

    path = next(one for one in handbook.of_kind("script") if "abusive" not in one and leads_on(handbook.documents[one]))
    page = reader.open(path)
    first = page.locator("h1").inner_text()
    link = page.locator(".choices a[href*='abusive-caller.html']").first
    step = link.evaluate("link => link.closest('.step').dataset.step")
    reader.open(path, anchor=step)
    link.click()
    page.wait_for_url("**/abusive-caller.html*")
    note = copied_note(page)
    assert first + ": " in note and page.locator("h1").inner_text() + ": " in note
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    page.reload()
    assert first not in copied_note(page)


def test_a_step_has_a_link_of_its_own_and_names_its_letters(page):
    anchor = page.locator(".step.current h2 .anchor")
    assert anchor.get_attribute("href") == "#" + shown(page)[0]
    assert page.locator(".step.current .serves .letter").count() > 0


# Whether the first line to say stands between the header and the choices, and those above the end of the screen.
IN_SIGHT = """() => {
  const box = (part) => part.getBoundingClientRect();
  const step = document.querySelector('.step.current');
  const choices = Array.from(step.querySelectorAll('.choices > li'), box);
  const floor = Math.min(innerHeight, ...choices.map((choice) => choice.top));
  const say = step.querySelector('.say');
  return (!say || (box(say).top >= box(document.querySelector('.site-header')).bottom - 1 && box(say).bottom <= floor + 1)) &&
    choices.every((choice) => choice.bottom <= innerHeight + 1);
}"""


@pytest.mark.timeout(300)
@pytest.mark.parametrize("size", [(1280, 720), (360, 640)])
def test_the_words_and_the_choices_of_every_step_are_on_the_screen(handbook, new_reader, size):
    reader = new_reader(handbook.folder.as_uri() + "/")
    page = reader.page
    page.set_viewport_size({"width": size[0], "height": size[1]})
    missed = []
    for path, document in handbook.documents.items():
        if document.kind != "script":
            continue
        steps = [attributes["data-step"] for _, attributes in document.tags if "data-step" in attributes]
        # By its address each step is opened on the smaller screen, where less has room.
        for step in steps if size[0] == 360 else []:
            page.goto("about:blank")
            page.goto(reader.base + path + "#" + step)
            if not page.evaluate(IN_SIGHT):
                missed.append(f"{path}#{step}, by its address")
        page.goto("about:blank")
        page.goto(reader.base + path)
        if not page.evaluate(IN_SIGHT):
            missed.append(f"{path}, on arrival")
        for step in steps[1:]:
            page.evaluate("step => { location.hash = step; }", step)
            wait_until(page, "step => document.querySelector('.step.current').dataset.step === step", step)
            if not page.evaluate(IN_SIGHT):
                missed.append(f"{path}#{step}, by its choice")
    assert missed == []


def test_what_stands_above_the_steps_folds_into_the_bar(reader, handbook):
    path = next(path for path, document in handbook.documents.items() if document.kind == "script" and 'class="heard"' in document.text)
    page = reader.open(path)
    assert page.locator(".heard").is_hidden()
    page.locator(".about > summary").click()
    assert page.locator(".heard").is_visible() and page.locator(".about .summary").is_visible()
    in_menu(page, ".mode").click()
    assert page.locator(".step").last.is_visible()
