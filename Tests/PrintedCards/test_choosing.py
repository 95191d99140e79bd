"""Which cards are printed, and what the command says."""

import re

import deck
import pytest
from sheets import words


@pytest.fixture
def three(handbook):
    cards = {"a.md": deck.card("One"), "b.md": deck.card("Two", category="policy"), "c.md": deck.card("Three", "3x5")}
    cards["b.md"] = cards["b.md"].replace("kind: card", "kind: card\ntags: [hard calls]")
    handbook.add(cards)
    return handbook


def titles(decks):
    return sorted({word.text for path in decks.values() for page in words(path) for word in page} & {"One", "Two", "Three"})


@pytest.mark.parametrize(
    ("choice", "expected"),
    [
        (["a"], ["One"]), (["a", "c"], ["One", "Three"]), (["tag=hard calls"], ["Two"]),
        (["category=policy"], ["Two"]), (["category=policy", "a"], ["One", "Two"]),
    ],
)  # fmt: skip
def test_cards_are_chosen_by_name_tag_and_category(choice, expected, three):
    assert titles(three.print("--select", *choice)) == expected


def test_sizes_are_chosen(three):
    assert titles(three.print("--size", "3x5")) == ["Three"]


def test_a_size_that_no_card_has_is_what_all_are_set_in(three):
    assert titles(three.print("--size", "4x6", "--paper", "letter")) == ["One", "Three", "Two"]
    out = three.run("cards", "--output", "Cards", "--size", "4x6", "--paper", "letter").stdout.splitlines()
    assert out == ["Cards/cards-4x6-letter.pdf: 3 cards, 2 sheets"]


def test_so_is_the_size_of_a_sheet(three):
    assert titles(three.print("--sheet", "avery-5389", "--paper", "letter")) == ["One", "Three", "Two"]


def test_cards_that_do_not_fit_on_a_size_are_named_with_the_sizes_there_are(three):
    three.add({"long.md": deck.card("Long").rstrip() + "\n\n" + "Many words to say. " * 40 + "\n"})
    done = three.run("cards", "--size", "business-us")
    assert done.returncode == 64, done.stderr
    assert "business-us" in done.stderr and "long" in done.stderr and "cards of the size a6, 3x5" in done.stderr
    assert not list(three.folder.glob("Cards/*"))


def test_each_deck_is_named_with_its_cards_and_sheets(three):
    out = three.run("cards", "--output", "Cards").stdout.splitlines()
    assert out == ["Cards/cards-a6-a4.pdf: 2 cards, 1 sheet", "Cards/cards-3x5-a4.pdf: 1 card, 1 sheet"]


@pytest.mark.parametrize(
    ("options", "words_of_it"),
    [
        (["--select", "aa"], "no card matches aa"), (["--select", "category=polcy"], "did you mean category=policy?"),
        (["--sheet", "avery-538"], "did you mean avery-5388?"), (["--gutter", "9"], "A4 does not hold cards of the size a6"),
        (["--sheet", "avery-5388", "--paper", "a4"], "is for Letter, not for A4"),
        (["--sheet", "avery-5388", "--size", "a6"], "is for cards of the size 3x5, not for a6"),
        (["--offset", "1"], "--offset takes two numbers"), (["--copies", "0"], "--copies takes a number"),
        (["--size", "a9"], "a9"), (["--duplex", "sideways"], "sideways"), (["--changed-since", "Content/handbook.yml"], "not a site's manifest"),
    ],
)  # fmt: skip
def test_an_order_that_cannot_be_met_is_wrong_usage(options, words_of_it, three):
    done = three.run("cards", *options)
    assert done.returncode == 64, done.stderr
    assert words_of_it in done.stderr
    assert not list(three.folder.glob("Cards/*"))


def test_a_folder_that_cannot_be_written_is_named(three):
    (three.folder / "Cards").write_text("a file")
    done = three.run("cards")
    assert done.returncode == 74 and "Cards" in done.stderr


def test_only_what_has_changed_is_printed_and_old_cards_are_recalled(three):
    assert three.run("build").returncode == 0
    earlier = three.folder / "earlier.json"
    (three.folder / "Output/deskbook.json").rename(earlier)
    nothing = three.run("cards", "--changed-since", earlier)
    assert nothing.returncode == 0 and "nothing to print" in nothing.stderr
    three.add({"b.md": deck.card("Two", front="Another text."), "d.md": deck.card("Four")})
    (three.folder / "Content/cards/c.md").unlink()
    done = three.run("cards", "--changed-since", earlier)
    assert done.stdout.splitlines() == ["Cards/cards-a6-a4.pdf: 2 cards, 1 sheet"]
    recalled = re.findall(r"recall: (\w+) with the code [0-9A-Z]{5}", done.stderr)
    assert recalled == ["b", "c"]


def test_help_shows_examples(three):
    text = three.run("cards", "--help").stdout
    for part in ("deskbook cards --paper letter", "--duplex", "--calibrate", "--changed-since", "--offset"):
        assert part in text
