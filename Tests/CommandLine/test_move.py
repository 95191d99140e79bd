"""Moving: what led to a page before leads to it afterwards, and nothing else changes."""

import posixpath
import re
import urllib.parse

import pytest

from desks import files

PAGE = """\
---
title: Late fee   # kept
owner: Lead
---

See [the start](../index.md), [the desk]( ../desk.md "Desk" ), ![a ladder](img/ladder.png) and [the same](late.md#late).

```markdown
[not a link](../index.md)
```

[by name][desk] and [a question](<../faq/all questions.md#who>).

## Late

[desk]: ../desk.md
"""


@pytest.fixture
def linked(desk):
    desk.write("handbook.yml", "title: Tiny\nnavigation: [desk.md, /policies/, policies/late.md] # order\nredirects: {old.md: 'policies/late.md'}\nsearch: {escalation: policies/late.md}\n")
    desk.write("index.md", "# Tiny\n\n[1](policies/late.md#late) [2](policies/late) [3](/policies/late.html)\r\n[4](./policies/late.md) `[5](policies/late.md)`\n")
    desk.write("desk.md", "# Desk\n\n[a]\n\n[a]: policies/late.md 'Late'\n[b]: policies/late.md\n")
    desk.write("faq/all questions.md", "# Questions\n\n## Who?\n\n[x](../policies/late.md) [folder](../policies/) [b](../policies)\n")
    desk.write("policies/index.md", "# Policies\n\n- [Late](late.md)\n- [Other](other.md)\n")
    desk.write("policies/other.md", "# Other\n\n[x](late.md)\n")
    desk.write("policies/late.md", PAGE)
    desk.write("policies/img/ladder.png", b"\x89PNG")
    desk.write("search-tests.yml", "- {query: late, expect: 'policies/late.md#late'}\n- {query: desk, expect: [desk.md, policies/late.md]}\n")
    desk.write("reviews.tsv", "# page\tday\tby\ttext\npolicies/late.md\t2026-01-01\tAna\t0123456789abcdef\n")
    done = desk.check("--strict")
    assert done.status == 0, done.err
    return desk


def leads(desk):
    """Where every link of the built site leads, by page and by the link's words."""
    desk.build()
    found = {}
    for path, text in desk.site.items():
        if path.endswith(".html") and not path.startswith("print/"):
            main = text.decode().split('<div class="body">')[-1].split('<footer class="page-foot">')[0]
            for href, words in re.findall(r'<a href="([^"]*)"[^>]*>(.*?)</a>', main):
                found[path, words] = posixpath.normpath(posixpath.join(posixpath.dirname(path), href))
    return found


def test_a_page_moves_with_every_link_to_it_and_from_it(linked):
    before = files(linked.content)
    done = linked.run("move", "policies/late.md", "rules/fees/late-fee.md")
    assert (done.status, done.err) == (0, "")
    after = files(linked.content)
    assert linked.check("--strict").findings == []
    assert set(before) - set(after) == {"policies/late.md"} and set(after) - set(before) == {"rules/fees/late-fee.md"}
    assert after["index.md"] == (
        b"# Tiny\n\n[1](rules/fees/late-fee.md#late) [2](rules/fees/late-fee) [3](/rules/fees/late-fee.html)\r\n"
        b"[4](./rules/fees/late-fee.md) `[5](policies/late.md)`\n"
    )
    assert after["desk.md"] == before["desk.md"].replace(b"policies/late.md", b"rules/fees/late-fee.md")
    assert after["faq/all questions.md"] == before["faq/all questions.md"].replace(b"../policies/late.md", b"../rules/fees/late-fee.md")
    assert after["policies/index.md"] == before["policies/index.md"].replace(b"late.md", b"../rules/fees/late-fee.md")
    page = PAGE.replace("../desk.md", "../../desk.md").replace("start](../index.md", "start](../../index.md").replace("img/", "../../policies/img/")
    page = page.replace("<../faq/all questions.md", "<../../faq/all%20questions.md").replace("](late.md#", "](late-fee.md#")
    page = page.replace("owner: Lead\n", "owner: Lead\naliases: [policies/late.md]\n")
    assert after["rules/fees/late-fee.md"].decode() == page
    assert after["handbook.yml"] == before["handbook.yml"].replace(b"policies/late.md", b"rules/fees/late-fee.md")
    assert after["search-tests.yml"] == before["search-tests.yml"].replace(b"policies/late.md", b"rules/fees/late-fee.md")
    assert after["reviews.tsv"] == before["reviews.tsv"].replace(b"policies/late.md", b"rules/fees/late-fee.md")
    assert linked.build().status == 0
    assert b"../rules/fees/late-fee.html" in linked.site["policies/late.html"]
    assert linked.run("search-test").status == 0


def test_each_change_is_told_with_its_place(linked):
    done = linked.run("move", "policies/late.md", "policies/fee.md")
    lines = done.out.splitlines()
    assert lines[0] == "policies/late.md → policies/fee.md"
    assert "index.md:3: policies/late.md#late → policies/fee.md#late" in lines
    assert "handbook.yml:4: policies/late.md → policies/fee.md" in lines
    assert "policies/fee.md: policies/late.md leads here" in lines
    assert not [line for line in lines if line.startswith("policies/late.md:6: ../index.md")]


def test_a_dry_run_tells_the_same_and_changes_nothing(linked):
    before = files(linked.folder)
    dry = linked.run("move", "policies/late.md", "rules/late.md", "--dry-run")
    assert (dry.status, dry.err) == (0, "nothing was changed\n")
    assert files(linked.folder) == before
    assert linked.run("move", "policies/late.md", "rules/late.md").out == dry.out


def test_a_folder_moves_with_all_that_it_holds(linked):
    before = leads(linked)
    done = linked.run("move", "policies", "office/rules")
    assert done.status == 0, done.err
    assert linked.check("--strict").findings == []
    assert not (linked.content / "policies").exists()
    assert (linked.content / "office/rules/img/ladder.png").read_bytes() == b"\x89PNG"
    other = (linked.content / "office/rules/other.md").read_text()
    assert "[x](late.md)" in other and "aliases: [policies/other.md]" in other
    moved = {(path.replace("policies/", "office/rules/"), words): target.replace("policies", "office/rules") for (path, words), target in before.items()}
    now = leads(linked)
    assert {key: now[key] for key in moved} == moved
    for old in ("policies/late.html", "policies/other.html", "policies/index.html"):
        assert b"refresh" in linked.site[old]


def without_targets(page):
    """A page without the targets of its links, which are written in several ways, without aliases and empty front matter."""
    text = re.sub("^aliases: .*\n", "", page.decode(), flags=re.M).replace("---\n---\n\n", "")
    return re.sub(r"\([^)]*\)|^\[.\]: \S+", "", text, flags=re.M)


def test_there_and_back_again_is_the_same(linked):
    before = files(linked.content)
    for start, end in (("policies/late.md", "x/y/late.md"), ("policies", "rules"), ("faq/all questions.md", "all.md"), ("policies/img/ladder.png", "ladder.png"), ("policies/index.md", "policies/readme-first.md")):
        there = linked.run("move", start, end)
        assert there.status == 0, (start, there.err)
        assert linked.check().status == 0, start
        back = linked.run("move", end, start)
        assert back.status == 0, (start, back.err)
        after = files(linked.content)
        assert sorted(after) == sorted(before)
        assert linked.check().status == 0
        for path in [path for path in before if not path.endswith(".png")]:
            assert without_targets(after[path]) == without_targets(before[path]), (start, path)


def test_a_page_goes_into_a_folder_with_its_name(linked):
    assert linked.run("move", "desk.md", "policies/").status == 0
    assert linked.run("move", "policies/desk", "faq").status == 0
    assert linked.run("move", "faq/desk.md", ".").status == 0
    assert "aliases: [policies/desk.md, faq/desk.md]" in (linked.content / "desk.md").read_text()
    assert linked.check().status == 0


@pytest.mark.parametrize(
    "start, end",
    [("policies/late.md", "desk.md"), ("policies/late.md", "policies/other"), ("policies", "policies/in/it"), ("nowhere.md", "a.md"),
     ("policies/late.md", "../late.md"), ("policies/late.md", "_hidden.md"), ("policies/late.md", "/tmp/x.md"), ("policies/late.md", "policies/late.md"),
     ("policies/img/ladder.png", "ladder.md"), ("handbook.yml", "settings.yml"), ("policies/late.md", "az.md"), ("policies/late.md", "old.md")],
)  # fmt: skip
def test_a_move_that_cannot_be_is_refused_whole(start, end, linked):
    before = files(linked.folder)
    done = linked.run("move", start, end)
    assert done.status in (1, 64), done.out
    assert done.err.startswith("error: ") and done.out == ""
    assert files(linked.folder) == before


def test_a_draft_moves_and_its_links_are_mended(linked):
    linked.write("draft.md", "---\ntitle: Draft\ndraft: true\n---\n\n[x](policies/late.md)\n")
    assert linked.run("move", "policies/late.md", "late.md").status == 0
    assert "[x](late.md)" in (linked.content / "draft.md").read_text()
    assert linked.run("move", "draft.md", "sub/draft.md").status == 0
    text = (linked.content / "sub/draft.md").read_text()
    assert "[x](../late.md)" in text and "aliases" not in text


def test_targets_that_are_written_oddly_are_mended_too(desk):
    desk.write("index.md", "# Tiny\n\n[a](late\\_fee.md) [b](late%5Ffee.md) ![c](<a b.png>) [d](late_fee.md\n\"t\") [late]\n\n> [late]: <late_fee.md>\n")
    desk.write("late_fee.md", "# Late\n")
    desk.write("a b.png", b"x")
    words = {words for path, words in leads(desk) if path == "index.html"}
    assert words == {"a", "b", "d", "late"}
    assert desk.run("move", "late_fee.md", "sub (new)/fée.md").status == 0
    assert desk.run("move", "a b.png", "sub (new)/b#.png").status == 0
    assert desk.check("--strict").findings == []
    now = {words: urllib.parse.unquote(target) for (path, words), target in leads(desk).items() if path == "index.html"}
    assert now == dict.fromkeys(words, "sub (new)/fée.html")
    assert b"sub%20%28new%29/b%23.png" in (desk.content / "index.md").read_bytes()


def test_a_folder_that_cannot_be_written_keeps_what_it_has(linked, bound):
    linked.content.chmod(0o755)
    (linked.content / "policies").chmod(0o555)
    try:
        before = files(linked.content)
        done = linked.run("move", "policies/other.md", "other.md", through=bound)
        assert done.status == 74
        assert files(linked.content) == before
    finally:
        (linked.content / "policies").chmod(0o755)
