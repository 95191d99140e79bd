"""Over http the handbook is kept whole: it opens with the network gone, and never mixes two builds."""

import functools
import http.server
import json
import shutil
import subprocess
import threading

import pytest
from silent_server import SilentHandler
from waiting import wait_until

# Not `ready`: without a worker it would wait for ever.
READY = "navigator.serviceWorker.getRegistration().then(one => Boolean(one && one.active))"
CACHES = "caches.keys()"


@pytest.fixture
def place(tmp_path):
    """A folder on a server of its own, which a test can take away."""
    (tmp_path / "desk").mkdir()
    return tmp_path / "desk" / "book"


@pytest.fixture
def lone_server(place):
    handler = functools.partial(SilentHandler, directory=str(place.parent.parent))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


def address(server):
    return f"http://127.0.0.1:{server.server_port}/desk/book/"


def build(deskbook, folder, output):
    subprocess.run([deskbook, "build", folder, "--output", output, "--clock", "2026-11-22", "--quiet"], check=True)


@pytest.fixture
def small(tmp_path):
    """A handbook of two pages."""
    content = tmp_path / "source" / "Content"
    content.mkdir(parents=True)
    (content / "index.md").write_text("# Desk\n\nFirst build. [Fees](fees.md)\n")
    (content / "fees.md").write_text("# Fees\n\nForty dollars.\n")
    return content.parent


def test_every_page_opens_with_the_network_gone(handbook, place, lone_server, new_reader):
    shutil.copytree(handbook.folder, place)
    reader = new_reader(address(lone_server), used_once=True, service_workers="allow")
    page = reader.open("index.html")
    wait_until(page, READY)
    wait_until(page, "caches.keys().then(names => names.length === 1)")
    lone_server.shutdown()
    lone_server.server_close()
    for path in [handbook.of_kind("script")[0], "cards/index.html", "phrases.html"]:
        reader.open(path)
        assert page.locator("h1").is_visible()
        assert page.evaluate("getComputedStyle(document.body).margin") == "0px"
    page.goto(reader.base)
    page.keyboard.press("/")
    page.keyboard.type("refund")
    wait_until(page, "document.querySelectorAll('#search-results [role=option]').length > 0")
    page.goto(reader.base + "no/such/page.html")
    assert page.locator("h1").inner_text() == "Page not found"
    reader.complaints.clear()  # the missing page itself


def test_a_new_build_is_taken_whole_or_not_at_all(deskbook, small, place, lone_server, new_reader):
    build(deskbook, small, place)
    reader = new_reader(address(lone_server), used_once=True, service_workers="allow")
    page = reader.open("index.html")
    wait_until(page, READY)
    first = page.evaluate(CACHES)
    assert len(first) == 1

    (small / "Content" / "index.md").write_text("# Desk\n\nSecond build. [Fees](fees.md)\n")
    (small / "Content" / "fees.md").write_text("# Fees\n\nFifty dollars.\n")
    second = place.parent / "second"
    build(deskbook, small, second)
    # A server half way through a copy: the new list with one of the old pages.
    old_fees = (place / "fees.html").read_bytes()
    shutil.copytree(second, place, dirs_exist_ok=True)
    (place / "fees.html").write_bytes(old_fees)
    page.evaluate("navigator.serviceWorker.getRegistration().then(one => one.update()).catch(() => {})")
    page.wait_for_timeout(500)
    reader.open("index.html")
    assert "First build." in page.locator(".body").inner_text()
    assert page.evaluate(CACHES) == first

    shutil.copytree(second, place, dirs_exist_ok=True)
    page.evaluate("navigator.serviceWorker.getRegistration().then(one => one.update()).catch(() => {})")
    wait_until(page, "navigator.serviceWorker.getRegistration().then(one => Boolean(one.waiting))")
    reader.open("fees.html")  # a page's opening is when a lone tab goes over
    wait_until(page, "(document.querySelector('.body') || document).textContent?.includes('Fifty')")
    reader.open("index.html")
    assert "Second build." in page.locator(".body").inner_text()
    assert page.evaluate(CACHES) != first and len(page.evaluate(CACHES)) == 1
    reader.complaints.clear()  # the copy that was broken off


def test_a_page_from_a_folder_asks_for_no_worker_and_no_manifest(handbook, new_reader):
    page = new_reader(handbook.folder.as_uri() + "/").open("index.html")
    page.wait_for_load_state("load")
    assert page.locator("link[rel=manifest]").count() == 0


def test_the_manifest_has_a_name_and_icons_that_are_there(handbook):
    manifest = json.loads((handbook.folder / "manifest.webmanifest").read_bytes())
    assert manifest["name"] and manifest["start_url"] == "index.html"
    assert {icon["sizes"] for icon in manifest["icons"]} == {"192x192", "512x512"}
    for icon in manifest["icons"]:
        assert (handbook.folder / icon["src"]).read_bytes().startswith(b"\x89PNG")


def test_the_worker_lists_every_page_with_its_hash(handbook):
    text = (handbook.folder / "sw.js").read_text(encoding="utf-8")
    files = json.loads(text[text.index("{") : text.index("};") + 1])
    assert {page["path"] for page in handbook.manifest["pages"]} <= set(files)
    assert all(handbook.manifest["files"][path] == value for path, value in files.items() if "%" not in path)
