"""What every browser test stands on: the built handbook, a browser, and readers who notice what goes wrong."""

import functools
import http.server
import os
import pathlib
import subprocess
import threading
import urllib.parse
import zlib

import pytest
from built_site import BuiltSite
from playwright.sync_api import Error, sync_playwright
from silent_server import SilentHandler

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")


def pytest_configure():
    missing = [name for name in ("DESKBOOK", "HANDBOOK", "SCREENSHOTS") if not os.environ.get(name)]
    if missing:
        raise pytest.UsageError(f"{', '.join(missing)} not set; Tests/run sets them")


def from_environment(name):
    return pathlib.Path(os.environ[name]).resolve()


@pytest.fixture(scope="session")
def deskbook():
    """The program under test."""
    return from_environment("DESKBOOK")


@pytest.fixture(scope="session")
def handbook():
    """The bundled handbook, as built."""
    return BuiltSite(from_environment("HANDBOOK"))


@pytest.fixture(scope="session")
def sampler(deskbook, tmp_path_factory):
    """A small handbook with every element that a page can hold, and names that are hard to link to."""
    source = pathlib.Path(__file__).parent / "sampler"
    output = tmp_path_factory.mktemp("sampler") / "site"
    subprocess.run(
        [deskbook, "build", source, "--output", output, "--clock", "2026-11-20", "--quiet"], check=True
    )
    return BuiltSite(output)


@pytest.fixture(scope="session")
def screenshots():
    """Where pictures of the pages are kept for people to look at."""
    folder = from_environment("SCREENSHOTS")
    folder.mkdir(parents=True, exist_ok=True)
    return folder


@pytest.fixture(scope="session")
def served(tmp_path_factory):
    """The folder whose folders the web server has in sub-paths."""
    folder = tmp_path_factory.mktemp("server")
    (folder / "desk").mkdir()
    return folder


@pytest.fixture(scope="session")
def share(server, served):
    """Puts a site on the web server; gives its address."""

    def link(site):
        name = str(abs(hash(site.folder)))
        place = served / "desk" / name
        if not place.exists():
            place.symlink_to(site.folder)
        return f"{server}{name}/"

    return link


@pytest.fixture(scope="session")
def server(handbook, sampler, served):
    """The address of a plain web server that has the sites in sub-paths."""
    root = served
    (root / "desk" / "book").symlink_to(handbook.folder)
    (root / "desk" / "sampler").symlink_to(sampler.folder)
    handler = functools.partial(SilentHandler, directory=str(root))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/desk/"
        server.shutdown()


@pytest.fixture(scope="session")
def browser():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


def pytest_generate_tests(metafunc):
    """Tests marked `both_origins` run from disk and from a server, all others from one of the two, by their name.

    What a page keeps, loads and leads to depends on where it came from; the same bytes are drawn alike.
    """
    if "origin" in metafunc.fixturenames:
        origins = ["file", "http"]
        if not metafunc.definition.get_closest_marker("both_origins"):
            origins = [origins[zlib.crc32(metafunc.function.__name__.encode()) % 2]]
        metafunc.parametrize("origin", origins)


@pytest.fixture
def base(origin, handbook, server):
    """The address of the bundled handbook, with a slash at its end."""
    return handbook.folder.as_uri() + "/" if origin == "file" else server + "book/"


@pytest.fixture
def sampler_base(origin, sampler, server):
    return sampler.folder.as_uri() + "/" if origin == "file" else server + "sampler/"


class Tab:
    """A tab that tests use one after another: opening one takes longer than most tests."""

    def __init__(self, browser, options):
        self.viewport = options.setdefault("viewport", {"width": 1280, "height": 800})
        # A worker that keeps the site would go on loading it through the tests that follow.
        options.setdefault("service_workers", "block")
        self.scheme = options.get("color_scheme", "light")
        self.context = browser.new_context(**options)
        self.context.set_default_timeout(5_000)
        self.page = self.context.new_page()

    def forget(self):
        """Leaves no trace of a test but a longer history."""
        try:
            # With what the page itself keeps when it is left.
            self.page.evaluate("addEventListener('pagehide', () => { localStorage.clear(); sessionStorage.clear(); })")
        except Error:
            pass  # a blank page has no storage
        self.page.goto("about:blank")
        self.page.set_viewport_size(self.viewport)
        self.page.emulate_media(media="null", color_scheme=self.scheme)


class Reader:
    """A person at a browser, who keeps a list of all that the browser complains of."""

    def __init__(self, tab, base):
        self.tab, self.context, self.page = tab, tab.context, tab.page
        self.base = base
        self.complaints = []
        self.listeners = {
            "console": lambda message: self.hear(message.type, message.text),
            "weberror": lambda error: self.complain(f"script error: {error.error}"),
            "dialog": lambda dialog: (self.complain(f"dialog: {dialog.message}"), dialog.dismiss()),
            "request": self.check_host,
            "requestfailed": self.check_failure,
            "response": self.check_status,
        }
        for event, listener in self.listeners.items():
            self.context.on(event, listener)

    def leave(self):
        for event, listener in self.listeners.items():
            self.context.remove_listener(event, listener)

    def complain(self, text):
        self.complaints.append(text)

    def hear(self, kind, text):
        if kind in ("error", "warning") and "blocked by Playwright" not in text:
            self.complain(f"console {kind}: {text}")

    def check_host(self, request):
        if not request.url.startswith((self.base, "data:")):
            self.complain(f"request outside the handbook: {request.url}")

    def check_failure(self, request):
        # A reader who leaves a page early aborts what it was still loading.
        if request.failure != "net::ERR_ABORTED":
            self.complain(f"failed: {request.url} {request.failure}")

    def check_status(self, response):
        if response.status >= 400:
            self.complain(f"status {response.status}: {response.url}")

    def open(self, path, query="", anchor=""):
        """Opens a page of the handbook; a query is text, not yet encoded."""
        address = self.base + urllib.parse.quote(path)
        if query:
            address += "?q=" + urllib.parse.quote(query)
        if anchor:
            address += "#" + urllib.parse.quote(anchor)
        self.page.goto(address)
        return self.page

    @property
    def place(self):
        """The page that the reader is on, with its anchor, as text."""
        address = self.page.url
        assert address.startswith(self.base), address
        return urllib.parse.unquote(address[len(self.base) :])


@pytest.fixture(scope="session")
def tabs():
    """Tabs that no test uses now, by what they were opened with."""
    return {}


@pytest.fixture
def new_reader(browser, tabs):
    """Makes readers; after the test each of them must have had nothing to complain of.

    Options are those of a browser context; a reader who changes the tab for good takes one that is `used_once`.
    """
    readers = []

    def make(base, used_once=False, **options):
        free = [] if used_once else tabs.setdefault(str(sorted(options.items())), [])
        tab = free.pop() if free else Tab(browser, dict(options))
        reader = Reader(tab, base)
        readers.append((reader, free, used_once))
        return reader

    yield make
    for reader, free, used_once in readers:
        reader.leave()
        if used_once:
            # Closing it now and then waits for ever on a page that was just left; the browser's end will do.
            reader.page.goto("about:blank")
        else:
            reader.tab.forget()
            free.append(reader.tab)
    assert [complaint for reader, _, _ in readers for complaint in reader.complaints] == []


@pytest.fixture
def reader(new_reader, base):
    """A reader of the bundled handbook."""
    return new_reader(base)


@pytest.fixture
def sampler_reader(new_reader, sampler_base):
    return new_reader(sampler_base)
