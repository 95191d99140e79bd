"""Every exit status of the contract."""

import os
import pytest
import signal
import subprocess
import time

from conftest import CLOCK, DESKBOOK, run


def test_zero_when_done(handbook):
    result = handbook.run("build")
    assert result.returncode == 0, result.stderr
    assert (handbook.output / "index.html").is_file()


def test_zero_with_warnings(handbook):
    handbook.page("fees.md", "# Fees\n\n#### Deep\n")
    result = handbook.run("build")
    assert result.returncode == 0
    assert "[heading-level]" in result.stderr


def test_one_with_errors_and_nothing_written(handbook):
    handbook.page("fees.md", "# Fees\n\nSee [it](missing.md).\n")
    result = handbook.run("build")
    assert result.returncode == 1
    assert not handbook.output.exists()


def test_one_with_warnings_under_strict(handbook):
    handbook.page("fees.md", "# Fees\n\n#### Deep\n")
    assert handbook.run("build", "--strict").returncode == 1
    assert not handbook.output.exists()


@pytest.mark.parametrize("arguments", [
    ["build", "--nonsense"], ["nonsense"], ["build", "/no/such/folder"],
    ["build", ".", "--jobs", "zero"], ["build", ".", "--clock", "yesterday"],
    ["build", ".", "--format", "xml"], ["explain", "no-such-rule"],
])
def test_sixty_four_for_wrong_usage(arguments, tmp_path):
    result = run(*arguments, cwd=tmp_path)
    assert result.returncode == 64, result.stderr
    assert result.stderr


def test_sixty_four_for_a_theme_that_is_not_there(handbook):
    result = handbook.run("build", "--theme", "fancy")
    assert result.returncode == 64
    assert "fancy" in result.stderr and "default" in result.stderr


def test_seventy_four_when_the_output_cannot_be_written(handbook):
    blocker = handbook.folder / "file"
    blocker.write_text("not a folder")
    result = handbook.run("build", "--output", str(blocker / "site"))
    assert result.returncode == 74
    assert str(blocker) in result.stderr


def test_one_hundred_and_thirty_when_interrupted(handbook):
    for number in range(3_000):
        handbook.page(f"many/page-{number}.md", f"# Page {number}\n\n" + "Some words. " * 200)
    handbook.write("many/index.md", "# Many\n")
    first = handbook.run("build", timeout=120)
    assert first.returncode == 0
    before = handbook.site()
    handbook.write("index.md", "# The desk\n\nChanged.\n")
    process = subprocess.Popen(
        [DESKBOOK, "build", str(handbook.folder), "--clock", CLOCK],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    time.sleep(0.15)
    process.send_signal(signal.SIGINT)
    process.communicate(timeout=60)
    assert process.returncode == 130
    assert handbook.site() == before
    assert sorted(os.listdir(handbook.folder)) == ["Content", "Output"]
