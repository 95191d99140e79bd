"""Commands that change several files, ended or disturbed at each call to the system.

Whatever the moment, the files are all as they were or all as they shall be, or the next run makes them so.
`FAULTS=all` tries every call instead of a sample.
"""

import errno
import os
import pathlib
import random
import shutil
import signal
import subprocess
import threading
import time

import pytest
from desks import Desk, files
from faults import faulted_run

ALL = os.environ.get("FAULTS") == "all"
SHAPES = pathlib.Path(__file__).parent / "import"
CLOCK = ("--clock", "2026-11-20")
LITTER = (".deskbook-edit", "faults")


def pages(folder):
    """A small handbook in which many files change when one moves."""
    desk = {"handbook.yml": "title: Tiny\nnavigation: [index.md, pol/]\n", "pol/a.md": "# A\n\n[o](o.md) ![x](x.png)\n", "pol/o.md": "# O\n\n[a](a.md)\n"}
    desk |= {"pol/x.png": "PNG", "index.md": "# Tiny\n\n[a](pol/a.md) [o](pol/o.md)\n"}
    desk |= {f"p{number}.md": f"# P{number}\n\n[a](pol/a.md)\n" for number in range(6)}
    for path, text in desk.items():
        file = folder / "Content" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)


def reviewed(folder):
    pages(folder)
    (folder / "Content/reviews.tsv").write_text("# page\tday\tname\thash\n")


def logged(folder):
    pages(folder)
    (folder / "Content/search-tests.yml").write_text("# ours\n- {query: a, expect: pol/a.md}\n")
    (folder / "log.tsv").write_text("query\tcount\tlast\toutcome\topened\nbus stop\t3\t2026-11-19\tabandoned\tpol/o.html\n")


def nothing(folder):
    pass


COMMANDS = {
    "move a page": (pages, ["move", "pol/a.md", "rules/late/b.md"]),
    "move a folder": (pages, ["move", "pol", "office/rules"]),
    "move a file": (pages, ["move", "pol/x.png", "img/y.png"]),
    "new": (pages, ["new", "faq", "new/questions.md"]),
    "stamp": (reviewed, ["review", "stamp", "pol/a.md", "--by", "Ana", *CLOCK]),
    "first stamp": (pages, ["review", "stamp", "pol/a.md", "--by", "Ana", *CLOCK]),
    "search log": (logged, ["search-log", "log.tsv", "--accept-first"]),
    "import": (pages, ["import", str(SHAPES / "macros.csv"), "."]),
    "import into nothing": (nothing, ["import", str(SHAPES / "mkdocs"), "."]),
    "init": (nothing, ["init", "."]),
}


class Edited:
    """A handbook to which one command is done again and again, from the same beginning."""

    def __init__(self, name, program, folder, shim):
        make, self.arguments = COMMANDS[name]
        self.shim, self.start = shim, folder / "start"
        self.start.mkdir(parents=True)
        make(self.start)
        self.desk = Desk(program, folder / "desk")
        self.reset()
        self.old = self.state()
        self.calls = self.run().calls
        self.new = self.state()
        assert self.new != self.old and self.calls > 15

    def reset(self):
        shutil.rmtree(self.desk.folder)
        shutil.copytree(self.start, self.desk.folder)

    def state(self):
        """Every file with its bytes and its mode, but what the next run takes away."""
        folder = self.desk.folder
        found = [path for path in folder.rglob("*") if not path.is_dir()]
        return {
            path.relative_to(folder).as_posix(): (path.read_bytes(), path.stat().st_mode)
            for path in found if not any(part.startswith(LITTER) for part in path.relative_to(folder).parts)
        }  # fmt: skip

    def run(self, **fault):
        return faulted_run(self.desk, self.shim, *self.arguments, **fault)

    def litter(self):
        return [path for path in self.desk.folder.rglob(".deskbook-edit*")]

    def numbers(self, most):
        if ALL or self.calls <= most:
            return range(1, self.calls + 1)
        # What changes files comes last.
        late = range(self.calls // 3, self.calls + 1)
        return sorted({1, self.calls, *random.Random(self.calls).sample(late, min(most, len(late)))})


@pytest.fixture(params=COMMANDS)
def edited(request, program, tmp_path, shim):
    return Edited(request.param, program, tmp_path, shim)


@pytest.mark.parametrize("code", [0, -1], ids=["killed", "interrupted"])
def test_an_edit_may_end_at_any_call(code, edited):
    ended = finished = 0
    for at in edited.numbers(10):
        edited.reset()
        run = edited.run(at=at, code=code)
        name = f"call {at} {run.failed}: {run.done}"
        assert run.done.status in (-signal.SIGKILL, 130, 0), name
        ended += run.done.status != 0
        state = edited.state()
        if state in (edited.old, edited.new) and not edited.litter():
            continue
        again = edited.desk.run(*edited.arguments)
        is_finished = "finished what was interrupted" in again.err
        finished += is_finished
        # A page whose stamp was whole is stamped once more; nothing else can be done twice.
        if is_finished or "stamp" not in edited.arguments:
            assert edited.state() == edited.new, f"{name}: half of it\nthen {again}"
        assert is_finished or state in (edited.old, edited.new), f"{name}: half of it, and nobody knows"
        assert again.status == 0 or state == edited.new, f"{name}\nthen {again}"
        assert not edited.litter(), f"{name}: litter stays"
    assert ended > 4
    print(f"ended at a call: {ended}, of which the next run finished {finished}")


@pytest.mark.parametrize("code", [errno.EIO, errno.ENOSPC, errno.EACCES], ids=errno.errorcode.get)
def test_any_call_of_an_edit_may_fail(code, edited):
    failed = 0
    for at in edited.numbers(6):
        edited.reset()
        run = edited.run(at=at, code=code)
        name = f"call {at} {run.failed}: {run.done}"
        assert run.done.status in (0, 74), name
        failed += run.done.status == 74
        if run.done.status == 74:
            assert "error: " in run.done.err, name
        # An import looks at what it has written, and fails where it cannot.
        states = [edited.old, edited.new][run.done.status == 0 :]
        assert edited.state() in states[: 2 if "import" in edited.arguments else 1], f"{name}: half of it"
        if edited.litter():
            edited.desk.run("new", "guide", "other.md")
            assert not edited.litter(), f"{name}: litter stays"
    assert failed > 2


def test_a_file_that_somebody_changed_meanwhile_is_left_and_named(program, tmp_path, shim):
    edited = Edited("move a page", program, tmp_path, shim)
    at, mine = edited.calls, []
    while not mine:
        at -= 3
        edited.reset()
        edited.run(at=at, code=0)
        mine = [path for path in sorted(edited.desk.content.glob("p*.md")) if "rules" not in path.read_text()]
    mine = mine[0]
    mine.write_text("# Mine\n\n[a](pol/a.md)\n")
    assert "a command was stopped half-way" in edited.desk.check().err
    done = edited.desk.run("new", "guide", "other.md")
    assert "stopped half-way" not in edited.desk.check().err
    assert done.status == 0 and "finished what was interrupted: move pol/a.md rules/late/b.md" in done.err
    assert f"{mine.name} was changed meanwhile" in done.err
    assert mine.read_text() == "# Mine\n\n[a](pol/a.md)\n"
    moved = edited.state()
    assert {path for path in edited.new if moved[path] != edited.new[path]} == {f"Content/{mine.name}"}


def test_many_stamps_at_once_lose_no_line(desk):
    for number in range(12):
        desk.write(f"p{number}.md", f"# P{number}\n")
    running = [desk.start("review", "stamp", f"p{number}.md", "--by", f"N{number}", *CLOCK) for number in range(12)]
    for one in running:
        _, err = one.communicate(timeout=120)
        assert one.returncode == 0, err
    lines = (desk.content / "reviews.tsv").read_text().splitlines()[1:]
    assert sorted(line.split("\t")[2] for line in lines) == sorted(f"N{number}" for number in range(12))
    assert all("reviewed: 2026-11-20" in (desk.content / f"p{number}.md").read_text() for number in range(12))


def test_moves_and_stamps_at_once_do_all_or_say_why(desk):
    pages(desk.folder)
    commands = [["move", f"p{number}.md", f"moved/q{number}.md"] for number in range(6)]
    commands += [["review", "stamp", "pol/o.md", "--by", f"N{number}", *CLOCK] for number in range(4)]
    running = [desk.start(*command) for command in commands]
    for one in running:
        _, err = one.communicate(timeout=120)
        assert one.returncode == 0, err
    assert len((desk.content / "reviews.tsv").read_text().splitlines()) == 5
    assert desk.check().status == 0 and (desk.content / "moved/q5.md").exists()


def test_a_program_that_appends_meanwhile_loses_nothing(desk):
    """Another program that does not know of the lock: a line of its own is kept, or the stamp says that it was not written."""
    history = desk.write("reviews.tsv", "# page\tday\tname\thash\n")
    desk.write("p.md", "# P\n")
    stop, written = threading.Event(), 0

    def append():
        nonlocal written
        while not stop.is_set():
            with open(history, "a") as file:
                file.write(f"p.md\t2026-01-01\tOther{written}\t-\n")
            written += 1
            time.sleep(0.05)

    other = threading.Thread(target=append)
    other.start()
    statuses = [desk.run("review", "stamp", "p.md", "--by", f"Mine{number}", *CLOCK).status for number in range(15)]
    stop.set()
    other.join()
    assert set(statuses) <= {0, 74} and 0 in statuses
    lines = history.read_text().splitlines()
    assert sum("Mine" in line for line in lines) == statuses.count(0)


def test_a_second_command_waits_and_says_so(desk):
    pages(desk.folder)
    holder = subprocess.Popen(["flock", "-x", desk.content, "sleep", "1"])
    time.sleep(0.2)
    done = desk.run("move", "pol/a.md", "b.md")
    assert done.status == 0 and "Waiting for another command" in done.err
    holder.wait()


def test_a_dry_run_and_what_is_refused_leave_no_trace(desk):
    pages(desk.folder)
    before = files(desk.folder)
    assert desk.run("move", "pol/a.md", "b.md", "--dry-run").status == 0
    assert desk.run("move", "pol/a.md", "index.md").status == 64
    assert desk.run("new", "guide", "index.md").status == 64
    assert desk.run("import", SHAPES / "letter.html", "none", env={"PATH": "/nonexistent"}).status == 64
    assert files(desk.folder) == before and not (desk.folder / "none").exists()
