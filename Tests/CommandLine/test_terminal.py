"""On a terminal: colours, progress, completions."""

import os
import pty
import re
import subprocess

import pytest

ESCAPE = "\x1b["


@pytest.fixture
def flawed(desk):
    desk.write("index.md", "# Tiny\n\n[x](nowhere.md)\n")
    return desk


def on_terminal(desk, *arguments, env=None):
    """What a program writes to a terminal that is both its outputs."""
    main, side = pty.openpty()
    running = subprocess.Popen(
        [desk.program, *arguments], cwd=desk.folder, env=desk.environment(**({"TERM": "xterm"} | (env or {}))),
        stdin=subprocess.DEVNULL, stdout=side, stderr=side,
    )  # fmt: skip
    os.close(side)
    written = b""
    while True:
        try:
            part = os.read(main, 65_536)
        except OSError:  # the last holder of the other side is gone
            break
        if not part:
            break
        written += part
    os.close(main)
    running.wait()
    return written.decode("utf-8")


def test_a_pipe_gets_no_colours(flawed):
    assert ESCAPE not in flawed.check().err


def test_a_terminal_gets_colours(flawed):
    assert ESCAPE in on_terminal(flawed, "check")


@pytest.mark.parametrize(
    "options, variables", [(["--color", "never"], {}), ([], {"NO_COLOR": "1"}), ([], {"TERM": "dumb"})], ids=str
)
def test_a_terminal_gets_none_where_nobody_wants_them(options, variables, flawed):
    assert ESCAPE not in on_terminal(flawed, "check", *options, env=variables)


def test_colours_can_be_asked_for_in_a_pipe(flawed):
    coloured = flawed.check("--color", "always", env={"NO_COLOR": "1"}).err
    assert ESCAPE in coloured
    plain = flawed.check("--color", "never").err
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == plain


def test_an_empty_no_color_does_not_count(flawed):
    assert ESCAPE in on_terminal(flawed, "check", env={"NO_COLOR": ""})


def test_a_short_run_shows_no_progress(desk):
    assert "\r\x1b[K" not in on_terminal(desk, "build")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completions_are_made_for_each_shell(shell, desk):
    done = desk.run("--generate-completion-script", shell)
    assert done.status == 0
    for word in ("deskbook", "build", "explain", "--strict" if shell != "fish" else "strict", "link-target"):
        assert word in done.out


def test_bash_completes_with_what_is_made_for_it(desk):
    script = desk.run("--generate-completion-script", "bash").out + "\ncomplete -p deskbook\n"
    done = subprocess.run(["bash", "--norc"], input=script.encode(), capture_output=True)
    assert done.returncode == 0, done.stderr
    assert done.stderr == b""
    assert b"complete" in done.stdout and b"deskbook" in done.stdout
