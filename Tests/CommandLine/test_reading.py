"""What editors may write: marks at the start, line ends, names, drafts, folders of foreign Markdown."""

import re
import shutil

import pytest
from desks import Desk

PAGE = "---\ntitle: Ärger & Maß\nkind: phrases\nowner: Lead\n---\n\n| Say | Instead of |\n| --- | --- |\n| Ja, gern. | Nein. |\n"


def body(desk, path="page.html"):
    page = desk.site[path].decode("utf-8")
    return page.split("<main", 1)[1].split("</main>")[0]


def test_marks_at_the_start_and_windows_line_ends_make_no_difference(desk):
    desk.write("page.md", PAGE)
    assert desk.build().status == 0
    plain = body(desk)
    for variant in ("\ufeff" + PAGE, PAGE.replace("\n", "\r\n"), "\ufeff" + PAGE.replace("\n", "\r\n")):
        desk.write("page.md", variant)
        assert desk.build().status == 0
        assert body(desk).replace("\r", "") == plain


def test_settings_may_have_a_mark_and_windows_line_ends(desk):
    desk.write("handbook.yml", "\ufefftitle: Ärger\r\nvalues:\r\n  clinic: Praxis\r\n")
    desk.write("page.md", "# P\n\n> [!SAY]\n> Hier {{clinic}}.\n")
    assert desk.build().status == 0
    assert "Hier Praxis." in body(desk)
    assert "<title>P · Ärger</title>" in desk.site["page.html"].decode("utf-8")


def test_places_count_the_mark_at_the_start_and_every_line_end_once(desk):
    desk.write("index.md", "\ufeff# Tiny\r\n\r\n[x](nowhere.md)\r\n")
    head, line, marks, _ = desk.check().finding("link-target")
    assert head.startswith("Content/index.md:3:5: ")
    assert line == "[x](nowhere.md)"
    assert marks == "    ^~~~~~~~~~"


def test_a_handbook_may_have_blanks_and_umlauts_in_its_folder(program, tmp_path):
    desk = Desk(program, tmp_path / "Mein Büro & Co")
    desk.write("index.md", "# Büro\n\n[Maß](<Ä Ö/Maß nehmen.md>)\n")
    desk.write("Ä Ö/Maß nehmen.md", "# Maß\n\n[zurück](../index.md)\n")
    done = desk.run("build", "Mein Büro & Co", "--strict", cwd=tmp_path)
    assert done.status == 0, done.err
    assert "Ä Ö/Maß nehmen.html" in desk.site
    assert "Mein Büro & Co/Output" in done.out


def test_names_composed_differently_are_kept_as_they_are(desk):
    desk.write("u\u0308ber.md", "# Über\n")
    assert desk.build().status == 0
    assert "u\u0308ber.html" in desk.site


def test_an_empty_content_folder_never_replaces_a_site(built):
    before = built.site
    for file in built.content.iterdir():
        file.unlink()
    done = built.build()
    assert done.status == 1
    assert "shared drive" in done.finding("no-pages")[1]
    assert built.site == before


def test_a_handbook_needs_no_settings(empty_desk):
    empty_desk.write("index.md", "# Plain\n\nText.\n")
    done = empty_desk.build("--strict")
    assert done.status == 0, done.err
    assert "Text." in body(empty_desk, "index.html")


def test_no_content_folder_is_said_with_a_mend(tmp_path, program):
    desk = Desk(program, tmp_path / "desk")
    desk.content.rmdir()
    done = desk.build()
    assert done.status == 64
    assert "Content" in done.err and "help:" in done.err


def test_foreign_markdown_builds_as_it_is(empty_desk):
    empty_desk.write("README.md", "---\nlayout: page\npermalink: /x/\n---\n\nHello {{ site.title }} {% include x %}\n\n[gone](gone.md)\n")
    empty_desk.write("docs/guide.md", "No title here, [a link](../README.md) and {{name}}.\n")
    done = empty_desk.build()
    assert done.status == 0, done.err
    assert ": error: " not in done.err
    assert {"index.html", "docs/guide.html", "docs/index.html"} <= set(empty_desk.site)
    assert "{{ site.title }}" in body(empty_desk, "index.html")


def test_hidden_and_underscored_names_are_skipped_and_others_copied(desk):
    desk.write(".hidden.md", "# H\n")
    desk.write("_draft/page.md", "# D\n")
    desk.write("_notes.md", "# N\n")
    desk.write("files/form.pdf", b"%PDF-1.4 form")
    assert desk.build().status == 0
    assert desk.site["files/form.pdf"] == b"%PDF-1.4 form"
    assert [path for path in desk.site if "hidden" in path or "draft" in path or "notes" in path] == []


def test_drafts_are_left_out_unless_asked_for(desk):
    desk.write("draft.md", "---\ntitle: Draft\ndraft: true\n---\n\nNot yet.\n")
    assert desk.build().status == 0
    assert "draft.html" not in desk.site
    assert not any(b"Not yet." in content for content in desk.site.values())
    assert desk.build("--drafts").status == 0
    assert "draft.html" in desk.site


def test_readme_is_a_folders_page_where_no_index_is(desk):
    desk.write("one/README.md", "# One\n")
    desk.write("two/README.md", "# Readme two\n")
    desk.write("two/index.md", "# Index two\n")
    assert desk.build().status == 0
    assert "<h1>One" in desk.site["one/index.html"].decode()
    assert "<h1>Index two" in desk.site["two/index.html"].decode()
    assert "two/README.html" in desk.site


def test_a_folder_without_a_page_gets_one_that_lists_it(desk):
    desk.write("policies/fees.md", "# Fees\n")
    assert desk.build().status == 0
    assert 'fees.html">Fees</a>' in body(desk, "policies/index.html")


def test_links_to_folders_roots_and_headings_lead_there(desk):
    desk.write("index.md", "# Tiny\n\n[a](fees/) [b](fees) [c](/fees/late.md) [d](fees/late.md#what-to-say-1) [e](fees/index.md)\n")
    desk.write("fees/index.md", "# Fees\n\n[up](../index.md) [late](late.md)\n")
    desk.write("fees/late.md", "# Late\n\n## What to say?\n\nA.\n\n## What to say!\n\nB. [fees](./)\n")
    done = desk.build()
    assert done.status == 0, done.err
    found = re.findall(r'<a href="([^"]+)">[abcde]</a>', body(desk, "index.html"))
    assert found == ["fees/index.html", "fees/index.html", "fees/late.html", "fees/late.html#what-to-say-1", "fees/index.html"]


def test_a_page_takes_its_title_from_its_first_heading_or_its_name(desk):
    desk.write("front-desk_hours.md", "No heading.\n")
    done = desk.build()
    assert done.status == 0
    assert done.finding("missing-title")[0].startswith("Content/front-desk_hours.md:1:1: warning: ")
    assert "<h1>Front desk hours</h1>" in desk.site["front-desk_hours.html"].decode()


@pytest.mark.parametrize("written, shown", [(r"\{{client}}", "{{client}}"), ("`{{client}}`", "<code>{{client}}</code>")])
def test_a_placeholder_can_be_written_literally(written, shown, desk):
    desk.write("page.md", f"# P\n\n> [!SAY]\n> It is {written}.\n")
    assert desk.build().status == 0
    assert f"It is {shown}." in body(desk)


def test_old_paths_lead_to_the_page(desk):
    desk.write("handbook.yml", "title: Tiny\nredirects: {old/start.md: index.md}\n")
    desk.write("index.md", "---\ntitle: Tiny\naliases: [former.md]\n---\n\nText.\n")
    done = desk.build()
    assert done.status == 0, done.err
    assert 'url=index.html"' in desk.site["former.html"].decode()
    assert 'url=../index.html"' in desk.site["old/start.html"].decode()


def test_the_theme_of_the_handbook_itself_is_used(desk, bundled):
    shutil.copytree(bundled / "Themes" / "default", desk.folder / "Themes" / "own")
    strings = desk.folder / "Themes" / "own" / "strings" / "en.yml"
    strings.write_text(strings.read_text(encoding="utf-8").replace('"Skip to content"', '"Jump ahead"'), encoding="utf-8")
    assert desk.build("--theme", "own").status == 0
    assert b"Jump ahead" in desk.site["index.html"]
    desk.write("handbook.yml", "title: Tiny\ntheme: own\n")
    assert desk.build().status == 0
    assert b"Jump ahead" in desk.site["index.html"]


def test_an_unknown_hole_in_a_theme_is_an_error_with_its_place(desk, bundled):
    shutil.copytree(bundled / "Themes" / "default", desk.folder / "Themes" / "own")
    template = desk.folder / "Themes" / "own" / "templates" / "page.mustache"
    lines = template.read_text(encoding="utf-8").splitlines()
    lines.insert(2, "<!-- {{nonsense}} -->")
    template.write_text("\n".join(lines), encoding="utf-8")
    done = desk.build("--theme", "own")
    assert done.status == 1
    assert "page.mustache:3" in done.err and "nonsense" in done.err
    assert not desk.output.exists()


def test_the_address_makes_a_map_and_a_calendar(desk):
    assert desk.build().status == 0
    assert not {"sitemap.xml", "review.ics"} & set(desk.site)
    desk.write("handbook.yml", "title: Tiny\nurl: https://desk.example/x\nreview: {every: 6 months, owner: Lead}\n")
    desk.write("index.md", "---\ntitle: Tiny\nreviewed: 2026-11-01\n---\n\nText.\n")
    done = desk.build("--clock", "2026-11-20")
    assert done.status == 0, done.err
    assert b"<loc>https://desk.example/x/index.html</loc>" in desk.site["sitemap.xml"]
    assert b"DTSTART;VALUE=DATE:20270501" in desk.site["review.ics"]
    assert all(line.endswith(b"\r") for line in desk.site["review.ics"].split(b"\n")[:-1])
