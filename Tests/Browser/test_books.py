"""A section, or the whole handbook, in one page for paper."""

import re

import pytest
from accessibility import violations
from built_site import build_site
from paper import printed
from waiting import wait_until

POLICIES = "print/policies.html"


def test_a_section_and_the_whole_handbook_are_a_click_away(reader):
    page = reader.open("policies/index.html")
    page.get_by_role("link", name="this section").click()
    page.wait_for_url("**/" + POLICIES)
    page.go_back()
    page.get_by_role("link", name="the whole handbook").click()
    page.wait_for_url("**/print/index.html")
    reader.open("cards/index.html").get_by_role("link", name="the whole handbook").click()
    page.wait_for_url("**/print/index.html")


def test_a_book_holds_every_page_of_its_section_in_the_reading_order(handbook, reader):
    there = [page["title"] for page in handbook.manifest["pages"] if page["path"].startswith("policies/")]
    page = reader.open(POLICIES)
    titles = page.locator("h1, .booked-title").all_inner_texts()
    assert sorted(titles) == sorted(there) == sorted(page.locator(".book-contents a").all_inner_texts())
    assert titles == page.locator(".book-contents a").all_inner_texts()
    whole = {title for title in reader.open("print/index.html").locator("h1, .booked-title").all_inner_texts()}
    assert whole >= {page["title"] for page in handbook.manifest["pages"] if page["kind"] != "card"}


def test_links_stay_in_the_book_and_paper_says_whereto(reader):
    page = reader.open(POLICIES)
    page.locator(".book-contents a", has_text="A missed appointment").click()
    wait_until(page, "/^#p[0-9]+$/.test(location.hash)")
    article = page.locator(".booked").filter(has=page.locator(".booked-title", has_text="A missed appointment"))
    article.get_by_role("link", name="A late arrival").first.click()
    late = page.locator(".booked").filter(has=page.locator(".booked-title", has_text="A late arrival")).get_attribute("id")
    wait_until(page, "id => location.hash === '#' + id", late)
    # A page outside the book is named by its title, unless the link says it.
    references = page.locator(".reference").all_text_contents()
    assert " (The H.E.A.R.T. model)" in references and " (A late arrival)" not in references
    # A choice leads to the step of its own script, though other scripts have one of that name.
    assert article.locator(".choices a").first.get_attribute("href") == f"#{article.get_attribute('id')}-listen-to-what-happened"


def test_a_book_on_paper_begins_long_pages_on_new_sheets(reader, tmp_path):
    page = reader.open(POLICIES)
    titles = page.locator(".booked.long > .booked-title").all_inner_texts()
    sheets = printed(page, tmp_path)
    for title in titles:
        assert any(sheet.startswith(title + " ") for sheet in sheets), title
    assert all(re.search(rf"Front Desk Handbook .*Review by .* · {n} / {len(sheets)}", sheet) for n, sheet in enumerate(sheets, 1))
    assert "They answer → 3 Listen to what happened" in " ".join(sheets)
    assert "Search the handbook" not in " ".join(sheets)


def test_books_are_for_paper_only(handbook):
    books = handbook.of_kind("print")
    assert "print/index.html" in books and "print/cards.html" not in books
    for path in books:
        assert ("meta", {"name": "robots", "content": "noindex"}) in handbook.documents[path].tags
    for name in ("sw.js", "data/pages.js", "search/index.json"):
        assert "print/" not in (handbook.folder / name).read_text(encoding="utf-8"), name
    for path in ("index.html", "az.html", "policies/late-arrival.html"):
        assert not [one for one in handbook.documents[path].references if "print/" in one.address], path
    assert set(books) <= set(handbook.manifest["files"])


def test_a_large_handbook_says_which_section_is_too_large(deskbook, tmp_path):
    texts = {"handbook.yml": "title: Large\nrules: {orphan-page: off}\n", "index.md": "# Large\n", "a/b/one.md": "# One\n", "a/two.md": "# Two\n", "a/b/three.md": "# Three\n"}
    texts |= {f"big/p{number:03}.md": f"# Page {number}\n" for number in range(301)}
    site = build_site(deskbook, tmp_path, texts)
    assert sorted(path for path in site.documents if path.startswith("print/")) == ["print/a.html"]
    assert "This section has 301 pages" in site.documents["big/index.html"].text
    assert "../print/a.html" in site.documents["a/index.html"].text
    assert "book-links" not in site.documents["a/b/index.html"].text


def test_an_editors_own_folder_of_that_name_stays_theirs(deskbook, tmp_path):
    site = build_site(deskbook, tmp_path, {
        "handbook.yml": "title: Own\n", "index.md": "# Own\n\n[One](print/one.md) [Two](print/two.md)\n", "print/one.md": "# One\n", "print/two.md": "# Two\n",
    })  # fmt: skip
    assert "book-links" not in site.documents["print/index.html"].text


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_a_book(scheme, new_reader, base):
    assert violations(new_reader(base, color_scheme=scheme).open("print/practice.html")) == []
    assert violations(new_reader(base, color_scheme=scheme).open(POLICIES)) == []
