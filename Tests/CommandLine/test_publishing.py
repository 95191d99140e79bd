"""A site is published whole or not at all, and nothing that is not ours is touched."""

import os
import random
import signal
import subprocess
import time

from conftest import CLOCK, DESKBOOK, tree


def test_what_a_removed_page_left_behind_goes(handbook):
    page = handbook.write("fees.md", "# Fees\n")
    handbook.run("build")
    assert (handbook.output / "fees.html").exists()
    page.unlink()
    handbook.run("build")
    assert not (handbook.output / "fees.html").exists()


def test_a_foreign_folder_is_never_touched(handbook):
    handbook.output.mkdir()
    (handbook.output / "thesis.txt").write_text("years of work")
    result = handbook.run("build")
    assert result.returncode != 0
    assert tree(handbook.output).keys() == {"thesis.txt"}


def test_a_placeholder_file_is_no_obstacle_and_stays(handbook):
    handbook.output.mkdir()
    (handbook.output / ".gitkeep").write_text("")
    assert handbook.run("build").returncode == 0
    assert (handbook.output / ".gitkeep").exists()


def test_the_output_may_not_stand_in_the_content(handbook):
    result = handbook.run("build", "--output", str(handbook.content / "site"))
    assert result.returncode == 64
    assert not (handbook.content / "site").exists()


def test_killed_at_any_moment_the_site_is_whole(handbook):
    for number in range(300):
        handbook.write(f"many/page-{number}.md", f"# Page {number}\n\n" + "Words. " * 200)
    handbook.run("build")
    sites = [handbook.site()]
    handbook.write("index.md", "# The desk\n\nChanged.\n")
    handbook.run("build")
    sites.append(handbook.site())
    dice = random.Random(7)
    for attempt in range(12):
        handbook.write("index.md", f"# The desk\n\n{'Changed' if attempt % 2 else 'Welcome'}.\n")
        process = subprocess.Popen(
            [DESKBOOK, "build", str(handbook.folder), "--clock", CLOCK],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(dice.uniform(0, 0.25))
        process.send_signal(signal.SIGKILL)
        process.wait()
        assert handbook.site() in sites
    assert handbook.run("build").returncode == 0
    assert sorted(os.listdir(handbook.folder)) == ["Content", "Output"]


def test_two_builds_at_once_both_end_well(handbook):
    command = [DESKBOOK, "build", str(handbook.folder), "--clock", CLOCK]
    builds = [subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) for _ in range(3)]
    for build in builds:
        assert build.wait(timeout=60) == 0, build.stderr.read()
    assert (handbook.output / "index.html").exists()
    assert sorted(os.listdir(handbook.folder)) == ["Content", "Output"]


def test_the_same_bytes_whatever_the_circumstances(handbook, tmp_path):
    for number in range(40):
        handbook.page(f"p/page-{number}.md", f"# Page {number}\n\n[next](page-{(number + 1) % 40}.md)\n")
    sites = []
    for jobs, environment in [("1", {}), ("4", {"TZ": "Pacific/Auckland", "LC_ALL": "C"}),
                              ("2", {"LANG": "tr_TR.UTF-8", "HOME": str(tmp_path)})]:
        output = tmp_path / f"site-{jobs}"
        result = handbook.run("build", "--jobs", jobs, "--output", str(output), cwd=tmp_path, **environment)
        assert result.returncode == 0, result.stderr
        sites.append(tree(output))
    assert sites[0] == sites[1] == sites[2]
