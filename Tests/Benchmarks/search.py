"""The search part: what a first search moves over the network, and how long searches take in headless Chromium.

    search.py FOLDER --pages N --results FILE

FOLDER is a corpus in which the tools have built their sites.
"""

import argparse
import gzip
import json
import os
import pathlib
import re
import subprocess
import time
import urllib.request

import peers
from playwright.sync_api import Error, sync_playwright

BROWSER = os.environ.get("CHROMIUM", "/usr/bin/chromium")
SCRIPT = (peers.HERE / "in_page.js").read_text()


def compressed(text):
    """The bytes that a server with compression sends; files that are compressed already go as they are."""
    return min(len(text), len(gzip.compress(text, 9, mtime=0)))


def search_script(site):
    """Deskbook's search scripts: as they stand in the theme, and as a site ships them, in a file of their own."""
    sources = sorted((peers.REPOSITORY / "Themes/default").glob("js/search-*.js"))
    joined = b"\n".join(path.read_bytes() for path in sources)
    shipped = next(site.glob("assets/later.*.js")).read_bytes()
    return {"source": compressed(joined), "shipped": compressed(shipped), "shipped_raw": len(shipped)}


class Server:
    """The static server on a site's folder."""

    def __init__(self, folder):
        self.process = subprocess.Popen(["node", peers.HERE / "server.js", folder], stdout=subprocess.PIPE, text=True)
        self.address = f"http://127.0.0.1:{self.process.stdout.readline().strip()}"

    def requests(self):
        with urllib.request.urlopen(f"{self.address}/__requests") as answer:
            return json.load(answer)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()


def open_page(browser, address):
    page = browser.new_context().new_page()
    page.add_init_script(SCRIPT)
    page.goto(f"{address}/index.html")
    return page


def first_search(page, box, text, patience):
    if "input" in box:
        return page.evaluate("([box, text, patience]) => benchmark.first(box, text, patience)", [box, text, patience])
    return page.evaluate("([name, text]) => benchmark.firstCall(name, text)", [box["ask"], text])


def first_searches(browser, tool, address, texts, patience, seconds, server=None):
    """Each query in a fresh browser context: times, bytes by the server's record, how many found nothing."""
    times, sizes, files, empty, begin, known = [], [], [], 0, time.monotonic(), {}
    for text in texts:
        if time.monotonic() - begin > seconds:
            break
        page = open_page(browser, address)
        taken = first_search(page, tool.search, text, patience)
        if server:
            page.wait_for_timeout(60)
            asked = [path for path in server.requests() if re.search(tool.search["requests"], path)]
            for path in asked:
                if path not in known:
                    known[path] = compressed((tool.output / path.lstrip("/")).read_bytes())
        page.context.close()
        if taken is None:
            empty += 1
            continue
        times.append(taken)
        if server:
            sizes.append(sum(known[path] for path in asked))
            files.append(len(asked))
    return {"times": times, "bytes": sizes, "files": files, "empty": empty}


def measure(browser, tool, texts, pages, seconds):
    box, patience = tool.search, 2000 + 2 * pages
    result = {}
    with Server(tool.output) as server:
        first_searches(browser, tool, server.address, texts[:2], patience, seconds)  # warms browser and disk
        server.requests()
        result["http"] = first_searches(browser, tool, server.address, texts, patience, seconds, server)
        limit = seconds * 1000
        for name, key, call in (("keys", "input", "keystrokes"), ("calls", "ask", "calls")):
            if key in box:
                page = open_page(browser, server.address)
                argument = box if key == "input" else box["ask"]
                result[name] = page.evaluate(
                    f"([a, texts, limit]) => benchmark.{call}(a, texts, limit)", [argument, texts, limit]
                )
                page.context.close()
    if tool.name == "deskbook":
        result["file"] = first_searches(browser, tool, tool.output.resolve().as_uri(), texts, patience, seconds)
    return result


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--pages", type=int, required=True)
    parser.add_argument("--row-seconds", type=int, default=60, help="most seconds for one figure of a tool")
    parser.add_argument("--results", type=pathlib.Path, required=True)
    options = parser.parse_args()
    texts = [query["text"] for query in json.loads((options.folder / "queries.json").read_text())]
    earlier = [json.loads(line) for line in options.results.read_text().splitlines()]
    # A build that was broken off leaves half a site behind.
    unbuilt = {
        record["tool"]: record["missing"]
        for record in earlier
        if (record["part"], record.get("pages")) == ("build", options.pages) and "missing" in record
    }
    with options.results.open("a") as results, sync_playwright() as playwright:

        def put(**record):
            print(json.dumps({"part": "search", "pages": options.pages, **record}), file=results, flush=True)

        put(tool="deskbook", script=search_script(peers.Deskbook(options.folder).output))
        browser = playwright.chromium.launch(executable_path=BROWSER, args=["--no-sandbox"])
        for kind in peers.SEARCHERS:
            tool = kind(options.folder)
            if tool.title in unbuilt:
                put(tool=tool.title, missing=f"has no built site: {unbuilt[tool.title]}")
                continue
            if not (tool.output / "index.html").exists():
                put(tool=tool.title, missing=tool.missing() or "has no built site of this size")
                continue
            print(f"   search of {options.pages:,} pages: {tool.title}", flush=True)
            try:
                put(tool=tool.title, **measure(browser, tool, texts, options.pages, options.row_seconds))
            except Error as error:
                put(tool=tool.title, missing=f"failed: {error.message.splitlines()[0]}")
        browser.close()


if __name__ == "__main__":
    main()
