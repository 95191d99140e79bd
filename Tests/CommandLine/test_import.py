"""Importing: the shapes of other tools become a handbook, and what could not come along is told with its line."""

import base64
import http.server
import json
import pathlib
import shutil
import subprocess
import threading
import zipfile

import pytest

from desks import Desk, files

SHAPES = pathlib.Path(__file__).parent / "import"


@pytest.fixture
def imported(program, tmp_path):
    """Imports one of the shapes into a new handbook."""

    def bring(shape, *arguments, source=None):
        desk = Desk(program, tmp_path / "elsewhere")
        done = desk.run("import", source or SHAPES / shape, tmp_path / "new", *arguments)
        assert done.status == 0, done.err
        desk.folder = tmp_path / "new"
        desk.content, desk.output = desk.folder / "Content", desk.folder / "Output"
        return desk, done

    return bring


def text(desk, path):
    return (desk.content / path).read_text(encoding="utf-8")


def test_an_mdbook_builds_with_its_chapters_in_their_order(imported):
    desk, done = imported("mdbook")
    built = desk.build("--strict")
    assert (built.status, built.findings) == (0, [])
    titles = {row["title"] for row in json.loads(desk.run("list", "--json").out)}
    assert titles == {"Welcome", "Words", "Opening", "When they wait"}
    settings = text(desk, "handbook.yml")
    assert 'title: "The Desk: a book"' in settings and "language: en" in settings
    assert [line.strip() for line in settings.splitlines() if line.startswith("  -")] == [
        "- index.md", "- calls/opening.md", "- calls/waiting.md", "- words.md",
    ]  # fmt: skip
    opening = text(desk, "calls/opening.md")
    assert "A call has three parts." in opening
    assert "[home](../index.md)" in opening
    assert "\\{{#playground example.rs}}" in opening
    assert text(desk, "calls/waiting.md").startswith("---\ntitle: When they wait\n---\n\nThey hold")
    assert (desk.content / "calls/clock.png").read_bytes() == b"PNG"
    assert not (desk.content / "unlisted.md").exists()
    notes = done.out.splitlines()
    assert "book.toml:6: [output] is not carried over" in notes
    assert [line for line in notes if line.startswith("src/SUMMARY.md:9: ") and "Closing" in line]
    assert "src/SUMMARY.md:10: there is no file src/calls/gone.md" in notes
    assert [line for line in notes if line.startswith("src/calls/opening.md:7: ")]
    assert [line for line in notes if line.startswith("src/unlisted.md: ")]
    assert not [line for line in notes if line.startswith("src/shared.md")]


def test_a_mkdocs_site_builds_with_its_boxes_as_alerts(imported):
    desk, done = imported("mkdocs")
    built = desk.build("--strict")
    assert (built.status, built.findings) == (0, [])
    page = text(desk, "index.md")
    assert page.startswith('---\ntitle: Desk docs\nsummary: "Everything: for the desk"\ntags: [start]\n---\n')
    assert "> [!WARNING]\n> **Before you call back**\n>\n> Read the chart first.\n>\n> - Then the notes\n>\n> > [!NOTE]\n> > Inside.\n" in page
    assert "> [!NOTE]\n> Folded.\n" in page
    assert "**Phone**\n\nPick up.\n" in page
    assert "> [!SAY]\n> I'm glad you called.\n" in page
    assert "<kbd>ctrl</kbd> <kbd>k</kbd> and <mark>mark it</mark>; `{{ code }}` stays, \\{{ macro }} does not." in page
    assert "```markdown\n!!! note\n    not this\n```" in page
    assert "[policies](policies/index.md)" in page and "{ .lead }" not in page and "[TOC]" not in page
    main = desk.site["index.html"].decode()
    assert 'class="alert alert-warning' in main
    notes = done.out.splitlines()
    for start in (
        "mkdocs.yml:2: theme", "mkdocs.yml:9: the link to https://example.org/", "mkdocs.yml:10: there is no file docs/missing.md",
        "docs/index.md:6: hide", "docs/index.md:12: ", "docs/index.md:24: ", "docs/index.md:27: ", "docs/index.md:38: ", "docs/policies/late.md:3: ",
        "docs/policies/late.md:5: ",
    ):  # fmt: skip
        assert [line for line in notes if line.startswith(start)], start


def test_a_hugo_site_comes_with_its_front_matter_and_shortcodes(imported):
    desk, done = imported("hugo")
    page = text(desk, "docs/policies/late.md")
    assert page.startswith(
        '---\ntitle: "Late \\"fees\\""\nsummary: What to say\ntags: [fees, late, policy]\norder: 10\naliases: ["/old/late/"]\n---\n'
    )
    assert "![A clock](/images/clock.png)" in page
    assert "> [!WARNING]\n> **Careful**\n>\n> Ask the provider **first**.\n" in page
    assert "> [!NOTE]\n> Keep [the team](../team/index.md) informed.\n" in page
    assert "\\{{< youtube abc123 >}}" in page and "\n{{< notouch >}}\n" in page
    start = text(desk, "index.md")
    assert "[Late](docs/policies/late.md#ask)" in start and "[Team](docs/team/index.md)" in start
    assert "draft: true" in text(desk, "docs/soon.md")
    notes = done.out.splitlines()
    for start in ("hugo.toml:1: baseURL", "content/_index.md:8: there is no page gone.md", "content/docs/policies/late.md:4: date", "content/docs/policies/late.md:25: "):
        assert [line for line in notes if line.startswith(start)], start
    # The one link that led nowhere is left to be mended, and said.
    assert "index.md:8:10: warning: no page or file at gone.md" in done.err
    index = desk.content / "index.md"
    index.write_text(index.read_text().replace("- [Gone](gone.md)\n", ""))
    built = desk.build("--strict")
    assert [line for line in built.findings if "orphan-page" not in line] == []
    assert desk.build().status == 0
    assert b"refresh" in desk.site["old/late/index.html"]


def test_a_table_of_phrases_becomes_a_page_of_phrases(imported):
    desk, done = imported("macros.csv")
    built = desk.build("--strict")
    assert (built.status, built.findings) == (0, [])
    rows = json.loads(desk.run("list", "--json").out)
    assert [row["title"] for row in rows if row["kind"] == "phrase"][0] == "I hear you, and I will help."
    page = text(desk, "phrases/macros.md")
    assert "tags: [anger, calls, mail]" in page
    assert "## Anger\n" in page and "## Mail\n" in page
    assert "| I hear you, and I will help. | Calm down. | They are loud |" in page
    assert "| Dear {{requester-first-name}},<br>thank you \\| bye. |  | You write |" in page
    assert '| He said "yes". |' in page
    assert "requester-first-name: {label: " in text(desk, "handbook.yml")
    assert "macros.csv:1: the column id is not carried over" in done.out
    assert "macros.csv:5: this row has nothing to say" in done.out


@pytest.mark.parametrize("table", ["Title;Body;Labels\nLate;Please wait.;x\n", "subject\tcomment\tcategory\nLate\tPlease wait.\tx\n", 'Name,"Macro text"\r\nLate,Please wait.\r\n'])
def test_exports_of_help_desks_are_understood(table, imported, tmp_path):
    (tmp_path / "export.csv").write_text(table)
    desk, _ = imported(None, source=tmp_path / "export.csv")
    assert "| Please wait. | Late |" in text(desk, "phrases/export.md")


@pytest.mark.parametrize("table, words", [("a,b\n1,2\n", "no column say"), ("", "no page"), ("say\n", "no page"), ("say,when\n\"never closed,x\n", "never closed")])
def test_a_table_without_phrases_is_refused_with_a_reason(table, words, desk, tmp_path):
    (tmp_path / "t.csv").write_bytes(table if isinstance(table, bytes) else table.encode())
    done = desk.run("import", tmp_path / "t.csv", tmp_path / "new")
    assert words in done.err + done.out
    if words != "never closed":
        assert done.status == 1
        assert not (tmp_path / "new").exists()


def test_an_import_into_a_handbook_leaves_what_is_there(desk):
    before = files(desk.content)
    done = desk.run("import", SHAPES / "macros.csv", ".")
    assert done.status == 0
    assert "handbook.yml was left as it is" in done.err and "requester-first-name" in done.err
    after = files(desk.content)
    assert {path: after[path] for path in before} == before and "phrases/macros.md" in after
    again = desk.run("import", SHAPES / "macros.csv", ".")
    assert again.status == 64 and "is there already" in again.err
    assert files(desk.content) == after


def test_nothing_is_written_where_one_file_is_taken(desk):
    desk.write("words.md", "# Mine\n")
    (desk.content / "index.md").unlink()
    before = files(desk.folder)
    assert desk.run("import", SHAPES / "mdbook", ".").status == 64
    assert files(desk.folder) == before


@pytest.mark.parametrize("source", ["empty", "picture.png", "nowhere"])
def test_what_is_nothing_to_import_is_refused(source, desk, tmp_path):
    (tmp_path / "empty").mkdir()
    (tmp_path / "picture.png").write_bytes(b"PNG")
    done = desk.run("import", tmp_path / source, tmp_path / "new")
    assert done.status == (74 if source == "nowhere" else 64)
    assert not (tmp_path / "new").exists()


def test_names_that_no_site_has_are_mended_or_left_out_and_said(imported, tmp_path):
    shutil.copytree(SHAPES / "mkdocs", tmp_path / "odd")
    (tmp_path / "odd/docs/_includes").mkdir()
    (tmp_path / "odd/docs/_includes/a.md").write_text("# A\n")
    (tmp_path / "odd/docs/what: now.md").write_text("# B\n")
    desk, done = imported(None, source=tmp_path / "odd")
    assert "_includes/a.md: this file's name" in done.out and "what: now.md: this file's name" in done.out
    assert text(desk, "what- now.md").startswith("# B")
    assert not (desk.content / "_includes").exists()


def test_without_pandoc_a_document_is_refused_with_what_to_do(desk, tmp_path):
    done = desk.run("import", SHAPES / "letter.html", tmp_path / "new", env={"PATH": "/nonexistent"})
    assert done.status == 64 and "pandoc" in done.err
    assert not (tmp_path / "new").exists()


def test_a_page_saved_as_html_becomes_a_page(imported):
    desk, _ = imported("letter.html")
    built = desk.build("--strict")
    assert (built.status, built.findings) == (0, [])
    page = text(desk, "letter.md")
    assert "Say **hello** first." in page and "style" not in page
    assert [row["title"] for row in json.loads(desk.run("list", "--json").out)] == ["Call guide", "Good morning."]
    assert len(list((desk.content / "letter").iterdir())) == 1


def test_a_word_document_becomes_a_page(imported, tmp_path):
    document = tmp_path / "Call guide (new).docx"
    with zipfile.ZipFile(document, "w") as archive:
        archive.writestr("[Content_Types].xml", '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>')
        archive.writestr("_rels/.rels", '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>')
        archive.writestr("word/document.xml", '<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>Say hello {{first}}.</w:t></w:r></w:p></w:body></w:document>')
    desk, done = imported(None, source=document)
    built = desk.build("--strict")
    assert (built.status, built.findings) == (0, [])
    assert text(desk, "call-guide-new.md") == "---\ntitle: Call guide new\n---\n\nSay hello \\{{first}}.\n"
    assert "braces" in done.out


def test_a_document_that_pandoc_refuses_is_said(desk, tmp_path):
    (tmp_path / "broken.docx").write_bytes(b"not a document")
    done = desk.run("import", tmp_path / "broken.docx", tmp_path / "new")
    assert done.status == 1 and "pandoc cannot read" in done.err
    assert not (tmp_path / "new").exists()


PICTURE = base64.b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==")
SECRET = b"TOP-SECRET"


@pytest.fixture
def outside(tmp_path):
    """A secret beside the documents and below their folder, and a host that notes who asks it."""
    asked = []

    class Host(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append(self.path)
            self.send_response(200)
            self.end_headers()
            self.wfile.write(SECRET)

        do_HEAD = do_POST = do_GET

        def log_message(self, *_):
            pass

    folder = tmp_path / "documents"
    (folder / "below").mkdir(parents=True)
    for path in (tmp_path / "secret.png", folder / "secret.png", folder / "below/secret.png"):
        path.write_bytes(SECRET)
    host = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Host)
    threading.Thread(target=host.serve_forever, daemon=True).start()
    yield folder, f"http://127.0.0.1:{host.server_port}", asked
    host.shutdown()


def addresses(folder, host):
    """Ways to name what is outside of a document."""
    here = [f"{folder}/secret.png", f"file://{folder}/secret.png", f"file:{folder}/secret.png", "secret.png", "./secret.png", "below/secret.png", "../secret.png", "/proc/self/environ"]
    return here + [f"FILE://localhost{folder}/secret.png", "..%2Fsecret.png", f"{host}/a.png", f"//{host.removeprefix('http://')}/b.png", f"{host}/c.svg", "ftp://127.0.0.1:1/x"]


def html(folder, host):
    tags = "<img src='{0}'><iframe src='{0}'></iframe><object data='{0}'></object><embed src='{0}'><video poster='{0}' src='{0}'></video><audio src='{0}'></audio>"
    tags += "<link rel=stylesheet href='{0}'><script src='{0}'></script><picture><source srcset='{0}'><img srcset='{0}'></picture><input type=image src='{0}'><body background='{0}'>"
    tags += "<svg><image href='{0}' xlink:href='{0}'/><use href='{0}'/></svg><base href='{0}'><style>@import url({0});</style><p style='background:url({0})'>x</p><meta http-equiv=refresh content='0;url={0}'>"
    return ("<h1>Doc</h1><p>Hi</p>" + "".join(tags.format(address) for address in addresses(folder, host))).encode()


def odt(folder, host):
    frames = "".join(
        f'<text:p><draw:frame><draw:image xlink:href="{address}"/></draw:frame><draw:frame><draw:object xlink:href="{address}"/></draw:frame></text:p>'
        for address in addresses(folder, host)
    )
    space = 'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:xlink="http://www.w3.org/1999/xlink"'
    return {"content.xml": f"<office:document-content {space}><office:body><office:text><text:h text:outline-level='1'>Doc</text:h><text:p>Hi</text:p>{frames}</office:text></office:body></office:document-content>", "styles.xml": f"<office:document-styles {space}/>"}


def docx(folder, host):
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    listed = "".join(f'<Relationship Id="p{number}" Type="{relation}/image" Target="{address}" TargetMode="External"/>' for number, address in enumerate(addresses(folder, host)))
    space = f'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="{relation}" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
    drawings = "".join(
        f'<w:p><w:r><w:drawing><wp:inline><wp:extent cx="9525" cy="9525"/><wp:docPr id="{number}" name="x"/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:{kind}="p{number}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>'
        for number, _ in enumerate(addresses(folder, host)) for kind in ("link", "embed")
    )  # fmt: skip
    return {
        "[Content_Types].xml": '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
        "_rels/.rels": f'<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="{relation}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{listed}</Relationships>',
        "word/document.xml": f'<?xml version="1.0"?><w:document {space}><w:body><w:p><w:r><w:t>Hi</w:t></w:r></w:p>{drawings}</w:body></w:document>',
    }


def epub(folder, host):
    pictures = "".join(f'<p><img src="{address}" alt="x"/></p>' for address in addresses(folder, host))
    items = "".join(f'<item id="i{number}" href="{address}" media-type="image/png"/>' for number, address in enumerate(addresses(folder, host)))
    return {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": '<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="c.opf" media-type="application/oebps-package+xml"/></rootfiles></container>',
        "c.opf": f'<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>T</dc:title></metadata><manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/>{items}</manifest><spine><itemref idref="a"/></spine></package>',
        "a.xhtml": f'<html xmlns="http://www.w3.org/1999/xhtml"><body><h1>Doc</h1><p>Hi</p>{pictures}</body></html>',
    }


def rtf(folder, host):
    fields = "".join('{\\field{\\*\\fldinst INCLUDEPICTURE "%s" \\\\d}{\\fldrslt x}}\\par ' % address.replace("\\", "") for address in addresses(folder, host))
    return ("{\\rtf1\\ansi Hi\\par " + fields + "}").encode()


@pytest.mark.parametrize("make", [html, odt, docx, epub, rtf], ids=lambda make: make.__name__)
def test_nothing_outside_of_a_document_is_read_or_asked(make, outside, desk):
    folder, host, asked = outside
    content = make(folder, host)
    document = folder / f"guide.{make.__name__}"
    if isinstance(content, dict):
        with zipfile.ZipFile(document, "w") as archive:
            for path, text in content.items():
                archive.writestr(path, text)
    else:
        document.write_bytes(content)
    done = desk.run("import", document, desk.folder / "new", env={"SECRET": "TOP-SECRET"})
    # A document that pandoc refuses as a whole gives nothing away either.
    assert done.status in (0, 1), done.err
    assert asked == []
    if done.status == 0:
        made = files(desk.folder / "new")
        assert not [path for path, bytes_ in made.items() if SECRET in bytes_]
        # Drawings that stand in a page are its own.
        assert [path for path in made if path.endswith(".png")] == []
        assert b"Hi" in made["Content/guide.md"]
    assert SECRET.decode() not in done.out + done.err


@pytest.mark.parametrize("shape", ["mdbook", "mkdocs", "hugo"])
def test_nothing_outside_of_a_folder_is_read(shape, outside, desk):
    folder, host, asked = outside
    source = folder / "source"
    pages = {"mdbook": "src", "mkdocs": "docs", "hugo": "content"}[shape]
    (source / pages).mkdir(parents=True)
    ways = [f"{{{{#include {address}}}}}\n\n--8<-- \"{address}\"\n\n{{{{< readfile \"{address}\" >}}}}\n\n![x]({address})\n" for address in [*addresses(folder, host), "../../secret.png", "link.png"]]
    (source / pages / "a.md").write_text("# A\n\n" + "\n".join(ways))
    (source / pages / "link.png").symlink_to(folder / "secret.png")
    (source / pages / "linked").symlink_to(folder)
    (source / pages / "b.md").symlink_to(folder / "secret.png")
    if shape == "mdbook":
        (source / pages / "SUMMARY.md").write_text("- [A](a.md)\n- [B](b.md)\n- [C](../../secret.png)\n- [D](" + str(folder) + "/secret.png)\n")
        (source / "book.toml").write_text("[book]\ntitle = 'x'\n")
    elif shape == "mkdocs":
        (source / "mkdocs.yml").write_text(f"site_name: x\nnav: [a.md, b.md, ../../secret.png, {folder}/secret.png]\n")
    else:
        (source / "hugo.toml").write_text("title = 'x'\n")
    done = desk.run("import", source, desk.folder / "new")
    assert done.status == 0, done.err
    assert asked == []
    made = files(desk.folder / "new")
    assert not [path for path, bytes_ in made.items() if SECRET in bytes_], made.keys()
    assert not [path for path in (desk.folder / "new").rglob("*") if path.is_symlink()]


def test_nothing_outside_of_a_folder_of_web_pages_is_read_or_asked(outside, desk):
    folder, host, asked = outside
    (folder / "pages").mkdir()
    (folder / "pages/a.html").write_bytes(html(folder, host))
    (folder / "pages/b.html").symlink_to(folder / "secret.png")
    (folder / "pages/linked").symlink_to(folder)
    done = desk.run("import", folder / "pages", desk.folder / "new")
    assert done.status == 0, done.err
    assert asked == []
    made = files(desk.folder / "new")
    assert not [path for path, bytes_ in made.items() if SECRET in bytes_] and b"Hi" in made["Content/a.md"]
    assert not [path for path in made if path.endswith(".png")]


@pytest.mark.parametrize("form", ["docx", "odt", "epub", "rtf", "html"])
def test_pictures_in_a_document_come_along(form, imported, tmp_path):
    for name, more in (("a", b""), ("b", b"1")):
        (tmp_path / f"{name}.png").write_bytes(PICTURE + more)
    (tmp_path / "d.md").write_text("# Title\n\ntext\n\n![first](a.png)\n\n![second](b.png)\n\n![first again](a.png)\n")
    document = tmp_path / f"my guide.{form}"
    subprocess.run(["pandoc", "--self-contained", "--metadata", "title=T", "d.md", "-o", document], cwd=tmp_path, check=True, capture_output=True)
    desk, _ = imported(None, source=document)
    pictures = {path.name: path.read_bytes() for path in (desk.content / "my-guide").iterdir()}
    assert set(pictures) in ({"picture-1.png", "picture-2.png"}, {"picture-1.png", "picture-2.png", "picture-3.png"})
    assert {PICTURE, PICTURE + b"1"} == set(pictures.values())
    page = text(desk, "my-guide.md")
    assert page.count("](my-guide/picture-") == 3
    assert not [line for line in desk.check().findings if "link-target" in line or "missing" in line]


def test_names_in_an_archive_lead_nowhere_else(desk, tmp_path):
    """The media of a document may be called as one likes; what is written has names of ours."""
    (tmp_path / "x.png").write_bytes(PICTURE)
    (tmp_path / "d.md").write_text("# Title\n\n![a](x.png)\n")
    subprocess.run(["pandoc", "d.md", "-o", "d.docx"], cwd=tmp_path, check=True)
    document = tmp_path / "evil.docx"
    with zipfile.ZipFile(tmp_path / "d.docx") as good, zipfile.ZipFile(document, "w") as evil:
        for name in good.namelist():
            content = good.read(name)
            if name.endswith("document.xml.rels"):
                content = content.replace(b"media/rId", b"media/../../../../../../tmp/tmp-evil-rId")
            evil.writestr(name.replace("word/media/", "word/media/../../../../../../tmp/tmp-evil-"), content)
    done = desk.run("import", document, desk.folder / "new")
    assert done.status in (0, 1), done.err
    assert not list(pathlib.Path("/tmp").glob("tmp-evil-*"))
    assert {path.name for path in (desk.folder / "new").rglob("*.png")} <= {"picture-1.png"}


def test_a_document_that_grows_without_end_is_refused(desk, tmp_path):
    """A thousand times its size once it is unpacked; and one that is larger than any may be."""
    bomb = tmp_path / "bomb.odt"
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("content.xml", "<a>" + "x" * 60_000_000 + "</a>")
        archive.writestr("styles.xml", "<a/>")
    done = desk.run("import", bomb, desk.folder / "new", timeout=200)
    assert done.status == 1 and not (desk.folder / "new").exists()
    (tmp_path / "large.html").write_bytes(b"<p>Hi</p>" + b" " * (201 << 20))
    done = desk.run("import", tmp_path / "large.html", desk.folder / "new")
    assert done.status == 1 and "is too large" in done.err and not (desk.folder / "new").exists()


def test_a_pandoc_that_cannot_be_kept_in_is_not_used(desk, tmp_path):
    (tmp_path / "bin").mkdir()
    old = tmp_path / "bin/pandoc"
    old.write_text("#!/bin/sh\necho 'Unknown option --sandbox.' >&2\necho 'Try pandoc --help for more information.' >&2\nexit 6\n")
    old.chmod(0o755)
    done = desk.run("import", SHAPES / "letter.html", tmp_path / "new", env={"PATH": f"{tmp_path}/bin:/usr/bin:/bin"})
    assert done.status == 64 and "pandoc 2.15 or later" in done.err
    assert not (tmp_path / "new").exists()
