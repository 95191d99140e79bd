"""What stands in the browser's storage: whatever it is, pages work, search finds, and no link leaves the handbook."""

import json
import pathlib
import re

import pytest
from built_site import build_site
from waiting import wait_until

SCRIPTS = pathlib.Path(__file__).parents[2] / "Themes/default/js"

PAGES = {
    "handbook.yml": "title: Desk\nfields: {client: {label: Client}}\n",
    "index.md": "# Home\n\nSee [phrases](say.md), [script](ask.md), [practice](try.md) and [questions](faq.md).\n",
    "say.md": "---\nkind: phrases\n---\n# Say\n\n| Say | Instead of |\n| --- | --- |\n| A refund for {{client}} | Wait |\n",
    "ask.md": "---\nkind: script\n---\n# Ask\n\n## Start\n\n1. [Go](#end)\n2. [On](more.md#start)\n\n## End\n\n> [!OUTCOME]\n> Refund {{client}}.\n",
    "more.md": "---\nkind: script\n---\n# More\n\n## Start\n\n1. [Go](#end)\n\n## End\n\n> [!OUTCOME]\n> Done.\n",
    "try.md": "---\nkind: practice\n---\n# Try\n\n## Late\n\nA scene.\n\n- [ ] Greets\n- [ ] Names\n",
    "faq.md": "---\nkind: faq\n---\n# Asked\n\n## Is a refund due?\n\nYes.\n",
}

PIN = {"path": "say.html", "hash": "#p", "line": ["A refund for ", {"field": "client", "type": "text", "label": "Client"}]}
VISIT = {"step": "start", "choice": "", "at": 1_790_000_000_000, "title": "Start"}
CALL = {"title": "Ask", "choice": "On", "trail": [VISIT]}

# A whole value of each name, of which a test spoils every part in turn.
WHOLE = {
    "scheme": "dark",
    "keys": "off",
    "pins": [PIN, {"path": "faq.html", "title": "Asked"}],
    "recent": [{"path": "ask.html", "title": "Ask"}],
    "new": ["say.html"],
    "known": {"build": "before", "pages": "0123456789abcdef"},
    "lines": {"say.html": ["A refund for [Client]", "A refund"]},
    "practice": {"late": {"rating": "good", "checks": [True, False]}},
    "searches": ["refund"],
    "missed": [{"text": "… fee", "count": 1, "date": "2026-11-20", "outcome": "abandoned", "opened": "say.html#p"}],
    "helped": [{"page": "faq.html", "outcome": "helped", "count": 2, "date": "2026-11-20"}],
    "fields": {"client": "Kim"},
    "shift": {"agent": "Ana"},
    "began": {"id": "k3j", "at": 1_790_000_000_000, "name": "Kim"},
    "call": {"to": "more.html", "parts": [CALL]},
}

TYPES = [None, True, 5, "", "javascript:alert(1)", [], {"length": 2, "toString": None, "__proto__": {"constructor": 5}}]
SPOILS = [
    *TYPES, -1, 1e308, "x", "//evil.example/", "../../out.html", "java\nscript:alert(1)", "\\\\evil.example\\x",
    "<img src=x onerror=alert(1)>", "__proto__", {}, [None], [[]], {"a": 1},
]  # fmt: skip

# No JSON at all, and what only looks like it.
TEXTS = ["{", "NaN", "1e999", "[" * 500, "javascript:alert(1)"]

# Keeps in `__asked` every key that is asked for.
LISTEN = """
  const get = Storage.prototype.getItem;
  window.__asked = [];
  Storage.prototype.getItem = function (key) { window.__asked.push(key); return get.call(this, key); };
"""


@pytest.fixture(scope="module")
def desk(deskbook, tmp_path_factory):
    return build_site(deskbook, tmp_path_factory.mktemp("stored"), PAGES)


@pytest.fixture
def guest(new_reader, desk):
    reader = new_reader(desk.folder.as_uri() + "/", used_once=True)
    reader.page.add_init_script(LISTEN)
    return reader


def kept_names():
    """The names under which scripts keep something, from their source."""
    shapes = re.search(r"const shapes = \{(.*?)^  \};", (SCRIPTS / "stored.js").read_text(), re.DOTALL | re.MULTILINE)
    words = re.findall(r"getItem\('deskbook-(\w+)'\)", (SCRIPTS / "early.js").read_text())
    return {*words, *re.findall(r"^    (\w+): ", shapes[1], re.MULTILINE)}


def spoiled(value, spoil):
    """Every value that comes of putting `spoil` in the place of one part of a whole one."""
    yield spoil
    if isinstance(value, list):
        for index, part in enumerate(value):
            for other in spoiled(part, spoil):
                yield value[:index] + [other] + value[index + 1 :]
    if isinstance(value, dict):
        for key, part in value.items():
            for other in spoiled(part, spoil):
                yield value | {key: other}
            yield {name: value[name] for name in value if name != key}


def search(page):
    """Lists earlier searches and answers, then searches twice: what is not there is noted, what is there is found."""
    page.evaluate("window.deskbook.helped.rows()")
    page.locator("#search-input").focus()
    wait_until(page, "window.__asked.some((key) => key === 'deskbook-searches')")
    page.locator("#search-input").fill("xqzzz")
    page.locator(".search-missed").wait_for()
    page.locator("#search-input").fill("refund")
    wait_until(page, "document.querySelector('#search-results .search-hit') !== null")


def check_links(reader):
    """No link may lead out of the handbook."""
    links = reader.page.evaluate("Array.from(document.querySelectorAll('a[href]:not(.suggest)'), (link) => link.href)")
    assert [link for link in links if not link.startswith(reader.base)] == []


def visit_all(reader, desk):
    """Opens every page and searches; gives the keys that were asked for."""
    keys = set()
    for path in desk.documents:
        page = reader.open(path)
        if path == "index.html":
            search(page)
        check_links(reader)
        keys |= set(page.evaluate("window.__asked"))
    return keys


def fill(page, values):
    """Replaces all that is stored, in both storages, with texts by their keys."""
    page.evaluate(
        """(values) => [localStorage, sessionStorage].forEach((storage) => {
          storage.clear();
          Object.keys(values).forEach((key) => storage.setItem(key, values[key]));
        })""",
        values,
    )


def name_of(key):
    return key.removeprefix("deskbook-").split(":")[0]


@pytest.fixture(scope="module")
def found():
    """What the first test found out for those that follow."""
    return set()


@pytest.fixture
def keys(guest, desk, found):
    """Every key that a page asks for, with the names of handbooks and pages in it."""
    if not found:
        found |= {key for key in visit_all(guest, desk) if key.startswith("deskbook-")}
    assert {name_of(key) for key in found} == kept_names() == set(WHOLE)
    return sorted(found)


def text_of(name, value):
    is_word = name in ("scheme", "keys") and isinstance(value, str)
    return value if is_word else json.dumps(value)


def whole(name, base):
    return json.loads(json.dumps(WHOLE[name]).replace('"more.html"', json.dumps(base + "more.html")))


def test_only_one_script_reads_the_storage():
    # js/early.js compares two words before anything is shown.
    users = {file.name for file in SCRIPTS.glob("*.js") if re.search(r"(?:local|session)Storage\b", file.read_text())}
    assert users == {"early.js", "stored.js"}


def test_whole_values_are_used(guest, desk, keys):
    guest.open("index.html")
    fill(guest.page, {key: text_of(name_of(key), whole(name_of(key), guest.base)) for key in keys})
    page = guest.open("index.html")
    assert page.locator("html").get_attribute("data-scheme") == "dark"
    assert page.locator(".favourites .line").inner_text() == "A refund for Kim"
    assert page.locator(".pinned a").get_attribute("href") == "faq.html"
    assert page.locator(".recent a").get_attribute("href") == "ask.html"
    wait_until(page, "document.querySelector('.new-mark') !== null")
    assert guest.open("try.html").locator(".rating input:checked").get_attribute("value") == "good"
    page = guest.open("more.html")
    page.locator(".note").click()
    page.locator(".toast", has_text="opied").wait_for()


def test_whatever_stands_in_the_storage_pages_work(guest, desk, keys):
    guest.open("index.html")
    for text in TEXTS:
        fill(guest.page, dict.fromkeys(keys, text))
        visit_all(guest, desk)


def test_one_wrong_entry_spoils_no_list(guest, desk, keys):
    for kept in ("pins", "recent", "new", "searches", "missed", "helped"):
        entries = [other for entry in WHOLE[kept] for spoil in SPOILS for other in spoiled(entry, spoil)]
        guest.open("404.html")
        fill(guest.page, {key: json.dumps(WHOLE[kept] + entries) for key in keys if name_of(key) == kept})
        visit_all(guest, desk)
        assert guest.complaints == [], kept


READERS = {"lines": ["changes.html"], "call": ["more.html"], "practice": ["try.html"], "known": ["index.html", "changes.html"], "fields": ["say.html"], "began": ["say.html", "ask.html"]}


@pytest.mark.parametrize("kept", READERS)
def test_any_part_of_a_value_may_be_wrong(kept, guest, keys):
    guest.open("404.html")
    for spoil in [None, "javascript:alert(1)", TYPES[-1]]:
        for value in spoiled(whole(kept, guest.base), spoil):
            for path in READERS[kept]:
                fill(guest.page, {key: json.dumps(value) for key in keys if name_of(key) == kept})
                page = guest.open(path)
                check_links(guest)
                page.evaluate("document.querySelectorAll('.note').forEach((button) => button.click())")
                assert guest.complaints == [], value
