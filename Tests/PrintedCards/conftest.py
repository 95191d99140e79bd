"""Decks printed once, and a handbook to print others from."""

import os
import pathlib
import shutil
import subprocess

import deck
import pytest
from sheets import Sheets


def pytest_configure():
    if not os.environ.get("DESKBOOK"):
        raise pytest.UsageError("DESKBOOK is not set; Tests/run sets it")
    for tool in ("pdfinfo", "pdftotext", "pdffonts", "pdftoppm", "qpdf", "zbarimg"):
        if not shutil.which(tool):
            raise pytest.UsageError(f"{tool} is not installed; Tests/run installs it")


class Handbook:
    """A handbook of cards in a folder of its own."""

    def __init__(self, folder):
        self.folder = folder
        self.program = pathlib.Path(os.environ["DESKBOOK"]).resolve()
        (folder / "Content/cards").mkdir(parents=True)
        self.write("handbook.yml", deck.SETTINGS)
        self.write("index.md", "# Deck\n\nText.\n")

    def write(self, path, text):
        (self.folder / "Content" / path).write_text(text, encoding="utf-8")

    def add(self, cards):
        for name, text in cards.items():
            self.write(f"cards/{name}", text)

    def run(self, *arguments, cwd=None, env=None):
        environment = {"PATH": os.environ["PATH"], "HOME": str(self.folder), "LANG": "C.UTF-8"} | (env or {})
        return subprocess.run(
            [self.program, *map(str, arguments)], cwd=cwd or self.folder, env=environment, text=True,
            stdin=subprocess.DEVNULL, capture_output=True, timeout=120,
        )  # fmt: skip

    def print(self, *options, to="Cards", **more):
        """Prints; the PDFs by their names."""
        folder = self.folder / to
        done = self.run("cards", "--output", folder, *options, **more)
        assert done.returncode == 0, done.stderr
        printed = {path.name: path for path in sorted(folder.glob("*.pdf"))}
        assert printed, done.stdout
        return printed


@pytest.fixture
def handbook(tmp_path):
    return Handbook(tmp_path / "desk")


@pytest.fixture(scope="session")
def every_size(tmp_path_factory):
    """A handbook with cards of every size, for more than one sheet of most."""
    handbook = Handbook(tmp_path_factory.mktemp("sizes") / "desk")
    for size in deck.SIZES:
        handbook.add(deck.of_size(size, 5))
    return handbook


@pytest.fixture(scope="session")
def printed(every_size):
    """All sizes on both papers, for printers that turn over the long or the short edge."""
    return {
        (duplex, paper): every_size.print("--paper", paper, "--duplex", duplex, to=f"{duplex}-{paper}")
        for duplex in ("long", "short")
        for paper in deck.PAPERS
    }


@pytest.fixture(params=[(size, paper) for size in deck.SIZES for paper in deck.PAPERS], ids="-".join)
def sheets(request, printed):
    """The sheets of one size on one paper, long edge."""
    size, paper = request.param
    return Sheets(printed["long", paper][f"cards-{size}-{paper}.pdf"], size, paper)


@pytest.fixture(params=[(size, paper) for size in deck.SIZES for paper in deck.PAPERS], ids="-".join)
def short_edge_sheets(request, printed):
    """The same for the short edge."""
    size, paper = request.param
    return Sheets(printed["short", paper][f"cards-{size}-{paper}.pdf"], size, paper)


@pytest.fixture(scope="session")
def bundled(tmp_path_factory):
    """The bundled handbook's cards on both papers."""
    root = pathlib.Path(__file__).resolve().parents[2]
    handbook = Handbook(tmp_path_factory.mktemp("bundled") / "desk")
    shutil.rmtree(handbook.folder / "Content")
    shutil.copytree(root / "Content", handbook.folder / "Content")
    return {paper: handbook.print("--paper", paper, to=paper) for paper in deck.PAPERS}
