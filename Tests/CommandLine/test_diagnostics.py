"""Findings: where, which rule, the line, the mend; and what `--format` makes of them."""

import json
import re
import subprocess
import sys

import pytest

from conftest import run

SCRIPT = "## Ask\n\n- [Yes](#end)\n\n## End\n\n{end}\n"

BAD = {
    "broken YAML": ("fees.md", "---\ntitle: [Fees\n---\n\nText.\n", "2:8", "yaml-syntax"),
    "invalid UTF-8": ("fees.md", b"# Fees\n\ncaf\xe9\n", "3:4", "encoding"),
    "a dead end": (
        "fees.md", "---\ntitle: Fees\nkind: script\nowner: Lead\n---\n\n"
        + SCRIPT.format(end="And then?"), "11:1", "script-dead-end"),
    "an unknown placeholder": (
        "fees.md", "# Fees\n\n> [!SAY]\n> Hello {{clinet}}.\n", "4:9", "placeholder"),
    "a broken link": ("fees.md", "# Fees\n\nSee [it](../missing.md).\n", "3:10", "link-target"),
    "a broken link to a page": ("fees.md", "# Fees\n\nSee [it](missing.md).\n", "3:10", "link-target"),
}


@pytest.mark.parametrize("case", BAD)
def test_says_where_and_which_rule_and_how_to_mend(handbook, case):
    path, text, place, rule = BAD[case]
    handbook.write(path, text)
    result = handbook.run("build")
    assert result.returncode == 1
    finding = re.search(rf"^Content/{path}:{place}: error: .+ \[{rule}\]$", result.stderr, re.M)
    assert finding, result.stderr
    after = result.stderr[finding.end():].splitlines()[1:4]
    assert re.fullmatch(r"\s*\^~*", after[1]), after
    assert after[2].startswith("help: "), after


def test_two_pages_with_one_path(handbook):
    handbook.write("Fees.md", "# Fees\n")
    handbook.write("fees.md", "# Fees\n")
    result = handbook.run("check")
    assert result.returncode == 1
    assert "Content/fees.md:1:1: error: " in result.stderr and "[output-collision]" in result.stderr


def test_a_failing_build_leaves_the_earlier_site(handbook):
    handbook.run("build")
    before = handbook.site()
    handbook.write("fees.md", "# Fees\n\n[gone](gone.md)\n")
    result = handbook.run("build")
    assert result.returncode == 1
    assert handbook.site() == before
    assert "earlier site" in result.stderr


def test_every_finding_is_reported_in_order(handbook):
    handbook.write("b.md", "# B\n\n[1](x.md) [2](x.md)\n\n[3](y.md)\n")
    handbook.write("a.md", "# A\n\n[1](x.md)\n")
    result = handbook.run("check")
    places = re.findall(r"^Content/([ab]\.md:\d+:\d+): error", result.stderr, re.M)
    assert places == ["a.md:3:5", "b.md:3:5", "b.md:3:15", "b.md:5:5"]


def test_json_is_one_document_and_nothing_else(handbook):
    handbook.write("fees.md", "# Fees\n\n[gone](gone.md)\n")
    result = handbook.run("build", "--format", "json")
    document = json.loads(result.stdout)
    finding = next(f for f in document["diagnostics"] if f["rule"] == "link-target")
    assert (finding["path"], finding["line"], finding["column"]) == ("Content/fees.md", 3, 8)
    assert finding["severity"] == "error" and finding["help"]
    assert document["summary"]["errors"] == 1
    assert result.returncode == 1


def test_json_of_a_clean_build(handbook):
    result = handbook.run("build", "--format", "json")
    assert json.loads(result.stdout)["summary"]["pages"] == 1


def test_github_annotations(handbook):
    handbook.write("fees.md", "# Fees\n\n[gone](gone.md)\n")
    result = handbook.run("check", "--format", "github")
    assert re.search(r"^::error file=.*Content/fees\.md,line=3,col=8.*link-target", result.stdout, re.M)


def test_sarif_names_the_rule(handbook):
    handbook.write("fees.md", "# Fees\n\n[gone](gone.md)\n")
    document = json.loads(handbook.run("check", "--format", "sarif").stdout)
    assert document["version"] == "2.1.0"
    result = next(r for r in document["runs"][0]["results"] if r["ruleId"] == "link-target")
    region = result["locations"][0]["physicalLocation"]["region"]
    assert (region["startLine"], region["startColumn"]) == (3, 8)


def test_levels_of_rules(handbook):
    handbook.write("fees.md", "# Fees\n\n#### Deep\n")
    handbook.write("handbook.yml", "title: T\nrules: {heading-level: error, orphan-page: off}\n")
    result = handbook.run("check")
    assert result.returncode == 1
    assert "error: " in result.stderr and "orphan-page" not in result.stderr


def test_a_silence_with_a_reason_silences(handbook):
    handbook.write("index.md", "# T\n\n<!-- deskbook: allow image-alt the seal says nothing -->\n![](x.png)\n")
    handbook.write("x.png", b"\x89PNG")
    assert "image-alt" not in handbook.run("check").stderr


def test_a_silence_without_a_reason_is_a_warning(handbook):
    handbook.write("index.md", "# T\n\n<!-- deskbook: allow image-alt -->\n![](x.png)\n")
    handbook.write("x.png", b"\x89PNG")
    result = handbook.run("check")
    assert "[silence-reason]" in result.stderr and "[image-alt]" not in result.stderr


def test_explains_every_rule():
    listing = run("explain").stdout
    names = [line.split()[0] for line in listing.splitlines() if line]
    assert len(names) > 40
    for name in names:
        result = run("explain", name)
        assert result.returncode == 0 and "Reported:" in result.stdout, name


def test_colours_only_when_asked(handbook):
    handbook.write("fees.md", "# Fees\n\n[gone](gone.md)\n")
    assert "\x1b[" not in handbook.run("check").stderr
    assert "\x1b[" in handbook.run("check", "--color", "always").stderr
    assert "\x1b[" not in handbook.run("check", "--color", "auto", NO_COLOR="1").stderr


def test_the_clock_decides_what_is_overdue(handbook):
    handbook.write("index.md", "---\ntitle: T\nreviewed: 2026-01-01\nreview: 3 months\n---\n")
    folder = str(handbook.folder)
    assert "[stale-page]" in run("check", folder, "--clock", "2026-04-02").stderr
    assert "[stale-page]" not in run("check", folder, "--clock", "2026-04-01").stderr
    epoch = "1767225600"  # 2026-01-01
    assert "[stale-page]" not in run("check", folder, SOURCE_DATE_EPOCH=epoch).stderr
