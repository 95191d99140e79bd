"""What comes out of the printer: cards at their true size, nothing hidden, no chrome."""

import math
import re
import subprocess

import pytest

# Width and height in millimetres, front and back alike.
SIZES = {
    "a7": (74, 105), "a6": (105, 148), "a5": (148, 210), "3x5": (76.2, 127), "4x6": (101.6, 152.4),
    "quarter": (107.95, 139.7), "half": (139.7, 215.9), "business-us": (88.9, 50.8), "business-eu": (85, 55),
    "tent": (190.5, 114.3), "tent-low": (215.9, 63.5),
}  # fmt: skip
MM = 96 / 25.4


@pytest.mark.parametrize("media", ["screen", "print"])
def test_cards_have_their_true_size(media, handbook, reader):
    # On the screen the list of all cards shows them small.
    for path in ["cards/index.html"] * (media == "print") + [handbook.of_kind("card")[0]]:
        page = reader.open(path)
        page.emulate_media(media=media)
        faces = page.locator(".face").evaluate_all(
            """faces => faces.map(face => {
              const box = face.getBoundingClientRect();
              return [face.closest('.card').className, box.width, box.height];
            })"""
        )
        assert faces, path
        for names, width, height in faces:
            [size] = [name.removeprefix("size-") for name in names.split() if name.startswith("size-")]
            assert abs(width / MM - SIZES[size][0]) < 0.1, (path, names)
            assert abs(height / MM - SIZES[size][1]) < 0.1, (path, names)


def test_nothing_on_a_card_is_cut_off(handbook, reader):
    cut = []
    for path in ["cards/index.html", *handbook.of_kind("card")]:
        page = reader.open(path)
        page.emulate_media(media="print")
        cut += page.locator(".face").evaluate_all(
            """faces => faces.filter(face => {
              const inner = face.querySelector('.card-body');
              return face.scrollHeight > face.clientHeight + 1 || inner.scrollHeight > inner.clientHeight + 1
                || face.scrollWidth > face.clientWidth + 1;
            }).map(face => location.pathname + ' ' + face.closest('.card').id + ' ' + face.className)"""
        )
    assert cut == []


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_two_cards_of_the_usual_size_share_a_sheet_and_nothing_else_is_printed(paper, handbook, reader):
    [path, *_] = [path for path in handbook.of_kind("card") if "size-a6" in handbook.documents[path].text]
    page = reader.open(path)
    sheets = page.pdf(format=paper, prefer_css_page_size=True)
    count = len(re.findall(rb"/Type\s*/Page\b", sheets))
    assert count == math.ceil(page.locator(".face").count() / 2)
    page.emulate_media(media="print")
    assert page.locator("body *").evaluate_all(
        """all => all.filter(one => one.checkVisibility() && !one.closest('.face')
          && [...one.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.textContent.trim()))
          .map(one => one.className + ': ' + one.textContent)"""
    ) == []


def test_paper_has_no_chrome(handbook, reader):
    parts = {".site-header", ".site-nav", ".site-footer", ".copy", ".script-bar > :not(.about)", ".skip", ".sequence", ".anchor"}
    met = set()
    for kind in ("guide", "phrases", "script", "card"):
        page = reader.open(handbook.of_kind(kind)[0])
        page.emulate_media(media="print")
        for part in parts:
            met |= {part} if page.locator(part).count() else set()
            assert page.locator(part).evaluate_all("all => all.every(one => !one.checkVisibility())"), (kind, part)
    assert met == parts


def test_a_script_prints_all_its_steps_though_one_is_shown(handbook, reader):
    page = reader.open(handbook.of_kind("script")[0])
    page.keyboard.press("1")
    page.emulate_media(media="print")
    assert page.locator(".script > .step").evaluate_all("all => all.every(one => one.checkVisibility())")


def test_answers_are_printed_though_closed(handbook, reader):
    for kind, closed in (("practice", ".good-answer .say"), ("faq", ".question .answer")):
        page = reader.open(handbook.of_kind(kind)[0])
        page.emulate_media(media="screen")
        if kind == "faq":
            page.locator(".toggle-all").click()
        assert page.locator(closed).count() and page.locator(closed).first.is_hidden()
        page.emulate_media(media="print")
        assert page.locator(closed).evaluate_all("all => all.every(one => one.checkVisibility() && one.offsetHeight > 0)"), kind


def test_a_blank_that_nobody_filled_is_a_rule_with_its_label(sampler_reader):
    page = sampler_reader.open("fields.html")
    page.emulate_media(media="print")
    blank = page.locator(".field[data-field=client]").first
    assert blank.bounding_box()["width"] / MM >= 30
    assert blank.evaluate("one => parseFloat(getComputedStyle(one).borderTopWidth)") >= 1
    assert blank.inner_text() == "Client’s name"


def test_dark_pages_print_black_on_white(new_reader, base, handbook):
    page = new_reader(base, color_scheme="dark").open(handbook.of_kind("phrases")[0])
    page.emulate_media(media="print", color_scheme="dark")
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"


@pytest.mark.parametrize("size", ["tent", "tent-low"])
@pytest.mark.parametrize("media", ["screen", "print"])
def test_panels_of_tents_have_their_true_size(media, size, new_reader, sampler_base):
    page = new_reader(sampler_base, viewport={"width": 1280, "height": 900}).open(f"cards/{size}.html")
    page.emulate_media(media=media)
    box = page.locator(".face").bounding_box()
    assert abs(box["width"] / MM - SIZES[size][0]) < 0.1 and abs(box["height"] / MM - SIZES[size][1]) < 0.1


@pytest.mark.parametrize("width", [390, 800, 1024])
def test_tents_can_be_read_on_any_screen(width, new_reader, sampler_base):
    page = new_reader(sampler_base, viewport={"width": width, "height": 900}).open("cards/index.html")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.locator(".face").evaluate_all(
        "all => all.every(face => face.scrollHeight <= face.clientHeight + 1 && face.scrollWidth <= face.clientWidth + 1)"
    )


COLUMNS = [3, 7, 9, 14]


@pytest.fixture(scope="module")
def wide(deskbook, tmp_path_factory):
    """The address of a page with tables of many columns, one of them in raw HTML, and long words in each."""
    folder = tmp_path_factory.mktemp("wide")
    tables = []
    for count in COLUMNS:
        cells = [f"c{count}x{number}" for number in range(count)]
        rows = [cells, ["---"] * count, [f"appointment-{cell}-reconfirmation" for cell in cells]]
        tables.append("\n".join("| " + " | ".join(row) + " |" for row in rows))
    raw = "".join(f"<td>c8x{number} undeliverable</td>" for number in range(8))
    tables.append(f"<table><tr>{raw}</tr></table>")
    (folder / "Content").mkdir()
    (folder / "Content/index.md").write_text("# Wide\n\n" + "\n\n".join(tables) + "\n")
    subprocess.run([deskbook, "build", folder, "--output", folder / "site", "--quiet"], check=True)
    return (folder / "site").as_uri() + "/"


@pytest.mark.parametrize("paper,width", [("A4", 595.3), ("Letter", 612)])
def test_no_column_of_a_wide_table_is_cut_off(paper, width, wide, new_reader, tmp_path):
    page = new_reader(wide).open("index.html")
    (tmp_path / "wide.pdf").write_bytes(page.pdf(format=paper, prefer_css_page_size=True))
    boxes = subprocess.run(
        ["pdftotext", "-bbox", tmp_path / "wide.pdf", "-"], check=True, capture_output=True, text=True
    ).stdout
    words = [
        (float(left), float(right), word)
        for left, right, word in re.findall(r'<word xMin="([-.\d]+)"[^>]*xMax="([-.\d]+)"[^>]*>([^<]*)<', boxes)
    ]
    assert [word for left, right, word in words if left < 20 or right > width - 20] == []
    # Words may be broken into lines: the letters of a column stand in order, in whatever pieces.
    printed = "".join(word for _, _, word in words)
    for count in [*COLUMNS, 8]:
        assert f"c{count}x{count - 1}" in printed, count


def test_text_of_wide_tables_can_be_read(wide, new_reader):
    page = new_reader(wide).open("index.html")
    page.emulate_media(media="print")
    sizes = page.locator("td").evaluate_all("all => all.map(one => parseFloat(getComputedStyle(one).fontSize) * .75)")
    assert min(sizes) >= 6
