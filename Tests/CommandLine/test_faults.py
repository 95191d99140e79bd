"""Publishing while the system fails: the site is always one complete build, and the next one mends the rest.

`FAULTS=all` tries every call of a build with every error instead of a sample.
"""

import collections
import errno
import os
import random
import shutil
import signal
import subprocess
import threading
import time

import pytest
from faults import FaultedDesk

ALL = os.environ.get("FAULTS") == "all"
ERRORS = [errno.EIO, errno.ENOSPC, errno.EACCES]


@pytest.fixture
def faulted(desk, shim, bundled):
    """A handbook with a theme of its own, so that reading it can fail too."""
    shutil.copytree(bundled / "Themes/default", desk.folder / "Themes/own", ignore=shutil.ignore_patterns("*Arabic*", "*Hebrew*"))
    return FaultedDesk(desk, shim)


def numbers(calls, most):
    """The calls to make fail: all, or the first, the last, and some between."""
    if ALL or calls <= most:
        return list(range(1, calls + 1))
    return sorted({1, calls, *random.Random(calls).sample(range(1, calls + 1), most - 2)})


def check(faulted, run, old, new, name):
    """The site is one of the two, the status tells which, and another build leaves no trace of the fault."""
    desk = faulted.desk
    state = desk.state
    assert run.done.status in (0, 74), f"{name}: {run.done}"
    if run.done.status == 0:
        assert state == new, f"{name}: built, but not the new site"
    else:
        assert state in (old, new), f"{name}: neither the old nor the new site"
        # Pango warns of a font that it cannot read once more.
        assert any(line.startswith("error: ") for line in run.done.err.splitlines()), f"{name}: no reason given"
    if desk.beside() != faulted.names or state != new:
        assert desk.build("--quiet").status == 0
        assert desk.state == new, f"{name}: not mended"
        assert desk.beside() == faulted.names, f"{name}: litter stays"


def rounds(faulted, most, code, **fault):
    """Builds again and again, each time with another failing call; hands out name, run, old and new site."""
    faulted.become(faulted.TEXTS[0])
    count = faulted.build().calls
    assert count > 300, "the faults reach too little of the build"
    current = 0
    for turn, at in enumerate(numbers(count, most)):
        current = 1 - current
        faulted.become(faulted.TEXTS[current])
        number = code if code is not None else ERRORS[turn % len(ERRORS)]
        run = faulted.build(at=at, code=number, **fault)
        yield f"call {at} {run.failed} code {number}", run, faulted.sites[1 - current], faulted.sites[current]


def test_any_call_to_the_system_may_fail(faulted):
    tried, by_name = 0, collections.Counter()
    for code in ERRORS if ALL else [None]:
        for name, run, old, new in rounds(faulted, 60, code):
            check(faulted, run, old, new, name)
            tried += 1
            by_name[run.call] += 1
    print(f"faults: {tried} tried, {tried} survived: {dict(by_name)}")


def test_a_build_may_be_killed_at_any_call(faulted):
    killed = 0
    for name, run, old, new in rounds(faulted, 40, 0):
        desk = faulted.desk
        if run.done.status == -signal.SIGKILL:
            killed += 1
            assert desk.state in (old, new), f"{name}: neither the old nor the new site"
            assert desk.build("--quiet").status == 0
        assert desk.state == new and desk.beside() == faulted.names, f"{name}: not mended"
    assert killed > 20
    print(f"kills at a call: {killed} tried, {killed} survived")


def test_files_of_other_people_survive_any_fault(faulted):
    desk = faulted.desk
    desk.write("handbook.yml", "title: Tiny\ntheme: own\nkeep: [CNAME, uploads, below/notes.txt]\n")
    assert desk.build("--quiet").status == 0
    theirs = {"CNAME": "a", "uploads/x": "b", "uploads/deep/y": "c", "below/notes.txt": "d", ".git/HEAD": "e"}
    for path, text in theirs.items():
        (desk.output / path).parent.mkdir(parents=True, exist_ok=True)
        (desk.output / path).write_text(text)
    faulted.become(faulted.TEXTS[0])
    count = faulted.build().calls
    # They are moved at the very end, when the new site stands.
    late = range(max(1, count - 60), count + 1)
    killed = 0
    for turn, at in enumerate([*numbers(count, 10), *(late if ALL else list(late)[::3])]):
        faulted.become(faulted.TEXTS[turn % 2])
        code = 0 if turn % 3 else errno.EIO
        run = faulted.build(at=at, code=code)
        killed += run.done.status == -signal.SIGKILL
        assert desk.build("--quiet").status == 0
        assert {path: (desk.output / path).read_text() for path in theirs} == theirs, f"call {at} {run.failed}"
        assert desk.beside() == faulted.names and desk.run("verify").status == 0
        assert faulted.TEXTS[turn % 2] in (desk.output / "index.html").read_text()
    assert killed > 10


@pytest.mark.parametrize(
    "call, code, said",
    [
        ("link", errno.EPERM, "links no files"), ("exchange", errno.ENOSYS, "exchanges no folders"),
        ("exchange", errno.EINVAL, "exchanges no folders"), ("flock", errno.ENOLCK, "no locks"),
        ("syncfs", errno.ENOSYS, "cannot be flushed"),
    ],
)  # fmt: skip
def test_what_a_file_system_lacks_is_done_another_way_and_said(call, code, said, faulted):
    for text, site in zip(faulted.TEXTS, faulted.sites):
        faulted.become(text)
        run = faulted.build("--verbose", always=call, code=code)
        assert run.done.status == 0
        assert said in run.done.err
        assert faulted.desk.state == site
        assert faulted.desk.beside() == faulted.names
    assert said not in faulted.build("--verbose").done.err


def test_calls_may_fail_where_two_renames_replace_the_exchange(faulted):
    """On such a file system a killed build can leave no site for a moment; the next build brings it back."""
    for name, run, old, new in rounds(faulted, 40, errno.EIO, always="exchange"):
        # The call that always fails does so with the same code, which is none of those that mean "cannot".
        check(faulted, run, old, new, name)


SCRIPT = """
set -e
mount -t tmpfs -o size=$3k tmpfs "$2"
cp -r Content "$2/"
"$1" build "$2" --quiet
sed -i "s/first/second/" "$2/Content/index.md"
head -c $4 /dev/urandom > "$2/Content/large.bin"
status=0
"$1" build "$2" --quiet 2> "$2/../said" || status=$?
"$1" verify "$2/Output" --quiet
ls -A -I .deskbook "$2"
grep -q second "$2/Output/index.html" && echo new || echo old
echo "status $status"
rm "$2/Content/large.bin"
"$1" build "$2" --quiet
"$1" verify "$2/Output" --quiet
grep -q second "$2/Output/index.html"
ls -A -I .deskbook "$2"
"""


@pytest.mark.skipif(
    subprocess.run(["unshare", "-rm", "true"], capture_output=True).returncode != 0, reason="no mounts here"
)
@pytest.mark.parametrize("kilobytes", [100, 600, 1_500, 2_500])
def test_a_full_disk_leaves_the_old_site(kilobytes, desk):
    """The copy of a large file fills a file system of a few megabytes."""
    desk.write("index.md", "# Tiny\n\nfirst\n")
    place = desk.folder / "small"
    place.mkdir()
    done = subprocess.run(
        ["unshare", "-rm", "sh", "-c", SCRIPT, "sh", desk.program, place, "8000", str(kilobytes * 1024)], cwd=desk.folder,
        capture_output=True, text=True, env=desk.environment(), timeout=120,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    lines = done.stdout.split()
    assert lines[:2] == ["Content", "Output"] and lines[-2:] == ["Content", "Output"], "litter"
    status = lines[lines.index("status") + 1]
    assert (lines[2], status) in (("new", "0"), ("old", "74"))
    if status == "74":
        assert "No space left on device" in (desk.folder / "said").read_text()


def test_three_builds_at_once_with_one_killed(built):
    for turn in range(4):
        for number in range(120):
            built.write(f"many/page-{number}.md", f"# Page {number}\n\nturn {turn}\n")
        running = [built.start("build", "--quiet") for _ in range(3)]
        time.sleep(random.Random(turn).random() * 0.2)
        running[turn % 3].kill()
        for one in running:
            _, err = one.communicate(timeout=60)
            assert one.returncode in (0, -signal.SIGKILL), err
        assert built.run("verify", "--quiet").status == 0
        assert b"turn %d" % turn in built.site["many/page-7.html"]
    assert built.build("--quiet").status == 0
    assert built.beside() == ["Content", "Output"]


def test_content_may_be_edited_while_it_is_built(built):
    """Whatever a build made of the moment, the site is whole, and the last build says what the content says."""
    stop = threading.Event()
    edits = 0

    def edit():
        nonlocal edits
        while not stop.is_set():
            edits += 1
            built.write(f"many/page-{edits % 50}.md", f"# Page\n\nedit {edits}\n" + "text " * (edits % 3_000))
            built.write("image.png", b"\x89PNG" + bytes([edits % 256]) * 50_000)
            if edits % 7 == 0:
                (built.content / f"many/page-{(edits * 3) % 50}.md").unlink(missing_ok=True)
                (built.content / "image.png").unlink()

    editor = threading.Thread(target=edit)
    editor.start()
    try:
        statuses = collections.Counter()
        for _ in range(25):
            statuses[built.build("--quiet").status] += 1
            assert built.run("verify", "--quiet").status == 0
            assert built.beside() == ["Content", "Output"]
    finally:
        stop.set()
        editor.join()
    assert set(statuses) <= {0, 1, 74} and edits > 50, statuses
    assert built.build("--quiet").status == 0
    site = built.site
    shutil.rmtree(built.output)
    assert built.build("--quiet").status == 0
    assert {path: content for path, content in site.items() if path != "deskbook.json"} == {
        path: content for path, content in built.site.items() if path != "deskbook.json"
    }


def test_a_theme_may_vanish_in_the_middle(faulted):
    desk = faulted.desk
    moments = random.Random(5)
    for turn in range(12):
        new = turn % 2
        faulted.become(faulted.TEXTS[new])
        running = desk.start("build")
        time.sleep(moments.random() * 0.15)
        (desk.folder / "Themes").rename(desk.folder / "gone")
        _, err = running.communicate(timeout=60)
        assert running.returncode in (0, 1, 64, 74), err
        assert running.returncode == 0 or b"error: " in err
        state = desk.state
        differing = [{path for path, _ in state.items() ^ site.items()} for site in faulted.sites]
        assert set() in differing, f"neither the old nor the new site: {min(differing, key=len)} {err}"
        if running.returncode == 0:
            assert state == faulted.sites[new]
        (desk.folder / "gone").rename(desk.folder / "Themes")
        assert desk.build("--quiet").status == 0
        assert desk.state == faulted.sites[new] and desk.beside() == faulted.names


def test_builds_may_be_killed_at_random_moments(faulted):
    """500 moments with `FAULTS=all`."""
    desk = faulted.desk
    seed = random.randrange(10**6)
    moments = random.Random(seed)
    begin = time.monotonic()
    assert desk.build("--quiet").status == 0
    duration = time.monotonic() - begin
    killed = 0
    for number in range(500 if ALL else 30):
        new = number % 2
        faulted.become(faulted.TEXTS[new])
        running = desk.start("build", "--quiet")
        time.sleep(moments.random() * duration * 1.2)
        running.kill()
        running.communicate()
        killed += running.returncode == -signal.SIGKILL
        assert desk.state in faulted.sites, f"half a site after kill {number} of seed {seed}"
        if number % 10 == 9:
            assert desk.build("--quiet").status == 0
            assert desk.state == faulted.sites[new] and desk.beside() == faulted.names
    assert killed > 10, "too few builds were still at work"
    print(f"kills at a moment: {killed} tried, {killed} survived")
