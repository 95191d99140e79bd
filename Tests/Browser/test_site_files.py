"""The whole built site read as files: where every link leads, and what a page may load."""

import html.parser
import posixpath
import re
import urllib.parse

import pytest
from built_site import Reference

# The path of the sampler's address: a page for what is missing is shown at any depth, so it begins its links with it.
ADDRESS = "/desk/sampler/"
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
LEAVING = {"http", "https", "mailto", "tel"}


@pytest.fixture(params=["handbook", "sampler"])
def site(request):
    return request.getfixturevalue(request.param)


def split(address):
    """The path and the anchor of a relative address, as text."""
    parts = urllib.parse.urlsplit(address)
    return urllib.parse.unquote(parts.path, errors="strict"), urllib.parse.unquote(parts.fragment, errors="strict")


def test_the_site_holds_every_page_that_its_manifest_names(site):
    named = {page["path"] for page in site.manifest["pages"]}
    assert named, "the manifest names no page"
    assert named <= set(site.documents)
    for path in ("index.html", "404.html", "az.html", "phrases.html", "cards/index.html", "search/index.json"):
        assert (site.folder / path).is_file(), path


def test_the_manifest_names_every_file_of_the_site(site):
    there = {file.relative_to(site.folder).as_posix() for file in site.folder.rglob("*") if file.is_file()}
    assert there - set(site.manifest["files"]) - set(site.manifest["kept"]) == {"deskbook.json"}
    assert set(site.manifest["files"]) <= there


def test_every_internal_link_is_relative_and_leads_to_a_file_and_an_anchor(site):
    broken, followed = [], 0
    for path, document in site.documents.items():
        for reference in document.references:
            parts = urllib.parse.urlsplit(reference.address)
            if parts.scheme in LEAVING and not reference.is_fetched:
                continue
            if reference.address.startswith("data:image/"):
                continue
            if path == "404.html" and reference.address.startswith(ADDRESS):
                parts = parts._replace(scheme="", netloc="", path=parts.path.removeprefix(ADDRESS))
                reference = Reference(reference.tag, reference.attribute, parts.geturl())
            if parts.scheme or parts.netloc or parts.path.startswith("/"):
                broken.append(f"{path}: {reference.address} is not relative")
                continue
            target, anchor = split(reference.address)
            target = posixpath.normpath(posixpath.join(posixpath.dirname(path), target)) if target else path
            followed += 1
            if not (site.folder / target).is_file():
                broken.append(f"{path}: {reference.address} leads to no file")
            elif anchor and anchor not in site.documents[target].ids:
                broken.append(f"{path}: {reference.address} leads to no anchor")
    assert broken == []
    assert followed > 100


def test_every_page_but_the_first_can_be_reached_from_it_by_links(site):
    seen, waiting = {"index.html"}, ["index.html"]
    while waiting:
        path = waiting.pop()
        for reference in site.documents[path].references:
            target, _ = split(reference.address)
            target = posixpath.normpath(posixpath.join(posixpath.dirname(path), target)) if target else path
            if reference.tag == "a" and target in site.documents and target not in seen:
                seen.add(target)
                waiting.append(target)
    named = {page["path"] for page in site.manifest["pages"]}
    assert named - seen == set()


def follow(site, path, step):
    """The pages from one on, by its links to the next or the previous."""
    way = [path]
    while True:
        links = [one["href"] for tag, one in site.documents[way[-1]].tags if tag == "a" and one.get("rel") == step]
        if not links:
            return way
        assert len(links) == 1, way[-1]
        target = posixpath.normpath(posixpath.join(posixpath.dirname(way[-1]), split(links[0])[0]))
        assert target not in way, f"{way[-1]} leads back to {target}"
        way.append(target)


def test_the_next_page_leads_once_through_all_pages_and_the_previous_back(site):
    forth = follow(site, "index.html", "next")
    assert {page["path"] for page in site.manifest["pages"]} <= set(forth)
    assert follow(site, forth[-1], "prev") == forth[::-1]


def test_style_sheets_load_nothing_from_elsewhere(site):
    sheets = list(site.folder.glob("assets/*.css"))
    assert sheets
    for sheet in sheets:
        text = re.sub(r'url\("data:[^"]*"\)', "", sheet.read_text(encoding="utf-8"))
        assert "@import" not in text
        for address in re.findall(r"url\(\s*[\"']?([^\"')]+)", text):
            is_own = "/" not in address and address.endswith((".ttf", ".woff2")) and (sheet.parent / address).is_file()
            assert is_own, address


def test_every_page_has_a_strict_content_security_policy(site):
    for path, document in site.documents.items():
        assert document.policy, f"{path} has no policy"
        rules = dict(rule.strip().partition(" ")[::2] for rule in document.policy.split(";"))
        assert rules["default-src"] == "'none'", path
        assert "unsafe" not in document.policy, path
        assert "*" not in document.policy and "http" not in document.policy, path


def test_no_page_has_inline_scripts_styles_or_handlers(site):
    for path, document in site.documents.items():
        for tag, attributes in document.tags:
            assert tag not in ("style", "iframe", "object", "embed", "base", "form"), (path, tag)
            assert tag != "script" or attributes.get("src"), path
            assert tag != "script" or attributes.get("type") != "module", path
            assert "style" not in attributes, (path, tag)
            assert not [name for name in attributes if name.startswith("on")], (path, tag)


def test_no_script_fetches_imports_or_evaluates(site):
    scripts = [*site.folder.glob("assets/*.js"), site.folder / "search" / "index.js"]
    assert len(scripts) >= 3
    for script in scripts:
        text = script.read_text(encoding="utf-8")
        for word in ("fetch(", "XMLHttpRequest", "import(", "new Worker", "eval(", "new Function", "innerHTML", "document.write"):
            assert word not in text, (script.name, word)


def test_no_id_stands_twice_on_a_page(site):
    for path, document in site.documents.items():
        twice = {name for name in document.ids if document.ids.count(name) > 1}
        assert not twice and "" not in document.ids, (path, twice)


class Balance(html.parser.HTMLParser):
    """Finds tags that are closed in the wrong order, or never."""

    def __init__(self, text):
        super().__init__()
        self.open, self.problems = [], []
        self.feed(text)
        self.close()
        self.problems += [f"<{tag}> is never closed" for tag in self.open]

    def handle_starttag(self, tag, attributes):
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attributes):
        pass

    def handle_endtag(self, tag):
        if tag in VOID or not self.open or self.open[-1] != tag:
            self.problems.append(f"</{tag}> closes nothing at {self.getpos()}; open: {self.open[-3:]}")
        if tag in self.open:
            while self.open.pop() != tag:
                pass


def test_the_tags_of_every_page_are_balanced(site):
    problems = {path: Balance(document.text).problems for path, document in site.documents.items()}
    assert {path: found for path, found in problems.items() if found} == {}


def test_every_page_has_one_main_heading_and_a_title(site):
    for path, document in site.documents.items():
        headings = [tag for tag, _ in document.tags if tag == "h1"]
        is_redirect = any(attributes.get("http-equiv") == "refresh" for _, attributes in document.tags)
        assert len(headings) == (0 if is_redirect else 1), path
        assert re.search(r"<title>[^<]+</title>", document.text), path


def test_no_file_names_the_machine_or_the_moment_of_the_build(site):
    for file in site.folder.rglob("*"):
        if file.is_file():
            content = file.read_bytes()
            assert str(site.folder).encode() not in content, file
            assert b"file:///" not in content, file
