"""Reads printed sheets with programs that had no part in making them."""

import json
import re
import subprocess
import xml.etree.ElementTree as ElementTree
from dataclasses import dataclass

import deck
import pdfplumber

POINT = 25.4 / 72


def output(*command):
    return subprocess.run([str(part) for part in command], check=True, capture_output=True, text=True).stdout


@dataclass(frozen=True)
class Word:
    """A word and its box in millimetres from the page's top left."""

    text: str
    x: float
    y: float
    right: float
    bottom: float

    @property
    def middle(self):
        return (self.x + self.right) / 2, (self.y + self.bottom) / 2

    def lies_in(self, box, across=0.0, down=0.0):
        x, y, width, height = box
        return (
            self.x >= x - across and self.right <= x + width + across
            and self.y >= y - down and self.bottom <= y + height + down
        )  # fmt: skip


def words(pdf):
    """The words of each page, by poppler."""
    text = output("pdftotext", "-bbox", pdf, "-")
    # XML 1.0 has no place for these, and poppler prints them as they are.
    tree = ElementTree.fromstring(re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f]", "", text))
    space = "{http://www.w3.org/1999/xhtml}"
    pages = [
        [
            Word(word.text or "", *(float(word.get(side)) * POINT for side in ("xMin", "yMin", "xMax", "yMax")))
            for word in page.iter(f"{space}word")
        ]
        for page in tree.iter(f"{space}page")
    ]
    assert any(pages), f"{pdf} has no word"
    return pages


def facts(pdf):
    """What `pdfinfo` says."""
    lines = output("pdfinfo", pdf).splitlines()
    return {name: value.strip() for name, _, value in (line.partition(":") for line in lines)}


def objects(pdf):
    """All objects of the file, by qpdf."""
    return json.loads(output("qpdf", "--json=2", pdf))["qpdf"][1]


def strokes(pdf):
    """The straight lines of each page: colour from 0 (black) to 1, and both ends in millimetres."""
    pages = []
    with pdfplumber.open(pdf) as document:
        for page in document.pages:
            lines = []
            for line in page.lines:
                color = line["stroking_color"]
                grey = sum(color) / len(color) if isinstance(color, (tuple, list)) else color or 0
                if line.get("linewidth", 1) * POINT > 0.15:
                    continue
                lines.append(
                    (grey, line["x0"] * POINT, line["top"] * POINT, line["x1"] * POINT, line["bottom"] * POINT)
                )
            pages.append(lines)
    return pages


class Sheets:
    """The pages of one PDF: fronts and backs in turn."""

    def __init__(self, path, size, paper):
        self.path, self.size, self.paper = path, size, paper
        x, y, self.columns, self.rows, self.turned = deck.SHEETS[size, paper]
        width, height = deck.SIZES[size]
        self.width, self.height = (height, width) if self.turned else (width, height)
        self.cells = [
            (x + column * self.width, y + row * self.height, self.width, self.height)
            for row in range(self.rows)
            for column in range(self.columns)
        ]
        self.words = words(path)

    def inner(self, cell):
        """The part of a cell that text may take."""
        safe = deck.SAFE[self.size]
        x, y, width, height = cell
        return x + safe, y + safe, width - 2 * safe, height - 2 * safe

    def cell_of(self, word):
        """The one cell that a word's middle lies in; None for the margin."""
        x, y = word.middle
        found = [c for c in self.cells if c[0] <= x <= c[0] + c[2] and c[1] <= y <= c[1] + c[3]]
        assert len(found) <= 1
        return found[0] if found else None

    def names(self, page):
        """Each card's name on a page and the cell it stands in."""
        return {
            word.text: self.cell_of(word)
            for word in self.words[page]
            if re.fullmatch(rf"{re.escape(self.size)}-\d+", word.text) and self.cell_of(word)
        }

    def behind(self, cell, edge):
        """Where a front's cell lies on its back page."""
        x, y, width, height = cell
        page_width, page_height = deck.PAPERS[self.paper]
        return (x, page_height - y - height, width, height) if edge == "short" else (page_width - x - width, y, width, height)


def same(left, right, within=0.1):
    return all(abs(a - b) <= within for a, b in zip(left, right))


# What the suite promises, as functions, so that the negative controls can see them fail.


def check_page_size(path, paper):
    found = re.match(r"([\d.]+) x ([\d.]+) pts", facts(path)["Page size"])
    size = tuple(float(part) * POINT for part in found.groups())
    assert same(size, deck.PAPERS[paper], 0.05), size


def check_boxes(sheets):
    """Every cell of the table is drawn on every front, and nothing else is."""
    for page, lines in enumerate(strokes(sheets.path)):
        hairlines = {tuple(round(part, 3) for part in line[1:]) for line in lines if line[0] > 0.3}
        if page % 2:
            assert not hairlines, "a back has cut lines"
            continue
        for x, y, width, height in sheets.cells:
            for side in (
                (x, y, x + width, y), (x, y, x, y + height), (x + width, y, x + width, y + height),
                (x, y + height, x + width, y + height),
            ):  # fmt: skip
                assert any(same(side, line) for line in hairlines), f"no line at {side} on page {page + 1}"
        edges_x = {cell[0] for cell in sheets.cells} | {cell[0] + cell[2] for cell in sheets.cells}
        edges_y = {cell[1] for cell in sheets.cells} | {cell[1] + cell[3] for cell in sheets.cells}
        for x0, y0, x1, y1 in hairlines:
            at, edges = (x0, edges_x) if abs(x0 - x1) < 0.01 else (y0, edges_y)
            assert any(abs(at - edge) <= 0.1 for edge in edges), (x0, y0, x1, y1)


def check_backs(sheets, edge):
    """Each back that there is lies behind its front."""
    seen = 0
    for page in range(0, len(sheets.words), 2):
        fronts = sheets.names(page)
        backs = sheets.names(page + 1) if page + 1 < len(sheets.words) else {}
        assert set(backs) <= set(fronts)
        for name, cell in backs.items():
            assert same(cell, sheets.behind(fronts[name], edge)), f"{name} lies at {cell}"
            seen += 1
    assert seen, "there are no backs"


def check_unicode(path):
    lines = output("pdffonts", path).splitlines()[2:]
    assert lines
    for line in lines:
        embedded, subset, unicode = line.split()[-5:-2]
        assert (embedded, subset, unicode) == ("yes", "yes", "yes"), line
