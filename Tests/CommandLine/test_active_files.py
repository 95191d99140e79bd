"""Files that are copied into the site and that a browser would run."""

import pytest

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{}</svg>\n'

REFUSED = {
    "tools/fees.html": "<p>Fees</p>",
    "fees.HTM": "text",
    "app.js": "alert(1)",
    "module.mjs": "",
    "page.xhtml": "",
    "saved.mhtml": "",
    "drawing.svgz": b"\x1f\x8b",
    "script.svg": SVG.format("<script>alert(1)</script>"),
    "prefixed.svg": '<x:svg xmlns:x="http://www.w3.org/2000/svg"><x:script>alert(1)</x:script></x:svg>',
    "capital.svg": SVG.format("<SCRIPT>alert(1)</SCRIPT>"),
    "newline.svg": SVG.format("<script\n>alert(1)</script>"),
    "handler.svg": '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
    "handler-line.svg": SVG.format("<path\nonclick\n=\n'alert(1)'/>"),
    "handler-slash.svg": SVG.format('<path/onclick="alert(1)"/>'),
    "link.svg": SVG.format('<a href="javascript:alert(1)"><text>x</text></a>'),
    "entity-link.svg": SVG.format('<a href="&#106;avascript:alert(1)"><text>x</text></a>'),
    "xlink.svg": SVG.format('<a xlink:href=" javascript:alert(1)"><text>x</text></a>'),
    "animated.svg": SVG.format('<a><animate attributeName="href" values="javascript:alert(1)"/></a>'),
    "set.svg": SVG.format('<set attributeName="xlink:href" to="javascript:alert(1)"/>'),
    "set-handler.svg": SVG.format('<set attributeName="onclick" to="alert(1)"/>'),
    "entity-set.svg": SVG.format('<set attributeName="&#104;ref" to="javascript:alert(1)"/>'),
    "remote.svg": SVG.format('<image href="https://evil.example/x.png"/>'),
    "remote-use.svg": SVG.format('<use href="//evil.example/x.svg#a"/>'),
    "data.svg": SVG.format('<use href="data:image/svg+xml,x#a"/>'),
    "foreign.svg": SVG.format("<foreignObject><b>x</b></foreignObject>"),
    "html-in.svg": SVG.format('<h:b xmlns:h="http://www.w3.org/1999/xhtml">x</h:b>'),
    "entities.svg": '<!DOCTYPE svg [<!ENTITY x "<script>alert(1)</script>">]>' + SVG.format("&x;"),
    "sheet.svg": '<?xml-stylesheet href="//evil.example/x.xsl"?>' + SVG.format(""),
    "utf16.svg": SVG.format("<script>alert(1)</script>").encode("utf-16"),
    "zero.svg": SVG.format("<scr\0ipt>"),
    "feed.xml": '<html xmlns="http://www.w3.org/1999/xhtml"><script>alert(1)</script></html>',
    "transformed.xml": '<?xml-stylesheet type="text/xsl" href="x.xsl"?><a/>',
    "noending": "  <script>alert(1)</script>",
    "unknown.xyz": "<html><script>alert(1)</script>",
    "marked.foo": b"\xef\xbb\xbf<html>",
}

ACCEPTED = {
    "plain.svg": SVG.format('<path d="M0 0h9"/><use href="#a"/><style>.a{fill:red}</style><text>on = off</text>'),
    "picture.svg": SVG.format('<image href="data:image/png;base64,AAAA"/>'),
    "inkscape.svg": SVG.format(
        '<sodipodi:namedview xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd" id="x"/>'
        '<metadata><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<cc:license rdf:resource="http://creativecommons.org/licenses/by/4.0/" xmlns:cc="http://creativecommons.org/ns#"/></rdf:RDF></metadata>'
    ),
    "moving.svg": SVG.format('<circle r="1"><animate attributeName="r" values="1;2" dur="1s"/></circle>'),
    "data.xml": "<staff><person name='A'/></staff>",
    "photo.jpg": b"\xff\xd8\xff<script>alert(1)</script>",
    "notes.txt": "<script>alert(1)</script>",
    "LICENSE": "MIT",
    "data.bin": b"\0\1\2",
    "empty": b"",
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_file_that_a_browser_would_run_is_left_out_and_named(name, desk):
    desk.write(name, REFUSED[name])
    desk.write("index.md", f"# Tiny\n\n[Open]({name})\n")
    done = desk.build()
    assert done.status == 0
    line = done.finding("active-file")[0]
    assert line.startswith(f"Content/{name}:") and ": warning: " in line
    assert name not in desk.site
    assert done.findings == [line], "the link to it is no second finding"


@pytest.mark.parametrize("name", ACCEPTED)
def test_a_file_that_runs_nothing_is_copied(name, desk):
    file = desk.write(name, ACCEPTED[name])
    assert desk.build("--strict").status == 0
    assert desk.site[name] == file.read_bytes()


@pytest.mark.parametrize("trusted", ["tools/fees.html", "tools", "/tools/"])
def test_an_editor_can_answer_for_a_file_or_its_folder(trusted, desk):
    desk.write("handbook.yml", f"title: Tiny\nactive-files: [{trusted}]\n")
    desk.write("tools/fees.html", "<p>Fees</p>")
    assert desk.build("--strict").status == 0
    assert "tools/fees.html" in desk.site
    desk.write("tools.html", "<p>Fees</p>")
    done = desk.build()
    assert "Content/tools.html:" in done.finding("active-file")[0] and "tools.html" not in desk.site


def test_the_place_in_a_drawing_is_shown(desk):
    desk.write("a.svg", SVG.format("\n  <path onclick='x'/>"))
    done = desk.build()
    assert "the handler onclick" in done.finding("active-file")[0]


def test_a_drawing_of_megabytes_is_judged_soon(desk):
    for number, text in enumerate(('<a href="#' + "x" * 9 + '"' , " on", "<", '"', "href=", "=' ")):
        desk.write(f"{number}.svg", text * (2_000_000 // len(text)))
    assert desk.build("--quiet", timeout=30).status == 0
