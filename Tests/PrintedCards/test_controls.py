"""The checks of this suite see what they are for: each fails on a document that was spoiled."""

import pikepdf
import pytest
from sheets import POINT, Sheets, check_backs, check_boxes, check_page_size, check_unicode


def spoiled(source, target, change):
    with pikepdf.open(source) as document:
        change(document)
        document.save(target)
    return target


def transformed(page, matrix):
    """Puts a matrix before everything on a page."""
    page.contents_add(f"q {matrix} cm\n".encode(), prepend=True)
    page.contents_add(b"\nQ")


@pytest.fixture
def a6(printed):
    return printed["long", "a4"]["cards-a6-a4.pdf"]


def test_an_unspoiled_copy_passes(a6, tmp_path):
    copy = spoiled(a6, tmp_path / "copy.pdf", lambda document: None)
    check_page_size(copy, "a4")
    check_boxes(Sheets(copy, "a6", "a4"))
    check_backs(Sheets(copy, "a6", "a4"), "long")
    check_unicode(copy)


def test_backs_that_are_not_mirrored_are_seen(a6, tmp_path):
    # The first sheet's backs moved by one card, as if they lay on the page as the fronts do.
    bad = spoiled(a6, tmp_path / "bad.pdf", lambda document: transformed(document.pages[1], f"1 0 0 1 {105 / POINT} 0"))
    with pytest.raises(AssertionError, match="lies at|no backs"):
        check_backs(Sheets(bad, "a6", "a4"), "long")


def test_the_wrong_edge_is_seen(a6):
    with pytest.raises(AssertionError, match="lies at"):
        check_backs(Sheets(a6, "a6", "a4"), "short")


def test_a_page_printed_at_97_per_cent_is_seen(a6, tmp_path):
    bad = spoiled(a6, tmp_path / "bad.pdf", lambda document: transformed(document.pages[0], "0.97 0 0 0.97 0 0"))
    with pytest.raises(AssertionError, match="no line at"):
        check_boxes(Sheets(bad, "a6", "a4"))


def test_a_page_of_another_size_is_seen(a6):
    with pytest.raises(AssertionError):
        check_page_size(a6, "letter")


def test_text_that_could_not_be_copied_is_seen(a6, tmp_path):
    def forget(document):
        for thing in document.objects:
            if isinstance(thing, pikepdf.Dictionary) and "/ToUnicode" in thing:
                del thing["/ToUnicode"]

    bad = spoiled(a6, tmp_path / "bad.pdf", forget)
    with pytest.raises(AssertionError):
        check_unicode(bad)
