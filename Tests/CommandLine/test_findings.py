"""What the program says of a mistake: the place, the words, the line with the place underlined, the mend."""

import pytest

SCRIPT = """\
---
title: A script
kind: script
owner: Lead
---

## Ask

Ask why.

- [Go on](#go-on)
- [Stop](#stop)

## Go on

And then?

## Stop

> [!OUTCOME]
> Done.
"""


def assert_finding(done, rule, place, source, marked, help_part, level="error"):
    """A finding stands at its place, with its line, the marks under the right words, and a mend."""
    head, line, marks, help_line = done.finding(rule)
    assert head.startswith(f"{place}: {level}: "), head
    assert head.endswith(f" [{rule}]")
    assert line == source
    start, width = marks.index("^"), len(marks.strip())
    assert line[start : start + width] == marked
    assert marks.strip("^~ ") == ""
    assert help_line.startswith("help: ")
    assert help_part in help_line


def test_broken_yaml_is_shown_at_its_colon(desk):
    desk.write("fees.md", "---\nkind: guide\ntitle: Fees: what to say\n---\n\nText.\n")
    done = desk.build()
    assert done.status == 1
    assert_finding(
        done, "yaml-syntax", "Content/fees.md:3:12", "title: Fees: what to say", ": what to say", "quotes"
    )


def test_a_byte_that_is_not_utf_8_is_shown(desk):
    desk.write("fees.md", b"# Fees\n\nA caf\xe9 near you.\n")
    done = desk.build()
    assert done.status == 1
    head, line, marks, help_line = done.finding("encoding")
    assert head.startswith("Content/fees.md:3:6: error: ")
    assert line == "A caf\ufffd near you."
    assert marks == "     ^"
    assert help_line.startswith("help: ") and "UTF-8" in help_line


def test_a_dead_end_of_a_script_is_shown_at_its_step(desk):
    desk.write("script.md", SCRIPT)
    done = desk.build()
    assert done.status == 1
    assert_finding(done, "script-dead-end", "Content/script.md:14:1", "## Go on", "## Go on", "[!OUTCOME]")


def test_two_pages_with_one_path_are_named(desk):
    desk.write("Fees.md", "# Fees\n")
    desk.write("fees.md", "# Fees\n")
    done = desk.build()
    assert done.status == 1
    head, *rest = done.finding("output-collision")
    assert head.startswith("Content/fees.md:1:1: error: ")
    assert "Fees.md" in head
    assert rest[0].startswith("help: ") or rest[2].startswith("help: ")


def test_an_unknown_placeholder_is_shown_with_the_likely_name(desk):
    desk.write("handbook.yml", "title: Tiny\nfields:\n  client: {label: Client}\n")
    desk.write("lines.md", "---\ntitle: Lines\nkind: phrases\nowner: Lead\n---\n\n| Say |\n| --- |\n| Hello {{clint}}. |\n")
    done = desk.build()
    assert done.status == 1
    assert_finding(done, "placeholder", "Content/lines.md:9:9", "| Hello {{clint}}. |", "{{clint}}", "did you mean {{client}}?")


def test_a_broken_link_is_shown_with_the_likely_page(desk):
    desk.write("opening.md", "# Opening\n")
    desk.write("index.md", "# Tiny\n\nSee [the first words](openning.md).\n")
    done = desk.build()
    assert done.status == 0
    assert_finding(
        done, "link-target", "Content/index.md:3:23", "See [the first words](openning.md).", "openning.md",
        "did you mean opening.md?", "warning",
    )  # fmt: skip


def test_a_link_out_of_the_content_is_shown(desk):
    desk.write("index.md", "# Tiny\n\n![a](../picture.png)\n")
    assert_finding(
        desk.build(), "link-target", "Content/index.md:3:6", "![a](../picture.png)", "../picture.png", "copy the file",
        "warning",
    )


def test_an_unknown_key_is_shown_with_the_likely_key(desk):
    desk.write("lines.md", "---\ntitle: Lines\nkind: phrases\nonwer: Lead\n---\n\n| Say |\n| --- |\n| Hello. |\n")
    assert_finding(desk.build(), "unknown-key", "Content/lines.md:4:1", "onwer: Lead", "onwer", "did you mean owner?")


def test_a_mistake_in_the_settings_is_shown_in_their_file(desk):
    desk.write("handbook.yml", "title: Tiny\nlangauge: en\n")
    assert_finding(
        desk.build(), "unknown-key", "Content/handbook.yml:2:1", "langauge: en", "langauge", "did you mean language?"
    )


def test_columns_count_bytes_and_marks_count_what_is_seen(desk):
    desk.write("index.md", "# Tiny\n\nÄÖ 日本 [x](nowhere.md)\n")
    head, line, marks, _ = desk.build().finding("link-target")
    assert head.startswith("Content/index.md:3:17: ")
    assert line == "ÄÖ 日本 [x](nowhere.md)"
    # Two letters, a blank, two wide letters of two columns each, a blank and "[x](".
    assert marks == " " * 12 + "^" + "~" * (len("nowhere.md") - 1)


def test_every_occurrence_is_reported_sorted_by_path_and_place(desk):
    desk.write("b.md", "# B\n\n[one](no.md)\n\n[two](no.md) [three](no.md)\n")
    desk.write("a.md", "# A\n\n[b](b.md) [index](index.md) [four](no.md)\n")
    desk.write("index.md", "# Tiny\n\n[a](a.md)\n")
    done = desk.build()
    places = [line.split(": ")[0] for line in done.findings]
    assert places == ["Content/a.md:3:36", "Content/b.md:3:7", "Content/b.md:5:7", "Content/b.md:5:22"]
    assert done.err.splitlines()[-1] == "4 warnings"


def test_a_very_long_line_is_cut_round_the_place(desk):
    desk.write("index.md", "# Tiny\n\n" + "word " * 4000 + "[x](nowhere.md) " + "word " * 4000 + "\n")
    head, line, marks, _ = desk.build().finding("link-target")
    assert head.startswith("Content/index.md:3:20005:")
    assert len(line) < 200
    start = marks.index("^")
    assert line[start : start + len(marks.strip())] == "nowhere.md"


def test_control_characters_of_the_content_do_not_reach_the_terminal(desk):
    desk.write("index.md", b"# Tiny\n\n\x1b[31mred\x1b[0m [x](no\x1bwhere.md) [y](nowhere.md)\n")
    done = desk.build("--color", "never")
    assert len(done.findings) == 2
    assert "\x1b" not in done.err


def test_the_content_folder_is_named_as_the_user_named_it(desk):
    (desk.content / "index.md").write_text("# Tiny\n\n[x](nowhere.md)\n")
    done = desk.check("--content", str(desk.content))
    assert done.findings[0].startswith(f"{desk.content}/index.md:3:5: ")


def test_the_page_stays_in_the_report_of_the_problem_when_its_yaml_is_broken(desk):
    desk.write("fees.md", "---\ntitle: Fees: what to say\nkind: script\n---\n\nText.\n")
    rules = {line.rsplit("[", 1)[1] for line in desk.build().findings}
    assert "yaml-syntax]" in rules
    assert "missing-title]" not in rules, "a title stands there, though it cannot be read"


@pytest.mark.parametrize("command", ["build", "check"])
def test_a_failing_run_leaves_the_earlier_site_as_it_is(command, built):
    before = built.site
    built.write("index.md", "---\ntitle: Fees: what to say\n---\n")
    built.write("new.md", "# New\n")
    done = built.run(command)
    assert done.status == 1
    assert built.site == before
    assert built.beside() == ["Content", "Output"]


def test_a_failing_build_says_that_nothing_was_written(built):
    built.write("index.md", "---\ntitle: Fees: what to say\n---\n")
    assert "nothing was written" in built.build().err.splitlines()[-1]
