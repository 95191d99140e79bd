"""No meaning is in colour alone: on a grey printer words and shapes tell categories apart."""

import itertools
import subprocess

import deck
from sheets import words

DOTS = 200 / 25.4


def picture(pdf, folder):
    """The first page in grey: width, and dots row by row."""
    subprocess.run(["pdftoppm", "-r", "200", "-gray", "-singlefile", pdf, folder / "page"], check=True)
    kind, size, _, dots = (folder / "page.pgm").read_bytes().split(b"\n", 3)
    assert kind == b"P5"
    return int(size.split()[0]), dots


def shape(width, dots, x, y):
    """Which dots of a card's shape are dark; `x` and `y` are the card's corner."""
    left, top, side = (round(length * DOTS) for length in (x + 6.5, y + 6.5, 5.5))
    return [dots[row * width + column] < 160 for row in range(top, top + side) for column in range(left, left + side)]


def test_each_category_has_a_word_and_a_shape_of_its_own(handbook, tmp_path):
    names = deck.CATEGORIES
    handbook.add({f"{name}.md": deck.card(name.title(), category=name) for name in names})
    [path] = handbook.print("--duplex", "none").values()
    text = [word.text for page in words(path) for word in page]
    for label in ("Recovery", "Phrases", "Policy", "Escalation", "Self-care", "Records"):
        assert label in text
    width, dots = picture(path, tmp_path)
    shapes = [shape(width, dots, x, y) for y in (0.5, 148.5) for x in (0, 105)]
    for left, right in itertools.combinations(shapes, 2):
        assert sum(left) > 100 and sum(right) > 100
        differing = sum(a != b for a, b in zip(left, right)) / len(left)
        assert differing > 0.06, "two shapes look alike"


def test_nothing_is_lost_in_grey(bundled, tmp_path):
    # The lightest ink of any card is dark enough to be read on white: a card is mostly white and has dark text.
    [path] = bundled["a4"].values()
    width, dots = picture(path, tmp_path)
    dark = sum(dot < 120 for dot in dots) / len(dots)
    assert 0.01 < dark < 0.25
