"""Handbooks for tests, and what they need to run."""

import os
import pathlib
import shutil
import signal

import pytest
from desks import Desk
from editors import SCRIPT, Editor
from faults import library
from serving import Preview


def pytest_configure():
    if not os.environ.get("DESKBOOK"):
        raise pytest.UsageError("DESKBOOK is not set; Tests/run sets it")
    # What nohup or a shell's `&` started ignores Ctrl-C, and so would every program that these tests start and interrupt.
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session")
def program():
    return pathlib.Path(os.environ["DESKBOOK"]).resolve()


@pytest.fixture(scope="session")
def shim(tmp_path_factory):
    """The library that makes calls to the system fail."""
    return library(tmp_path_factory.mktemp("faults"))


@pytest.fixture
def empty_desk(program, tmp_path):
    """A handbook with an empty content folder."""
    return Desk(program, tmp_path / "desk")


@pytest.fixture
def desk(empty_desk):
    """The smallest handbook without a finding: settings and one page."""
    empty_desk.write("handbook.yml", "title: Tiny\n")
    empty_desk.write("index.md", "# Tiny\n\nWelcome.\n")
    return empty_desk


@pytest.fixture
def built(desk):
    """The smallest handbook, built once."""
    done = desk.build()
    assert done.status == 0, done.err
    return desk


@pytest.fixture(scope="session")
def bundled(program):
    """The bundled handbook's folder."""
    return pathlib.Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def bound():
    """The command through which a program runs for whom a folder's permissions hold, whoever runs the tests."""
    return ["setpriv", "--bounding-set", "-dac_override"] if os.geteuid() == 0 else []


@pytest.fixture
def bundled_copy(program, bundled, tmp_path):
    """A handbook with the bundled content, to be changed and built at will."""
    desk = Desk(program, tmp_path / "bundled")
    shutil.rmtree(desk.content)
    shutil.copytree(bundled / "Content", desk.content)
    return desk


@pytest.fixture
def live(desk):
    """The smallest handbook, served."""
    desk.write("start/index.md", "# Start\n\nBegin here.\n")
    desk.write("start/plan.txt", "a plan")
    desk.write("index.md", "# Tiny\n\nWelcome. [Start](start/index.md)\n")
    with Preview(desk.program, desk.folder) as preview:
        preview.shows("Welcome")
        yield preview


@pytest.fixture
def handbook(desk):
    desk.write("handbook.yml", "title: Tiny\nvalues: {clinic: Elm Road}\nfields: {client: {label: Client's name, example: Sam}}\n")
    desk.write("index.md", "# Tiny\n\n## First words\n\n[Late](policies/late.md#waive) [twice](policies/late.md)\n")
    desk.write("policies/late.md", SCRIPT)
    desk.write("sources.yml", "jane: {title: Empathy}\n")
    return desk


@pytest.fixture
def editor(handbook):
    editor = Editor(handbook)
    editor.begin()
    yield editor
    if editor.process.poll() is None:
        editor.process.kill()
    editor.process.communicate()
