"""Marks that combine with a delimiter, line ends, and letters composed in two ways: to other programs bytes count."""

import csv
import io
import json
import re
import unicodedata
import urllib.parse

import pytest

# The first makes one character of itself and the sign before it; so does LF with CR.
MARKS = ["\u0301", "\u0308", "\u200d", "\ufe0f", "\u20dd", "\n"]
TEXTS = [f"a{sign}{mark}b" for sign in ',";:\t\\/#\r\n' for mark in MARKS] + [f"{mark}a" for mark in MARKS[:-1]] + ["=1", "\r\n,\r\n", '"\u0301"']


def quoted(text):
    return '"' + "".join(f"\\u{ord(c):04x}" for c in text) + '"'


@pytest.fixture(scope="module")
def marked(program, tmp_path_factory):
    from desks import Desk

    desk = Desk(program, tmp_path_factory.mktemp("marked") / "desk")
    desk.write("handbook.yml", "title: Marks\nurl: https://desk.example/\nrules: {orphan-page: off}\n")
    desk.write("index.md", "# Marks\n\nWelcome.\n")
    for number, text in enumerate(TEXTS):
        desk.write(
            f"{number}.md",
            f"---\ntitle: {quoted(text)}\nowner: {quoted(text)}\nreviewed: 2026-01-01\nreview: 1 month\n---\n\nText.\n",
        )
    return desk


def test_cells_hold_what_the_page_says(marked):
    listed = marked.run("list", "--json"), marked.run("list", "--csv")
    due = marked.run("review", "--format", "json"), marked.run("review", "--format", "csv")
    for as_json, as_csv in (listed, due):
        rows = list(csv.DictReader(io.StringIO(as_csv.out, newline="")))
        values = json.loads(as_json.out)
        assert len(rows) == len(values) >= len(TEXTS)
        for row, value in zip(rows, values):
            assert {key: row[key].lstrip("'") for key in ("title", "owner")} == {key: (value[key] or "").lstrip("'") for key in ("title", "owner")}
            assert None not in row and None not in row.values()


def test_a_calendar_has_no_lines_but_its_own(marked):
    for text in (marked.run("review", "--format", "ics").out,):
        lines = re.sub("\r\n ", "", text).split("\r\n")
        assert lines.pop() == "" and not any("\r" in line or "\n" in line for line in lines)
        known = r"(BEGIN|VERSION|PRODID|UID|DTSTAMP|DTSTART;VALUE=DATE|SUMMARY|DESCRIPTION|URL|END):"
        assert all(re.match(known, line) for line in lines)
        assert sum(line == "BEGIN:VEVENT" for line in lines) == len(TEXTS)
        summaries = {unescaped(line.removeprefix("SUMMARY:")) for line in lines if line.startswith("SUMMARY:")}
        assert len(summaries) > len(TEXTS) / 2
        for line in text.encode().split(b"\r\n"):
            assert len(line) <= 75
        for line in lines:
            if line.startswith(("SUMMARY:", "DESCRIPTION:")):
                assert not re.search(r"(?<!\\)(\\\\)*[;,]", line.split(":", 1)[1])


def unescaped(text):
    return re.sub(r"\\(.)", lambda found: {"n": "\n"}.get(found[1], found[1]), text)


def test_the_record_of_reviews_is_read_back(marked):
    for name in ("\u0301x", "Ana \u0301", "\u200dx"):
        done = marked.run("review", "stamp", "0.md", "--by", name)
        assert done.status == 0, done.err
    assert "review-history" not in marked.check().err
    lines = (marked.content / "reviews.tsv").read_bytes().decode().split("\n")
    assert [line.split("\t")[2] for line in lines[1:] if line] == ["\u0301x", "Ana \u0301", "\u200dx"]


FORMS = [("NFC", "NFD"), ("NFD", "NFC"), ("NFC", "NFC"), ("NFD", "NFD")]


@pytest.mark.parametrize("written, typed", FORMS)
def test_links_lead_to_the_names_on_the_disk(written, typed, desk):
    there, here = (lambda text: unicodedata.normalize(written, text)), (lambda text: unicodedata.normalize(typed, text))
    desk.write(there("é/ü.md"), there("# Ü\n\n## Été ÀÉ\n\nText. [self](#") + here("été-àé") + there(")\n"))
    desk.write(there("é/ö.png"), b"x")
    desk.write(there("españa/index.md"), "# Hola\n\nHola.\n")
    desk.write(there("ñ/plan.txt"), b"x")
    desk.write("handbook.yml", here("title: É\nlanguages: {españa: es}\nnavigation: [é/ü.md]\nredirects: {ä.md: é/ü.md}\nbrand: {logo: é/ö.png}\nrules: {untranslated-page: off}\n"))
    desk.write(
        "index.md",
        here(
            "# Home\n\n[page](é/ü.md) [place](é/ü.md#été-àé) ![picture](é/ö.png) [folder](é) [site](é/ü.html) [root](/é/ü.md) "
            "[file](ñ/plan.txt) [coded](" + urllib.parse.quote(here("é/ü.md")) + ") [es](españa/) [list](españa/az.html)\n"
        ),
    )
    done = desk.build("--strict")
    assert done.status == 0, done.err
    pages = {path: path.read_text() for path in desk.output.rglob("*.html")}
    for path, text in pages.items():
        for address in re.findall(r'(?:href|src)="([^"]*)"', text):
            if re.match("[a-z]+:", address) or address.startswith("/"):
                continue
            way, _, anchor = address.partition("#")
            target = path.parent / urllib.parse.unquote(way.partition("?")[0]) if way else path
            target = target / "index.html" if way.endswith("/") else target
            assert target.exists(), f"{path}: {address}"
            if anchor and target.suffix == ".html" and anchor not in ("top", "main"):
                assert f'id="{urllib.parse.unquote(anchor)}"' in target.read_text(), f"{path}: {address}"


@pytest.mark.parametrize("one, other", [("é.md", "e\u0301.md"), ("é.txt", "e\u0301.txt"), ("é/a.md", "e\u0301/a.md"), ("é.md", "e\u0301.html/a.txt")])
def test_two_files_that_are_one_elsewhere_are_named(one, other, desk):
    desk.write(one, "# A\n\nText.\n")
    desk.write(other, "# A\n\nText.\n")
    done = desk.check()
    assert done.status == 1 and "output-collision" in done.err


def test_a_drawing_does_not_hide_behind_its_twin(desk):
    attack = '<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'
    desk.write("é.svg", attack)
    desk.write("e\u0301.svg", attack)
    assert desk.build().status == 0
    assert not [path for path in desk.site if path.endswith(".svg") and not path.startswith("assets/")]
