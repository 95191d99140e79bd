"""Whatever is moved, settings, search tests and reviews stay true, and a handbook without a finding stays one."""

import random

import pytest
from desks import files

SETTINGS = """title: Tiny
languages: {es: es}
review: {every: 6 months, owner: Lead}
navigation: [rules/fees.md, rules, faq]
redirects: {old.md: rules/fees.md}
search: {escalation: rules/fees.md}
notice: {text: New, until: 2030-01-01, link: rules/fees.md}
rules: {untranslated-page: off, orphan-page: off}
"""
PAGES = {
    "index.md": "# Tiny\n\n[Fees](rules/fees.md#late) [Faq](faq/index.md) [Plan](faq/plan.txt)\n",
    "rules/fees.md": "# Fees\n\n## Late\n\n[Home](../index.md) [No shows](no-show.md) [Spanish](../es/index.md)\n",
    "rules/no-show.md": "# No shows\n\n[Fees](fees.md) and [again](/rules/fees.md)\n",
    "faq/index.md": "# Questions\n\n[Rules](../rules/) [Plan](plan.txt)\n",
    "es/index.md": "# Hola\n\n[Fees](../rules/fees.md)\n",
    "faq/plan.txt": "a plan",
    "search-tests.yml": "- {query: fees, expect: 'rules/fees.md#late'}\n- {query: questions, expect: faq/index.md}\n",
}


@pytest.fixture
def office(desk):
    """A handbook without a finding, all of it reviewed."""
    desk.write("handbook.yml", SETTINGS)
    for path, text in PAGES.items():
        desk.write(path, text)
    assert desk.run("review", "stamp", "--all", "--by", "Ana").status == 0
    assert is_clean(desk)
    return desk


def is_clean(desk):
    done = desk.check("--strict")
    return (done.status, done.findings) == (0, [])


def move(desk, *paths):
    done = desk.run("move", *paths)
    assert done.status == 0, done.err
    return done


def test_a_language_keeps_its_folder(office):
    move(office, "es", "spanish")
    assert "languages: {spanish: es}" in (office.content / "handbook.yml").read_text()
    assert is_clean(office)
    assert office.build().status == 0
    assert 'lang="es"' in office.site["spanish/index.html"].decode()


def test_pages_whose_links_were_mended_are_still_reviewed(office):
    move(office, "rules/fees.md", "faq/charges.md")
    assert "../faq/charges.md" in (office.content / "es/index.md").read_text()
    assert is_clean(office)
    assert "edited after review" not in office.run("review", "--within", "0").out


def test_a_page_that_was_edited_after_its_review_stays_one(office):
    office.write("es/index.md", (office.content / "es/index.md").read_text() + "\nEdited.\n")
    move(office, "rules/fees.md", "faq/charges.md")
    lines = [line for line in office.run("review", "--within", "0").out.splitlines() if "edited after review" in line]
    assert len(lines) == 1 and "es/index.md" in lines[0]


@pytest.mark.parametrize(("old", "new"), [("rules/fees.md", "rules/Fees.md"), ("rules", "Rules"), ("faq/plan.txt", "faq/PLAN.txt")])
def test_a_name_may_change_by_case_alone(old, new, office):
    move(office, old, new)
    assert (office.content / new).exists() and old.rsplit("/", 1)[-1] not in [path.name for path in (office.content / new).parent.iterdir()]
    assert is_clean(office)
    move(office, new, old)
    assert is_clean(office)


@pytest.mark.parametrize("new", ["rules/es", "a b/es"])
def test_the_folder_of_a_language_stays_where_its_setting_can_name_it(new, office):
    before = files(office.content)
    done = office.run("move", "es", new)
    assert done.status == 1 and "not the name of a folder in the content folder" in done.err
    assert files(office.content) == before


@pytest.mark.parametrize("seed", range(3))
def test_what_was_clean_is_clean_after_any_move(seed, office):
    dice = random.Random(seed)
    moved = 0
    for number in range(6):
        there = sorted(path.relative_to(office.content).as_posix() for path in office.content.rglob("*"))
        standing = [path for path in there if path not in ("handbook.yml", "search-tests.yml", "reviews.tsv")]
        old = dice.choice(standing)
        name = old.rsplit("/", 1)[-1]
        folder = dice.choice(["", "rules/", "faq/", "es/", f"new{number}/", f"a {number}/b/"])
        suffix = f".{name.rsplit('.', 1)[-1]}" if "." in name else ""
        new = folder + dice.choice([name, name.swapcase().replace(".MD", ".md"), f"n{number}{suffix}", f"É (x) {number}{suffix}"])
        before = files(office.content)
        done = office.run("move", old, new)
        if done.status != 0:
            assert done.status in (1, 64) and files(office.content) == before, (old, new, done.err)
            continue
        moved += 1
        checked = office.check("--strict")
        assert (checked.status, checked.findings) == (0, []), f"after move {old!r} {new!r}: {checked.err}"
    assert moved >= 2
