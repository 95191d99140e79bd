"""What `deskbook search` answers from a built handbook: names, numbers, and entries of lists."""

import json

import pytest

PAGES = {
    "it.md": "# IT\n\nExtension 4400.\n",
    "will.md": "# Will\n\nWhen a caller asks about a will.\n",
    "on-call.md": "# On call\n\nWho is on call.\n",
    "people.md": "# People\n\n## A and E\n\nChest pain.\n\n## Call\n\nWho may call.\n",
    "lines.md": "# Lines\n\n| Desk | Line | Hours |\n| --- | --- | --- |\n| Leeds | (020) 7946 0018 | 8 to 6 |\n",
    "list.md": "# More lines\n\n- 020-7946-0021\n- 020.7946.0022\n",
    "bold.md": "# Split\n\nCall **020** 7946\n0020 now.\n",
    "plus.md": "# Abroad\n\nDial `+14155552671`.\n",
    "faq.md": "---\nkind: faq\n---\n# Questions\n\n## Is parking free?\n\nYes.\n\n## Is tea free?\n\nNo.\n",
    "glossary.md": "# Glossary\n\n## Copayment\n\nWhat a client pays.\n",
    "rooms/index.md": "# Rooms\n\nThe blue room and the quiet room.\n",
    "rooms/quiet.md": "# Quiet room\n\nFor whoever cries.\n",
}


@pytest.fixture
def answer(desk):
    """Asks a built handbook; gives the addresses of the hits."""
    for path, text in PAGES.items():
        desk.write(path, text)
    done = desk.build()
    assert done.status == 0, done.err

    def ask(*words):
        done = desk.run("search", "--json", "--", *words)
        assert done.status in (0, 1), done.err
        return [hit["url"] for hit in json.loads(done.out or "[]")]

    return ask


def test_names_of_common_words_are_found(answer):
    assert answer("IT")[0] == answer("the", "it")[0] == "it.html"
    assert answer("Will")[0] == answer("a will")[0] == "will.html"
    assert answer("on call")[0] == "on-call.html"
    assert answer("A and E")[0] == "people.html#a-and-e"


def test_a_number_is_found_however_its_digits_are_set_apart(answer):
    for number, url in [
        ("02079460018", "lines.html"), ("020 7946 0018", "lines.html"), ("+020-7946-0018", "lines.html"),
        ("02079460021", "list.html"), ("(020) 79460022", "list.html"), ("02079460020", "bold.html"),
        ("+1 (415) 555-2671", "plus.html"), ("1.415.555.2671", "plus.html"),
    ]:  # fmt: skip
        assert answer(number)[0] == url, number
    # Neither over the border of two cells or items, nor a number that is only near.
    for number in ["4400020", "02079460018 8", "0207946002102079460022", "02079460019"]:
        assert "lines.html" not in answer(number.replace(" ", "")), number


def test_entries_come_before_their_lists(answer):
    assert answer("parking free")[0] == "faq.html#is-parking-free"
    assert "faq.html" not in answer("parking")
    assert answer("copayment")[0] == "glossary.html#copayment"
    rooms = answer("quiet room")
    assert rooms[0] == "rooms/quiet.html" and rooms.index("rooms/index.html") > 0


def test_forms_of_words_and_slips_after_the_first_letter_are_understood(answer):
    assert answer("dialled")[0] == "plus.html"
    assert answer("chets pains")[0] == "people.html#a-and-e"
    assert answer("harking") == []
