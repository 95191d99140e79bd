"""The search box and the command give the same hits in the same order, for an index of one file and of shards."""

import json
import pathlib
import subprocess
import sys

import pytest
from built_site import BuiltSite
from waiting import wait_until

pytestmark = pytest.mark.both_origins

CORPUS = pathlib.Path(__file__).parents[1] / "Benchmarks" / "corpus.py"
QUERIES = [
    "refund", "angry cl", "no show", "how do i cancel", "appiontment", "manger", "I don't know", "phrase: sorry",
    "billing question", "the", "xyzzy", "log in",
]  # fmt: skip


@pytest.fixture(scope="session")
def large(deskbook, tmp_path_factory):
    """A handbook of some hundred pages, whose index is cut into shards."""
    folder = tmp_path_factory.mktemp("large")
    subprocess.run([sys.executable, CORPUS, "--pages", "300", folder], check=True)
    subprocess.run([deskbook, "build", folder / "deskbook", "--quiet"], check=True)
    site = folder / "deskbook" / "Output"
    assert list(site.glob("search/t-*")), "the index is one file"
    return BuiltSite(site)


def in_the_terminal(deskbook, site, query):
    command = [deskbook, "search", "--json", "--output", site.folder, "--", query]
    return [hit["url"] for hit in json.loads(subprocess.run(command, check=True, capture_output=True).stdout)]


def in_the_browser(page, query):
    page.locator("#search-input").fill(query)
    wait_until(page, "'searchLoad' in deskbook")
    page.evaluate("window.answer = null")
    page.evaluate(
        """query => deskbook.searchLoad.ask(query, {limit: 10}, found => {
          window.answer = found && found.hits.map(hit => hit.url);
        })""",
        query,
    )
    wait_until(page, "window.answer !== null")
    return page.evaluate("window.answer")


@pytest.mark.parametrize("size", ["small", "large"])
def test_the_browser_finds_what_the_terminal_finds(size, origin, deskbook, handbook, large, new_reader, share):
    site = handbook if size == "small" else large
    base = site.folder.as_uri() + "/" if origin == "file" else share(site)
    page = new_reader(base).open("index.html")
    for query in QUERIES:
        assert in_the_browser(page, query) == in_the_terminal(deskbook, site, query), query


def test_a_large_handbook_is_searched_from_its_box(origin, large, new_reader, share):
    base = large.folder.as_uri() + "/" if origin == "file" else share(large)
    reader = new_reader(base)
    page = reader.open("index.html")
    page.locator("#search-input").press_sequentially("refund", delay=5)
    wait_until(page, "document.querySelectorAll('#search-results [role=option]').length > 3")
    with page.expect_event("load"):
        page.keyboard.press("Enter")
    assert reader.place != "index.html"
