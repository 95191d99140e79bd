"""Input that was made to break, slow or mislead the program."""

import html.parser
import os
import resource
import subprocess

import pytest

# Of the processor: what a page may take before the program ends the build itself.
SECONDS = 20


def survives(desk, *arguments):
    """Runs a build that may find mistakes, but not crash or take long."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = desk.build("--quiet", *arguments, timeout=60)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    # The processor's time: a busy machine makes it half as long again, not four times as long.
    assert after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime < SECONDS
    assert done.status in (0, 1), done.err[:500]
    return done


PAGES = {
    "nested quotes": ">" * 20_000 + " deep\n",
    "nested quotes with blanks": "> " * 20_000 + "deep\n",
    "lists begun on one line": "- " * 20_000 + "deep\n",
    "nested lists": "".join("  " * depth + "- deep\n" for depth in range(1_500)),
    "nested brackets": "[" * 50_000 + "x" + "]" * 50_000 + "\n",
    "nested links": "[" * 20_000 + "](x.md)" * 20_000 + "\n",
    "nested images": "![" * 20_000 + "x" + "](x.png)" * 20_000 + "\n",
    "emphasis": "*a **a " * 20_000 + "\n",
    "underscores": "_a __a " * 20_000 + "\n",
    "backticks": "".join("x" + "`" * length for length in range(1_500)) + "\n",
    "tags": "<a " * 50_000 + "\n",
    "comments": "<!-- " * 50_000 + "\n",
    "entities": "&amp" * 100_000 + "\n",
    "placeholders": "{{" * 100_000 + "\n",
    "escaped placeholders": "\\{{" * 50_000 + "\n",
    "closed placeholders": "{{x}}" * 20_000 + "\n",
    "headings": "".join(f"## Same\n\n" for _ in range(20_000)),
    "rows": "| Say | Why |\n| --- | --- |\n" + "| a | b |\n" * 20_000,
    "columns": "|" + "a|" * 5_000 + "\n|" + "-|" * 5_000 + "\n" + ("|" + "b|" * 5_000 + "\n") * 3,
    "references": "".join(f"[{number}]: x\n" for number in range(10_000)) + "[1] " * 10_000,
    "footnotes": "".join(f"[^{number}]\n\n[^{number}]: note\n\n" for number in range(5_000)),
    "one line": "word " * 1_048_576 + "\n",
    "one word": "x" * 5_242_880 + "\n",
    "blank lines": "\n" * 3_000_000,
    "carriage returns": "\r" * 2_000_000,
    "zero bytes": "# A\n\n" + "\0" * 100_000 + "\n",
    "alerts": "> [!SAY]\n> x\n\n" * 10_000,
}


@pytest.mark.parametrize("name", PAGES)
def test_a_page_made_to_break_a_parser_ends_quickly_and_without_harm(name, desk):
    desk.write("handbook.yml", "title: Tiny\nrules: {orphan-page: off, duplicate-id: off, link-target: off}\n")
    desk.write("page.md", PAGES[name])
    survives(desk)


@pytest.mark.parametrize("kind", ["script", "faq", "practice", "model", "card", "phrases"])
def test_a_large_page_of_each_kind_ends_quickly(kind, desk):
    step = "## Step {0}?\n\n> [!SAY]\n> Word {0}.\n\n- [ ] tick\n\n- [Next](#step-{1})\n\n"
    text = "".join(step.format(number, number + 1) for number in range(3_000))
    desk.write("page.md", f"---\ntitle: Large\nkind: {kind}\nowner: Lead\n---\n\n{text}")
    survives(desk)


BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{name}: &{name} [{', '.join(['*' + before] * 9)}]\n" for before, name in zip("abcdefgh", "bcdefghi")
)


@pytest.mark.parametrize("file", ["handbook.yml", "sources.yml", "page.md"])
def test_a_bomb_of_yaml_aliases_is_refused(file, desk):
    desk.write(file, f"---\ntitle: Bomb\n{BOMB}---\n\nText.\n" if file.endswith(".md") else f"title: Bomb\n{BOMB}")
    done = survives(desk)
    assert done.status == 1
    assert "[yaml-alias]" in done.err


@pytest.mark.parametrize("nest", ["[" * 20_000, "{a: " * 20_000, "- " * 20_000, "? " * 20_000], ids=["[", "{", "-", "?"])
@pytest.mark.parametrize("file", ["handbook.yml", "page.md"])
def test_deeply_nested_yaml_is_refused(file, nest, desk):
    desk.write(file, f"---\ntags: {nest}\n---\n\nText.\n" if file.endswith(".md") else f"values:\n  {nest}\n")
    assert survives(desk).status == 1


def test_a_settings_file_of_megabytes_is_refused(desk):
    desk.write("handbook.yml", "title: Tiny\nvalues:\n" + "".join(f"  v{number}: x\n" for number in range(200_000)))
    assert survives(desk).status == 1


def test_a_page_above_the_limit_is_refused_by_name(desk):
    desk.write("large.md", b"# Large\n" + b"x" * (8 * 1_048_576))
    done = survives(desk)
    assert done.status == 1
    assert "Content/large.md:1:1: error: " in done.finding("file-size")[0]


@pytest.mark.parametrize("target", ["/etc/passwd", "../secret.md", "/nowhere", "self.md"])
def test_a_link_that_leaves_the_content_is_refused(target, built):
    (built.folder / "secret.md").write_text("# Secret\n")
    (built.content / "self.md").symlink_to(target)
    before = built.site
    done = built.build()
    assert done.status == 1
    assert "Content/self.md:1:1: error: " in done.finding("symlink")[0]
    assert built.site == before


def test_a_linked_folder_that_leaves_the_content_is_refused(desk):
    outside = desk.folder / "outside"
    outside.mkdir()
    (outside / "secret.md").write_text("# Secret\n")
    (desk.content / "folder").symlink_to("../outside")
    assert desk.build().finding("symlink")


def test_a_link_that_stays_inside_is_followed(desk):
    desk.write("real.md", "# Real\n\n[Other](alias.md) [index](index.md)\n")
    desk.write("index.md", "# Tiny\n\n[Real](real.md)\n")
    (desk.content / "alias.md").symlink_to("real.md")
    assert desk.build("--strict").status == 0
    assert {"real.html", "alias.html"} <= set(desk.site)


def test_folders_that_link_to_each_other_end(desk):
    (desk.content / "a").mkdir()
    (desk.content / "a" / "up").symlink_to("..")
    survives(desk)


class Danger(html.parser.HTMLParser):
    """Everything in a page's own part that could run, load or style something."""

    ALLOWED = {"http", "https", "mailto", "tel", ""}

    def __init__(self, page):
        super().__init__()
        self.found = []
        self.feed(page.split("<main", 1)[1].split("</main>")[0])

    def handle_starttag(self, tag, attributes):
        if tag in ("script", "style", "iframe", "object", "embed", "base", "meta", "svg", "form", "link"):
            self.found.append(tag)
        for name, value in attributes:
            scheme = (value or "").partition(":")[0] if ":" in (value or "") else ""
            if name.startswith("on") or name == "style" or name in ("href", "src") and scheme.lower() not in self.ALLOWED:
                self.found.append(f"{tag} {name}={value}")


HOSTILE_HTML = """\
# Tiny <script>alert(1)</script>

<script>alert(2)</script>

<img src=x onerror=alert(3)>

<kbd onclick=alert(4)>K</kbd> <details ontoggle=alert(5) open><summary>S</summary>x</details>

[a](javascript:alert(6)) [b](JaVaScRiPt:alert(7)) [c](data:text/html,x) [d](vbscript:x) ![e](javascript:alert(8))

[f](&#106;avascript:alert(9)) [g](java\nscript:alert(10)) <javascript:alert(11)> [h](//other.example/x)

<a href='javascript:alert(12)'>x</a> <svg/onload=alert(13)> <style>*{display:none}</style> <iframe src=x></iframe>

<!-- comment <script>alert(14)</script> --> <br/onclick=alert(15)> <abbr title="a" style="color:red">A</abbr>

<base href=//x> <meta http-equiv=refresh content=0> <SCRIPT SRC=//x></SCRIPT> <scr<script>ipt>alert(16)</scr</script>ipt>

| Say |
| --- |
| <script>alert(17)</script> Hello <img src=x onerror=alert(18)> |
"""


def test_raw_html_never_reaches_a_page(desk):
    desk.write("index.md", HOSTILE_HTML)
    done = desk.build()
    assert done.status == 0
    for path, content in desk.site.items():
        if path.endswith(".html"):
            assert Danger(content.decode("utf-8")).found == [], path


def test_the_look_out_for_danger_sees_it():
    for part in ("<script>", "<kbd onclick=x>", "<a href='javascript:x'>", "<IMG SRC=x ONERROR=x>", "<p style=x>"):
        assert Danger(f"<main>{part}</main>").found, part


def test_markup_in_titles_and_settings_stays_text(desk):
    desk.write(
        "handbook.yml",
        'title: "<script>alert(1)</script>"\norganization: "</title><script>alert(2)</script>"\n'
        "values: {v: <b>v</b>}\nfields: {f: {label: <b>f</b>, example: '\"><b>e</b>'}}\n",
    )
    desk.write(
        "page.md",
        "---\ntitle: '<b>\"a\"</b>'\nsummary: '<i>x</i>'\ntags: ['<u>t</u>']\nheard: ['<s>h</s>']\nowner: <em>o</em>\n---\n\n"
        "## <img src=x onerror=alert(1)>\n\n> [!SAY]\n> {{v}} {{f}}\n",
    )
    done = desk.build()
    assert done.status == 0, done.err
    for path, content in desk.site.items():
        if path.endswith(".html"):
            for tag in ("<script>alert", "<b>", "<i>", "<u>", "<s>", "<em>", "onerror=alert(1)>"):
                assert tag.encode() not in content, (path, tag)


def test_the_search_script_cannot_be_broken_out_of(desk):
    desk.write("index.md", "# Tiny\n\n</script><script>alert(1)</script> \u2028 `</script>` ]]> <!--\n")
    assert desk.build().status == 0
    script = desk.site["search/index.js"].decode("utf-8")
    assert "</script" not in script.lower()
    assert "\u2028" not in script


@pytest.mark.parametrize("name", ["a\nb.md", "a:b.md", "a\\b.md", "a\x1b[31mb.md"], ids=["newline", "colon", "backslash", "escape"])
def test_a_name_that_no_address_can_hold_is_refused(name, desk):
    desk.write(name, "# A\n")
    done = desk.build()
    assert done.status == 1
    assert "[file-name]" in done.err
    assert "\x1b" not in done.err


@pytest.mark.parametrize("name", ["question?.md", 'quote".md', "what:now.md", "star*.md", "con.md", "dot./a.md", "<a>.md"])
def test_a_name_that_windows_cannot_hold_is_refused(name, desk):
    desk.write("folder/" + name, "# A\n")
    done = desk.build()
    assert done.status == 1
    assert done.finding("file-name")[0].startswith(f"Content/folder/{name.split('/')[0]}")


def test_a_name_that_is_not_utf_8_is_refused(desk):
    (desk.content / os.fsdecode(b"caf\xe9.md")).write_text("# A\n")
    done = desk.build()
    assert done.status == 1
    assert "[file-name]" in done.err


@pytest.mark.parametrize("name", ["per%20cent.md", "hash#tag.md", "a b+c&d=e;f.md", "'quote.md", "-dash.md", "index.html.md"])
def test_a_strange_name_is_published_and_linked(name, desk):
    desk.write("folder/" + name, "# Strange\n")
    assert desk.build().status == 0
    assert "folder/" + name.removesuffix(".md") + ".html" in desk.site


def test_a_thousand_links_between_pages_end_quickly(desk):
    for number in range(300):
        links = " ".join(f"[{other}](p{other}.md#a)" for other in range(300))
        desk.write(f"p{number}.md", f"# P {number}\n\n## A\n\n{links}\n")
    survives(desk)


def test_memory_stays_small_on_a_page_of_megabytes(desk):
    desk.write("page.md", "word " * 1_000_000 + "\n")
    limit = 2 * 1024**3
    command = f'ulimit -v {limit // 1024}; exec "$0" build --quiet'
    done = subprocess.run(["bash", "-c", command, desk.program], cwd=desk.folder, env=desk.environment(), timeout=60)
    assert done.returncode == 0


NUMBERS = ["9223372036854775807", "-9223372036854775808", "9223372036854775808", "1e308", "1e30", ".nan", ".inf", "-.inf", "0", "-1", "1e-300", "4294967296", "99999999999 months", "9223372036854775807 years"]


@pytest.mark.parametrize("number", NUMBERS)
def test_numbers_of_any_size_are_taken_or_refused(number, desk):
    """Wherever a number may stand: in settings, at the top of a page, on the command line, in the environment."""
    sheet = {"paper": "a4", "size": "a7", "columns": 2, "rows": 2, "x": 20, "y": 30, "column-pitch": 90, "row-pitch": 120}
    settings = [
        f"spoken: {{words: {number}, grade: {number}}}", f"search: {{budget: {number}}}", f"review: {{every: {number}}}", f"cards: {{min: {number}, max: {number}}}",
        f"notice: {{text: x, until: {number}}}", f"values: {{a: {number}}}", f"brand: {{color: {number}}}", f"navigation: [{number}]",
        *(f"cards: {{sheets: {{s: {{{', '.join(f'{key}: {number if key == name else value}' for key, value in sheet.items())}}}}}}}" for name in sheet),
    ]  # fmt: skip
    keys = [f"order: {number}", f"review: {number}\nreviewed: 9999-12-31", f"reviewed: {number}", f"card: {{min: {number}, max: {number}}}", f"card: {{rows: [{number}], steps: [{number}], back: [{number}]}}", f"scenarios: [{number}]"]
    desk.write("card.md", "---\nkind: card\ntitle: Card\nowner: L\n---\n\n1. One\n")
    desk.write("search-tests.yml", f"- {{query: one, expect: card.md, top: {number}}}\n")
    for setting in settings:
        desk.write("handbook.yml", f"title: Tiny\n{setting}\n")
        survives(desk)
    desk.write("handbook.yml", "title: Tiny\n")
    for kind in ("card", "guide"):
        for key in keys:
            desk.write("card.md", f"---\nkind: {kind}\ntitle: Card\nowner: L\n{key}\n---\n\n> [!SAY]\n> One\n")
            survives(desk)
    commands = [["build", "--jobs"], ["review", "--within"], ["search", "one", "--limit"], ["cards", "--copies"], ["cards", "--gutter"], ["list", "--clock"], ["cards", "--select"]]
    for command in [*([*command, number] for command in commands), ["cards", "--offset", f"{number},{number}"], ["serve", "--port", number, "--none"]]:
        assert desk.run(*command).status in (0, 1, 64, 74), command
    assert desk.run("list", env={"SOURCE_DATE_EPOCH": number}).status in (0, 1, 64)
