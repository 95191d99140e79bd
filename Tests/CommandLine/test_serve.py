"""`deskbook serve`: what it answers and refuses, where it listens, and how it ends."""

import errno
import os
import socket
import urllib.parse

import pytest
from serving import Preview, save


def test_pages_folders_and_files_have_their_types(live):
    expected = {
        "/": (200, "text/html; charset=utf-8"),
        "/index.html": (200, "text/html; charset=utf-8"),
        "/start/": (200, "text/html; charset=utf-8"),
        "/az.html?x=1": (200, "text/html; charset=utf-8"),
        "/start/plan.txt": (200, "text/plain; charset=utf-8"),
        "/search/index.js": (200, "text/javascript; charset=utf-8"),
        "/manifest.webmanifest": (200, "application/manifest+json"),
        "/-/deskbook/preview.js": (200, "text/javascript; charset=utf-8"),
        "/-/deskbook/preview.css": (200, "text/css; charset=utf-8"),
        "/-/deskbook/other.js": (404, "text/plain; charset=utf-8"),
        "/none.html": (404, "text/html; charset=utf-8"),
    }
    for path, (status, kind) in expected.items():
        answer = live.ask(path)
        assert (answer[0], answer[1]["content-type"]) == (status, kind), path
        assert answer[1]["x-content-type-options"] == "nosniff"
        assert answer[1]["cache-control"] == "no-cache"


def test_a_folder_without_its_slash_leads_to_the_one_with_it(live):
    status, headers, _ = live.ask("/start")
    assert (status, headers["location"]) == (302, "/start/")


def test_the_page_for_lost_addresses_finds_its_style_sheets_at_any_depth(live):
    status, _, body = live.ask("/a/b/c.html")
    assert status == 404
    assert b'href="/assets/site.' in body


def test_head_is_answered_without_a_body(live):
    _, whole, body = live.ask("/")
    status, headers, none = live.ask("/", method="HEAD")
    assert (status, none) == (200, b"")
    assert int(headers["content-length"]) == len(body)
    assert headers["etag"] == whole["etag"]


def test_what_the_browser_has_is_not_sent_again(live):
    tag = live.ask("/")[1]["etag"]
    assert live.ask("/", If_None_Match=tag)[0] == 304
    assert live.ask("/", If_None_Match='"other"')[0] == 200


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "TRACE"])
def test_other_methods_are_refused(live, method):
    status, headers, _ = live.ask("/", method=method)
    assert (status, headers["allow"]) == (405, "GET, HEAD")


@pytest.mark.parametrize("host", ["example.com", "127.0.0.1", "localhost:1", "127.0.0.1.evil.example:{port}", ""])
def test_other_host_names_are_refused(live, host):
    status, _, body = live.ask("/", host=host.format(port=live.port))
    assert status == 421
    assert b"Welcome" not in body


@pytest.mark.parametrize("host", ["localhost:{port}", "LOCALHOST:{port}", "[::1]:{port}", "127.0.0.1:{port}"])
def test_names_of_this_machine_are_answered(live, host):
    assert live.ask("/", host=host.format(port=live.port))[0] == 200


def test_pages_of_other_sites_are_refused_but_may_link_here(live):
    for path in ("/", "/-/deskbook/events"):
        assert live.ask(path, Origin="http://example.com")[0] == 403
        assert live.ask(path, Sec_Fetch_Site="cross-site", Sec_Fetch_Mode="no-cors", Sec_Fetch_Dest="script")[0] == 403
    assert live.ask("/", Origin=f"http://127.0.0.1:{live.port}")[0] == 200
    assert live.ask("/", Sec_Fetch_Site="cross-site", Sec_Fetch_Mode="navigate", Sec_Fetch_Dest="document")[0] == 200


@pytest.mark.parametrize(
    "path",
    [
        "/../handbook.yml", "/%2e%2e/secret.txt", "/.%2e/secret.txt", "/start/..%2f..%2fsecret.txt", "/start/%2e%2e/%2e%2e/secret.txt",
        "//secret.txt", "/%5c..%5csecret.txt", "/\\..\\secret.txt", "/%00", "/start/plan.txt%00.html", "/%ff", "/%", "/%zz", "/%252e%252e/secret.txt",
        "/handbook.yml", "/Content/index.md", "/index.md", "/./index.html", "secret.txt", "http://127.0.0.1/secret.txt", "/deskbook.json",
    ],
)  # fmt: skip
def test_nothing_outside_the_site_is_served(desk, live, path):
    (desk.folder / "secret.txt").write_text("SECRET")
    status, _, body = live.ask(path)
    assert status in (400, 404), path
    assert b"SECRET" not in body and b"title: Tiny" not in body and b"# Tiny" not in body


def test_only_one_address_is_listened_to(live):
    # Every address that begins with 127 is this machine's: whoever listens to all addresses answers here as well.
    with socket.socket() as other:
        other.settimeout(2)
        assert other.connect_ex(("127.0.0.1", live.port)) == 0
    with socket.socket() as other:
        other.settimeout(2)
        assert other.connect_ex(("127.0.0.2", live.port)) == errno.ECONNREFUSED


def test_others_are_let_in_only_where_that_is_asked_for_and_told(desk):
    with Preview(desk.program, desk.folder, "--host", "0.0.0.0") as preview:
        assert preview.address == f"http://0.0.0.0:{preview.port}/"
        assert "others can see this preview" in preview.text
        preview.wait(lambda: preview.messages is not None, "a build")
        assert preview.ask("/", host="desk.example:8080")[0] == 200
        assert preview.ask("/", host="desk.example:8080", Origin="https://other.example")[0] == 403
    for host in ("desk.example", "256.0.0.1", "::", ""):
        assert desk.run("serve", "--host", host).status == 64


def test_a_port_in_use_leads_to_the_next(desk, live):
    with Preview(desk.program, desk.folder, port=live.port) as second:
        assert second.port > live.port
        assert f"port {live.port} is in use; {second.port} is the next free one" in second.text


def test_served_pages_hear_of_changes_and_keep_their_strict_policy(live):
    page = live.page()
    policy = page.split('http-equiv="Content-Security-Policy" content="')[1].split('"')[0]
    assert "connect-src 'self'" in policy and "default-src 'none'" in policy and "script-src 'self';" in policy
    assert f'data-version="{live.told()["version"]}"' in page
    assert "unsafe" not in policy


def test_serving_writes_nothing(desk, live):
    live.page("/cards/index.html")
    live.page("/search/index.js")
    assert desk.beside() == ["Content"]


def test_ctrl_c_waits_for_no_browser_and_leaves_nothing_behind(desk, live):
    before = sorted(desk.folder.rglob("*"))
    with socket.create_connection(("127.0.0.1", live.port)) as listener:
        listener.sendall(f"GET /-/deskbook/events HTTP/1.1\r\nHost: 127.0.0.1:{live.port}\r\n\r\n".encode())
        heard = b""
        while b"data:" not in heard:
            assert (piece := listener.recv(4096)), heard
            heard += piece
        assert live.interrupt() == 130
    assert sorted(desk.folder.rglob("*")) == before


def test_open_asks_the_desktop_once_for_the_address(desk, tmp_path):
    asked = tmp_path / "asked"
    opener = tmp_path / "bin" / "xdg-open"
    opener.parent.mkdir()
    opener.write_text(f'#!/bin/sh\necho "$@" >> "{asked}"\n')
    opener.chmod(0o755)
    environment = desk.environment(PATH=f"{opener.parent}:{os.environ['PATH']}")
    with Preview(desk.program, desk.folder, "--open", environment=environment) as preview:
        preview.wait(lambda: asked.exists() and asked.read_text(), "the browser")
        save(desk.content / "index.md", "# Tiny\n\nAgain.\n")
        preview.shows("Again.")
        assert asked.read_text().split() == [preview.address]


def test_open_says_where_there_is_no_browser(desk, tmp_path):
    environment = desk.environment(PATH=str(tmp_path))
    with Preview(desk.program, desk.folder, "--open", environment=environment) as preview:
        preview.wait(lambda: "there is no xdg-open" in preview.text, "the note")
        preview.shows("Welcome")


def test_pictures_and_pdfs_are_served_as_they_are(bundled_copy):
    bundled_copy.write("pixel.png", b"\x89PNG\r\n\x1a\n")
    with Preview(bundled_copy.program, bundled_copy.folder) as preview:
        preview.wait(lambda: preview.ask("/")[0] == 200, "the first build")
        status, headers, body = preview.ask("/pixel.png")
        assert (status, headers["content-type"], body) == (200, "image/png", b"\x89PNG\r\n\x1a\n")
        link = preview.page("/cards/").split('.pdf"')[0].rsplit('"', 1)[1] + ".pdf"
        status, headers, body = preview.ask(urllib.parse.urljoin("/cards/", link))
        assert (status, headers["content-type"], body[:5]) == (200, "application/pdf", b"%PDF-")


def test_wrong_usage_ends_with_64(desk, tmp_path):
    assert desk.run("serve", tmp_path / "nowhere").status == 64
    assert desk.run("serve", "--port", "70000").status == 64
    for editor in ("emacs", "vscode://file", "javascript:{path}", "JavaScript:alert(1)//{path}", "{path}"):
        assert desk.run("serve", "--editor", editor).status == 64
