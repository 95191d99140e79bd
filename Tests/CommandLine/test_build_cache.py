"""A build that would make the same site does nothing; one that would not is never mistaken for it."""

import hashlib
import json
import os
import random
import re
import shutil

import pytest
from desks import files

NOTHING = "Nothing has changed"


def record(desk):
    """The file with what is remembered of the desk's only site: the SHA-256 of the rest on a line, and JSON."""
    (file,) = (desk.folder / ".deskbook").glob("build-*")
    return file


def of_another_version(whole):
    """A record that is whole, and has a part under a name that this version does not know."""
    kept = json.loads(whole.split(b"\n", 1)[1])
    kept["readings"] = kept.pop("inputs")
    rest = json.dumps(kept).encode()
    return hashlib.sha256(rest).hexdigest().encode() + b"\n" + rest


def stands(desk, *arguments):
    done = desk.build(*arguments)
    assert done.status == 0, done.err
    return NOTHING in done.out


def test_the_second_build_does_nothing_and_says_so(built):
    before = {path: os.stat(built.output / path) for path in built.site}
    done = built.build("--timings")
    assert done.status == 0 and done.out.startswith(NOTHING)
    assert "render" not in done.err
    assert {path: os.stat(built.output / path).st_mtime_ns for path in built.site} == {
        path: known.st_mtime_ns for path, known in before.items()
    }
    assert built.beside() == ["Content", "Output"]


def test_findings_are_said_again(desk):
    desk.write("lonely.md", "# Lonely\n\nNobody comes hér.\n")
    first, second = desk.build(), desk.build()
    assert NOTHING in second.out and first.err == second.err and first.findings
    made, stood = (json.loads(desk.build("--format", "json", *more).out) for more in (["--no-cache"], []))
    assert made == stood
    done = desk.build("--strict")
    assert done.status == 1 and "the earlier site stands" in done.err


CHANGES = {
    "a page": lambda desk: desk.write("index.md", "# Tiny\n\nWelcome back.\n"),
    "a new page": lambda desk: desk.write("start/other.md", "# Other\n\n[Home](../index.md)\n"),
    "a page's name": lambda desk: (desk.content / "start/plan.md").rename(desk.content / "start/plans.md"),
    "a page less": lambda desk: (desk.content / "start/plan.md").unlink(),
    "a file": lambda desk: desk.write("start/map.txt", "north"),
    "the settings": lambda desk: desk.write("handbook.yml", "title: Large\nrules: {orphan-page: off}\n"),
    "synonyms": lambda desk: desk.write("synonyms.txt", "fee, charge\n"),
    "a file of the theme": lambda desk: (desk.folder / "Themes/own/css/base.css").write_text("body { margin: 0 }\n"),
    "a page of the site": lambda desk: (desk.output / "index.html").write_text("<p>Mine"),
    "a file of the site less": lambda desk: (desk.output / "az.html").unlink(),
    "a link in the place of a file": lambda desk: [(desk.output / "az.html").unlink(), (desk.output / "az.html").symlink_to("index.html")],
}


@pytest.fixture
def themed(desk, bundled):
    shutil.copytree(bundled / "Themes/default", desk.folder / "Themes/own", ignore=shutil.ignore_patterns("*.ttf"))
    desk.write("handbook.yml", "title: Tiny\nrules: {orphan-page: off}\n")
    desk.write("start/plan.md", "# Plan\n\nA plan.\n")
    desk.write("start/map.txt", "south")
    assert desk.build("--theme", "own").status == 0
    assert stands(desk, "--theme", "own")
    return desk


@pytest.mark.parametrize("change", CHANGES)
def test_any_change_is_seen(change, themed):
    CHANGES[change](themed)
    assert not stands(themed, "--theme", "own"), change
    fresh = themed.folder / "fresh"
    assert themed.build("--theme", "own", "--no-cache", "--output", fresh).status == 0
    assert own(themed.output) == own(fresh)
    assert stands(themed, "--theme", "own")


@pytest.mark.parametrize("arguments", [["--clock", "2030-01-01"], ["--drafts"], ["--precompress"], ["--theme", "default"]])
def test_another_setting_is_another_site(arguments, themed):
    assert not stands(themed, "--theme", "own", *arguments)


def test_each_output_has_its_own_record(built):
    assert not stands(built, "--output", built.folder / "other")
    assert stands(built) and stands(built, "--output", built.folder / "other")


@pytest.mark.parametrize("damage", ["cut", "changed", "empty", "garbage", "another version", "folder"])
def test_a_damaged_record_costs_only_time(damage, built):
    file = record(built)
    whole = file.read_bytes()
    place = len(whole) // 2
    damaged = {
        "cut": whole[:place], "changed": whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :], "empty": b"",
        "garbage": os.urandom(500), "another version": of_another_version(whole), "folder": None,
    }[damage]  # fmt: skip
    file.unlink()
    if damaged is None:
        file.mkdir()
    else:
        file.write_bytes(damaged)
    assert not stands(built)
    assert stands(built) == (damage != "folder")


def test_where_nothing_can_be_remembered_every_build_works(desk):
    (desk.folder / ".deskbook").write_text("somebody's own")
    for _ in range(2):
        assert not stands(desk)
    assert (desk.folder / ".deskbook").read_text() == "somebody's own"


def test_without_the_cache_nothing_is_remembered(desk):
    assert not stands(desk, "--no-cache")
    assert not (desk.folder / ".deskbook").exists()


def test_what_is_remembered_is_not_for_git(built):
    assert (built.folder / ".deskbook/.gitignore").read_text() == "*\n"


def test_what_a_killed_build_left_goes_though_nothing_changed(built):
    litter = built.folder / ".Output.deskbook-99999999"
    litter.mkdir()
    (litter / "half.html").write_text("half")
    assert stands(built)
    assert built.beside() == ["Content", "Output"]


def own(folder):
    """A site without what it keeps for readers of the one before."""
    site = files(folder)
    listed = json.loads(site["deskbook.json"])["files"]
    manifest = json.loads(site.pop("deskbook.json")) | {"kept": None}
    return {path: site[path] for path in listed} | {"deskbook.json": json.dumps(manifest).encode()}


def step(desk, chance):
    """One thing that an editor does, or undoes."""
    pages = sorted(desk.content.rglob("*.md"))
    page = chance.choice(pages)
    match chance.choice(["edit", "edit", "add", "rename", "delete", "settings", "theme", "nothing", "touch"]):
        case "edit":
            page.write_text(f"# Page {chance.randrange(3)}\n\nText {chance.randrange(3)}. [Home](/index.md)\n")
        case "add":
            name = f"{chance.choice(['a', 'b/c', 'd'])}/{chance.randrange(6)}.md"
            desk.write(name, f"# New {chance.randrange(3)}\n\n> [!SAY]\n> Line {chance.randrange(3)}.\n")
        case "rename" if page.name != "index.md":
            page.rename(page.with_name(f"named-{chance.randrange(3)}.md"))
        case "delete" if page.name != "index.md":
            page.unlink()
        case "settings":
            desk.write("handbook.yml", f"title: Tiny {chance.randrange(2)}\nrules: {{orphan-page: off}}\n")
        case "theme":
            (desk.folder / "Themes/own/css/base.css").write_text(f"body {{ margin: {chance.randrange(2)}px }}\n")
        case "touch":
            os.utime(page)


def change_line(page, pages, chance):
    """One change of a line, in front matter, headings, lists, tables, quotes or prose."""
    lines = page.read_text().split("\n")
    place = chance.randrange(len(lines))
    match chance.choice(["word", "word", "less", "twice", "link", "part", "heading", "say", "avoid", "silence", "image"]):
        case "word":
            lines[place] = re.sub(r"\b[a-z]{4,}\b", chance.choice(["pending", "window", "lately"]), lines[place], count=1)
        case "less":
            del lines[place]
        case "twice":
            lines.insert(place, lines[place])
        case "link":
            target = chance.choice(pages)
            lines += ["", f"See [there](/{target}).", ""]
        case "heading":
            lines += ["", f"## Part {chance.randrange(9)}", "", "Words."]
        case "part":
            target = chance.choice(pages)
            lines += ["", f"See [that part](/{target}#part-{chance.randrange(9)}).", ""]
        case "say":
            lines += ["", "> [!SAY]", f"> Line {chance.randrange(9)} is what we say.", ""]
        case "avoid":
            lines += ["", "> [!AVOID]", f"> Line {chance.randrange(9)} is what we say.", ""]
        case "silence":
            lines += ["", "<!-- deskbook: allow link-anchor it comes later -->", ""]
        case "image":
            lines += ["", "![](nowhere.png)", ""]
    page.write_text("\n".join(lines))


@pytest.mark.parametrize("seed", range(3))
def test_pages_that_a_change_reaches_are_made_again(seed, bundled_copy):
    desk = bundled_copy
    chance = random.Random(seed)
    pages = sorted(path.relative_to(desk.content).as_posix() for path in desk.content.rglob("*.md"))
    assert desk.build().status == 0
    for number in range(5):
        for name in chance.sample(pages, 3):
            text = (desk.content / name).read_text()
            change_line(desk.content / name, pages, chance)
            if desk.check().status == 1:  # a change that forbids a site is undone
                assert desk.build().err == desk.build("--no-cache").err
                (desk.content / name).write_text(text)
        fresh = desk.folder.parent / f"fresh-{number}"
        again, clean = desk.build(), desk.build("--no-cache", "--output", fresh)
        assert again.status == 0 and clean.status == 0
        assert again.err == clean.err, number
        assert own(desk.output) == own(fresh), number
        shutil.rmtree(fresh)


@pytest.mark.parametrize("seed", range(3))
def test_any_sequence_of_changes_gives_the_bytes_of_a_fresh_build(seed, themed):
    chance = random.Random(seed)
    stood = 0
    for number in range(15):
        step(themed, chance)
        stood += stands(themed, "--theme", "own")
        fresh = themed.folder.parent / f"fresh-{number}"
        assert themed.build("--theme", "own", "--no-cache", "--output", fresh).status == 0
        assert own(themed.output) == own(fresh), number
        shutil.rmtree(fresh)
    assert 0 < stood < 15
