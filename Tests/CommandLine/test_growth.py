"""Twice the input takes no more than three times the work, or is refused with a finding before it is done."""

import os
import shutil
import subprocess

import pytest

# What starting the program and a machine at other work may add, in seconds of the processor.
SLACK = 0.6


def words(count, stem="word"):
    return [f"{stem}{number}" for number in range(count)]


def page(body="", **keys):
    front = "".join(f"{name}: {value}\n" for name, value in keys.items())
    return f"---\ntitle: T\nowner: L\n{front}---\n\n{body}\n"


def setting(text):
    return lambda n: {"handbook.yml": "title: T\n" + text(n), "index.md": "# T\n"}


def listed(name, item="w{}"):
    return setting(lambda n: f"{name}:\n" + "".join(f"  - {item.format(number)}\n" for number in range(n)))


def mapped(name, entry="k{}: v{}"):
    return setting(lambda n: f"{name}:\n" + "".join(f"  {entry.format(number, number)}\n" for number in range(n)))


def front(name, item="w{}"):
    return lambda n: {"index.md": "# T\n\n[a](a.md)\n", "a.md": page(**{name: "[" + ", ".join(item.format(number) for number in range(n)) + "]"})}


def body(text):
    return lambda n: {"index.md": "# T\n\n" + text(n) + "\n"}


INPUTS = {
    "synonyms on a line": (4_000, lambda n: {"index.md": "# T\n", "synonyms.txt": ", ".join(words(n)) + "\n"}),
    "synonyms one way": (4_000, lambda n: {"index.md": "# T\n", "synonyms.txt": ", ".join(words(n)) + " => " + ", ".join(words(n, "other")) + "\n"}),
    "lines of synonyms": (10_000, lambda n: {"index.md": "# T\n", "synonyms.txt": "".join(f"a{number}, b{number}, c\n" for number in range(n))}),
    "lines with the same synonyms": (10_000, lambda n: {"index.md": "# T\n", "synonyms.txt": "a, b\n" * n}),
    "full lines of synonyms": (400, lambda n: {"index.md": "# T\n", "synonyms.txt": "".join(", ".join(words(50, f"l{number}w")) + "\n" for number in range(n))}),
    "chains of synonyms": (10_000, lambda n: {"index.md": "# T\n", "synonyms.txt": "".join(f"a => x\nx => b{number}\n" for number in range(n))}),
    "chains that end": (10_000, lambda n: {"index.md": "# T\n", "synonyms.txt": "y => x\n" * n + "x => y\n" * n}),
    "a value many times": (4_000, lambda n: {"handbook.yml": f"title: T\nvalues:\n  a: {'v' * 100_000}\n", "index.md": "# T\n\n" + "{{a}} " * n + "\n"}),
    "a long value": (20_000, lambda n: {"handbook.yml": f"title: T\nvalues:\n  a: {'v' * 4_000}\n", "index.md": "# T\n\n" + "{{a}} " * n + "\n"}),
    "a long value on a card": (20_000, lambda n: {"handbook.yml": f"title: T\nvalues:\n  a: {'v ' * 2_000}\n", "index.md": page("{{a}} " * n, kind="card")}),
    "a value in many lines to say": (4_000, lambda n: {"handbook.yml": f"title: T\nvalues:\n  a: {'v ' * 2_000}\n", "index.md": "# T\n\n| Say |\n| --- |\n" + "| {{a}} |\n" * n}),
    "values": (5_000, mapped("values")),
    "fields": (3_000, mapped("fields", "k{}: {{label: l{}}}")),
    "fields used": (2_000, lambda n: {"handbook.yml": "title: T\nfields:\n" + "".join(f"  k{number}: {{label: l{number}}}\n" for number in range(n)), "index.md": "# T\n\n" + " ".join(f"{{{{k{number}}}}}" for number in range(n)) + "\n"}),
    "holes that nothing fills": (3_000, body(lambda n: " ".join(f"{{{{none{number}}}}}" for number in range(n)))),
    "words": (5_000, mapped("words")),
    "rules": (5_000, mapped("rules", "k{}: error")),
    "owners": (3_000, mapped("owners", "o{}: o{}@example.org")),
    "contacts": (3_000, listed("contacts", "{{name: n{}, phone: 1}}")),
    "links": (5_000, listed("links", "x{}")),
    "redirects": (5_000, mapped("redirects", "old{}.html: index.md")),
    "navigation": (5_000, listed("navigation", "p{}.md")),
    "active files": (5_000, listed("active-files", "p{}.html")),
    "languages": (200, lambda n: {"handbook.yml": "title: T\nlanguages:\n" + "".join(f"  f{number}: {chr(97 + number // 26 % 26)}{chr(97 + number % 26)}{'' if number < 676 else '-Latn'}\n" for number in range(n)), "index.md": "# T\n"} | {f"f{number}/index.md": "# T\n" for number in range(n)}),
    "sheets of cards": (1_000, lambda n: {"handbook.yml": "title: T\ncards:\n  sheets:\n" + "".join(f"    s{number}: {{paper: a4}}\n" for number in range(n)), "index.md": "# T\n"}),
    "unknown keys": (3_000, setting(lambda n: "".join(f"k{number}: v\n" for number in range(n)))),
    "tags": (1_000, front("tags")),
    "heard": (1_000, front("heard")),
    "synonyms of a page": (1_000, front("synonyms")),
    "aliases": (1_000, front("aliases", "a{}.html")),
    "sources of a page": (1_000, front("sources")),
    "unknown keys of a page": (1_000, lambda n: {"index.md": page(**{f"k{number}": "v" for number in range(n)})}),
    "tags of many pages": (500, lambda n: {"index.md": "# T\n"} | {f"p{number}.md": page(tags=f"[t{number}, all]") for number in range(n)}),
    "pages with one title": (600, lambda n: {"index.md": "# T\n"} | {f"p{number}.md": page("text") for number in range(n)}),
    "sources": (5_000, lambda n: {"index.md": "# T\n", "sources.yml": "".join(f"s{number}: {{title: t}}\n" for number in range(n))}),
    "reviews": (20_000, lambda n: {"index.md": "# T\n", "reviews.tsv": "index.md\t2026-01-01\tAna\t0123456789abcdef\n" * n}),
    "wrong reviews": (10_000, lambda n: {"index.md": "# T\n", "reviews.tsv": "index.md\n" * n}),
    "search tests": (2_000, lambda n: {"index.md": "# T\n", "search-tests.yml": "".join(f"- {{query: q{number}, expect: index.md}}\n" for number in range(n))}),
    "marks on a letter": (16_000, body(lambda n: "a" + "\u0301" * n)),
    "mixed marks on a letter": (16_000, body(lambda n: "a" + "\u0301\u0327\u0e38\u0651" * (n // 4))),
    "marks in a title": (8_000, lambda n: {"index.md": "# T" + "\u0301" * n + "\n\n[x](#t)\n"}),
    "marks on a card": (8_000, lambda n: {"index.md": page("a" + "\u0301" * n, kind="card")}),
    "mixed marks on a card": (8_000, lambda n: {"index.md": page("a" + "\u0301\u0327\u0323\u0345" * (n // 4), kind="card")}),
    "joiners on a card": (8_000, lambda n: {"index.md": page("\U0001f468\u200d" * n, kind="card")}),
    "words on a card": (20_000, lambda n: {"index.md": page("some words " * n, kind="card")}),
    "a word on a card": (40_000, lambda n: {"index.md": page("w" * n, kind="card")}),
    "steps of a card": (2_000, lambda n: {"index.md": page("1. Step\n" * n, kind="card")}),
    "letters that no font has": (2_000, lambda n: {"index.md": page("".join(chr(0x4E00 + number) for number in range(n)), kind="card")}),
    "cards": (150, lambda n: {"index.md": "# T\n"} | {f"c{number}.md": page("text", kind="card") for number in range(n)}),
    "phrases": (2_000, body(lambda n: "| Say | When |\n| --- | --- |\n" + "".join(f"| say {number} | when {number} |\n" for number in range(n)))),
    "phrases to avoid": (1_000, body(lambda n: "| Say | Instead of |\n| --- | --- |\n" + "".join(f"| say {number} | not {number} |\n" for number in range(n)))),
    "the same phrase": (2_000, body(lambda n: "> [!SAY]\n> the same\n\n" * n)),
    "headings": (4_000, body(lambda n: "".join(f"## H {number}\n\ntext\n\n" for number in range(n)))),
    "headings that are the same": (4_000, body(lambda n: "## H\n\ntext\n\n" * n)),
    "links to nothing": (3_000, body(lambda n: "\n\n".join(f"[x](none{number}.md#a)" for number in range(n)))),
    "links on a line": (3_000, body(lambda n: " ".join(f"[x](none{number}.md)" for number in range(n)))),
    "footnotes": (2_000, body(lambda n: " ".join(f"[^{number}]" for number in range(n)) + "\n\n" + "".join(f"[^{number}]: note\n" for number in range(n)))),
    "silences": (2_000, body(lambda n: "".join("<!-- deskbook: allow link-target for now -->\n\n[x](none.md)\n\n" for number in range(n)))),
    "steps of a script": (600, lambda n: {"index.md": page("".join(f"## S{number}\n\nDo.\n\n- [on](#s{number + 1})\n\n" for number in range(n)) + f"## S{n}\n\n> [!OUTCOME]\n> End.\n", kind="script")}),
    "folders in one another": (60, lambda n: {"index.md": "# T\n", "/".join(["d"] * n) + "/a.md": "# A\n"}),
    "files": (2_000, lambda n: {"index.md": "# T\n"} | {f"f/{number}.txt": "x" for number in range(n)}),
    "spaces": (400_000, body(lambda n: "a" + " " * n + "b")),
}  # fmt: skip


def source(shape, text):
    name = {"mkdocs": "docs/a.md", "hugo": "content/a.md", "mdbook": "src/a.md"}[shape]
    more = {"mkdocs": {"mkdocs.yml": "site_name: x\n"}, "hugo": {"hugo.toml": "title='x'\n"}, "mdbook": {"book.toml": "[book]\ntitle='x'\n", "src/SUMMARY.md": "- [A](a.md)\n"}}[shape]
    return lambda n: more | {name: "# A\n\n" + text(n) + "\n"}


LINES = {
    "spaces": (40_000, lambda n: "a" + " " * n + "b"), "spaces before attributes": (40_000, lambda n: "a" + " " * n + "{x"),
    "open attributes": (20_000, lambda n: "{.a " * n), "colons": (40_000, lambda n: " :a-" + "b-" * n), "equals": (40_000, lambda n: "==" + "a=" * n), "keys": (40_000, lambda n: "++" + "a+" * n),
    "an open box": (20_000, lambda n: "!!! note " + "a" * n + ' "' + " " * n), "boxes": (1_000, lambda n: "!!! note\n" * n), "boxes in boxes": (1_000, lambda n: "".join(" " * (4 * (number % 40)) + "!!! note\n" for number in range(n))),
    "an open tab": (20_000, lambda n: "===" + " " * n + '"' + " " * n + "x"), "hints": (1_000, lambda n: "{{< hint >}}\nx\n{{< /hint >}}\n" * n),
    "hints in hints": (1_000, lambda n: "{{< hint >}}\n" * n + "x\n" + "{{< /hint >}}\n" * n), "open hints": (1_000, lambda n: "{{< hint >}}\n" * n), "closed hints": (1_000, lambda n: "{{< hint >}}\n" * n + "{{< /note >}}\n" * n),
    "a long hint": (20_000, lambda n: "{{< hint" + " " * n + "x"), "a long figure": (20_000, lambda n: "{{< figure" + " " * n + "x"), "arguments": (20_000, lambda n: "{{< figure " + "a" * n + " >}}"),
    "references": (1_000, lambda n: '{{< ref "none.md" >}} ' * n), "open references": (4_000, lambda n: "{{< ref a" * n), "brackets": (20_000, lambda n: "](" + "a/" * n), "open links": (20_000, lambda n: "[" * n),
    "ticks": (3_000, lambda n: "`a" * n), "braces": (40_000, lambda n: "{{" * n), "includes": (1_000, lambda n: "{{#include b.md}}\n" * n), "snippets": (2_000, lambda n: '--8<-- "x"\n' * n), "fences": (4_000, lambda n: "```\n" * n),
}  # fmt: skip
IMPORTS = {f"{shape}: {name}": (count, source(shape, text)) for shape in ("mkdocs", "hugo") for name, (count, text) in LINES.items()} | {
    "mkdocs: navigation": (1_000, lambda n: {"mkdocs.yml": "site_name: x\nnav:\n" + "".join(f"  - p{number}.md\n" for number in range(n))} | {f"docs/p{number}.md": "# A\n" for number in range(n)}),
    "mkdocs: settings": (4_000, lambda n: {"mkdocs.yml": "site_name: x\n" + "".join(f"k{number}: v\n" for number in range(n)), "docs/a.md": "# A\n"}),
    "hugo: settings": (4_000, lambda n: {"hugo.toml": "".join(f"k{number} = 1\n" for number in range(n)), "content/a.md": "# A\n"}),
    "hugo: front matter": (2_000, lambda n: {"hugo.toml": "", "content/a.md": "+++\n" + "".join(f"k{number} = 1\n" for number in range(n)) + "+++\n\nx\n"}),
    "hugo: pages that refer to each other": (300, lambda n: {"hugo.toml": ""} | {f"content/d{number}/p.md": f'{{{{< ref "p{number}.md" >}}}}\n' for number in range(n)}),
    "mdbook: includes": (1_000, source("mdbook", LINES["includes"][1])),
    "mdbook: settings": (4_000, lambda n: {"book.toml": "[book]\n" + "".join(f"[k{number}]\n" for number in range(n)), "src/SUMMARY.md": "- [A](a.md)\n", "src/a.md": "# A\n"}),
    "mdbook: brackets in the contents": (20_000, lambda n: {"book.toml": "[book]\n", "src/SUMMARY.md": "- [A](a.md)\n" + "[" * n + "](" * n + "\n", "src/a.md": "# A\n"}),
    "mdbook: chapters": (1_000, lambda n: {"book.toml": "[book]\n", "src/SUMMARY.md": "".join(f"- [A](p{number}.md)\n" for number in range(n))} | {f"src/p{number}.md": "# A\n" for number in range(n)}),
    "csv: rows": (4_000, lambda n: {"t.csv": "say,tags\n" + "".join(f"s{number},t{number}\n" for number in range(n))}),
    "csv: columns": (2_000, lambda n: {"t.csv": "say" + "".join(f",c{number}" for number in range(n)) + "\nx\n"}),
    "csv: spaces in holes": (20_000, lambda n: {"t.csv": "say\n{{" + " " * n + "a" + " " * n + "\n"}),
    "csv: quotes": (40_000, lambda n: {"t.csv": 'say\n"' + '""' * n + '"\n'}),
}  # fmt: skip


def work(command, folder, make, count):
    """
    Seconds that the program itself computes for an input of a size, and its memory in MB. What the system takes for the files is left
    out: on ext4 it is ten times as much where many were deleted just before, as the last test did.
    """
    shutil.rmtree(folder, ignore_errors=True)
    for path, text in make(count).items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    process = command()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode in (0, 1, 64), f"{count}: ended with {process.returncode}"
    return usage.ru_utime, usage.ru_maxrss / 1024


def grows_soundly(command, folder, make, count):
    """Three tries, as other programs on the machine take their time too."""
    for attempt in range(3):
        small, _ = work(command, folder, make, count)
        large, memory = work(command, folder, make, 2 * count)
        assert memory < 2_000, f"{memory:.0f} MB"
        if large <= 3 * small + SLACK or large < SLACK:
            return
    raise AssertionError(f"{count}: {small:.2f} s, {2 * count}: {large:.2f} s")


def quiet(desk, *arguments):
    """Starts the program, with nobody who reads what it prints."""
    nowhere = subprocess.DEVNULL
    return lambda: subprocess.Popen(
        [desk.program, *map(str, arguments)], cwd=desk.folder, env=desk.environment(), stdin=nowhere, stdout=nowhere, stderr=nowhere
    )


@pytest.mark.parametrize("name", INPUTS)
def test_a_handbook_of_twice_the_size_takes_no_more_than_three_times_the_work(name, desk):
    count, make = INPUTS[name]
    grows_soundly(quiet(desk, "build", "--quiet", "--jobs", "2", "--no-cache"), desk.content, make, count)


@pytest.mark.parametrize("name", IMPORTS)
def test_an_import_of_twice_the_size_takes_no_more_than_three_times_the_work(name, desk):
    count, make = IMPORTS[name]
    folder = desk.folder / "source"
    what = folder / "t.csv" if name.startswith("csv") else folder

    def command():
        shutil.rmtree(desk.folder / "made", ignore_errors=True)
        return quiet(desk, "import", what, "made")()

    grows_soundly(command, folder, make, count)
