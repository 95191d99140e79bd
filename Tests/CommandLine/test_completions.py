"""Shell completions: what Tab offers."""

import subprocess

import pytest


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_each_shell_gets_a_script(shell, desk):
    done = desk.run("--generate-completion-script", shell)
    assert (done.status, done.err) == (0, "")
    for command in ("build", "check", "init", "move", "new", "review", "search"):
        assert command in done.out
    flags = ["--no-execute"] if shell == "fish" else ["-n"]
    subprocess.run([shell, *flags, "/dev/stdin"], input=done.out, text=True, check=True, timeout=60)


def offered(desk, line):
    """What bash offers at the end of a line."""
    script = desk.run("--generate-completion-script", "bash").out
    ask = f"""
{script}
COMP_LINE={line!r}; COMP_POINT=${{#COMP_LINE}}; read -ra COMP_WORDS <<<"$COMP_LINE"
[[ $COMP_LINE == *" " ]] && COMP_WORDS+=("")
COMP_CWORD=$(( ${{#COMP_WORDS[@]}} - 1 )); COMP_TYPE=9; COMP_KEY=9
shopt -s extglob
_deskbook
printf '%s\\n' "${{COMPREPLY[@]}}"
"""
    done = subprocess.run(["bash", "-O", "extglob", "-c", ask], capture_output=True, text=True, env=desk.environment(PATH=f"{desk.program.parent}:/usr/bin:/bin"), timeout=60)
    return {word.strip() for word in done.stdout.split("\n")}


def test_bash_offers_commands_and_kinds_and_rules(desk):
    assert {"review", "move", "new"} <= offered(desk, "deskbook ")
    assert {"script", "faq", "card"} <= offered(desk, "deskbook new ")
    assert "link-target" in offered(desk, "deskbook explain link-t")
