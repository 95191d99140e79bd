"""QR codes are read from paper as a phone would read them."""

import itertools
import re
import subprocess

import deck
import pytest
from sheets import objects


def decoded(pdf, folder, dpi=300):
    """What a reader makes of all codes of the pages."""
    subprocess.run(["pdftoppm", "-r", str(dpi), "-gray", "-png", pdf, folder / "page"], check=True)
    found = []
    for picture in sorted(folder.glob("page*.png")):
        done = subprocess.run(
            ["zbarimg", "--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", picture], capture_output=True, text=True
        )
        found += done.stdout.split()
    return found


def codes(pdf):
    """The links of a document's figures."""
    values = [entry.get("value") for entry in objects(pdf).values()]
    figures = [value for value in values if isinstance(value, dict) and value.get("/S") == "/Figure"]
    return [re.search(r"https://\S+", figure["/Alt"]).group() for figure in figures]


# A card is drawn alike on either paper: each size is printed on one of them.
@pytest.mark.parametrize("size, paper", zip(deck.SIZES, itertools.cycle(deck.PAPERS)))
def test_every_code_is_read_at_300_dpi(size, paper, printed, tmp_path):
    pdf = printed["long", paper][f"cards-{size}-{paper}.pdf"]
    wanted = codes(pdf)
    assert len(wanted) == 5
    assert sorted(decoded(pdf, tmp_path)) == sorted(wanted)


def test_a_code_names_its_card_and_what_it_says(handbook):
    handbook.add({"a.md": deck.card("One")})
    [before] = codes(next(iter(handbook.print().values())))
    handbook.add({"a.md": deck.card("One", front="Breathe. Smile. Wait.")})
    [after] = codes(next(iter(handbook.print().values())))
    assert before != after
    assert re.fullmatch(r"https://desk\.example/c/a/#[0-9A-Z]{5}", after)


def test_there_is_no_code_without_an_address(handbook):
    handbook.write("handbook.yml", deck.SETTINGS.replace(f"url: {deck.URL}\n", ""))
    handbook.add({"a.md": deck.card("One")})
    assert codes(next(iter(handbook.print().values()))) == []


def test_a_code_that_phones_could_not_read_is_refused(handbook):
    handbook.write("handbook.yml", deck.SETTINGS.replace(deck.URL, deck.URL + "handbooks/of/the/clinic/front-desk/current/edition/"))
    handbook.add({"a.md": deck.card("One", "a7")})
    done = handbook.run("cards")
    assert done.returncode == 1
    assert "0.5 mm is the least that phones read [card-link]" in done.stderr
