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


def test_text_goes_to_standard_error_only(flawed):
    done = flawed.check()
    assert done.out == ""
    assert len(done.findings) == 2
    assert re.search(r"^1 error, 1 warning$", done.err, re.MULTILINE)
