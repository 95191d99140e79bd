"""How the program ends, for scripts that rely on it."""

import os
import re
import resource

import pytest


def test_a_clean_build_ends_with_0_and_one_line_of_results(desk):
    done = desk.build()
    assert done.status == 0
    assert done.err == ""
    [line] = done.out.splitlines()
    for part in ("1 page", "0 phrases", "0 cards", "index", " s"):
        assert part in line
    assert (desk.output / "index.html").is_file()


def test_quiet_prints_nothing(desk):
    done = desk.build("--quiet")
    assert (done.status, done.out, done.err) == (0, "", "")


def test_timings_are_a_table_of_what_each_stage_cost(desk):
    done = desk.build("--timings")
    assert done.status == 0
    head, *rows = [re.split(r"  +", line) for line in done.err.splitlines() if "  " in line]
    assert head == ["stage", "time", "written", "peak memory"]
    assert [row[0] for row in rows] == "load compare parse model theme cards check search index render lists print publish all".split()
    for row in rows[:-1]:
        assert re.fullmatch(r"[\d.]+ s", row[1]) and re.fullmatch(r"[\d.]+ [kM]B", row[3]), row
    assert [row[2] != "–" for row in rows if row[0] in ("parse", "index", "render", "lists")] == [False, True, True, True]


def test_verbose_says_how_long_each_stage_took(desk):
    done = desk.build("--verbose")
    assert done.status == 0
    assert "render" in done.err and "publish" in done.err


def test_warnings_end_with_0_and_under_strict_with_1(desk):
    desk.write("lonely.md", "# Lonely\n")
    assert desk.build().status == 0
    before = desk.site
    desk.write("lonely.md", "# Lonelier\n")
    done = desk.build("--strict")
    assert done.status == 1
    assert "[orphan-page]" in done.err
    assert desk.site == before


@pytest.mark.parametrize("command", ["build", "check"])
def test_errors_end_with_1(command, desk):
    desk.write("index.md", "---\ntitle: Fees: what to say\n---\n")
    done = desk.run(command)
    assert done.status == 1
    assert done.out == ""
    assert not desk.output.exists()


@pytest.mark.parametrize(
    "arguments",
    [
        ["build", "--nonsense"], ["nonsense"], ["build", "--jobs", "0"], ["build", "--jobs", "two"],
        ["build", "--clock", "yesterday"], ["build", "--clock", "2026-02-30"], ["build", "--format", "xml"],
        ["build", "one", "two"], ["build", "not-there"], ["build", "--content", "not-there"],
        ["build", "--theme", "not-there"], ["explain", "not-a-rule"], ["search"], ["list", "--json", "--csv"],
        ["search", "--limit", "0", "word"], ["build", "--color", "sometimes"],
    ],
    ids=" ".join,
)  # fmt: skip
def test_wrong_usage_ends_with_64_and_says_why(arguments, desk):
    done = desk.run(*arguments)
    assert done.status == 64
    assert done.out == ""
    assert "error:" in done.err.lower()
    assert not desk.output.exists()


def test_a_theme_that_is_not_there_is_answered_with_those_that_are(desk):
    assert "default" in desk.build("--theme", "fancy").err
    assert "did you mean default?" in desk.build("--theme", "defualt").err


def test_a_wrong_clock_in_the_environment_is_wrong_usage(desk):
    assert desk.build(env={"SOURCE_DATE_EPOCH": "soon"}).status == 64


def test_no_command_shows_the_commands(desk):
    done = desk.run()
    assert "build" in done.out + done.err and "check" in done.out + done.err


@pytest.mark.parametrize("command", ["build", "check", "list", "search", "explain"])
def test_every_command_has_help_with_examples(command, desk):
    done = desk.run(command, "--help")
    assert done.status == 0
    assert f"deskbook {command}" in done.out
    assert "Example" in done.out


def test_the_version_is_printed(desk):
    done = desk.run("--version")
    assert done.status == 0
    assert done.out.strip()[0].isdigit()


def test_an_output_that_cannot_be_created_ends_with_74_and_the_systems_reason(desk):
    (desk.folder / "file").write_text("not a folder")
    done = desk.build("--output", "file/below")
    assert done.status == 74
    assert "file/below" in done.err or "desk/file" in done.err
    assert "Not a directory" in done.err


def test_an_output_that_is_a_file_ends_with_74_and_stays(desk):
    desk.output.write_text("mine")
    done = desk.build()
    assert done.status == 74
    assert "Output" in done.err
    assert desk.output.read_text() == "mine"


def test_a_pipe_among_the_pages_ends_with_74_and_does_not_hang(desk):
    os.mkfifo(desk.content / "pipe.md")
    done = desk.build(timeout=20)
    assert done.status == 74
    assert "pipe.md" in done.err


@pytest.mark.parametrize(
    "arguments",
    [["build"], ["check", "--format", "json"], ["list"], ["explain"], ["explain", "encoding"], ["search", "welcome"]],
    ids=" ".join,
)
def test_results_that_cannot_be_printed_end_with_74(arguments, built):
    with open("/dev/full", "wb") as full:
        done = built.run(*arguments, stdout=full)
    assert done.status == 74
    assert "No space left on device" in done.err


def test_a_full_disk_ends_with_74_and_leaves_the_old_site(built):
    before = built.site
    built.write("index.md", "# Changed\n\n" + "A page too large for what is left of the disk. " * 1_000)
    # Python ignores the signal of a file that grows too large, and so does the program: the write fails.
    limit = (20_000, 20_000)
    done = built.build(
        restore_signals=False, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, limit)
    )
    assert done.status == 74
    assert "File too large" in done.err
    assert built.site == before
    assert built.beside() == ["Content", "Output"]


def test_a_search_without_a_site_ends_with_74_and_says_what_makes_one(desk):
    done = desk.run("search", "word")
    assert done.status == 74
    assert "deskbook build" in done.err
