"""The same input gives the same bytes, whatever the machine and the moment."""

import json
import os
import shutil

import pytest
from desks import files


def output(desk, name, *arguments, **options):
    done = desk.build("--output", desk.folder / name, "--clock", "2026-11-20", *arguments, **options)
    assert done.status == 0, done.err
    return files(desk.folder / name)


def assert_same(one, other):
    assert set(one) == set(other)
    assert [path for path in one if one[path] != other[path]] == []


@pytest.fixture
def reference(bundled_copy):
    return output(bundled_copy, "reference")


@pytest.mark.parametrize("jobs", [1, 2, 4, 64])
def test_any_number_of_jobs(jobs, bundled_copy, reference):
    assert_same(output(bundled_copy, f"jobs-{jobs}", "--jobs", jobs), reference)


@pytest.mark.parametrize(
    "variables",
    [
        {"TZ": "Pacific/Auckland"}, {"TZ": "America/Los_Angeles"}, {"LANG": "C", "LC_ALL": "C"},
        {"LANG": "tr_TR.UTF-8", "LC_ALL": "tr_TR.UTF-8"}, {"LANG": "de_DE.UTF-8"}, {"HOME": "/nowhere"},
        {"SOURCE_DATE_EPOCH": "1"}, {"USER": "somebody", "HOSTNAME": "elsewhere"},
    ],
    ids=str,
)  # fmt: skip
def test_any_environment(variables, bundled_copy, reference):
    assert_same(output(bundled_copy, "other", env=variables), reference)


def test_any_working_directory(bundled_copy, reference, tmp_path):
    target = tmp_path / "from elsewhere"
    done = bundled_copy.run("build", bundled_copy.folder, "--output", target, "--clock", "2026-11-20", cwd="/")
    assert done.status == 0
    assert_same(files(target), reference)


def test_any_order_and_age_of_the_files(bundled_copy, reference):
    copy = bundled_copy.folder / "copy"
    paths = sorted((path for path in bundled_copy.content.rglob("*") if path.is_file()), reverse=True)
    for number, path in enumerate(paths):
        target = copy / path.relative_to(bundled_copy.content)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)
        os.utime(target, (number, number))
    assert_same(output(bundled_copy, "other", "--content", copy), reference)


def test_an_earlier_site_makes_no_difference(bundled_copy, reference):
    """But for its search shards, which stay for whoever has one of its pages open."""
    bundled_copy.write("extra.md", "# Extra\n")
    earlier = output(bundled_copy, "again")
    (bundled_copy.content / "extra.md").unlink()
    again = output(bundled_copy, "again")
    listed, own = (json.loads(site.pop("deskbook.json")) for site in (again, reference))
    kept = listed.pop("kept")
    assert all(path.startswith("search/") and again[path] == earlier[path] for path in kept)
    assert own.pop("kept") == {} and listed == own
    assert_same({path: again[path] for path in again if path not in kept}, reference)


def test_the_day_makes_no_difference_to_the_site(bundled_copy, reference):
    target = bundled_copy.folder / "later"
    assert bundled_copy.build("--output", target, "--clock", "2031-01-01").status == 0
    assert_same(files(target), reference)


def test_nothing_names_the_folder_of_the_build(bundled_copy, reference):
    for path, content in reference.items():
        assert str(bundled_copy.folder).encode() not in content, path


def test_reports_are_the_same_on_every_run(bundled_copy):
    for path in bundled_copy.content.rglob("*.md"):
        path.write_text(path.read_text(encoding="utf-8") + "\n[x](nowhere.md)\n", encoding="utf-8")
    first = bundled_copy.check("--clock", "2026-11-20", "--jobs", "1")
    second = bundled_copy.check("--clock", "2026-11-20", "--jobs", "4")
    assert first.findings and first.status == 0
    assert first.err == second.err
