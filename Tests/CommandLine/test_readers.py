"""Readers while builds land: by path and over http, nothing is missing and nothing is mixed."""

import functools
import http.client
import http.server
import json
import re
import threading

import pytest

WORDS = ("alpha", "bravo", "charlie", "delta")


def grow(desk, word, count=400):
    """A handbook whose search index has shards, and whose every page and asset changes with the word."""
    desk.write("handbook.yml", "title: Tiny\nrules: {orphan-page: off}\ntheme: own\n")
    for number in range(count):
        text = " ".join(f"{word}{(number * 37 + place * 11) % 5_000}" for place in range(150))
        desk.write(f"many/page-{number}.md", f"# Page {number}\n\n{word} marker. {text}\n")
    sheet = desk.folder / "Themes/own/css/base.css"
    sheet.write_text(re.sub(r"html \{ --word: .*\}\n", "", sheet.read_text()) + f"html {{ --word: {word}; }}\n")


@pytest.fixture
def growing(desk, bundled):
    import shutil

    shutil.copytree(bundled / "Themes/default", desk.folder / "Themes/own", ignore=shutil.ignore_patterns("*.ttf"))
    grow(desk, WORDS[0])
    done = desk.build("--quiet")
    assert done.status == 0, done.err
    assert any("/" in path.removeprefix("search/") for path in desk.state if path.startswith("search/")), "no shards"
    return desk


class Reader(threading.Thread):
    """Opens a page, then what it names, as a browser would: later, from the same site."""

    def __init__(self, read):
        super().__init__()
        self.read, self.stop, self.pages, self.sheets, self.problems = read, threading.Event(), 0, 0, []

    def run(self):
        while not self.stop.is_set():
            page = self.get(f"many/page-{self.pages % 400}.html")
            if page is None:
                continue
            self.pages += 1
            word = re.search(rb"(\w+) marker", page)[1].decode()
            for address in re.findall(rb'(?:href|src)="\.\./(assets/[^"]+)"', page):
                asset = self.get(address.decode())
                styled = re.search(rb"--word: ?(\w+)", asset or b"")
                self.sheets += bool(styled)
                if styled and styled[1].decode() != word:
                    self.problems.append(f"{word}: the style sheet of another build")
            root = self.get("search/index.json")
            shards = json.loads(root) if root else {}
            for kind in "tds":
                if "h" in shards.get(kind, {}):
                    self.get(f"search/{kind}-{shards[kind]['h']}/0/0.js")

    def get(self, path):
        try:
            return self.read(path)
        except (OSError, http.client.HTTPException) as error:
            self.problems.append(f"{path}: {error}")
            return None


def over_http(port):
    def read(path):
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
        try:
            connection.request("GET", "/" + path)
            answer = connection.getresponse()
            content = answer.read()
        finally:
            connection.close()
        if answer.status != 200:
            raise OSError(f"status {answer.status}")
        return content

    return read


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *arguments):
        pass


def test_readers_miss_nothing_and_see_no_mixture_while_builds_land(growing):
    handler = functools.partial(Quiet, directory=str(growing.output))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        readers = [Reader(lambda path: (growing.output / path).read_bytes()), Reader(over_http(server.server_port))]
        for reader in readers:
            reader.start()
        for word in WORDS[1:]:
            grow(growing, word)
            assert growing.build("--quiet").status == 0
        for reader in readers:
            reader.stop.set()
            reader.join()
        server.shutdown()
    assert [reader.problems for reader in readers] == [[], []]
    assert all(reader.sheets > 5 for reader in readers), "too little was read"
    print(f"readers: {[reader.pages for reader in readers]} pages read")


def named_by_content(state):
    """Assets and shards."""
    return {path for path in state if path.startswith("assets/") or path.startswith("search/") and path.count("/") > 1}


def test_assets_and_shards_of_the_build_before_stay_for_one_build(growing):
    sites = []
    for word in WORDS[1:3]:
        sites.append(growing.state)
        grow(growing, word)
        assert growing.build("--quiet").status == 0
    sites.append(growing.state)
    first, second, third = (named_by_content(site) for site in sites)
    own = [set(json.loads(text)["files"]) for text in (growing.site["deskbook.json"],)][0]
    fresh = first - named_by_content(own) - second
    assert first - second == set(), "those of the first stay beside the second"
    kept = json.loads(growing.site["deskbook.json"])["kept"]
    assert set(kept) == third - own and kept, "those of the second stay beside the third, and are named"
    gone = {path for path in first if path not in third}
    assert gone, "those of the first are gone from the third"
    assert not fresh
    assert growing.run("verify", "--quiet").status == 0
    # The same content again: nothing of the build before is needed any more.
    assert growing.build("--quiet", "--no-cache").status == 0
    assert json.loads(growing.site["deskbook.json"])["kept"] == {}
    assert named_by_content(growing.state) == named_by_content(own)


def test_a_kept_file_that_somebody_changed_is_not_kept(growing):
    sheet = next(path for path in growing.state if path.startswith("assets/") and (growing.output / path).read_bytes().find(b"--word:") > 0)
    (growing.output / sheet).write_text("body { display: none }")
    grow(growing, WORDS[1])
    assert growing.build("--quiet").status == 0
    assert sheet not in growing.state
