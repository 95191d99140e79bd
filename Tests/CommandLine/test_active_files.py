"""Files that are copied into the site and that a browser would run."""

import gzip

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
    "iso.svg": b'<?xml version="1.0" encoding="ISO-2022-JP"?>' + SVG.format("<scr\x1b(Bipt>alert(1)</scr\x1b(Bipt>").encode(),
    "latin.svg": '<?xml version="1.0" encoding="windows-1252"?>' + SVG.format(""),
    "import.svg": SVG.format("<style>@import url(https://evil.example/x.css);</style>"),
    "escaped.svg": SVG.format("<style>@\\69mport '//evil.example/x.css';</style>"),
    "style.svg": SVG.format('<path style="background:u\\72l(https://evil.example/x.png)"/>'),
    "paint.svg": SVG.format('<path fill="url(https://evil.example/x.svg#a)"/>'),
    "font.svg": SVG.format("<style>@font-face{font-family:x;src:url(https://evil.example/x.woff)}</style>"),
    "blank.svg": SVG.format('<image href=" //evil.example/x.png"/>'),
    "cut.svg": SVG.format("<path"),
    "fees.html.gz": b"\x1f\x8b",
    "app.js.br": b"x",
    "plan.svg.zst": b"x",
    "fees.html.old": "fees",
    "letter.eml": "Subject: x",
    "feed.rss": "<rss><script/></rss>",
    "words.yml": "<html><script>alert(1)</script>",
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
    "inkscape-1.svg": """<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<!-- Created with Inkscape (http://www.inkscape.org/) -->
<svg width="210mm" height="297mm" viewBox="0 0 210 297" version="1.1" id="svg5" inkscape:version="1.2.2 (b0a8486541, 2022-12-01)"
   sodipodi:docname="plan.svg" xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" xmlns:xlink="http://www.w3.org/1999/xlink"
   xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd" xmlns="http://www.w3.org/2000/svg" xmlns:svg="http://www.w3.org/2000/svg">
  <sodipodi:namedview id="namedview7" pagecolor="#ffffff" inkscape:document-units="mm"><inkscape:grid type="xygrid" id="grid1"/></sodipodi:namedview>
  <defs id="defs2"><linearGradient id="a"><stop style="stop-color:#000;stop-opacity:1" offset="0"/></linearGradient>
    <linearGradient inkscape:collect="always" xlink:href="#a" id="b" x1="1" gradientUnits="userSpaceOnUse"/>
    <filter id="f"><feGaussianBlur stdDeviation="1"/></filter><clipPath id="c"><path d="M0 0h9"/></clipPath></defs>
  <g inkscape:label="Ebene 1" inkscape:groupmode="layer" id="layer1" clip-path="url(#c)">
    <rect style="fill:url(#b);fill-opacity:1;stroke:none;filter:url(#f);marker-end:url(#m)" id="rect1" width="9" height="9"/>
    <text xml:space="preserve" style="font-size:10px;-inkscape-font-specification:'sans-serif, Normal';font-family:&quot;Noto Sans&quot;"><tspan sodipodi:role="line" id="t">on=off</tspan></text>
    <image width="5" height="5" xlink:href="data:image/png;base64,iVBORw0KGgo=" id="i"/></g></svg>
""",
    "draw-io.svg": """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
<svg xmlns="http://www.w3.org/2000/svg" style="background-color: rgb(255, 255, 255);" xmlns:xlink="http://www.w3.org/1999/xlink" version="1.1" width="161px"
  viewBox="-0.5 -0.5 161 81" content="&lt;mxfile host=&quot;app.diagrams.net&quot;&gt;&lt;mxCell style=&quot;image=https://a.example/x.png&quot;/&gt;&lt;/mxfile&gt;"><defs/>
<g><rect x="0" y="0" width="160" height="80" fill="#FFFFFF" stroke="#000000" pointer-events="all" style="fill: light-dark(#ffffff, var(--ge-dark-color, #121212));"/>
<a xlink:href="https://example.org/plan"><text x="80" y="44" font-family="Helvetica" text-anchor="middle">Plan</text></a>
<image x="0" y="0" width="9" height="9" xlink:href="data:image/svg+xml;base64,PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciLz4=" preserveAspectRatio="none"/></g></svg>
""",
    "figma.svg": """<svg width="24" height="24" viewBox="0 0 24 24" fill="none" xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">
<g id="image (1)" clip-path="url(#clip0_1_2)" style="mix-blend-mode:multiply" data-figma-bg-blur-radius="4"><path d="M12 2L2 7" stroke="url(#paint0_linear)"/></g>
<rect width="24" height="24" fill="url(#pattern0)"/><foo:x xmlns:foo="https://example.org/foo" onload="x"/>
<defs><pattern id="pattern0" patternContentUnits="objectBoundingBox" width="1" height="1"><use xlink:href="#image0" transform="scale(0.01)"/></pattern>
<image id="image0" width="9" height="9" xlink:href="data:image/jpeg;base64,/9j/4AAQ"/><linearGradient id="paint0_linear"><stop stop-color="white"/></linearGradient></defs></svg>
""",
    "illustrator.svg": """\ufeff<?xml version="1.0" encoding="utf-8"?>
<svg version="1.1" id="Layer_1" xmlns="http://www.w3.org/2000/svg" x="0px" y="0px" style="enable-background:new 0 0 9 9;" xml:space="preserve">
<style type="text/css"><![CDATA[ @media (min-width:1px){.st0{fill:#FFFFFF;} } .st1{font-family:'MyriadPro-Regular';} .st2::after{content:"\\201C a@b"} ]]></style>
<switch><g><path class="st0" d="M0,0h9"/></g></switch></svg>
""",
    "matplotlib.svg": """<?xml version="1.0" encoding="utf-8" standalone="no"?>
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN"
  "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
<svg xmlns:xlink="http://www.w3.org/1999/xlink" width="9pt" xmlns="http://www.w3.org/2000/svg" version="1.1">
 <metadata><rdf:RDF xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:cc="http://creativecommons.org/ns#" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <cc:Work><dc:type rdf:resource="http://purl.org/dc/dcmitype/StillImage"/><dc:creator><cc:Agent><dc:title>Matplotlib v3.8, https://matplotlib.org/</dc:title></cc:Agent></dc:creator></cc:Work></rdf:RDF></metadata>
 <defs><style type="text/css">*{stroke-linejoin: round; stroke-linecap: butt}</style></defs>
 <g id="figure_1"><use xlink:href="#m" x="1" style="fill: #1f77b4"/></g></svg>
""",
    "excalidraw.svg": SVG.format(
        "<!-- svg-source:excalidraw --><metadata/><defs><style class=\"style-fonts\">@font-face { font-family: Virgil; src: url(data:font/woff2;base64,d09GMg==) format('woff2'); }</style></defs>"
        '<g stroke-linecap="round" transform="translate(10 10) rotate(0 5 5)"><path d="M0 0 C1 1"/></g><mask id="m"/><a href="mailto:a@b.example"><text>x</text></a>'
    ),
    "plantuml.svg": '<?xml version="1.0" encoding="us-ascii" standalone="no"?>'.replace("us-ascii", "UTF-8")
    + '<svg xmlns="http://www.w3.org/2000/svg" contentStyleType="text/css" zoomAndPan="magnify" style="width:9px"><?plantuml 1.2023?><defs/><g><!--class A--><text lengthAdjust="spacing">a &amp; b &#8594;</text></g></svg>',
    "news.rss": '<?xml version="1.0"?><rss version="2.0"><channel><link>https://example.org/</link><item><image>x</image></item></channel></rss>',
    "data.csv.gz": b"\x1f\x8b",
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


def test_nothing_of_the_content_has_the_name_of_a_file_of_the_site(desk):
    desk.write("handbook.yml", "title: Tiny\nurl: https://desk.example/\ncards: {categories: {Billing: {label: B}}}\nlanguages: {es: es}\nrules: {untranslated-page: off}\n")
    desk.write("es/index.md", "# Hola\n\nHola.\n")
    desk.write("fees/late.md", "---\ncard: {category: Billing}\nreviewed: 2026-01-01\nreview: 1 year\naliases: [old.md]\n---\n\n# Late\n\n> [!SAY]\n> Hello.\n")
    assert desk.build().status == 0
    made = [path for path in desk.site if not path.startswith("old.")]
    assert len(made) > 40 and any(path.startswith("assets/") for path in made) and any(path.endswith(".pdf") for path in made)
    for path in made:
        for name in (path, path + ".gz", path + ".br", path.upper()):
            if not (desk.content / name).exists():
                desk.write(name, "x")
    done = desk.check()
    named = {line.split(":")[0].removeprefix("Content/") for line in done.findings if "[output-collision]" in line or "[active-file]" in line}
    names = [name for path in made for name in (path, path + ".gz", path + ".br", path.upper())]
    assert [name for name in names if name not in named and not (desk.content / name).is_dir()] == []


@pytest.mark.parametrize("flags", [[], ["--precompress"]])
def test_every_compressed_file_unpacks_to_its_twin(flags, desk):
    for name in ("plan.txt", "plan.svg", "data.csv", "photo.png"):
        desk.write(name, SVG.format("<path d='M0 0h9'/>" * 99) if name.endswith("svg") else "x" * 999)
        for end in (".gz", ".br", ".zst", ".GZ", ".gz.br"):
            desk.write(name + end, "other")
    for name in ("index.html", "az.html", "sw.js", "search/index.js", "data/pages.js", "deskbook.json", "INDEX.HTML"):
        desk.write(name + ".gz", gzip.compress(b"<script>alert(1)</script>"))
    done = desk.build(*flags)
    if done.status:
        assert "deskbook.json.gz" in done.err
        (desk.content / "deskbook.json.gz").unlink()
        done = desk.build(*flags)
    assert done.status == 0, done.err
    packed = [path for path in desk.output.rglob("*") if path.suffix.lower() in (".gz", ".br", ".zst")]
    assert bool(packed) == bool(flags)
    for path in packed:
        if path.suffix == ".gz":
            assert gzip.decompress(path.read_bytes()) == path.with_suffix("").read_bytes()


def test_a_file_that_is_trusted_takes_no_page_s_place(desk):
    desk.write("handbook.yml", "title: Tiny\nactive-files: [index.html.gz]\n")
    desk.write("index.html.gz", gzip.compress(b"<script>alert(1)</script>"))
    done = desk.build()
    assert done.status == 1 and "Content/index.html.gz:" in done.finding("output-collision")[0]
