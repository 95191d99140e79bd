"""`check --fix`: the mends that findings are sure of, made in the files."""

import json
import pathlib
import random

import pytest
from desks import files

SLIPS = pathlib.Path(__file__).parent / "slips"
BEFORE, AFTER = files(SLIPS / "before"), files(SLIPS / "after")
CLOCK = ("--clock", "2026-11-20")


def slipped(desk, contents=BEFORE):
    for path, content in contents.items():
        desk.write(path, content)
    return desk


def fixed(desk, *arguments):
    done = desk.check("--fix", *CLOCK, *arguments)
    return done, [line for line in done.out.splitlines() if " → " in line]


def test_every_slip_is_mended_and_told(desk):
    done, told = fixed(slipped(desk))
    assert done.status == 0, done.err
    assert files(desk.content) == AFTER
    assert len(told) == 29 and "29 mends made in 6 files" in done.err
    assert "Content/policies/late-fees.md:3: scirpt → script [invalid-value]" in told
    assert "Content/index.md:5: { {phone} } → {{phone}} [placeholder]" in told
    assert "Content/policies/spare keys.md:2: title:Spare keys → title: Spare keys [yaml-syntax]" in told
    assert done.out.splitlines()[-1].startswith("Checked 5 pages")
    assert desk.check("--strict", *CLOCK).err == ""


@pytest.mark.parametrize("seed", range(6))
def test_a_second_time_changes_nothing(seed, desk):
    """Whichever of the slips a handbook has: each line is as it was or as it should be."""
    chance = random.Random(seed)
    mixed = {
        path: b"".join(chance.choice(pair) for pair in zip(BEFORE[path].splitlines(True), AFTER[path].splitlines(True), strict=True))
        for path in BEFORE
    }  # fmt: skip
    fixed(slipped(desk, mixed))
    assert files(desk.content) == AFTER
    done, told = fixed(desk)
    assert told == [] and "no finding has a mend that is certain" in done.err
    assert files(desk.content) == AFTER


def test_a_dry_run_shows_the_same_and_writes_nothing(desk):
    dry, shown = fixed(slipped(desk), "--dry-run")
    assert dry.status == 0 and files(desk.content) == BEFORE and dry.err.endswith("nothing was changed\n")
    assert shown == fixed(desk)[1]


def test_a_dry_run_is_one_of_fixing(desk):
    done = desk.check("--dry-run")
    assert done.status == 64 and "--dry-run goes with --fix" in done.err


def test_what_is_left_is_reported_and_fails(desk):
    desk.write("index.md", "# Tiny\n\n## Late fees\n\n[below](#late-fes) [nowhere](zzzzzz.md)\n\n> [!SAY]\n> {{nobody}}\n")
    done, told = fixed(desk)
    assert done.status == 1 and told == ["Content/index.md:5: late-fes → late-fees [link-anchor]"]
    assert "[link-target]" in done.err and "[placeholder]" in done.err and "[link-anchor]" not in done.err


@pytest.mark.parametrize("text", [
    "[x](#step-3)\n\n## Step 1\n",  # a number is no slip
    "[x](#bat)\n\n## Cat\n\n## Rat\n",  # two are as near
    "[x][far]\n\n## Late fees\n\n[far]: #late-fes\n",  # the target stands elsewhere
    "<!-- deskbook: allow link-anchor shown as it is -->\n[x](#late-fes)\n\n## Late fees\n",
])  # fmt: skip
def test_what_is_not_certain_stays(text, desk):
    desk.write("index.md", "# Tiny\n\n" + text)
    before = files(desk.content)
    done, told = fixed(desk)
    assert told == [] and files(desk.content) == before
    assert "allow link-anchor" in text or "did you mean #" in done.err


def test_a_key_is_never_written_twice(desk):
    desk.write("index.md", "---\ntitle: Tiny\ntitel: Other\nownr: Ana\nowmer: Ben\n---\n\nText.\n")
    fixed(desk)
    assert (desk.content / "index.md").read_text() == "---\ntitle: Tiny\ntitel: Other\nowner: Ana\nowmer: Ben\n---\n\nText.\n"


def test_two_slips_in_one_link_are_both_mended(desk):
    desk.write("fees.md", "# Fees\n\n## Late fees\n\nText.\n")
    desk.write("index.md", "# Tiny\n\n[x](fes.md#late-fes)\n")
    done, _ = fixed(desk)
    assert done.err.count("\n") == 1 and (desk.content / "index.md").read_text() == "# Tiny\n\n[x](fees.md#late-fees)\n"


def test_line_ends_marks_and_other_letters_stay(desk):
    desk.write("index.md", "\ufeff---\r\ntitel: Tiny\r\n---\r\n\r\nÄ 😀 [x](#übr-uns) {{clinc}}\r\n\r\n## Über uns\r\n".encode())
    desk.write("handbook.yml", "title: Tiny\nvalues: {clinic: Elm}\n")
    fixed(desk)
    assert (desk.content / "index.md").read_bytes().decode() == "\ufeff---\r\ntitle: Tiny\r\n---\r\n\r\nÄ 😀 [x](#über-uns) {{clinic}}\r\n\r\n## Über uns\r\n"


def test_findings_for_programs_stay_alone_on_standard_output(desk):
    done = slipped(desk).check("--fix", "--format", "json", *CLOCK)
    assert json.loads(done.out)["diagnostics"] == [] and "scirpt → script" in done.err


def test_half_braces_round_a_known_name_are_found(desk):
    desk.write("handbook.yml", "title: Tiny\nvalues: {clinic: Elm}\n")
    desk.write("index.md", "# Tiny\n\n{clinic} {{clinic} { clinic } {other} \\{clinic} `{clinic}` {{clinic}} {{{clinic}}} { {clinic }\n")
    done = desk.check()
    assert [finding.split(": ", 2)[2] for finding in done.findings] == [
        f"{written} shows as typed [placeholder]" for written in ("{clinic}", "{{clinic}", "{ clinic }", "{ {clinic }")
    ]  # fmt: skip
