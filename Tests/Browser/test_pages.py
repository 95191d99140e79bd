"""Each kind of page: it loads in silence, fits the screen, and everyone can use it."""

import pytest
from accessibility import violations

KINDS = [
    "home", "guide", "model", "phrases", "script", "faq", "practice", "card", "section", "az",
    "phrase-index", "cards", "card-check", "missing", "changes",
]  # fmt: skip
FIXED = {"home": "index.html", "az": "az.html", "phrase-index": "phrases.html", "cards": "cards/index.html", "missing": "404.html", "changes": "changes.html"}
NARROW = {"width": 360, "height": 740}
WIDE = {"width": 1280, "height": 800}


@pytest.fixture(params=KINDS)
def path(request, handbook):
    """The first page of each kind."""
    return handbook.of_kind(request.param)[0]


@pytest.mark.parametrize("kind", FIXED)
def test_a_page_of_the_build_itself_stands_at_its_promised_place(kind, handbook):
    # The index of phrases goes on in further parts.
    assert [path for path in handbook.of_kind(kind) if not path.startswith("phrases-")] == [FIXED[kind]]


@pytest.mark.both_origins
def test_a_page_loads_without_a_complaint(path, reader):
    page = reader.open(path)
    assert page.locator("h1").is_visible()
    assert page.title()
    assert page.locator("html").get_attribute("lang")
    assert page.evaluate("getComputedStyle(document.body).margin") == "0px", "the style sheet is missing"
    assert not page.locator("html.no-js").count(), "the scripts did not run"


@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["narrow", "wide"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_page_has_no_accessibility_violation(scheme, size, path, new_reader, server):
    reader = new_reader(server + "book/", color_scheme=scheme, viewport=size)
    assert violations(reader.open(path)) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_page_in_high_contrast_has_no_accessibility_violation(scheme, path, new_reader, handbook):
    page = new_reader(handbook.folder.as_uri() + "/", color_scheme=scheme).open(path)
    page.evaluate("document.documentElement.dataset.scheme = 'contrast'")
    assert violations(page) == []


def test_pictures_of_each_kind_of_page_are_kept(request, path, handbook, screenshots, new_reader):
    kind = request.node.callspec.params["path"]
    page = new_reader(handbook.folder.as_uri() + "/").open(path)
    for size in (NARROW, WIDE):
        page.set_viewport_size(size)
        # What is seen in the first few screens says enough; the index of all phrases has a hundred.
        height = min(page.evaluate("document.documentElement.scrollHeight"), 3_000)
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            picture = page.screenshot(
                path=screenshots / f"{kind}-{size['width']}-{scheme}.png", full_page=True,
                clip={"x": 0, "y": 0, "width": size["width"], "height": height},
            )  # fmt: skip
            assert len(picture) > 5_000


WIDTH_IN_NEXT_FRAME = """() => new Promise((done) => {
  requestAnimationFrame(() => requestAnimationFrame(() => done(document.documentElement.scrollWidth)));
})"""


@pytest.mark.timeout(300)
@pytest.mark.parametrize("half", [0, 1])
def test_no_page_ever_scrolls_sideways(half, handbook, new_reader):
    # How wide a page is does not depend on where it came from: one origin will do.
    reader = new_reader(handbook.folder.as_uri() + "/")
    page = reader.page
    wide = []
    for path in list(handbook.documents)[half::2]:
        reader.open(path)
        for width in (768, 320):
            page.set_viewport_size({"width": width, "height": 740})
            # Tables that no longer fit get their box in the next frame.
            if page.evaluate(WIDTH_IN_NEXT_FRAME) > width:
                wide.append((path, width))
    assert wide == []


@pytest.mark.both_origins
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", ["elements.html", "fields.html", "arabic.html"])
def test_every_element_that_markdown_makes_is_accessible_and_fits(path, scheme, origin, sampler_base, new_reader):
    size = WIDE if origin == "file" else NARROW
    page = new_reader(sampler_base, color_scheme=scheme, viewport=size).open(path)
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]
