"""Weighs and times pages of the bundled handbook, beside Material for MkDocs with the same text.

pages.py FOLDER --results FILE [--runs N]
"""

import argparse
import contextlib
import gzip
import html
import json
import os
import pathlib
import re
import shutil
import statistics
import subprocess

import peers
from playwright.sync_api import sync_playwright
from search import Server

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
# The pages of the handbook that are measured, by their paths in either site.
PAGES = {
    "home": "index.html",
    "phrases": "phrases/opening.html",
    "script": "policies/missed-appointment.html",
    "questions": "faq/difficult-clients.html",
    "practice": "practice/role-plays.html",
    "model": "heart.html",
    "guide": "situations/angry-client.html",
}
# What Deskbook makes itself; a peer has no such page.
OWN = {"phrase index": "phrases.html", "cards": "cards/index.html", "A–Z": "az.html"}
SETTLED = 3_500  # ms after loading, in which pages fetch what they put off
SHIFTS = """() => new Promise((done) => {
  let sum = 0;
  new PerformanceObserver((list) => list.getEntries().forEach((entry) => { sum += entry.value; }))
    .observe({ type: 'layout-shift', buffered: true });
  setTimeout(() => done(sum), 50);
})"""
LONG = """() => new Promise((done) => {
  const tasks = [];
  new PerformanceObserver((list) => list.getEntries().forEach((entry) => tasks.push(entry.duration)))
    .observe({ type: 'longtask', buffered: true });
  setTimeout(() => done(tasks), 50);
})"""
PAINT = """() => new Promise((done) => {
  const found = () => performance.getEntriesByName('first-contentful-paint')[0];
  const look = () => (found() ? done(found().startTime) : setTimeout(look, 10));
  look();
})"""


def build_material(folder):
    """The handbook's text with Material for MkDocs; why not, where that fails."""
    program = peers.TOOLS / "mkdocs"
    if not program.exists():
        return "mkdocs is not installed"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(peers.REPOSITORY / "Content", folder / "docs")
    (folder / "mkdocs.yml").write_text(peers.MKDOCS.replace("Benchmark Handbook", "Front Desk Handbook"))
    done = subprocess.run(
        [program, "build", "--quiet", "--config-file", folder / "mkdocs.yml", "--site-dir", folder / "site"],
        capture_output=True, text=True, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
    )  # fmt: skip
    return done.stderr.strip()[-200:] if done.returncode else ""


def weigh(browser, address):
    """Bytes by `gzip -9` of all that a page loads until it is settled, by what they are; and its layout shift."""
    page = browser.new_context(viewport={"width": 1280, "height": 800}).new_page()
    loaded = {}

    def keep(response):
        kind = response.headers.get("content-type", "").split(";")[0]
        path = response.url.split("?")[0]
        # An index is what a search asks for; the script that asks counts.
        if response.ok and not re.search(r"/search/|/data/|search_index|/sw\.js", path):
            loaded[path] = (kind, response)

    page.on("response", keep)
    page.goto(address)
    page.wait_for_timeout(SETTLED)
    sizes = {"html": 0, "css": 0, "javascript": 0, "font": 0}
    for kind, response in loaded.values():
        for name in sizes:
            if name in kind:
                sizes[name] += len(gzip.compress(response.body(), 9))
    shift = page.evaluate(SHIFTS)
    page.context.close()
    return {**sizes, "shift": shift}


def paints(browser, addresses, runs):
    """First contentful paint of each address in a fresh browser context, in milliseconds.

    In turns, as a machine is not equally fast all the time; the first run warms up and does not count.
    """
    times = {key: [] for key in addresses}
    for _ in range(runs + 1):
        for key, address in addresses.items():
            page = browser.new_context(viewport={"width": 1280, "height": 800}).new_page()
            page.goto(address)
            times[key].append(page.evaluate(PAINT))
            page.context.close()
    return {key: statistics.median(found[1:]) for key, found in times.items()}


def long_tasks(browser, address):
    """Tasks over 50 ms from the opening of a page until it is settled, on a processor a quarter as fast."""
    page = browser.new_context(viewport={"width": 1280, "height": 800}).new_page()
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": 4})
    page.goto(address)
    page.wait_for_timeout(SETTLED)
    tasks = page.evaluate(LONG)
    page.context.close()
    return tasks


def bare(site, path, folder):
    """All text of a page, its navigation too, in a page without style sheets or scripts."""
    text = (site / path).read_text(encoding="utf-8")
    body = re.sub(r"<(script|svg|dialog|noscript).*?</\1>", "", text[text.index("<body") :], flags=re.S)
    lines = [re.sub(r"<[^>]+>|\s+", " ", part).strip() for part in re.split(r"</(?:p|li|h\d|td|dd|summary)>", body)]
    file = folder / path
    file.parent.mkdir(parents=True, exist_ok=True)
    shown = "".join(f"<p>{html.escape(html.unescape(line))}</p>\n" for line in lines if line)
    file.write_text(f'<!doctype html>\n<html lang="en"><meta charset="utf-8"><title>Bare</title>\n{shown}</html>\n')


def measure(browser, sites, runs):
    """A record for each page of each site: `sites` are tools with the folder of the site and its pages."""
    with contextlib.ExitStack() as stack:
        addresses = {}
        for tool, folder, pages in sites:
            server = stack.enter_context(Server(folder))
            for name, path in pages.items():
                if (folder / path).exists():
                    addresses[tool, name] = f"{server.address}/{path}"
        painted = paints(browser, addresses, runs)
        for (tool, name), address in addresses.items():
            record = {"part": "page", "tool": tool, "page": name, "paint": painted[tool, name]}
            if tool != "bare":
                record |= {**weigh(browser, address), "long": long_tasks(browser, address)}
            yield record


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--results", type=pathlib.Path, required=True)
    parser.add_argument("--runs", type=int, default=15)
    given = parser.parse_args()
    given.folder = given.folder.resolve()  # mkdocs takes paths as relative to its configuration
    given.folder.mkdir(parents=True, exist_ok=True)
    desk, material, plain = (given.folder / name for name in ("desk", "material", "bare"))
    subprocess.run([peers.DESKBOOK, "build", peers.REPOSITORY, "--output", desk, "--quiet"], check=True)
    pages = {**PAGES, **OWN}
    for path in pages.values():
        bare(desk, path, plain)
    problem = build_material(material)
    if problem:
        print(f"pages.py: {problem}")
    with sync_playwright() as playwright, given.results.open("a") as results:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        sites = [("bare", plain, pages), ("Deskbook", desk, pages)]
        if not problem:
            sites.append(("mkdocs-material", material / "site", PAGES))
        for record in measure(browser, sites, given.runs):
            results.write(json.dumps(record) + "\n")
        browser.close()


if __name__ == "__main__":
    main()
