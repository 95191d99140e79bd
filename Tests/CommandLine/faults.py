"""Runs in which a call to the system fails, or that are killed there, by the library of `faults.c`."""

import dataclasses
import pathlib
import subprocess

from desks import Run

SOURCE = pathlib.Path(__file__).with_name("faults.c")


def library(folder):
    """Compiles the library that makes calls fail."""
    made = folder / "faults.so"
    subprocess.run(["cc", "-shared", "-fPIC", "-O1", "-o", made, SOURCE, "-ldl"], check=True)
    return made


@dataclasses.dataclass
class FaultedRun:
    """What came of a run with a fault, and which call it was."""

    done: Run
    calls: int
    failed: list
    opened: list

    @property
    def call(self):
        """The name of the call that failed; empty where the build ended before it."""
        return self.failed[0].split()[0] if self.failed else ""


def faulted_run(desk, shim, *arguments, **fault):
    """Runs the program with a fault, `at`, `code`, `always`, or with `opens` logged."""
    log = desk.folder.parent / "faults.log"
    log.unlink(missing_ok=True)
    environment = {"LD_PRELOAD": str(shim), "FAULT_BELOW": f"{desk.folder}/", "FAULT_LOG": str(log)}
    environment |= {f"FAULT_{name.upper()}": str(value) for name, value in fault.items()}
    done = desk.run(*arguments, env=environment)
    lines = log.read_text().splitlines() if log.exists() else []
    calls = [int(line.split()[1]) for line in lines if line.startswith("calls ")]
    opened = [line.partition(" ")[2] for line in lines if line.startswith("opened ")]
    failed = [line for line in lines if not line.startswith(("calls ", "opened "))]
    return FaultedRun(done, calls[0] if calls else 0, failed, opened)


class FaultedDesk:
    """A handbook with two states of its content, built with faults; its theme lies in its folder."""

    TEXTS = ("first", "second")

    def __init__(self, desk, shim):
        self.desk, self.shim = desk, shim
        self.names = None
        self.sites = []
        desk.write("handbook.yml", "title: Tiny\ntheme: own\n")
        desk.write("image.png", b"\x89PNG" * 2_000)
        for text in self.TEXTS:
            self.become(text)
            assert desk.build("--quiet").status == 0
            self.sites.append(desk.state)
        self.names = desk.beside()

    def become(self, text):
        """Writes one of the two states of the content."""
        self.desk.write("index.md", f"# Tiny\n\n{text} ![a](image.png) [b](below/page.md)\n")
        self.desk.write("below/page.md", f"# Page\n\n> [!SAY]\n> {text}\n")
        self.desk.write("cards/card.md", f"---\nkind: card\ntitle: Card\nowner: Lead\n---\n\n{text}\n")
        self.desk.write(f"{text}.txt", text)
        for other in self.TEXTS:
            if other != text:
                (self.desk.content / f"{other}.txt").unlink(missing_ok=True)

    def build(self, *arguments, **fault):
        """Builds with a fault: `at`, `code`, `always`."""
        return faulted_run(self.desk, self.shim, "build", "--jobs", "1", *arguments, **fault)
