"""The site takes its place whole: what stays, what goes, and what is never touched."""

import gzip
import os
import random
import shutil
import signal
import time

import pytest


def grow(desk, count, word, length=30):
    """A handbook of many pages, all of them changed by another word."""
    desk.write("handbook.yml", "title: Tiny\nrules: {orphan-page: off}\n")
    for number in range(count):
        desk.write(f"many/page-{number}.md", f"# Page {number}\n\n{word} {number}. " + "Some more text. " * length + "\n")


def test_a_foreign_folder_is_never_touched(desk):
    desk.output.mkdir()
    (desk.output / "thesis.doc").write_text("years of work")
    done = desk.build()
    assert done.status == 64
    assert "thesis.doc" in done.err and "not touched" in done.err
    assert desk.site == {"thesis.doc": b"years of work"}
    assert desk.beside() == ["Content", "Output"]


def test_a_folder_with_a_manifest_of_something_else_is_foreign(desk):
    desk.output.mkdir()
    (desk.output / "deskbook.json").write_text('{"generator": "Somebody else"}')
    (desk.output / "thesis.doc").write_text("years of work")
    assert desk.build().status == 64
    assert (desk.output / "thesis.doc").read_text() == "years of work"


def test_an_empty_folder_is_taken_and_a_placeholder_in_it_stays(desk):
    desk.output.mkdir()
    (desk.output / ".gitkeep").write_text("")
    assert desk.build().status == 0
    assert (desk.output / "index.html").is_file()
    assert (desk.output / ".gitkeep").is_file()
    assert desk.build().status == 0
    assert (desk.output / ".gitkeep").is_file()


@pytest.mark.parametrize("place", ["Content", "Content/below", "."])
def test_output_and_content_must_lie_apart(place, desk):
    before = desk.beside()
    done = desk.build("--output", place)
    assert done.status == 64
    assert desk.beside() == before
    assert (desk.content / "index.md").is_file()


def test_what_a_removed_page_left_behind_goes(built):
    built.write("gone/page.md", "# Gone\n")
    built.write("gone/picture.png", b"\x89PNG")
    assert built.build().status == 0
    assert {"gone/page.html", "gone/index.html", "gone/picture.png"} <= set(built.state)
    shutil.rmtree(built.content / "gone")
    assert built.build().status == 0
    assert [path for path in built.state if path.startswith("gone")] == []
    assert not (built.output / "gone").exists()


def test_building_twice_changes_no_file(built):
    before = {path: (built.output / path).stat().st_mtime_ns for path in built.state}
    time.sleep(0.02)
    assert built.build().status == 0
    after = {path: (built.output / path).stat().st_mtime_ns for path in built.state}
    assert before == after


def test_an_output_elsewhere_is_made_with_its_folders(desk):
    assert desk.build("--output", "a/b/site").status == 0
    assert (desk.folder / "a/b/site/index.html").is_file()
    assert os.listdir(desk.folder / "a/b") == ["site"]


def test_a_link_to_the_output_is_followed_and_stays(desk):
    (desk.folder / "elsewhere").mkdir()
    desk.output.symlink_to("elsewhere")
    assert desk.build().status == 0
    assert desk.output.is_symlink()
    assert (desk.folder / "elsewhere" / "index.html").is_file()


def test_the_folder_keeps_its_permissions(built):
    built.output.chmod(0o750)
    built.write("index.md", "# Changed\n")
    assert built.build().status == 0
    assert built.output.stat().st_mode & 0o777 == 0o750


def test_a_reader_never_sees_half_a_site(built):
    """While builds run, the home page and the manifest are always there."""
    grow(built, 300, "first")
    missing = 0
    for word in ("second", "third", "fourth"):
        grow(built, 300, word)
        running = built.start("build", "--quiet")
        while running.poll() is None:
            try:
                (built.output / "index.html").read_bytes()
                (built.output / "deskbook.json").read_bytes()
            except FileNotFoundError:
                missing += 1
        assert running.communicate() == (b"", b"")
    assert missing == 0


def test_two_builds_at_once_both_end_well(built):
    grow(built, 300, "first")
    running = [built.start("build", "--quiet") for _ in range(3)]
    for one in running:
        _, err = one.communicate(timeout=60)
        assert one.returncode == 0, err
    site = built.state
    assert built.beside() == ["Content", "Output"]
    shutil.rmtree(built.output)
    assert built.build().status == 0
    assert built.state == site


def wait_for_staging(desk, running):
    """Waits until the new site is being made beside the old one; False where the build was faster."""
    while running.poll() is None:
        if any(".deskbook-" in name and not name.endswith("lock") for name in os.listdir(desk.folder)):
            return True
    return False


@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM], ids=["SIGINT", "SIGTERM"])
def test_an_interrupted_build_ends_with_130_and_leaves_the_old_site_and_no_litter(sent, built):
    before = built.state
    grow(built, 3_000, "first")
    for attempt in range(5):
        running = built.start("build")
        if wait_for_staging(built, running):
            running.send_signal(sent)
            out, err = running.communicate(timeout=20)
            if running.returncode != 0:
                break
        # The build was faster than this test: make it slower than that.
        running.communicate()
        grow(built, 4_000 + 1_000 * attempt, f"again {attempt}")
        before = built.state
    assert running.returncode == 130
    assert b"interrupted" in err
    assert out == b""
    assert built.state == before
    assert built.beside() == ["Content", "Output"]


def test_a_build_interrupted_while_it_reads_ends_with_130(built):
    grow(built, 3_000, "first")
    before = built.state
    for wait in (0.05, 0.02, 0.01, 0.005):
        running = built.start("build")
        time.sleep(wait)
        running.send_signal(signal.SIGINT)
        running.communicate(timeout=20)
        if running.returncode != 0:
            break
    # In its first milliseconds the program has no handler yet, and a shell counts that end as 130 too.
    assert running.returncode in (130, -signal.SIGINT)
    assert built.state == before
    assert built.beside() == ["Content", "Output"]


def test_a_build_killed_at_any_moment_leaves_a_whole_site(built):
    whole = []
    for word in ("first", "second"):
        grow(built, 120, word, length=1_000)
        begin = time.monotonic()
        assert built.build().status == 0
        duration = time.monotonic() - begin
        whole.append(built.state)
    seed = random.randrange(10**6)
    moments = random.Random(seed)
    killed = number = 0
    # On a busy machine more builds than elsewhere have ended when their moment comes.
    while number < 20 or killed < 6 and number < 100:
        number += 1
        word = ("first", "second")[number % 2]
        grow(built, 120, word, length=1_000)
        running = built.start("build")
        time.sleep(moments.random() * duration * 1.1)
        running.kill()
        running.communicate()
        killed += running.returncode == -signal.SIGKILL
        assert built.state in whole, f"half a site after kill {number} of seed {seed}"
    assert killed > 5, "too few builds were still at work"
    grow(built, 120, "second", length=1_000)
    assert built.build().status == 0
    assert built.state == whole[1]
    assert built.beside() == ["Content", "Output"], "the next build clears what killed ones left"


def test_compressed_copies_hold_the_same_and_are_the_same_each_time(desk):
    desk.write("long.md", "# Long\n\n" + "The same words again. " * 200)
    desk.write("own.txt", "word " * 400)
    desk.write("own.txt.gz", "something else")
    done = desk.build("--precompress")
    assert done.status == 0 and "Content/own.txt.gz:" in done.finding("active-file")[0]
    page = desk.output / "long.html"
    copies = {end: (desk.output / f"long.html{end}").read_bytes() for end in (".gz", ".br")}
    assert gzip.decompress(copies[".gz"]) == page.read_bytes()
    assert all(len(copy) < page.stat().st_size / 2 for copy in copies.values())
    assert gzip.decompress((desk.output / "own.txt.gz").read_bytes()) == (desk.output / "own.txt").read_bytes()
    assert (desk.output / "own.txt.br").is_file()
    assert not list(desk.output.rglob("*.pdf.gz"))
    assert desk.run("verify", desk.output).status == 0
    before = desk.site
    assert desk.build("--precompress", "--jobs", "1").status == 0
    assert desk.site == before
    assert desk.build().status == 0
    assert not list(desk.output.glob("*.br"))
