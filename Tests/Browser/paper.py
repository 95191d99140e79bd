"""A page as it comes out of the printer."""

import re
import subprocess


def printed(page, folder, paper="A4"):
    """The text of each sheet, in the order of its lines, with single spaces."""
    file = folder / "printed.pdf"
    file.write_bytes(page.pdf(format=paper, prefer_css_page_size=True))
    text = subprocess.run(["pdftotext", file, "-"], check=True, capture_output=True, text=True).stdout
    return [re.sub(r"\s+", " ", sheet) for sheet in text.split("\f")[:-1]]


def words(text):
    """Text with single spaces, as `printed` gives it."""
    return re.sub(r"\s+", " ", text).strip()
