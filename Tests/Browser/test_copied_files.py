"""Every copied file, opened by itself: nothing runs, and no other host is asked."""

import functools
import gzip
import http.server
import subprocess
import threading
import urllib.parse

import drawings
import pytest
from built_site import BuiltSite

PAGE = f"<!doctype html><title>x</title><script>{drawings.RUN}</script><img src='{drawings.EVIL}x.png'>"


def contents():
    """Files by their paths: each attack in each form that might get by."""
    files = {"index.md": b"# Files\n"}
    # What may be published: a picture in a picture neither runs nor asks.
    for number, name in enumerate(("script", "handler", "picture", "rule import")):
        inner = urllib.parse.quote(drawings.ATTACKS[name])
        files[f"inner/{number}.svg"] = drawings.svg(f'<image width="9" height="9" href="data:image/svg+xml,{inner}"/>').encode()
    for number, text in enumerate(drawings.ATTACKS.values()):
        files[f"plain/{number}.svg"] = text.encode()
        files[f"plain/{number}.xml"] = text.encode()
    for name in ("script", "handler", "background", "rule import"):
        for encoding in drawings.ENCODINGS:
            for is_declared in (True, False):
                for number, data in enumerate(drawings.encoded(drawings.ATTACKS[name], encoding, is_declared)):
                    files[f"encoded/{name}-{encoding}-{is_declared}-{number}.svg"] = data
    for ending in drawings.ENDINGS + drawings.INERT:
        end = f".{ending}" if ending else ""
        for name, text in (("page", PAGE), ("drawing", drawings.ATTACKS["script"]), ("words", "x " + PAGE)):
            data = text.encode()
            is_packed = ending.endswith(("gz", "svgz"))
            files[f"named/{name}{end}"] = gzip.compress(data) if is_packed else data
            files[f"named/{name}-16{end}"] = text.encode("utf-16")
            files[f"named/{name}-bom{end}"] = b"\xef\xbb\xbf \n" + data
    return files


class Untyped(http.server.SimpleHTTPRequestHandler):
    """A server that knows the commonest types, leaves it to the browser to find out the rest, and sends `.gz` as packed."""

    known = [f".{ending}" for ending in ["svg", "xml", *drawings.INERT]]

    def guess_type(self, path):
        kind = super().guess_type(path)
        return kind if path.lower().endswith(tuple(self.known)) else ""

    def send_header(self, name, value):
        if name != "Content-type" or value:
            super().send_header(name, value)

    def end_headers(self):
        if self.path.endswith((".gz", ".svgz")):
            self.send_header("Content-Encoding", "gzip")
        super().end_headers()

    def log_message(self, *arguments):
        pass


class Typed(Untyped):
    known = [""]


def build(deskbook, folder, files, settings=""):
    for path, data in ({"handbook.yml": ("title: Files\n" + settings).encode()} | files).items():
        place = folder / "Content" / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)
    done = subprocess.run([deskbook, "build", folder, "--quiet"], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr[-3_000:]
    return BuiltSite(folder / "Output"), done.stderr


@pytest.fixture(scope="module")
def copied(deskbook, tmp_path_factory):
    """A site of such files: what was published of them, and what was said."""
    files = contents()
    site, said = build(deskbook, tmp_path_factory.mktemp("copied"), files)
    site.files = [path for path in files if (site.folder / path).is_file()]
    site.left_out = [path for path in files if path != "index.md" and not (site.folder / path).is_file()]
    site.said = said
    return site


@pytest.fixture(params=["file", "typed", "untyped"])
def address(request):
    """The address of a site's folder, from the disk and from two kinds of servers."""
    servers = []

    def of(folder):
        if request.param == "file":
            return folder.as_uri()
        handler = functools.partial({"typed": Typed, "untyped": Untyped}[request.param], directory=str(folder))
        servers.append(http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler))
        threading.Thread(target=servers[-1].serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{servers[-1].server_port}"

    yield of
    for server in servers:
        server.shutdown()


def opened(browser, base, paths):
    """Opens files one after another; what ran or was asked for, by path."""
    found = {}
    context = browser.new_context(accept_downloads=False)
    page = context.new_page()
    seen = []
    page.on("dialog", lambda dialog: (seen.append("a dialog"), dialog.dismiss()))
    context.route("**/*", lambda route: asked(route, seen, base))
    for path in paths:
        seen.clear()
        try:
            page.goto(f"{base}/{urllib.parse.quote(path)}", wait_until="load", timeout=10_000)
            if page.title() == "ran":
                seen.append("a script")
        except Exception as error:  # what is no page is saved, which ends the opening
            if "Download is starting" not in str(error) and "ERR_ABORTED" not in str(error):
                seen.append(str(error))
        if seen:
            found[path] = sorted(set(seen))
    context.close()
    return found


def asked(route, seen, base):
    url = route.request.url
    if url.startswith((base, "data:", "blob:", "chrome:", "chrome-extension:")) or url.endswith("/favicon.ico"):
        route.continue_()
    else:
        seen.append(f"a request for {url}")
        route.abort()


def test_nothing_runs_and_nobody_is_asked(copied, address, browser):
    assert all(f"inner/{number}.svg" in copied.files for number in range(4))
    assert len(copied.files) > 20 and len(copied.left_out) > 300
    assert opened(browser, address(copied.folder), copied.files) == {}


def test_what_is_left_out_is_named(copied):
    for path in copied.left_out:
        assert f"Content/{path}:" in copied.said, path


def test_the_test_sees_what_runs_and_who_is_asked(deskbook, tmp_path, browser):
    names = ("script", "handler", "frame", "rule import", "font", "background", "paint style mask", "picture", "use of data")
    files = {"index.md": b"# Files\n", "page.html": PAGE.encode()} | {
        f"{number}.svg": drawings.ATTACKS[name].encode() for number, name in enumerate(names)
    }
    trusted = ", ".join(path for path in files if path != "index.md")
    site, _ = build(deskbook, tmp_path, files, f"active-files: [{trusted}]\n")
    found = opened(browser, site.folder.as_uri(), [path for path in files if path != "index.md"])
    assert "page.html" in found and "a dialog" in found["0.svg"] and "a dialog" in found["1.svg"]
    assert {name for number, name in enumerate(names) if f"{number}.svg" not in found} <= {"use of data"}
