"""The machine and the versions that a report is about."""

import importlib.metadata
import os
import pathlib
import platform
import re
import subprocess

import peers


def said(*command):
    try:
        done = subprocess.run(command, capture_output=True, text=True)
    except OSError:
        return "missing"
    lines = [line for line in (done.stdout or done.stderr).splitlines() if line.strip()]
    return lines[0].strip() if lines else "unknown"


def package(name):
    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return "missing"


def facts(records):
    """When, on what, and with which versions the records were made: lines of Markdown."""
    begun = next((record for record in records if record["part"] == "machine"), {"begun": "?", "load": "?"})
    cpu = re.search(r"model name\s*: (.*)", pathlib.Path("/proc/cpuinfo").read_text())
    memory = int(re.search(r"MemTotal:\s*(\d+)", pathlib.Path("/proc/meminfo").read_text())[1]) / 2**20
    system = platform.freedesktop_os_release().get("PRETTY_NAME", platform.system())
    commit = said("git", "-C", str(peers.REPOSITORY), "rev-parse", "--short", "HEAD")
    versions = {
        "Deskbook": f"{said(str(peers.DESKBOOK), '--version')} ({commit})",
        **{name: package(name) for name in ("hugo", "pagefind", "zensical", "mkdocs-material")},
        "libcmark-gfm": said("pkg-config", "--modversion", "libcmark-gfm"),
        "chromium": said(os.environ.get("CHROMIUM", "/usr/bin/chromium"), "--version"),
        "node": said("node", "--version"),
        "hyperfine": said("hyperfine", "--version"),
    }
    return [
        f"{begun['begun']} · {cpu[1] if cpu else platform.machine()}, {os.cpu_count()} cores, {memory:.0f} GB · {system}"
        f" · load average at the start {begun['load']}",
        "",
        "; ".join(f"{name} {version}" for name, version in versions.items()),
        "",
    ]
