"""Input that was made to break, slow or mislead the program."""

import os
import subprocess
import time

import pytest

SECONDS = 5


def survives(desk, *arguments):
    """Runs a build that may find mistakes, but not crash or take long."""
    begin = time.monotonic()
    done = desk.build("--quiet", *arguments, timeout=60)
    assert time.monotonic() - begin < SECONDS
    assert done.status in (0, 1), done.err[:500]
    assert len(done.err) < 2_000_000
    return done


PAGES = {
    "nested quotes": ">" * 20_000 + " deep\n",
    "nested quotes with blanks": "> " * 20_000 + "deep\n",
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
    "closed placeholders": "{{x}}" * 20_000 + "\n",
    "headings": "".join(f"## Same\n\n" for _ in range(20_000)),
    "rows": "| Say | Why |\n| --- | --- |\n" + "| a | b |\n" * 20_000,
    "columns": "|" + "a|" * 5_000 + "\n|" + "-|" * 5_000 + "\n" + ("|" + "b|" * 5_000 + "\n") * 3,
    "references": "".join(f"[{number}]: x\n" for number in range(20_000)) + "[1] " * 20_000,
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


def test_raw_html_never_reaches_a_page(desk):
    desk.write(
        "index.md",
        "# Tiny <script>alert(1)</script>\n\n<script>alert(2)</script>\n\n<img src=x onerror=alert(3)>\n\n"
        "<kbd onclick=alert(4)>K</kbd> <details ontoggle=alert(5) open><summary>S</summary></details>\n\n"
        "[a](javascript:alert(6)) [b](JaVaScRiPt:alert(7)) [c](data:text/html,x) [d](vbscript:x) ![e](javascript:alert(8))\n\n"
        "<a href='javascript:alert(9)'>x</a> <svg/onload=alert(10)> <style>*{display:none}</style> <iframe src=x></iframe>\n\n"
        "<!-- comment <script>alert(11)</script> -->\n\n<base href=//x> <meta http-equiv=refresh content=0> <br/onclick=alert(12)>\n",
    )
    desk.write("handbook.yml", "title: Tiny <script>alert(13)</script>\norganization: \"</title><script>alert(14)</script>\"\n")
    done = desk.build()
    assert done.status == 0
    for path, content in desk.site.items():
        if not path.endswith(".html"):
            continue
        page = content.decode("utf-8")
        assert "<script>" not in page, path
        body = page.split("<main", 1)[1].split("</main>")[0]
        for part in ("onerror", "onclick", "ontoggle", "onload", "javascript:", "vbscript:", "data:text", "<img", "<svg/", "<style", "<iframe", "<base", "<meta", "<a href='"):
            if part not in body.lower():
                continue
            # What is left may stand as escaped text, never inside a tag.
            assert part.startswith("<") is False, (path, part)
            place = body.lower().index(part)
            assert body.rfind("<", 0, place) < body.rfind(">", 0, place), (path, part)


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


def test_a_name_that_is_not_utf_8_is_refused(desk):
    (desk.content / os.fsdecode(b"caf\xe9.md")).write_text("# A\n")
    done = desk.build()
    assert done.status == 1
    assert "[file-name]" in done.err


@pytest.mark.parametrize("name", ["question?.md", "per%20cent.md", "hash#tag.md", "a b+c&d=e;f.md", "'quote\".md", "-dash.md", "index.html.md"])
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
