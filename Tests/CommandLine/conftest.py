"""What the tests of the command line share: a tiny handbook in a folder, and the tool to run on it."""

import hashlib
import os
import pathlib
import subprocess

import pytest

DESKBOOK = os.environ.get(
    "DESKBOOK", str(pathlib.Path(__file__).parents[2] / ".build/release/deskbook"))
CLOCK = "2026-11-21"


class Handbook:
    """A handbook under test: write pages, run the tool, look at the site."""

    def __init__(self, folder: pathlib.Path):
        self.folder = folder
        self.content = folder / "Content"
        self.output = folder / "Output"
        self.content.mkdir(parents=True)
        self.write("handbook.yml", "title: The desk\n")
        self.write("index.md", "# The desk\n\nWelcome.\n")

    def write(self, path: str, text: str | bytes) -> pathlib.Path:
        file = self.content / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
        return file

    def page(self, path: str, body: str, **front: str) -> pathlib.Path:
        lines = "".join(f"{key}: {value}\n" for key, value in front.items())
        return self.write(path, f"---\n{lines}---\n{body}" if lines else body)

    def run(self, *arguments: str, cwd=None, timeout=60, **environment: str):
        """Runs the tool on this handbook; the clock is fixed."""
        command, *options = arguments
        return run(command, str(self.folder), "--clock", CLOCK, *options,
                   cwd=cwd, timeout=timeout, **environment)

    def site(self) -> dict[str, str]:
        """Every file of the site with a hash of its bytes."""
        return tree(self.output)


def run(*arguments: str, cwd=None, timeout=60, **environment: str):
    return subprocess.run(
        [DESKBOOK, *arguments], capture_output=True, text=True, cwd=cwd, timeout=timeout,
        env={**os.environ, **environment}, check=False)


def tree(folder: pathlib.Path) -> dict[str, str]:
    return {
        str(file.relative_to(folder)): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in sorted(folder.rglob("*")) if file.is_file()
    }


@pytest.fixture
def handbook(tmp_path) -> Handbook:
    return Handbook(tmp_path / "desk")
