"""Importing loses no word: tags in macros, marks of Python-Markdown, tables of documents."""

import pytest

from desks import Desk


@pytest.fixture
def bring(program, tmp_path):
    """Imports a source, and gives the page that came of it and what was said."""

    def bring(source, page):
        desk = Desk(program, tmp_path / "elsewhere")
        done = desk.run("import", source, tmp_path / "new")
        assert done.status == 0, done.err
        assert desk.run("build", tmp_path / "new").status == 0
        return (tmp_path / "new/Content" / page).read_text(encoding="utf-8"), done.out

    return bring


@pytest.mark.parametrize(
    "body, cell",
    [
        ("<p>Hello</p><p>Second para.</p><ul><li>a</li><li>b</li></ul>", "Hello<br>Second para.<br>a<br>b"),
        ("I <b>can</b> <em>check</em>.<br/>One moment.", "I **can** *check*.<br>One moment."),
        ("<p>5 * 3 &lt; 20 &amp; a_b [x] | <name></p>", "5 \\* 3 \\< 20 & a\\_b \\[x\\] \\| \\<name\\>"),
        ("<p>See <a href='https://desk.example/a'>this</a> or <a href='javascript:x'>that</a>.</p>",
         "See [this](https://desk.example/a) or that."),
        ("<style>p {}</style><div>Hello {{ticket.requester.name}}</div>", "Hello {{requester-name}}"),
        ("Plain 5 * 3 and a_b, 2 < 3", "Plain 5 * 3 and a_b, 2 < 3"),
    ],
)  # fmt: skip
def test_macros_with_tags_become_lines_to_say(body, cell, bring, tmp_path):
    (tmp_path / "macros.csv").write_text(f'Name,Body\nGreet,"{body}"\n', encoding="utf-8")
    page, _ = bring(tmp_path / "macros.csv", "phrases/macros.md")
    assert f"| {cell} | Greet |" in page


def test_marks_of_python_markdown_are_written_as_every_tool_reads_them(bring, tmp_path):
    (tmp_path / "site/docs").mkdir(parents=True)
    (tmp_path / "site/mkdocs.yml").write_text("site_name: Desk\n")
    (tmp_path / "site/docs/i.png").write_bytes(b"PNG")
    (tmp_path / "site/docs/index.md").write_text(
        "# D\n\nThe DNA rule.\n\n*[DNA]: Did not attend\n\nTerm\n:   Definition.\n:   Another.\n\n##No space\n\n"
        '![a](i.png){ width="5" } and ![b](i.png){: .c }\n\n```\n##code\n: code\n![a](b){ width="5" }\n```\n'
    )
    page, said = bring(tmp_path / "site", "index.md")
    assert "\nDNA: Did not attend\n" in page and "index.md:5: the abbreviation DNA" in said
    assert "\n- **Term**: Definition.\n  Another.\n" in page
    assert "\n## No space\n" in page
    assert "![a](i.png) and ![b](i.png)\n" in page
    assert '```\n##code\n: code\n![a](b){ width="5" }\n```' in page


def rows_of(page):
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in page.splitlines() if line.startswith("|")]


def test_tables_of_documents_without_headers_take_their_first_row(bring, tmp_path):
    (tmp_path / "guide.html").write_text(
        "<h1>Opening</h1><table><tr><td>Say</td><td>Why</td></tr><tr><td>Hello</td><td>Warm</td></tr></table>"
    )
    page, said = bring(tmp_path / "guide.html", "guide.md")
    rows = rows_of(page)
    assert rows[0] == ["Say", "Why"] and rows[2:] == [["Hello", "Warm"]]
    assert "0 notes" in said


@pytest.mark.parametrize(
    "cell, line",
    [
        ("<p>One.</p><p>Two.</p>", "One.<br>Two."),
        ("<p>First</p><ul><li>a</li><li>b <b>c</b></li></ul>", "First<br>• a<br>• b **c**"),
        ("<ol><li>a<p>more</p></li><li>b</li></ol>", "1. a<br>more<br>2. b"),
        ("<pre>x\ny</pre>", "`x`<br>`y`"),
        ("<blockquote><p>Quoted.</p></blockquote>Then<br>on", "Quoted.<br>Then<br>on"),
        ("<table><tr><td>in</td><td>ner</td></tr></table>", "in<br>ner"),
    ],
)
def test_cells_of_several_paragraphs_are_lines_of_one(cell, line, bring, tmp_path):
    (tmp_path / "guide.html").write_text(
        f"<h1>Opening</h1><table><tr><th>Say</th><th>Why</th></tr><tr><td>{cell}</td><td>It helps.</td></tr></table>"
    )
    page, said = bring(tmp_path / "guide.html", "guide.md")
    assert rows_of(page)[2] == [line, "It helps."]
    assert "0 notes" in said


def test_rows_with_more_cells_than_the_table_names_columns_lose_none(bring, tmp_path):
    page = tmp_path / "page.html"
    page.write_text("<h1>T</h1><table><COLGROUP><col width=1><col></colgroup><tr><td>one</td><td>two</td><td>caf\u00e9</td></tr></table>", encoding="utf-8")
    text, _ = bring(page, "page.md")
    assert rows_of(text)[0] == ["one", "two", "caf\u00e9"]
