"""Asking the handbook from the command line: lists and searches, for people and for programs."""

import csv
import io
import json
import posixpath
import urllib.parse

import pytest

PHRASES = """\
---
title: First words
kind: phrases
owner: Lead
reviewed: 2026-11-01
review: 6 months
---

| Say | Instead of | When |
| --- | --- | --- |
| I hear you, and I will help. | Calm down. | They are loud |
| "Yes", certainly; one moment. | No, wait. | Always |
"""


@pytest.fixture
def asked(desk):
    desk.write("first-words.md", PHRASES)
    desk.write("index.md", "# Tiny\n\n[First words](first-words.md)\n")
    done = desk.build("--clock", "2026-11-20")
    assert done.status == 0, done.err
    return desk


def test_the_list_is_json(asked):
    done = asked.run("list", "--json", "--clock", "2026-11-20")
    assert (done.status, done.err) == (0, "")
    rows = json.loads(done.out)
    assert [(row["kind"], row["title"]) for row in rows] == [
        ("guide", "Tiny"),
        ("phrases", "First words"),
        ("phrase", "I hear you, and I will help."),
        ("phrase", '"Yes", certainly; one moment.'),
    ]
    assert rows[1]["id"] == "first-words.md"
    assert rows[1]["owner"] == "Lead"
    assert rows[1]["review"] == "current"
    assert asked.run("list", "--json", "--clock", "2027-06-01").out.count('"overdue"') == 3


def test_the_list_is_csv_that_a_spreadsheet_reads(asked):
    done = asked.run("list", "--csv")
    rows = list(csv.DictReader(io.StringIO(done.out, newline="")))
    assert [row["title"] for row in rows][-1] == '"Yes", certainly; one moment.'
    assert {"id", "kind", "title", "owner"} <= set(rows[0])


def test_the_list_for_people_has_a_line_a_thing(asked):
    done = asked.run("list")
    assert done.status == 0
    assert len(done.out.splitlines()) == 5
    assert "First words" in done.out


def test_every_id_of_the_list_is_there_once(bundled_copy):
    ids = [row["id"] for row in json.loads(bundled_copy.run("list", "--json").out)]
    assert len(ids) > 50
    assert len(ids) == len(set(ids))


def test_a_search_is_json_with_what_programs_rely_on(asked):
    done = asked.run("search", "help", "--json")
    assert (done.status, done.err) == (0, "")
    hits = json.loads(done.out)
    first = hits[0]
    assert first["title"] == "I hear you, and I will help."
    assert first["kind"] == "phrase"
    assert first["url"].startswith("first-words.html#p-")
    assert isinstance(first["text"], str)
    scores = [hit["score"] for hit in hits]
    assert scores == sorted(scores, reverse=True)


def test_what_not_to_say_finds_what_to_say(asked):
    hits = json.loads(asked.run("search", "calm", "down", "--json").out)
    assert hits[0]["title"] == "I hear you, and I will help."


def test_a_search_keeps_its_limit_and_its_kind(asked):
    everything = json.loads(asked.run("search", "words help", "--json").out)
    assert len(everything) > 1
    assert len(json.loads(asked.run("search", "words help", "--json", "--limit", "1").out)) == 1
    only = json.loads(asked.run("search", "words help", "--json", "--kind", "phrase").out)
    assert only and {hit["kind"] for hit in only} == {"phrase"}


@pytest.mark.parametrize("words", ["zzzz", "", "constructor", "__proto__", "<script>", "😀", "x" * 300, "-"])
def test_a_search_that_finds_nothing_is_an_empty_list(words, asked):
    done = asked.run("search", "--json", "--", words)
    assert done.status == 0
    assert json.loads(done.out) == []


def test_a_search_from_elsewhere_names_the_folder(asked):
    done = asked.run("search", "help", "--json", "-C", asked.folder, cwd="/")
    assert json.loads(done.out)


def test_a_damaged_index_is_said(asked):
    (asked.output / "search" / "index.json").write_text('{"half": ')
    done = asked.run("search", "help")
    assert done.status == 74
    assert "index.json" in done.err and "build" in done.err


def test_every_page_and_phrase_of_the_bundled_handbook_is_found_by_its_own_words(bundled_copy):
    assert bundled_copy.build("--clock", "2026-11-20").status == 0
    rows = json.loads(bundled_copy.run("list", "--json").out)
    lost = []
    for row in [row for row in rows if row["kind"] not in ("card", "phrase")] + [row for row in rows if row["kind"] == "phrase"][::5]:
        if "{{" in row["title"]:
            continue
        hits = json.loads(bundled_copy.run("search", "--json", "--limit", "5", "--", row["title"]).out)
        if row["title"] not in [hit["title"] for hit in hits]:
            lost.append(row["title"])
        for hit in hits:
            path, anchor = urllib.parse.urldefrag(hit["url"])
            assert not posixpath.isabs(path)
            page = bundled_copy.output / urllib.parse.unquote(path)
            assert page.is_file(), hit["url"]
            assert not anchor or f'id="{urllib.parse.unquote(anchor)}"' in page.read_text(encoding="utf-8"), hit["url"]
    assert lost == []
