"""Makes packages of a staged release: a tarball, a wheel, a Debian package.

    python3 Tests/Release/package.py STAGE TO VERSION

STAGE has bin/deskbook, share/deskbook, share/man, share/doc/deskbook and completions, as they lie below /usr. The same
stage makes the same bytes: names are sorted, times are SOURCE_DATE_EPOCH, owners are root.
"""

import base64
import gzip
import hashlib
import io
import os
import pathlib
import shutil
import subprocess
import sys
import tarfile
import tempfile
import zipfile

EPOCH = int(os.environ["SOURCE_DATE_EPOCH"])
SUMMARY = "A handbook of what to say, from Markdown: searchable pages and printable cue cards"
# A static program needs nothing of its system: the names are those that pip and musl systems know.
TAG = "py3-none-manylinux_2_17_x86_64.musllinux_1_1_x86_64"


def files(stage):
    return sorted(path for path in stage.rglob("*") if path.is_file())


def mode(path):
    return 0o755 if os.access(path, os.X_OK) else 0o644


def tarball(stage, to, version):
    """bin/, share/ in a folder of its own; gzip, since small systems have no xz."""
    packed = io.BytesIO()
    top = f"deskbook-{version}"
    with tarfile.open(fileobj=packed, mode="w", format=tarfile.USTAR_FORMAT) as archive:
        for path in files(stage):
            entry = tarfile.TarInfo(f"{top}/{path.relative_to(stage)}")
            entry.size, entry.mode, entry.mtime = path.stat().st_size, mode(path), EPOCH
            entry.uname = entry.gname = "root"
            with path.open("rb") as file:
                archive.addfile(entry, file)
    # mtime=0: no time and no name in the head of the stream.
    (to / f"{top}-linux-x86_64.tar.gz").write_bytes(gzip.compress(packed.getvalue(), 9, mtime=0))


def wheel(stage, to, version):
    """The program among a wheel's scripts, all else among its data; PyPA, "Binary distribution format"."""
    information = f"deskbook-{version}.dist-info"
    members = {}
    for path in files(stage):
        name = path.relative_to(stage)
        kind = f"scripts/{name.name}" if name.parts[0] == "bin" else f"data/{name}"
        members[f"deskbook-{version}.data/{kind}"] = (path.read_bytes(), mode(path))
        if name.parts[:4] == ("share", "doc", "deskbook", "licences"):
            members[f"{information}/licenses/{name.name}"] = (path.read_bytes(), 0o644)
        if name.name == "deskbook.cdx.json":
            members[f"{information}/sboms/{name.name}"] = (path.read_bytes(), 0o644)
    members[f"{information}/METADATA"] = (
        f"Metadata-Version: 2.1\nName: deskbook\nVersion: {version}\nSummary: {SUMMARY}\n".encode(), 0o644)
    members[f"{information}/WHEEL"] = (
        "Wheel-Version: 1.0\nGenerator: deskbook\nRoot-Is-Purelib: false\n".encode()
        + b"".join(f"Tag: py3-none-{system}\n".encode() for system in TAG.split("-")[2].split(".")), 0o644)
    record = f"{information}/RECORD"
    lines = []
    for name, (content, _) in sorted(members.items()):
        digest = base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()
        lines.append(f"{name},sha256={digest},{len(content)}\n")
    members[record] = ("".join(lines + [f"{record},,\n"]).encode(), 0o644)
    with zipfile.ZipFile(to / f"deskbook-{version}-{TAG}.whl", "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, (content, permissions) in sorted(members.items(), key=lambda member: (".dist-info" in member[0], member[0])):
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.external_attr = (0o100000 | permissions) << 16
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, content)


def debian(stage, to, version):
    """A package that depends on nothing."""
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder) / "root"
        shutil.copytree(stage, root / "usr")
        size = sum(path.stat().st_size for path in files(root)) // 1024
        (root / "DEBIAN").mkdir()
        (root / "DEBIAN/control").write_text(
            f"Package: deskbook\nVersion: {version}\nArchitecture: amd64\nSection: text\nPriority: optional\n"
            f"Installed-Size: {size}\nMaintainer: {os.environ.get('MAINTAINER', 'The Deskbook project')}\n"
            f"Description: {SUMMARY}\n One static program without dependencies: it builds a handbook's site, prints its\n"
            " cards, previews it while it is written, and checks every page.\n")
        for path in [root, *root.rglob("*")]:
            path.chmod(0o755 if path.is_dir() else mode(path))
        subprocess.run(
            ["dpkg-deb", "--root-owner-group", "-Zxz", "--build", root, to / f"deskbook_{version}_amd64.deb"],
            check=True, stdout=subprocess.DEVNULL)


def main():
    stage, to, version = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), sys.argv[3]
    to.mkdir(parents=True, exist_ok=True)
    for make in (tarball, wheel, debian):
        make(stage, to, version)


main()
