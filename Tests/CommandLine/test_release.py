"""Packages of a release: the same bytes from the same stage, and what pip, dpkg and tar make of them."""

import base64
import csv
import hashlib
import io
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tarfile
import zipfile

import pytest

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = "#!/bin/sh\necho I am deskbook\n"


@pytest.fixture
def stage(tmp_path):
    """What a package holds, with a program that is quickly packed."""
    for path, text in {
        "bin/deskbook": PROGRAM, "share/deskbook/Themes/default/theme.yml": "name: default\n", "share/man/man1/deskbook.1": ".TH deskbook\n",
        "share/doc/deskbook/licences/pango.txt": "LGPL\n", "share/doc/deskbook/deskbook.cdx.json": "{}\n",
        "share/deskbook/Themes/starter/handbook/.gitignore": "Output/\n",
    }.items():  # fmt: skip
        file = tmp_path / "stage" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    (tmp_path / "stage/bin/deskbook").chmod(0o755)
    return tmp_path / "stage"


def pack(stage, to):
    environment = os.environ | {"SOURCE_DATE_EPOCH": "1700000000"}
    subprocess.run([sys.executable, ROOT / "Tests/Release/package.py", stage, to, "1.2.3"], check=True, capture_output=True, env=environment)
    return {file.name: file for file in sorted(to.iterdir())}


def test_the_same_stage_makes_the_same_packages(stage, tmp_path):
    first = pack(stage, tmp_path / "first")
    for path in stage.rglob("*"):
        os.utime(path, (1_800_000_000, 1_800_000_000))
    second = pack(stage, tmp_path / "second")
    assert len(first) == 3 and first.keys() == second.keys()
    for name, file in first.items():
        assert file.read_bytes() == second[name].read_bytes(), name


def test_the_tarball_holds_one_folder_of_roots_files(stage, tmp_path):
    [name] = [name for name in pack(stage, tmp_path / "to") if name.endswith(".tar.gz")]
    assert name == "deskbook-1.2.3-linux-x86_64.tar.gz"
    with tarfile.open(tmp_path / "to" / name) as archive:
        members = {member.name: member for member in archive.getmembers()}
    assert set(members) == {f"deskbook-1.2.3/{path.relative_to(stage)}" for path in stage.rglob("*") if path.is_file()}
    assert members["deskbook-1.2.3/bin/deskbook"].mode == 0o755
    assert {(member.uid, member.uname, member.mtime) for member in members.values()} == {(0, "root", 1_700_000_000)}


def test_pip_installs_the_wheel_with_the_theme_beside_the_program(stage, tmp_path):
    [wheel] = [file for name, file in pack(stage, tmp_path / "to").items() if name.endswith(".whl")]
    with zipfile.ZipFile(wheel) as archive:
        record = next(name for name in archive.namelist() if name.endswith("RECORD"))
        rows = list(csv.reader(io.StringIO(archive.read(record).decode())))
        assert sorted(row[0] for row in rows) == sorted(archive.namelist())
        for name, digest, size in (row for row in rows if row[1]):
            content = archive.read(name)
            assert digest == "sha256=" + base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()
            assert int(size) == len(content)
        assert any("dist-info/licenses/pango.txt" in name for name in archive.namelist())
        assert any("dist-info/sboms/deskbook.cdx.json" in name for name in archive.namelist())
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--no-index", "--disable-pip-version-check", "--target", tmp_path / "here", wheel]
    subprocess.run(command, check=True, capture_output=True, timeout=100)
    assert subprocess.run([tmp_path / "here/bin/deskbook"], check=True, capture_output=True, text=True).stdout == "I am deskbook\n"
    assert (tmp_path / "here/share/deskbook/Themes/starter/handbook/.gitignore").is_file()


def test_dpkg_reads_the_package_which_depends_on_nothing(stage, tmp_path):
    [package] = [file for name, file in pack(stage, tmp_path / "to").items() if name.endswith(".deb")]
    fields = subprocess.run(["dpkg-deb", "--field", package], check=True, capture_output=True, text=True).stdout
    assert "Version: 1.2.3" in fields and "Depends" not in fields
    listed = subprocess.run(["dpkg-deb", "--contents", package], check=True, capture_output=True, text=True).stdout
    assert "./usr/bin/deskbook" in listed and all("root/root" in line for line in listed.splitlines())


def test_the_bill_of_materials_of_a_release_names_what_else_is_linked():
    said = subprocess.run([ROOT / "Tests/sbom", "--release"], check=True, capture_output=True, text=True).stdout
    names = {component["name"] for component in json.loads(said)["components"]}
    assert {"Swift runtime", "swift-foundation-icu", "GLib", "HarfBuzz", "FreeType", "Fontconfig", "GNU C library", "Pango"} <= names


def test_a_public_release_needs_a_clean_tree_its_tag_and_a_licence(tmp_path):
    clone = tmp_path / "clone"
    for path in ("Tests/Release/run", "Sources/Build/Pipeline/Version.swift"):
        (clone / path).parent.mkdir(parents=True)
        shutil.copy(ROOT / path, clone / path)
    by = ["-c", "user.name=Ann", "-c", "user.email=ann@desk.example"]
    for command in (["init", "--quiet"], ["add", "."], [*by, "commit", "--quiet", "--message", "All"]):
        subprocess.run(["git", "-C", clone, *command], check=True)
    version = next(line.split('"')[1] for line in (clone / "Sources/Build/Pipeline/Version.swift").read_text().splitlines() if "current" in line)

    def refusal(**environment):
        done = subprocess.run(
            [clone / "Tests/Release/run", "--public"], env=os.environ | environment, capture_output=True, text=True, timeout=60
        )
        assert done.returncode == 1 and "help: " in done.stderr, done.stderr
        return done.stderr

    assert f"no tag v{version}" in refusal()
    subprocess.run(["git", "-C", clone, "tag", f"v{version}"], check=True)
    assert "no licence of Deskbook itself" in refusal(LICENCE="")
    (clone / "new.txt").write_text("not in a commit")
    assert "changes that are in no commit" in refusal()
