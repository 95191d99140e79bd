"""Tables of documents become phrases, and workbooks are read as they are."""

import json
import subprocess
import zipfile
from xml.sax.saxutils import escape

import pytest

from desks import Desk, files

SCRIPTS = """<h1>Calls</h1><p>First.</p><h2>Opening</h2>
<table><tr><th>Script wording</th><th>Don’t say</th><th>Owner</th></tr>
<tr><td><p>Hello, this is Ann.</p><p>How can I help?</p></td><td>What?</td><td>Bo</td></tr></table>
<h2>Versions</h2><table><tr><th>Version</th><th>Comments</th></tr><tr><td>1</td><td>New</td></tr></table>"""


@pytest.fixture
def bring(program, tmp_path):
    """Imports a source with options, builds, and gives the desk and what the import said."""

    def bring(source, *options):
        desk = Desk(program, tmp_path / "new")
        done = desk.run("import", source, tmp_path / "new", *options)
        assert done.status == 0, done.err
        assert desk.run("build", tmp_path / "new").status == 0
        return desk, done

    return bring


def text(desk, path):
    return (desk.content / path).read_text(encoding="utf-8")


def said(desk):
    rows = json.loads(desk.run("list", "--json", desk.folder).out)
    return [row["title"] for row in rows if row["kind"] == "phrase"]


@pytest.mark.parametrize(
    "options",
    [("--say", "Script wording", "--instead", "Don't say"), ("--columns", "say=script wording,avoid=Don't say")],
)
def test_tables_of_a_document_become_phrases(options, bring, tmp_path):
    (tmp_path / "scripts.html").write_text(SCRIPTS, encoding="utf-8")
    desk, done = bring(tmp_path / "scripts.html", *options)
    page = text(desk, "scripts.md")
    assert "| Say | Don’t say | Owner |" in page
    assert "Hello, this is Ann.<br>How can I help?" in page and "| Bo" in page
    assert "table 1, below “Opening”: the column “Script wording” is called Say now" in done.out
    assert len(said(desk)) == 1
    assert "Comments" in page and "table 2" not in done.out


def test_a_table_that_looks_like_lines_to_say_is_offered(bring, tmp_path):
    (tmp_path / "call scripts.html").write_text(SCRIPTS, encoding="utf-8")
    desk, done = bring(tmp_path / "call scripts.html")
    assert '--say "Script wording" --instead "Don’t say"' in done.out and 'import "call scripts.html" DIR' in done.out
    assert said(desk) == [] and "| Script wording |" in text(desk, "call-scripts.md").replace("  ", "")
    assert "below “Opening”" in (desk.folder / "import-report.md").read_text(encoding="utf-8")
    (tmp_path / "quotes.html").write_text("<h1>Q</h1><table><tr><td>“Hello.”</td><td>“Hi.”</td></tr><tr><td>“Bye.”</td><td>“Ciao.”</td></tr></table>", encoding="utf-8")
    done = desk.run("import", tmp_path / "quotes.html", desk.folder)
    assert "put a first row above it" in done.out


def test_a_column_that_no_table_has_is_refused(program, tmp_path):
    desk = Desk(program, tmp_path / "elsewhere")
    (tmp_path / "scripts.html").write_text(SCRIPTS, encoding="utf-8")
    done = desk.run("import", tmp_path / "scripts.html", tmp_path / "new", "--say", "Nope")
    assert done.status == 64 and "there is no column Nope" in done.err and "Script wording" in done.err
    (tmp_path / "plain.html").write_text("<h1>A</h1><p>B</p>")
    done = desk.run("import", tmp_path / "plain.html", tmp_path / "new", "--say", "Nope")
    assert done.status == 64 and "this source has none" in done.err
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize("form", ["docx", "html"])
def test_known_columns_of_a_document_are_phrases(form, bring, tmp_path):
    (tmp_path / "d.md").write_text("# Calls\n\ntext\n\n| Phrase | Reason | Room |\n|--|--|--|\n| Good day | Warm | Two |\n")
    subprocess.run(["pandoc", "d.md", "-o", f"d.{form}"], cwd=tmp_path, check=True)
    desk, _ = bring(tmp_path / f"d.{form}")
    assert "| Say | Why | Room |" in text(desk, "d.md") and "Two" in text(desk, "d.md")
    assert said(desk) == ["Good day"]


def test_headers_that_pandoc_leaves_out_are_told(bring, tmp_path):
    (tmp_path / "d.md").write_text("# Calls\n\n| Phrase | Reason |\n|--|--|\n| Good day | Warm |\n")
    subprocess.run(["pandoc", "d.md", "-o", "d.odt"], cwd=tmp_path, check=True)
    desk, done = bring(tmp_path / "d.odt")
    assert "Good day" in text(desk, "d.md")
    assert "Phrase" in text(desk, "d.md") or "save the document as .docx" in done.out


def test_joined_cells_lose_no_word(bring, tmp_path):
    (tmp_path / "wide.html").write_text(
        "<h1>T</h1><table><caption>Caption</caption><thead><tr><th rowspan=2>Aa</th><th colspan=2>Bb</th></tr><tr><th>Cc</th><th>Dd</th></tr></thead>"
        "<tbody><tr><td rowspan=2>Ee</td><td>Ff</td><td>Gg</td></tr><tr><td colspan=2>Hh</td></tr></tbody><tfoot><tr><td>Ii</td><td>Jj</td><td>Kk</td></tr></tfoot></table>"
    )
    desk, _ = bring(tmp_path / "wide.html")
    page = text(desk, "wide.md")
    assert [word for word in "Caption Aa Bb Cc Dd Ee Ff Gg Hh Ii Jj Kk".split() if word not in page] == []


def test_tracked_changes_and_comments_are_told(bring, tmp_path):
    (tmp_path / "d.md").write_text(
        "# First\n\nHello [new]{.insertion author=Ann date=2026-01-01T00:00:00Z}[old words]{.deletion author=Ann date=2026-01-01T00:00:00Z}"
        " [Is this right?]{.comment-start id=0 author=Bo date=2026-01-01T00:00:00Z}there[]{.comment-end id=0}.\n\n# Second\n\nEnd.\n"
    )
    subprocess.run(["pandoc", "d.md", "-o", "d.docx"], cwd=tmp_path, check=True)
    desk, done = bring(tmp_path / "d.docx")
    assert text(desk, "d.md") == "# First\n\nHello new there.\n\n# Second\n\nEnd.\n"
    assert "deleted with changes tracked were left out by Ann: old words" in done.out
    assert "a comment was left out by Bo: Is this right?" in done.out
    assert "insertions with changes tracked were taken in: 1" in done.out


OPEN = "http://schemas.openxmlformats.org"
# Rows by their numbers; numbers are cells of numbers, a pair is a formula with its value, or a date by its style.
SHEETS = {
    "Opening calls": {1: ["Body", "Name", "Count"], 2: ['Hello, "Ann" | Bo\nSecond line', "Greet", 12.5], 3: ["That is £12.50", ("CONCATENATE(A1)", "Fee"), 3], 4: ["Today", "Date", "2026-03-04"]},
    "Empty": {},
    "Late": {3: ["Say", "When"], 4: ["We are late", 42]},
}


def cell(value):
    if isinstance(value, tuple):
        return f'<c t="str"><f>{value[0]}</f><v>{value[1]}</v></c>'
    if value == "2026-03-04":
        return '<c s="1"><v>46085</v></c>'
    if isinstance(value, str):
        return f'<c t="inlineStr"><is><t>{escape(value)}</t></is></c>'
    return f"<c><v>{value}</v></c>"


def sheet(rows):
    lines = "".join(f'<row r="{number}">{"".join(map(cell, cells))}</row>' for number, cells in rows.items())
    return f'<worksheet xmlns="{OPEN}/spreadsheetml/2006/main"><sheetData>{lines}</sheetData></worksheet>'


@pytest.fixture
def workbook(tmp_path):
    relation, package = f"{OPEN}/officeDocument/2006/relationships", f"{OPEN}/package/2006"
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    numbers = list(enumerate(SHEETS, 1))
    listed = "".join(f'<sheet name="{name}" sheetId="{number}" r:id="r{number}"/>' for number, name in numbers)
    related = "".join(f'<Relationship Id="r{number}" Type="{relation}/worksheet" Target="worksheets/sheet{number}.xml"/>' for number, _ in numbers)
    typed = "".join(f'<Override PartName="/xl/worksheets/sheet{number}.xml" ContentType="{kind}.worksheet+xml"/>' for number, _ in numbers)
    typed += f'<Override PartName="/xl/workbook.xml" ContentType="{kind}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="{kind}.styles+xml"/>'
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>{typed}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="b" Type="{relation}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{OPEN}/spreadsheetml/2006/main" xmlns:r="{relation}"><sheets>{listed}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}/relationships">{related}<Relationship Id="s" Type="{relation}/styles" Target="styles.xml"/></Relationships>',
        "xl/styles.xml": f'<styleSheet xmlns="{OPEN}/spreadsheetml/2006/main"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>',
    } | {f"xl/worksheets/sheet{number}.xml": sheet(SHEETS[name]) for number, name in numbers}
    path = tmp_path / "macros.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, '<?xml version="1.0" encoding="UTF-8"?>' + content)
    return path


def test_each_sheet_of_a_workbook_is_a_page(workbook, bring):
    desk, done = bring(workbook)
    assert '| Hello, "Ann" \\| Bo<br>Second line | Greet |' in text(desk, "phrases/macros-opening-calls.md")
    assert "| That is £12.50 | Fee |" in text(desk, "phrases/macros-opening-calls.md")
    assert "| We are late | 42 |" in text(desk, "phrases/macros-late.md")
    assert "macros Empty.csv: nothing stands in it" in done.out and "the column Count is not carried over" in done.out


def test_columns_of_one_sheet_may_be_told(workbook, bring):
    desk, done = bring(workbook, "--say", "Body", "--columns", "why=Count")
    assert "| Greet | 12.5 |" in text(desk, "phrases/macros-opening-calls.md")
    assert "macros Late.csv:3: there is no column" in done.out


def test_workbooks_that_cannot_be_read_leave_the_folder_as_it_was(workbook, desk):
    before = files(desk.folder)
    half = workbook.with_name("half.xlsx")
    half.write_bytes(workbook.read_bytes()[:1500])
    done = desk.run("import", half, ".")
    assert done.status == 1 and "cannot be read as a workbook" in done.err and "Traceback" not in done.err
    bomb = workbook.with_name("bomb.xlsx")
    with zipfile.ZipFile(workbook) as good, zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in good.namelist():
            content = good.read(name)
            if name.endswith("sheet1.xml"):
                row = "<row r='{0}'><c r='A{0}' t='inlineStr'><is><t>" + "x" * 5_000 + "</t></is></c></row>"
                content = f"<worksheet xmlns='{OPEN}/spreadsheetml/2006/main'><sheetData>{''.join(map(row.format, range(1, 9_001)))}</sheetData></worksheet>"
            archive.writestr(name, content)
    done = desk.run("import", bomb, ".", timeout=300)
    assert done.status != 0 and ("too large" in done.err or "larger" in done.err or "cannot be read" in done.err)
    assert files(desk.folder) == before


def test_without_a_program_a_workbook_is_refused_with_what_to_do(workbook, desk):
    done = desk.run("import", workbook, ".", env={"PATH": "/nonexistent"})
    assert done.status == 64 and "xlsx2csv or LibreOffice" in done.err and "CSV UTF-8" in done.err
