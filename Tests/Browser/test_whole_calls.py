"""Two calls of the bundled handbook from their beginning to their end, by keys alone, and how many they take."""

import json

import pytest
from clipboard import CLIPBOARD, pasted
from waiting import wait_until

pytestmark = pytest.mark.both_origins

ANSWERED = "document.querySelector('#search-results .search-hit') !== null"


class Hands:
    """Hands on a keyboard, which count what they press."""

    def __init__(self, page):
        self.page = page
        self.presses = 0

    def press(self, *keys):
        for key in keys:
            self.page.keyboard.press(key)
            self.presses += 1

    def type(self, text):
        self.page.keyboard.type(text)
        self.presses += len(text)

    def search(self, words):
        self.press("/")
        self.type(words)
        wait_until(self.page, ANSWERED)


@pytest.fixture
def reader(new_reader, base):
    return new_reader(base, used_once=True, permissions=CLIPBOARD)


def test_she_is_shouting(reader):
    hands = Hands(reader.open("index.html"))
    hands.search("shouting")
    hands.press("Control+c")
    toast = hands.page.locator(".toast", has_text="Copied")
    toast.wait_for()
    assert hands.presses == len("/shouting") + 1
    hands.press("Escape", "Escape")
    line = pasted(hands.page)
    assert line and line in toast.inner_text(), "it says which line"


def test_a_missed_appointment_for_the_third_time(reader):
    page = reader.open("index.html")
    hands = Hands(page)
    hands.search("missed appointment")
    hands.press("Enter")
    page.locator(".script-bar .note").first.wait_for(state="attached")
    assert reader.place.startswith("policies/missed-appointment.html")
    page.locator(".fields").evaluate("panel => { panel.open = true; }")
    page.locator(".fields input[data-field=client]").fill("Kim Doe")
    page.locator(".fields input[data-field=client]").blur()
    for _ in range(12):
        if page.locator(".step.current .alert-outcome").count():
            break
        hands.press("1")
    page.locator(".step.current .outcome-ways button").first.press("Enter")
    page.locator(".toast", has_text="note").wait_for()
    # To the outcome, and with its note on the clipboard.
    assert hands.presses < 35, hands.presses
    hands.press("Escape", "Escape")
    wait_until(page, "document.querySelector('.call').hidden")
    for path in ("policies/missed-appointment.html", "index.html"):
        reader.open(path)
        assert "Kim" not in page.locator("body").inner_text()
        kept = json.dumps(page.evaluate("[Object.entries(sessionStorage), Object.entries(localStorage), history.state]"))
        assert "Kim" not in kept and "missed appointment\"" not in kept
