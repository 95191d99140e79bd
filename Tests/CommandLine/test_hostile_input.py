"""Input that would hurt a careless reader ends quickly, with a finding or a page."""

import pytest

BOMB = "".join(
    f"{chr(97 + level)}: &{chr(97 + level)} [" + ", ".join([f"*{chr(96 + level)}"] * 9) + "]\n"
    for level in range(1, 9))


def test_a_symlink_that_leaves_the_content_is_refused(handbook, tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("secret")
    (handbook.content / "notes.txt").symlink_to(secret)
    result = handbook.run("build")
    assert result.returncode == 1
    assert "Content/notes.txt:1:1: error: " in result.stderr and "[symlink]" in result.stderr


def test_a_symlink_inside_the_content_is_followed(handbook):
    handbook.write("hours.txt", "nine to five")
    (handbook.content / "times.txt").symlink_to("hours.txt")
    assert handbook.run("build").returncode == 0
    assert (handbook.output / "times.txt").read_text() == "nine to five"


def test_a_yaml_alias_bomb(handbook):
    handbook.write("bomb.md", f"---\na: &a [x, x, x]\n{BOMB}---\n")
    result = handbook.run("build", timeout=5)
    assert result.returncode == 1
    assert "[yaml-alias]" in result.stderr


def test_yaml_nested_without_end(handbook):
    handbook.write("handbook.yml", "title: " + "[" * 50_000)
    result = handbook.run("build", timeout=5)
    assert result.returncode == 1
    assert "[yaml-syntax]" in result.stderr


@pytest.mark.parametrize("text", [
    "> " * 20_000 + "deep\n", "word " * 1_000_000, "[" * 50_000, "- " * 10_000 + "deep\n",
    "| a " * 2_000 + "|\n" + "|-" * 2_000 + "|\n" + "|x|\n" * 50, "`" * 100_000, "*a " * 50_000,
    "<!--" * 50_000, "\\{{" * 50_000, "{{a}}" * 20_000, "> [!SAY]\n> x\n\n" * 5_000,
], ids=["quotes", "one long line", "brackets", "lists", "wide table", "backticks", "stars",
        "comments", "escapes", "placeholders", "alerts"])
def test_ends_in_time(handbook, text):
    handbook.write("page.md", "# Page\n\n" + text)
    result = handbook.run("build", timeout=30)
    assert result.returncode in (0, 1), result.stderr[-500:]
    assert (handbook.output / "page.html").exists() or "[" in result.stderr


def test_markup_in_titles_stays_text(handbook):
    handbook.write("handbook.yml", "title: \"<script>alert(1)</script>\"\n")
    handbook.page("a.md", "## <img src=x onerror=alert(1)>\n", title="'<b>\"a\"</b>'",
                  summary="'<i>x</i>'", tags="['<u>t</u>']", heard="['<s>h</s>']")
    assert handbook.run("build").returncode == 0
    for file in handbook.output.rglob("*.html"):
        text = file.read_text()
        for tag in ("<script>alert", "<b>", "<i>x", "<u>", "<s>", "onerror=alert(1)>"):
            assert tag not in text, (file, tag)
