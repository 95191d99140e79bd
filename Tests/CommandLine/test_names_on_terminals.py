"""Whatever names and texts hold, nothing that steers a terminal is printed, and no cell is a formula."""

import csv
import io
import pathlib
import subprocess

import pytest

from test_terminal import on_terminal

CLOCK = ("--clock", "2026-11-20")
# Escape sequences, a bell, backspaces, the 8-bit form of an escape, turned writing, a line of its own.
HOSTILE = ["\x1b[2J\x08\x08", "\x9b31m\u202eg\u2066\x7f\x1b]0;owned\x07"]
STEERING = {chr(code) for code in [*range(0x20), *range(0x7F, 0xA0), 0x200E, 0x200F, *range(0x2028, 0x202F), *range(0x2066, 0x206A)]} - set("\n\t")
FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "=cmd|' /C calc'!A0", "\uff1d1", "\u00a0=1", "=\u03011"]


def harmless(text, name):
    steering = sorted({repr(sign) for sign in text if sign in STEERING})
    assert not steering, f"{name} printed {steering}"


@pytest.fixture(params=HOSTILE, ids=ascii)
def sign(request):
    return request.param


@pytest.fixture
def hostile(desk, sign):
    """A handbook in which everything that can have a name has a hostile one."""
    desk.write("handbook.yml", 'title: Tiny\nlinks: [tel]\n')
    desk.write(f"p{sign}age.md", f"---\ntitle: T\nowner: O{sign}\nreviewed: 2020-01-01\nreview: 6 months\n---\n\ntext\n".encode())
    desk.write(f"f{sign}ile.txt", "x")
    desk.write("other.md", f"---\ntitle: Other\nowner: Lead\nreviewed: 2020-01-01\nreview: 6 months\n---\n\n## A {sign}\n\n> [!SAY]\n> Say {sign} it\n\n[x](index.md?{sign}#gone) [y](g{sign}one.md)\n")
    desk.write("index.md", f"# Tiny {sign}\n\n[o](other.md?q={sign}) [gone](g{sign}.md)\n")
    desk.write("synonyms.txt", f"a, b{sign}\nb{sign} => c\n")
    desk.write("search-tests.yml", "- {query: word, expect: other.md}\n")
    return desk


COMMANDS = [
    ["check"], ["check", "--format", "json"], ["check", "--format", "github"], ["check", "--format", "sarif"], ["build"], ["build", "-v"], ["list"],
    ["list", "--json"], ["list", "--csv"], ["review", *CLOCK], ["review", "--format", "csv", *CLOCK], ["review", "--format", "json", *CLOCK],
    ["review", "--format", "ics", *CLOCK], ["search", "other"], ["search", "say", "--explain"], ["search", "say", "--json"], ["search-test"], ["verify"],
]  # fmt: skip


def test_no_command_prints_what_steers_a_terminal(hostile, sign):
    hostile.build("--quiet")
    if (hostile.output / "index.html").exists():
        (hostile.output / f"added{sign}").write_text("x")
    named = [
        ["move", "other.md", f"m{sign}.md"], ["move", "other.md", "moved.md"], ["move", f"q{sign}.md", "a.md"], ["new", "guide", f"n{sign}.md"],
        ["new", "guide", "n.md", "--title", f"T{sign}"], ["new", f"k{sign}", "n.md"], ["review", "stamp", f"p{sign}.md", "--by", "Ana"],
        ["review", "stamp", "moved.md", "--by", f"Ana{sign}"], ["explain", f"r{sign}"], ["check", f"no{sign}where"], [f"--{sign}"], ["build", "--theme", f"t{sign}"],
        ["build", "--output", f"out{sign}/../Content"], ["init", f"new{sign}"], ["init", f"new{sign}"], ["verify", f"v{sign}"], ["search", f"word{sign}"],
        ["import", f"none{sign}", "x"], ["cards", "--select", f"c{sign}"], ["check", "--clock", f"2{sign}"], ["serve", f"gone{sign}"],
    ]  # fmt: skip
    for command in COMMANDS + named:
        done = hostile.run(*command)
        assert done.status in (0, 1, 64, 74), f"{command}: {done}"
        # Line ends of calendars and of comma-separated values are two signs.
        is_data = "ics" in command or "csv" in command or "--csv" in command
        printed = done.out.replace("\r\n", "\n") if is_data else done.out
        # JSON gives what was written, and escapes what steers; in which direction it is shown is the reader's matter.
        is_json = command[-1] in ("json", "sarif", "--json")
        harmless("".join(sign for sign in printed if sign < "\u2000") if is_json else printed, command)
        harmless(done.err, command)


def test_no_import_prints_what_steers_a_terminal(hostile, sign, tmp_path):
    source = tmp_path / "source"
    (source / "content").mkdir(parents=True)
    escaped = "".join(f"\\u{ord(character):04x}" for character in sign)
    (source / "hugo.toml").write_text(f'title = "x{escaped}"\n"k{escaped}" = 1\n')
    (source / "content" / "a.md").write_text(f'+++\nslug = "x{escaped}"\n"o{escaped}" = 1\n+++\n\n{{{{< ref "g{sign}" >}}}} {{{{< x{sign} >}}}}\n')
    (source / "content" / f"b{sign}.md").write_text("# B\n")
    done = hostile.run("import", source, tmp_path / "made")
    assert done.status == 0, done.err
    harmless(done.out + done.err, "import")
    table = tmp_path / f"t{sign}.csv"
    table.write_text(f"say,x{sign}\n,a\nhello,b\n")
    done = hostile.run("import", table, ".")
    harmless(done.out + done.err, "import of a table")


def test_a_terminal_gets_colours_and_nothing_else(hostile, sign):
    printed = on_terminal(hostile, "check").replace("\r\n", "\n")
    for ink in ("\x1b[0m", "\x1b[1m", "\x1b[1;31m", "\x1b[1;33m", "\x1b[1;32m", "\x1b[36m", "\r\x1b[K"):
        printed = printed.replace(ink, "")
    harmless(printed, "check on a terminal")


@pytest.mark.parametrize("formula", FORMULAS, ids=ascii)
def test_no_cell_is_a_formula(formula, desk):
    title = "".join(f"\\u{ord(character):04x}" for character in formula)
    desk.write("a.md", f'---\ntitle: "{title}"\nowner: "{title}"\nreviewed: 2020-01-01\nreview: 6 months\n---\n\n> [!SAY]\n> x\n')
    for command in (["list", "--csv"], ["review", "--format", "csv", *CLOCK]):
        done = desk.run(*command)
        assert done.status == 0, done.err
        cells = [cell for row in csv.reader(io.StringIO(done.out, newline="")) for cell in row]
        assert any(formula.strip().lstrip("=+-@") in cell for cell in cells)
        # A spreadsheet passes over spaces, and marks on a sign are signs of their own.
        assert not [cell for cell in cells if cell.lstrip(" \u00a0")[:1] in set("=+-@\uff1d\t\r\n") - {""}], command


@pytest.mark.parametrize("closed", ["0", "1", "12", "012"])
@pytest.mark.parametrize("command", ["build", "list", "move", "new", "import", "init"])
def test_closed_streams_change_nothing_but_what_is_seen(command, closed, built):
    """What is printed goes nowhere, least of all into a file that the program has open."""
    built.write("a.md", "# A\n")
    shapes = pathlib.Path(__file__).parent / "import"
    arguments = {"move": ["a.md", "b.md"], "new": ["guide", "c.md"], "import": [shapes / "macros.csv", "."], "init": ["new"]}.get(command, [])
    redirections = " ".join({"0": "<&-", "1": ">&-", "2": "2>&-"}[stream] for stream in closed)
    done = subprocess.run(
        ["sh", "-c", f'exec "$@" {redirections}', "sh", built.program, command, *arguments], cwd=built.folder, env=built.environment(),
        capture_output=True, timeout=60,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    if command == "build":
        assert "a.html" in built.site and built.run("verify").status == 0
    if command == "move":
        assert (built.content / "b.md").exists() and not (built.content / "a.md").exists()
    for path in pathlib.Path(built.content).rglob("*"):
        assert not path.is_file() or b"Built" not in path.read_bytes()


def test_findings_are_a_status_where_nobody_sees_them(desk):
    desk.write("handbook.yml", "titel: Tiny\n")
    done = subprocess.run(["sh", "-c", 'exec "$@" >&- 2>&-', "sh", desk.program, "build"], cwd=desk.folder, env=desk.environment(), timeout=60)
    assert done.returncode == 1 and not desk.output.exists()
