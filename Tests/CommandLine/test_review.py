"""Reviews: what is due, and recording that a page was checked."""

import csv
import io
import json

import pytest

CLOCK = ("--clock", "2026-11-20")


def page(reviewed=None, owner="Lead", every="6 months", text="Text.\n"):
    day = f"reviewed: {reviewed}\n" if reviewed else ""
    return f"---\ntitle: A page\nowner: {owner}\n{day}review: {every}\n---\n\n{text}"


@pytest.fixture
def reviewed(desk):
    desk.write("index.md", "# Tiny\n\n[1](late.md) [2](near.md) [3](far.md) [4](new.md) [5](never.md)\n")
    desk.write("late.md", page("2026-01-10"))
    desk.write("near.md", page("2026-06-01", owner="Billing"))
    desk.write("far.md", page("2026-11-01"))
    desk.write("new.md", page())
    desk.write("never.md", page("2020-01-01", every="never"))
    return desk


def rows(done):
    assert done.status == 0, done.err
    return [(row["page"], row["state"]) for row in json.loads(done.out)]


def test_the_list_has_what_is_overdue_near_or_never_done(reviewed):
    listed = rows(reviewed.run("review", "--format", "json", *CLOCK))
    assert listed == [("late.md", "overdue"), ("near.md", "due"), ("new.md", "never reviewed")]


def test_the_list_looks_as_far_ahead_as_asked(reviewed):
    assert ("near.md", "due") not in rows(reviewed.run("review", "--within", "0", "--format", "json", *CLOCK))
    assert ("far.md", "due") in rows(reviewed.run("review", "--within", "200", "--format", "json", *CLOCK))
    assert reviewed.run("review", "--within", "-1").status == 64


def test_the_list_is_narrowed_to_an_owner(reviewed):
    assert rows(reviewed.run("review", "--owner", "billing", "--format", "json", *CLOCK)) == [("near.md", "due")]


def test_the_list_for_people_counts_days(reviewed):
    done = reviewed.run("review", *CLOCK)
    assert "133 days overdue" in done.out
    assert "due in 11 days" in done.out
    assert done.err == "3 pages: 1 overdue, 1 due soon, 1 never reviewed\n"


def test_the_list_is_csv_that_a_spreadsheet_reads(reviewed):
    done = reviewed.run("review", "--format", "csv", *CLOCK)
    listed = list(csv.DictReader(io.StringIO(done.out, newline="")))
    assert listed[0] == {
        "page": "late.md", "title": "A page", "owner": "Lead", "reviewed": "2026-01-10", "due": "2026-07-10",
        "state": "overdue",
    }  # fmt: skip


def test_the_list_is_a_calendar(reviewed):
    done = reviewed.run("review", "--format", "ics", *CLOCK)
    assert done.out.startswith("BEGIN:VCALENDAR\r\n") and done.out.endswith("END:VCALENDAR\r\n")
    assert done.out.count("BEGIN:VEVENT") == 2
    assert "DTSTART;VALUE=DATE:20260710\r\n" in done.out
    assert "URL:" not in done.out


def test_a_folder_is_named_as_elsewhere(reviewed):
    assert len(rows(reviewed.run("review", "desk", "--format", "json", *CLOCK, cwd=reviewed.folder.parent))) == 3


STAMPS = {
    "a day that stands": (b"---\ntitle: T\nreviewed: 2020-01-01 # by hand\nowner: L\n---\n\nText.\n", b"reviewed: 2026-11-19 # by hand\n"),
    "a day in quotes": (b"---\ntitle: T\nreviewed: '2020-01-01'\n---\nText.\n", b"reviewed: '2026-11-19'\n"),
    "no day": (b"---\ntitle: T\n---\nText.\n", b"---\ntitle: T\nreviewed: 2026-11-19\n---\nText.\n"),
    "an empty key": (b"---\nreviewed:\ntitle: T\n---\nText.\n", b"---\nreviewed: 2026-11-19\ntitle: T\n---\n"),
    "a day that does not exist": (b"---\ntitle: T\nreviewed: 2026-02-30\n---\nText.\n", b"reviewed: 2026-11-19\n"),
    "no front matter": (b"# T\n\nText.\n", b"---\nreviewed: 2026-11-19\n---\n\n# T\n\nText.\n"),
    "line ends of Windows and a mark": (
        b"\xef\xbb\xbf---\r\ntitle: T\r\n---\r\n\r\nText.\r\n",
        b"\xef\xbb\xbf---\r\ntitle: T\r\nreviewed: 2026-11-19\r\n---\r\n\r\nText.\r\n",
    ),
    "no front matter, Windows": (b"# T\r\n\r\nText.", b"---\r\nreviewed: 2026-11-19\r\n---\r\n\r\n# T\r\n\r\nText."),
}


@pytest.mark.parametrize("case", STAMPS)
def test_a_stamp_changes_the_day_and_nothing_else(case, desk):
    before, inside = STAMPS[case]
    file = desk.write("a.md", before)
    done = desk.run("review", "stamp", "a.md", "--by", "Ana", "--on", "2026-11-19", *CLOCK)
    assert (done.status, done.err) == (0, "")
    after = file.read_bytes()
    assert inside in after
    text = before.rsplit(b"---", 1)[-1] if before.count(b"---") else before
    assert after.endswith(text)
    assert len(after) - len(before) <= len("---\r\nreviewed: 2026-11-19\r\n---\r\n\r\n")
    assert rows(desk.run("review", "--within", "0", "--format", "json", *CLOCK)) == []


def test_a_stamp_is_written_into_the_history(reviewed):
    assert reviewed.run("review", "stamp", "late", "--by", "Ana Lee", *CLOCK).status == 0
    assert reviewed.run("review", "stamp", "Content/late.md", "--by", "Bo", *CLOCK).status == 0
    lines = (reviewed.content / "reviews.tsv").read_text().splitlines()
    assert lines[0].startswith("#")
    assert [line.split("\t")[:3] for line in lines[1:]] == [
        ["late.md", "2026-11-20", "Ana Lee"], ["late.md", "2026-11-20", "Bo"],
    ]  # fmt: skip
    assert lines[1].split("\t")[3] == lines[2].split("\t")[3]
    assert reviewed.beside() == ["Content"]
    assert reviewed.build(*CLOCK).status == 0
    assert "reviews.tsv" not in reviewed.site


def test_a_page_edited_after_its_stamp_says_so_until_it_is_stamped_again(reviewed):
    reviewed.run("review", "stamp", "late.md", "--by", "Ana", *CLOCK)
    assert "edited-after-review" not in reviewed.check(*CLOCK).err
    file = reviewed.content / "late.md"
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n").replace(b"owner: Lead", b"owner: Boss"))
    assert "edited-after-review" not in reviewed.check(*CLOCK).err, "line ends and keys are no text"
    file.write_bytes(file.read_bytes().replace(b"Text.", b"Other text."))
    finding = reviewed.check(*CLOCK).finding("edited-after-review")
    assert finding[0].startswith("Content/late.md:4:11: note: ")
    assert ("late.md", "edited") in rows(reviewed.run("review", "--format", "json", *CLOCK))
    assert reviewed.build(*CLOCK).status == 0
    assert b'class="edited"' in reviewed.site["late.html"]
    assert b'class="edited"' in reviewed.site["reviews.html"]
    assert b'class="edited"' not in reviewed.site["near.html"]
    reviewed.run("review", "stamp", "late.md", "--by", "Ana", *CLOCK)
    assert "edited-after-review" not in reviewed.check(*CLOCK).err


def test_a_stamp_in_the_future_is_refused(reviewed):
    before = (reviewed.content / "late.md").read_bytes()
    done = reviewed.run("review", "stamp", "late.md", "--by", "Ana", "--on", "2026-11-21", *CLOCK)
    assert done.status == 64 and "future" in done.err
    assert (reviewed.content / "late.md").read_bytes() == before
    assert not (reviewed.content / "reviews.tsv").exists()


@pytest.mark.parametrize("arguments", [("late.md",), ("late.md", "--by", " "), ("late.md", "--by", "a\tb"), ("late.md", "--by", "A", "--on", "soon")])
def test_a_stamp_asked_for_wrongly_is_refused(arguments, reviewed):
    assert reviewed.run("review", "stamp", *arguments, *CLOCK).status == 64


def test_a_page_that_is_not_there_is_guessed(reviewed):
    done = reviewed.run("review", "stamp", "lat.md", "--by", "Ana", *CLOCK)
    assert done.status == 64
    assert "did you mean late.md?" in done.err


def test_front_matter_that_cannot_be_changed_is_left_alone(desk):
    file = desk.write("a.md", "---\n{title: T}\n---\n\nText.\n")
    before = file.read_bytes()
    done = desk.run("review", "stamp", "a.md", "--by", "Ana", *CLOCK)
    assert done.status == 1 and "by hand" in done.err
    assert file.read_bytes() == before
    assert not (desk.content / "reviews.tsv").exists()


def test_a_page_that_cannot_be_written_is_named(reviewed, bound):
    reviewed.content.chmod(0o555)
    try:
        done = reviewed.run("review", "stamp", "late.md", "--by", "Ana", *CLOCK, through=bound)
    finally:
        reviewed.content.chmod(0o755)
    assert done.status == 74 and "late.md" in done.err


def test_the_site_has_a_page_of_reviews_by_owner_and_day(reviewed):
    assert reviewed.build(*CLOCK).status == 0
    page = reviewed.site["reviews.html"].decode()
    main = page[page.index("<main") : page.index("</main>")]
    order = [main.index(mark) for mark in ("<h2>Billing", 'href="near.html"', "<h2>Lead", 'href="new.html"', 'href="late.html"', 'href="far.html"')]
    assert order == sorted(order)
    assert "never.html" not in main
    assert 'href="reviews.html"' in reviewed.site["near.html"].decode()


def test_a_handbook_without_reviews_has_no_page_of_them(built):
    assert "reviews.html" not in built.site
    built.write("reviews.md", "# Reviews\n")
    assert built.build().status == 0
