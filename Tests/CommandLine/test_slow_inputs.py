"""Pages that keep the Markdown parser busy for minutes: each ends soon, or is refused by name."""

import slow_inputs
import pytest
from test_hostile_input import survives

COUNT = 50_000
INPUTS = slow_inputs.inputs(COUNT)
# What the Debian package of the library needs from ten seconds to hours for.
REFUSED = {"autolink", "marks of tables", "images and emphasis", "instructions", "columns", "columns, short rows"}


@pytest.mark.parametrize("name", INPUTS)
def test_a_page_of_one_sign_many_times_ends_soon(name, desk):
    desk.write("handbook.yml", "title: Tiny\nrules: {orphan-page: off, duplicate-id: off, link-target: off, placeholder: off}\n")
    desk.write("index.md", "# Tiny\n\n[Slow](slow.md)\n")
    desk.write("slow.md", INPUTS[name])
    done = survives(desk)
    if name in REFUSED:
        assert done.status == 1
        assert done.finding("too-large")[0].startswith("Content/slow.md:")
    assert "Content/index.md:" not in done.err


def test_one_refused_page_hides_no_finding_of_another(desk):
    desk.write("slow.md", INPUTS["autolink"])
    desk.write("other.md", "# Other\n\n[gone](gone.md)\n")
    done = desk.check()
    assert done.status == 1
    assert done.finding("too-large") and done.finding("link-target")


def test_a_refusal_cannot_be_silenced_or_turned_down(desk):
    desk.write("handbook.yml", "title: Tiny\nrules: {too-large: warning}\n")
    desk.write("slow.md", "<!-- deskbook: allow too-large long ago -->\n\n" + INPUTS["autolink"])
    assert desk.build("--quiet").status == 1
    assert not desk.output.exists()


@pytest.mark.parametrize("rows, is_built", [(500, True), (5_000, False)])
def test_a_large_table_that_people_write_is_built_and_a_vast_one_refused(rows, is_built, desk):
    row = "| " + " | ".join(f"[link {column}](https://example.org/a/{column}) ![](a.png)" for column in range(6)) + " |\n"
    desk.write("index.md", "# Tiny\n\n" + "|" + " a |" * 6 + "\n|" + " - |" * 6 + "\n" + row * rows)
    desk.write("a.png", b"\x89PNG")
    done = desk.build("--quiet")
    assert (done.status == 0) == is_built, done.err[:500]
    assert ("[too-large]" in done.err) != is_built


def test_a_page_that_takes_too_long_ends_the_build_by_name(built):
    """The estimate before parsing does not see this one; the parser would be busy for hours."""
    before = built.site
    built.write("slow.md", "---\nowner: Lead\n---\n\n# Slow\n\nhttp://a" + ")" * 3_000_000)
    done = built.build(timeout=300)
    assert done.status == 1
    assert done.finding("too-large")[0].startswith("Content/slow.md:5:1: error: this page takes more than 20 s to read")
    assert "split it" in done.err and "the earlier site stands" in done.err
    assert built.site == before
