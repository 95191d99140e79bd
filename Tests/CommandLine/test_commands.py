"""The other commands, and handbooks that are a little unusual."""

import json

from conftest import run


def test_list_names_every_page(handbook):
    handbook.page("fees.md", "| Say |\n| --- |\n| It is ten dollars. |\n",
                  title="Fees", kind="phrases", owner="Lead")
    rows = json.loads(handbook.run("list", "--json").stdout)
    kinds = {row["kind"] for row in rows}
    assert {"guide", "phrases", "phrase"} <= kinds
    assert any(row["title"] == "Fees" and row["owner"] == "Lead" for row in rows)
    assert handbook.run("list", "--csv").stdout.startswith("id,")


def test_search_answers_from_the_built_site(handbook):
    handbook.page("fees.md", "| Say | Instead of |\n| --- | --- |\n| Let me look into it. | No idea. |\n",
                  title="Fees", kind="phrases", owner="Lead")
    assert handbook.run("build").returncode == 0
    result = run("search", "no", "idea", "-C", str(handbook.folder), "--json")
    hits = json.loads(result.stdout)
    assert hits[0]["title"] == "Let me look into it."
    assert set(hits[0]) >= {"url", "title", "kind", "text", "score"}
    assert hits[0]["kind"] == "phrase" and hits[0]["url"].startswith("fees.html#p-")


def test_search_without_a_site_says_so(handbook):
    result = run("search", "fees", "-C", str(handbook.folder))
    assert result.returncode in (64, 74) and "deskbook build" in result.stderr


def test_drafts_are_left_out_unless_asked_for(handbook):
    handbook.page("later.md", "Text.\n", title="Later", draft="true")
    handbook.run("build")
    assert not (handbook.output / "later.html").exists()
    handbook.run("build", "--drafts")
    assert (handbook.output / "later.html").exists()


def test_byte_order_marks_and_windows_line_ends(handbook):
    text = "\ufeff---\r\ntitle: Fees\r\n---\r\n\r\nSee [it](gone.md).\r\n"
    handbook.write("fees.md", text)
    result = handbook.run("check")
    assert "Content/fees.md:5:10: error" in result.stderr, result.stderr


def test_names_with_spaces_and_umlauts(handbook):
    handbook.write("Über uns/Öffnungs zeiten.md", "# Zeiten\n")
    handbook.write("index.md", "# T\n\n[Zeiten](%C3%9Cber%20uns/%C3%96ffnungs%20zeiten.md)\n")
    result = handbook.run("build")
    assert result.returncode == 0, result.stderr
    assert (handbook.output / "Über uns" / "Öffnungs zeiten.html").exists()
    assert "%C3%9Cber%20uns/%C3%96ffnungs%20zeiten.html" in (handbook.output / "index.html").read_text()


def test_an_empty_content_folder_still_has_a_home(handbook):
    (handbook.content / "index.md").unlink()
    assert handbook.run("build").returncode == 0
    assert (handbook.output / "index.html").exists()


def test_a_handbook_without_settings(handbook):
    (handbook.content / "handbook.yml").unlink()
    assert handbook.run("build").returncode == 0


def test_folders_without_a_page_get_one(handbook):
    handbook.write("policies/fees.md", "# Fees\n")
    handbook.run("build")
    assert "fees.html" in (handbook.output / "policies" / "index.html").read_text()


def test_aliases_and_redirects_lead_on(handbook):
    handbook.page("fees.md", "Text.\n", title="Fees", aliases="[old/fees.md]")
    handbook.write("handbook.yml", "title: T\nredirects: {charges.md: fees.md}\n")
    assert handbook.run("build").returncode == 0
    assert "url=../fees.html" in (handbook.output / "old" / "fees.html").read_text()
    assert "url=fees.html" in (handbook.output / "charges.html").read_text()


def test_an_address_gives_a_map_and_a_calendar(handbook):
    handbook.write("handbook.yml", "title: T\nurl: https://desk.example/book\n")
    handbook.page("fees.md", "Text.\n", title="Fees", reviewed="2026-11-01", review="6 months", owner="Lead")
    assert handbook.run("build").returncode == 0
    assert "<loc>https://desk.example/book/fees.html</loc>" in (handbook.output / "sitemap.xml").read_text()
    assert "DTSTART;VALUE=DATE:20270501" in (handbook.output / "review.ics").read_text()


def test_help_has_examples_and_completions_exist():
    assert "Examples:" in run("build", "--help").stdout
    assert "deskbook" in run("--generate-completion-script", "bash").stdout
    assert run("--version").stdout.strip()


def test_the_last_line_sums_up(handbook):
    line = handbook.run("build").stdout.strip().splitlines()[-1]
    assert line.startswith("Built 1 page,") and "search index" in line
