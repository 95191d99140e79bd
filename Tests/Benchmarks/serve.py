"""How long it takes from a save until the browser shows it, with `deskbook serve`.

    serve.py --pages 100 1000 --saves 20 [--program .build/release/deskbook]

Both ends are read from one clock: the save from the system's, the page from the browser's own time of its first paint.
"""

import argparse
import os
import pathlib
import re
import statistics
import subprocess
import sys
import tempfile
import time

from playwright.sync_api import sync_playwright

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent / "CommandLine"), str(HERE.parent / "Browser")]
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


def measure(program, pages, saves):
    """Milliseconds from each save to its first paint, and those of each build as the program prints them."""
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        subprocess.run([sys.executable, HERE / "corpus.py", "--pages", str(pages), folder], check=True, stdout=subprocess.DEVNULL)
        file = folder / "deskbook" / "Content" / "index.md"
        text = file.read_text(encoding="utf-8")
        shown = []
        with sync_playwright() as playwright, Preview(program, folder / "deskbook") as preview:
            browser = playwright.chromium.launch(executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"), args=["--no-sandbox"])
            page = browser.new_page(service_workers="block")
            preview.wait(lambda: preview.ask("/")[0] == 200, "the first build")
            page.goto(preview.address)
            for number in range(saves + 2):
                page.wait_for_timeout(1_500)
                moment = save(file, f"{text}\n\nSave number {number}.\n")
                wait_until(page, f"document.body?.textContent.includes('Save number {number}.')")
                wait_until(page, f"({PAINT})()")
                shown.append(page.evaluate(PAINT) - moment)
            built = [int(found.replace(",", "")) for found in re.findall(r"^Built .*; ([\d,]+) ms$", preview.text, re.MULTILINE)]
            browser.close()
        return shown[2:], built[3:]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--pages", type=int, nargs="+", default=[100, 1_000])
    parser.add_argument("--saves", type=int, default=20)
    parser.add_argument("--program", default=HERE.parents[1] / ".build" / "release" / "deskbook", type=pathlib.Path)
    arguments = parser.parse_args()
    for pages in arguments.pages:
        shown, built = measure(arguments.program.resolve(), pages, arguments.saves)
        print(
            f"{pages:>6} pages: save to paint, median {statistics.median(shown):.0f} ms, best {min(shown):.0f}, worst {max(shown):.0f};"
            f" build, median {statistics.median(built):.0f} ms, best {min(built)}"
        )


if __name__ == "__main__":
    main()
