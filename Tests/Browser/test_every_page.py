"""Each page of the bundled handbook, one by one: what axe finds, and what large text does to it."""

import os
import pathlib
import zlib

import pytest
from accessibility import violations
from built_site import BuiltSite
from waiting import wait_until

NARROW = {"width": 360, "height": 740}
WIDE = {"width": 1280, "height": 800}


def pytest_generate_tests(metafunc):
    if "path" not in metafunc.fixturenames:
        return
    site = BuiltSite(pathlib.Path(os.environ["HANDBOOK"]))
    # A page that only leads on is gone before anybody could look at it; books for paper are looked at in test_books.py.
    paths = [path for path, document in site.documents.items() if document.kind and not path.startswith("print/")]
    metafunc.parametrize("path", paths)


@pytest.fixture
def place(handbook):
    # From disk and from a server come the same bytes.
    return handbook.folder.as_uri() + "/"


def test_axe_finds_nothing(path, place, new_reader):
    # In turns: what colours and layouts do to each kind of page is seen by test_pages.py.
    scheme, size = [("light", WIDE), ("dark", NARROW)][zlib.crc32(path.encode()) % 2]
    assert violations(new_reader(place, color_scheme=scheme, viewport=size).open(path)) == []


# A system that paints all grounds alike leaves only lines to tell these apart from the text around them.
LINED = ".phrase .say, .phrase .avoid, .alert, .heard, .choices > li, .letters a, button, .search-input"


def test_large_text_and_forced_colours_lose_nothing(path, place, new_reader):
    """200 % text on a phone of 360 px, then a system that paints everything in two colours."""
    page = new_reader(place, viewport=NARROW).open(path)
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    # A fraction of a pixel may be rounded up; tables that no longer fit get their box in the next frame.
    wait_until(page, "document.documentElement.scrollWidth <= 361")
    cut = page.evaluate(
        """() => Array.from(document.querySelectorAll('h1, h2, h3, p, li, dd, a, button, label')).filter((one) => {
          const style = getComputedStyle(one);
          return one.checkVisibility() && style.overflowX === 'hidden' && !one.closest('.visually-hidden, .face') &&
            one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 1;
        }).map((one) => one.outerHTML.slice(0, 120))"""
    )
    assert cut == []
    page.evaluate("document.documentElement.style.fontSize = ''")
    page.emulate_media(forced_colors="active")
    bare = page.evaluate(
        """(lined) => Array.from(document.querySelectorAll(lined)).filter((one) => {
          if (!one.checkVisibility() || one.closest('.face') || !one.getClientRects().length) return false;
          const style = getComputedStyle(one);
          return !['top', 'bottom', 'left', 'right'].some((side) =>
            parseFloat(style.getPropertyValue(`border-${side}-width`)) > 0 &&
            style.getPropertyValue(`border-${side}-style`) !== 'none');
        }).map((one) => one.outerHTML.slice(0, 120))""",
        LINED,
    )
    assert bare == []
