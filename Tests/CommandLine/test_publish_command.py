"""`deskbook publish`: the built site in a shared folder, whole or not at all."""

import os
import random
import shutil
import signal
import time

import pytest
from desks import files


@pytest.fixture
def share(tmp_path):
    """A mounted share, in which the handbook is to have a folder."""
    folder = tmp_path / "share"
    folder.mkdir()
    return folder


@pytest.fixture
def published(desk, share):
    """The smallest handbook, published once."""
    done = desk.run("publish", share / "desk")
    assert done.status == 0, done.err
    return desk


def state(folder):
    """Every file and folder with what would tell that it was written: number, date, bytes."""
    paths = [folder, *sorted(folder.rglob("*"))]
    return {path: (path.stat().st_ino, path.stat().st_mtime_ns, path.is_file() and path.read_bytes()) for path in paths}


def test_it_builds_and_the_share_has_the_same_site(desk, share):
    done = desk.run("publish", share / "desk")
    assert (done.status, done.err) == (0, "")
    assert "Published" in done.out and str(share / "desk") in done.out
    assert files(share / "desk") == desk.site
    assert os.listdir(share) == ["desk"], "nothing is left beside it"
    assert desk.run("verify", share / "desk").status == 0


def test_nothing_is_written_where_nothing_has_changed(published, share):
    before = state(share / "desk")
    done = published.run("publish", share / "desk")
    assert done.status == 0 and "Nothing has changed" in done.out
    assert state(share / "desk") == before


def test_files_that_did_not_change_keep_their_dates(published, share):
    before = state(share / "desk")
    published.write("other.md", "# Other\n")
    assert published.run("publish", share / "desk").status == 0
    after = state(share / "desk")
    same = [path for path in before if path.suffix == ".css" and after.get(path) == before[path]]
    assert same, "style sheets are the same files as before"
    assert files(share / "desk") == published.site


def test_what_is_damaged_there_is_mended(published, share):
    (share / "desk/index.html").write_text("half a p")
    (share / "desk/az.html").unlink()
    assert published.run("publish", share / "desk").status == 0
    assert files(share / "desk") == published.site


def test_content_with_errors_leaves_the_share_as_it_was(published, share):
    before = state(share / "desk")
    published.write("index.md", "---\ntitle: Fees: what to say\n---\n")
    done = published.run("publish", share / "desk")
    assert done.status == 1
    assert "nothing was published" in done.err
    assert state(share / "desk") == before


def test_warnings_stop_it_under_strict_only(published, share):
    published.write("lonely.md", "# Lonely\n")
    before = state(share / "desk")
    assert published.run("publish", share / "desk", "--strict").status == 1
    assert state(share / "desk") == before
    assert published.run("publish", share / "desk").status == 0


def test_without_a_build_it_publishes_what_was_built(built, share):
    before = built.site
    built.write("index.md", "# Not built\n\nYet.\n")
    assert built.run("publish", share / "desk", "--no-build").status == 0
    assert files(share / "desk") == before == built.site


def test_without_a_build_there_must_be_a_site(desk, share):
    done = desk.run("publish", share / "desk", "--no-build")
    assert done.status == 1 and "no site" in done.err
    assert os.listdir(share) == []


def test_a_built_site_that_somebody_changed_is_not_published(built, share):
    (built.output / "index.html").write_text("not what was built")
    done = built.run("publish", share / "desk", "--no-build")
    assert done.status == 1
    assert "Output/index.html is not as it was built" in done.err
    assert os.listdir(share) == []


def test_a_manifest_that_names_files_elsewhere_is_refused(built, share):
    manifest = built.output / "deskbook.json"
    manifest.write_text(manifest.read_text().replace('"index.html"', '"../../index.html"'))
    done = built.run("publish", share / "desk", "--no-build")
    assert done.status == 1 and "deskbook.json is damaged" in done.err
    assert os.listdir(share) == []


def test_a_folder_of_other_people_is_never_touched(desk, share):
    (share / "desk").mkdir()
    (share / "desk/thesis.doc").write_text("years of work")
    done = desk.run("publish", share / "desk")
    assert done.status == 64 and "thesis.doc" in done.err
    assert files(share) == {"desk/thesis.doc": b"years of work"}


def test_foreign_files_among_the_published_are_named_and_kept_ones_stay(published, share):
    (share / "desk/mine.txt").write_text("mine")
    published.write("index.md", "# Tiny\n\nNew.\n")
    before = state(share / "desk")
    done = published.run("publish", share / "desk")
    assert done.status == 64 and "mine.txt" in done.err
    assert state(share / "desk") == before
    published.write("handbook.yml", "title: Tiny\nkeep: [mine.txt]\n")
    assert published.run("publish", share / "desk").status == 0
    assert (share / "desk/mine.txt").read_text() == "mine"
    assert "New." in (share / "desk/index.html").read_text()


@pytest.mark.parametrize("place", ["Output", "Output/below", "Content", "Content/below", ".", ".."])
def test_the_handbook_itself_is_no_place_to_publish_to(place, built):
    before = state(built.folder)
    done = built.run("publish", place)
    assert done.status == 64 and "must lie apart" in done.err
    assert state(built.folder) == before


def test_a_share_that_is_not_mounted_is_not_made(desk, tmp_path):
    done = desk.run("publish", tmp_path / "not/there")
    assert done.status == 74
    assert f"no folder {tmp_path / 'not'}" in done.err and "mount" in done.err
    assert not (tmp_path / "not").exists()


def test_a_share_that_cannot_be_written_keeps_its_site(published, share, bound):
    before = files(share)
    published.write("index.md", "# Tiny\n\nNew.\n")
    share.chmod(0o555)
    try:
        done = published.run("publish", share / "desk", through=bound)
    finally:
        share.chmod(0o755)
    assert done.status == 74 and str(share) in done.err
    assert files(share) == before


def test_open_pages_keep_their_assets_however_often_was_built_between(published, share):
    first = {path for path in files(share / "desk") if path.startswith("assets/")}
    for color in ("#1d4785", "#6d2d7c", "#135a44"):
        published.write("handbook.yml", f'title: Tiny\nbrand: {{color: "{color}"}}\n')
        assert published.build().status == 0
    assert published.run("publish", share / "desk").status == 0
    there = files(share / "desk")
    assert first <= set(there)
    assert any(path.startswith("assets/") and path not in first for path in there)
    assert published.run("verify", share / "desk").status == 0
    assert "Nothing has changed" in published.run("publish", share / "desk").out


def test_killed_at_any_moment_the_share_has_a_whole_site_and_the_next_run_ends_it(published, share):
    def pages(word):
        for page in range(40):
            published.write(f"many/page-{page}.md", f"# Page {page}\n\n{word}. [Home](../index.md)\n")
        assert published.build().status == 0

    def words():
        """What the pages of the share say."""
        return {path.read_text().split("<p>", 1)[1].split(".", 1)[0] for path in (share / "desk/many").glob("page-*.html")}

    pages("Text 0")
    start = time.monotonic()
    assert published.run("publish", share / "desk", "--no-build").status == 0
    usual = time.monotonic() - start
    dice = random.Random(1)
    for number in range(1, 9):
        pages(f"Text {number}")
        run = published.start("publish", share / "desk", "--no-build")
        time.sleep(dice.random() * usual)
        run.send_signal(signal.SIGKILL)
        run.communicate()
        assert published.run("verify", share / "desk").status == 0
        assert words() in ({f"Text {number - 1}"}, {f"Text {number}"})
        assert published.run("publish", share / "desk", "--no-build").status == 0
        assert words() == {f"Text {number}"}
        assert os.listdir(share) == ["desk"]


def test_a_site_that_was_copied_by_hand_is_taken_over(built, share):
    shutil.copytree(built.output, share / "desk")
    built.write("index.md", "# Tiny\n\nNew.\n")
    assert built.run("publish", share / "desk").status == 0
    assert "New." in (share / "desk/index.html").read_text()


def test_findings_as_json_are_one_document(desk, share):
    desk.write("lonely.md", "# Lonely\n")
    done = desk.run("publish", share / "desk", "--format", "json")
    assert done.status == 0
    assert done.out.startswith("{") and "Published" not in done.out and "Published" in done.err
