"""How long it takes from a save until the browser shows it, with `deskbook serve` and with `hugo server`.

    serve.py --pages 100 1000 --saves 20 [--program .build/release/deskbook]

Both ends are read from one clock: the save from the system's, the page from the browser's own time of its first paint.
"""

import argparse
import os
import pathlib
import re
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request

from playwright.sync_api import sync_playwright

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent / "CommandLine"), str(HERE.parent / "Browser")]
from peers import WORK, Hugo  # noqa: E402
from serving import Preview  # noqa: E402
from waiting import wait_until  # noqa: E402

PAINT = """() => {
  const paint = performance.getEntriesByName('first-contentful-paint')[0];
  return paint ? performance.timeOrigin + paint.startTime : null;
}"""


def save(file, text):
    draft = file.with_name(f".{file.name}.swp")
    draft.write_text(text, encoding="utf-8")
    moment = time.time() * 1_000
    os.replace(draft, file)
    return moment


def shown_after_saves(address, file, saves):
    """Milliseconds from each save of the home page to its first paint."""
    text = file.read_text(encoding="utf-8")
    shown = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"), args=["--no-sandbox"])
        page = browser.new_page(service_workers="block")
        page.goto(address)
        for number in range(saves + 2):
            page.wait_for_timeout(1_500)
            moment = save(file, f"{text}\n\nSave number {number}.\n")
            wait_until(page, f"document.body?.textContent.includes('Save number {number}.')")
            wait_until(page, f"({PAINT})()")
            shown.append(page.evaluate(PAINT) - moment)
        browser.close()
    return shown[2:]


def deskbook(program, folder, saves):
    """Milliseconds to each paint, and those of each build as the program prints them."""
    with Preview(program, folder / "deskbook") as preview:
        preview.wait(lambda: preview.ask("/")[0] == 200, "the first build")
        shown = shown_after_saves(preview.address, folder / "deskbook" / "Content" / "index.md", saves)
        built = [int(found.replace(",", "")) for found in re.findall(r"^Built .*; ([\d,]+) ms$", preview.text, re.MULTILINE)]
    return shown, built[3:]


def free_port():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return taken.getsockname()[1]


def answers(address):
    try:
        return urllib.request.urlopen(address, timeout=5).status == 200
    except OSError:
        return False


def hugo(program, folder, saves):
    """The same with `hugo server`, which reloads pages by a script of its own."""
    peer = Hugo(folder)
    peer.set_up()
    port = free_port()
    command = [program, "server", "--source", peer.folder, "--port", str(port), "--bind", "127.0.0.1", "--renderToMemory"]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    printed = []
    listening = threading.Thread(target=lambda: printed.extend(server.stdout))
    listening.start()
    try:
        address = f"http://127.0.0.1:{port}/"
        while not answers(address):
            time.sleep(0.1)
        shown = shown_after_saves(address, peer.folder / "content" / "_index.md", saves)
    finally:
        server.terminate()
        server.wait()
        listening.join()
    built = [int(found) for found in re.findall(r"^Total in (\d+) ms", "".join(printed), re.MULTILINE)]
    return shown, built[2:]


def report(name, pages, shown, built):
    print(
        f"{pages:>6} pages, {name}: save to paint, median {statistics.median(shown):.0f} ms, best {min(shown):.0f},"
        f" worst {max(shown):.0f}; build, median {statistics.median(built):.0f} ms, best {min(built)}",
        flush=True,
    )


def installed(name):
    """A program of the benchmark's own environment."""
    folders = sorted((WORK / "venv/lib").glob("python3*/site-packages"))
    return (folders[0] if folders else WORK) / name


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--pages", type=int, nargs="+", default=[100, 1_000])
    parser.add_argument("--saves", type=int, default=20)
    parser.add_argument("--program", default=HERE.parents[1] / ".build" / "release" / "deskbook", type=pathlib.Path)
    parser.add_argument("--hugo", default=installed("hugo/binaries/hugo"), type=pathlib.Path)
    arguments = parser.parse_args()
    for pages in arguments.pages:
        with tempfile.TemporaryDirectory() as folder:
            folder = pathlib.Path(folder)
            subprocess.run([sys.executable, HERE / "corpus.py", "--pages", str(pages), folder], check=True, stdout=subprocess.DEVNULL)
            report("Deskbook", pages, *deskbook(arguments.program.resolve(), folder, arguments.saves))
            if arguments.hugo.exists():
                report("hugo server", pages, *hugo(arguments.hugo.resolve(), folder, arguments.saves))
            else:
                print(f"{arguments.hugo} is not there; Tests/Benchmarks/run installs it")


if __name__ == "__main__":
    main()
