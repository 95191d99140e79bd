"""A large clinic's deck is printed while one waits."""

import time

import deck
import pdfplumber

BODY = "\n".join(f"{number}. Ask what happened, listen to the end, and say what comes next." for number in range(1, 8))
BACK = "\n\n".join(f"- Say: I will call you by {hour}:30 with an answer.\n  - Instead of: Someone will get back to you." for hour in range(1, 5))


def test_four_hundred_cards(handbook, capsys):
    for number in range(400):
        category = deck.CATEGORIES[number % 6]
        handbook.add({f"card-{number}.md": deck.card(f"Card {number}", "a6", BODY.replace("what", f"what {number}"), BACK, category)})
    start = time.monotonic()
    [path] = handbook.print().values()
    seconds = time.monotonic() - start
    with capsys.disabled():
        print(f"\n400 cards of two sides: {seconds:.2f} s, {path.stat().st_size / 1e6:.1f} MB")
    # How long it took is for people to read; a slow machine is no fault of the program.
    with pdfplumber.open(path) as sheets:
        assert len(sheets.pages) == 200
