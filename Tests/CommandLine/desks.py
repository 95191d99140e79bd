"""A tiny handbook in a folder of its own, and the program that is run on it."""

import dataclasses
import hashlib
import os
import pathlib
import re
import subprocess


@dataclasses.dataclass
class Run:
    """What came of one run of the program."""

    status: int
    out: str
    err: str

    @property
    def findings(self):
        """The first lines of all findings."""
        return [line for line in self.err.splitlines() if re.search(": (error|warning|note): ", line)]

    def finding(self, rule):
        """The one finding of a rule, with the lines below it: place and words, source, marks, help."""
        lines = self.err.splitlines()
        starts = [number for number, line in enumerate(lines) if line.endswith(f"[{rule}]")]
        assert len(starts) == 1, f"{len(starts)} findings of {rule} in:\n{self.err}"
        return lines[starts[0] : starts[0] + 4]


def files(folder):
    """Every file below a folder with its bytes."""
    folder = pathlib.Path(folder)
    paths = sorted(path for path in folder.rglob("*") if path.is_file() or path.is_symlink())
    assert paths, f"no file below {folder}"
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


class Desk:
    """A handbook's folder, with `Content`, `Output` and what is done to them."""

    def __init__(self, program, folder):
        self.program, self.folder = program, folder
        self.content, self.output = folder / "Content", folder / "Output"
        self.content.mkdir(parents=True)

    def write(self, path, text):
        """Writes a file of the content, from text or bytes."""
        file = self.content / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
        return file

    def environment(self, **more):
        """No variable of the machine reaches the program, but for the path."""
        return {"PATH": os.environ["PATH"], "HOME": str(self.folder), "LANG": "C.UTF-8"} | more

    def run(self, *arguments, cwd=None, env=None, timeout=60, through=(), **options):
        done = subprocess.run(
            [*through, self.program, *map(str, arguments)], cwd=cwd or self.folder, env=self.environment(**(env or {})),
            stdin=subprocess.DEVNULL, stdout=options.pop("stdout", subprocess.PIPE), stderr=subprocess.PIPE,
            timeout=timeout, **options,
        )  # fmt: skip
        return Run(done.returncode, (done.stdout or b"").decode("utf-8"), done.stderr.decode("utf-8"))

    def start(self, *arguments, **options):
        """Starts the program and does not wait for it."""
        return subprocess.Popen(
            [self.program, *map(str, arguments)], cwd=self.folder, env=self.environment(),
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, **options,
        )  # fmt: skip

    def build(self, *arguments, **options):
        return self.run("build", *arguments, **options)

    def check(self, *arguments, **options):
        return self.run("check", *arguments, **options)

    @property
    def site(self):
        """Every file of the built site with its bytes."""
        assert self.output.is_dir(), "there is no site"
        return files(self.output)

    @property
    def state(self):
        """Every file of the built site with a hash: what differs between two can be shown in few lines."""
        return {path: hashlib.sha256(content).hexdigest() for path, content in self.site.items()}

    def beside(self):
        """The names in the handbook's folder but what builds remember: no litter may be among them."""
        return sorted(set(os.listdir(self.folder)) - {".deskbook"})
