"""Findings for programs: JSON, GitHub's workflow commands, SARIF."""

import json
import re

import pytest


@pytest.fixture
def flawed(desk):
    """One error and one warning; the error's message and line hold what formats must escape."""
    desk.write("handbook.yml", "title: Tiny\nrules: {link-target: error}\n")
    desk.write("index.md", '# Tiny\n\nÄ "q" [x](no,%where:5.md)\n')
    desk.write("lonely page.md", "# Lonely\n")
    return desk


def test_json_is_one_document_and_nothing_else(flawed):
    done = flawed.build("--format", "json")
    assert done.status == 1
    document = json.loads(done.out)
    assert [(one["path"], one["rule"], one["severity"]) for one in document["diagnostics"]] == [
        ("Content/index.md", "link-target", "error"),
        ("Content/lonely page.md", "orphan-page", "warning"),
    ]
    first = document["diagnostics"][0]
    assert (first["line"], first["column"]) == (3, 12)
    assert (first["endLine"], first["endColumn"]) == (3, 12 + len("no,%where:5.md"))
    assert first["message"] and first["help"]
    assert document["summary"]["errors"] == 1
    assert document["summary"]["warnings"] == 1


def test_json_of_a_clean_build_counts_what_was_made(desk):
    done = desk.build("--format", "json")
    assert done.status == 0
    document = json.loads(done.out)
    assert document["diagnostics"] == []
    assert document["summary"]["pages"] == 1


@pytest.mark.parametrize("options", [["--quiet"], ["--verbose"], ["--color", "always"]], ids=" ".join)
def test_json_stays_alone_under_every_option(options, flawed):
    done = flawed.check("--format", "json", *options)
    assert json.loads(done.out)["summary"]["errors"] == 1


def test_json_is_a_document_even_where_the_run_could_not_be_done(desk):
    (desk.folder / "file").write_text("not a folder")
    done = desk.build("--format", "json", "--output", "file/below")
    assert done.status == 74
    assert json.loads(done.out)
    assert "Not a directory" in done.err


def test_github_gets_a_command_a_line_with_its_signs_escaped(flawed):
    done = flawed.check("--format", "github")
    assert done.status == 1
    lines = done.out.splitlines()
    assert len(lines) == 2
    assert lines[0].startswith("::error file=Content/index.md,line=3,col=12,title=link-target::")
    assert lines[1].startswith("::warning file=Content/lonely page.md,line=1,col=1,title=orphan-page::")
    assert "no,%25where:5.md" in lines[0]
    assert "%0Ahelp: " in lines[0]


def test_github_names_files_from_the_folder_of_the_run(flawed):
    done = flawed.run("check", flawed.folder.name, "--format", "github", cwd=flawed.folder.parent)
    assert f"file={flawed.folder.name}/Content/index.md," in done.out


def test_sarif_is_a_document_of_version_2_1_0(flawed):
    done = flawed.check("--format", "sarif")
    assert done.status == 1
    document = json.loads(done.out)
    assert document["version"] == "2.1.0"
    assert document["$schema"].endswith("sarif-2.1.0.json")
    [run] = document["runs"]
    assert run["columnKind"] == "unicodeCodePoints"
    assert run["tool"]["driver"]["name"] == "Deskbook"
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    error, warning = run["results"]
    assert (error["ruleId"], error["level"]) == ("link-target", "error")
    assert (warning["ruleId"], warning["level"]) == ("orphan-page", "warning")
    for result in run["results"]:
        assert rules[result["ruleIndex"]] == result["ruleId"]
        assert result["message"]["text"]
    region = error["locations"][0]["physicalLocation"]["region"]
    assert (region["startLine"], region["startColumn"]) == (3, 11), "columns count characters here"
    uri = warning["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri == "Content/lonely%20page.md"


@pytest.fixture
def mended(desk):
    """Findings with a mend each, one of them behind letters of several bytes, and the page after the mends."""
    page = "---\nownr: Ana\n---\n\n# Tiny\n\nÄ 😀 [x](lat.md) {{clinc}}\n"
    desk.write("handbook.yml", "title: Tiny\nvalues: {clinic: Elm}\n")
    desk.write("late.md", "# Late\n")
    desk.write("index.md", page)
    return desk, page, page.replace("ownr", "owner").replace("lat.md", "late.md").replace("clinc", "clinic")


def replaced(page, edits, encoded):
    """A page after edits: start and end line and column from 1, and the text; columns count what `encoded` makes of a line."""
    lines = [encoded(line) for line in page.splitlines(keepends=True)]
    for line, column, end_line, end, text in sorted(edits, reverse=True):
        assert line == end_line
        lines[line - 1] = lines[line - 1][: column - 1] + encoded(text) + lines[line - 1][end - 1 :]
    return lines


def test_json_says_how_findings_are_mended(mended):
    desk, page, after = mended
    found = json.loads(desk.check("--format", "json").out)["diagnostics"]
    assert [one["fix"]["title"] for one in found if one["fix"]] == ["Change to `owner:`", "Change to `late.md`", "Change to `{{clinic}}`"]
    assert any(one["fix"] is None for one in found), "a finding without a mend says so"
    edits = [[edit[key] for key in ("line", "column", "endLine", "endColumn", "text")] for one in found if one["fix"] for edit in one["fix"]["edits"]]
    assert b"".join(replaced(page, edits, str.encode)).decode() == after
    assert desk.check("--fix").status == 0 and (desk.content / "index.md").read_text() == after


def test_sarif_says_how_findings_are_mended(mended):
    desk, page, after = mended
    [run] = json.loads(desk.check("--format", "sarif").out)["runs"]
    fixes = [fix for result in run["results"] for fix in result.get("fixes", [])]
    assert [fix["description"]["text"] for fix in fixes] == ["Change to `owner:`", "Change to `late.md`", "Change to `{{clinic}}`"]
    edits = []
    for fix in fixes:
        [change] = fix["artifactChanges"]
        assert change["artifactLocation"] == {"uri": "Content/index.md"}
        for one in change["replacements"]:
            region = one["deletedRegion"]
            edits.append([region["startLine"], region["startColumn"], region["endLine"], region["endColumn"], one["insertedContent"]["text"]])
    assert "".join(replaced(page, edits, str)) == after


def test_text_goes_to_standard_error_only(flawed):
    done = flawed.check()
    assert done.out == ""
    assert len(done.findings) == 2
    assert re.search(r"^1 error, 1 warning$", done.err, re.MULTILINE)
