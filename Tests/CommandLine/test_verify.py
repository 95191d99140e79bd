"""`deskbook verify`: a copy of a site is compared with what its manifest says."""

import hashlib
import json
import shutil

import pytest


@pytest.fixture
def copied(built):
    """A copy of a small site, with files of every sort."""
    built.write("images/desk.png", b"\x89PNG" * 100)
    assert built.build().status == 0
    shutil.copytree(built.output, built.folder / "copy")
    return built


def test_a_copy_is_whole(copied):
    done = copied.run("verify", "copy")
    assert (done.status, done.err) == (0, "")
    assert done.out.startswith("copy is whole: ")
    assert f"{len(copied.site) - 1} files" in done.out


def test_the_manifest_has_the_sha_256_of_every_other_file(copied):
    site = copied.site
    manifest = json.loads(site.pop("deskbook.json"))
    assert manifest["hash"] == "SHA-256"
    assert manifest["files"] == {path: hashlib.sha256(content).hexdigest() for path, content in site.items()}


def test_the_output_of_the_current_folder_is_checked_by_default(copied):
    assert copied.run("verify").status == 0


CHANGES = {
    "a byte more": ("changed: index.html", lambda copy: (copy / "index.html").open("ab").write(b" ")),
    "a byte changed": ("changed: images/desk.png", lambda copy: (copy / "images/desk.png").write_bytes(b"\x88PNG" * 100)),
    "a file gone": ("missing: az.html", lambda copy: (copy / "az.html").unlink()),
    "a folder gone": ("missing: images/desk.png", lambda copy: shutil.rmtree(copy / "images")),
    "a file added": ("added: login.html", lambda copy: (copy / "login.html").write_text("<form>")),
    "a hidden file added below": ("added: images/.x", lambda copy: (copy / "images/.x").write_text("x")),
    "an empty folder added": ("added: new/", lambda copy: (copy / "new").mkdir()),
    "a file made a link to its like": ("changed: az.html", lambda copy: link(copy / "az.html")),
    "a folder made a link": ("missing: images/desk.png", lambda copy: link(copy / "images")),
}  # fmt: skip


def link(path):
    """Moves a file out of the copy and leaves a symbolic link to it."""
    other = path.parent.parent / ("moved-" + path.name)
    path.rename(other)
    path.symlink_to(other)


@pytest.mark.parametrize("change", CHANGES)
def test_every_difference_is_named(change, copied):
    line, make = CHANGES[change]
    make(copied.folder / "copy")
    done = copied.run("verify", "copy")
    assert done.status == 1
    assert line in done.out.splitlines()
    assert "not as published" in done.err


def test_differences_as_json(copied):
    (copied.folder / "copy/az.html").unlink()
    (copied.folder / "copy/b.html").write_text("x")
    done = copied.run("verify", "copy", "--format", "json")
    assert done.status == 1
    document = json.loads(done.out)
    assert document["sound"] is False
    assert document["differences"] == [
        {"path": "az.html", "difference": "missing"}, {"path": "b.html", "difference": "added"},
    ]  # fmt: skip
    whole = json.loads(copied.run("verify", "--format", "json").out)
    assert whole["sound"] is True and whole["differences"] == []


def test_hidden_names_at_the_top_are_the_users_own(copied):
    (copied.folder / "copy/.git").mkdir()
    (copied.folder / "copy/.git/HEAD").write_text("ref")
    assert copied.run("verify", "copy").status == 0


@pytest.mark.parametrize("damage", [b"", b"{}", b'{"generator": "Deskbook"', b'{"generator": "Deskbook", "files": 3}', None])
def test_a_damaged_manifest_is_no_site(damage, copied):
    manifest = copied.folder / "copy/deskbook.json"
    manifest.unlink() if damage is None else manifest.write_bytes(damage)
    done = copied.run("verify", "copy")
    assert done.status == 1
    assert "no site, or its deskbook.json is damaged" in done.err


def test_a_manifest_that_names_files_outside_the_copy_is_not_followed(copied):
    (copied.folder / "secret").write_text("secret")
    manifest = copied.folder / "copy/deskbook.json"
    document = json.loads(manifest.read_text())
    document["files"]["../secret"] = hashlib.sha256(b"secret").hexdigest()
    manifest.write_text(json.dumps(document))
    done = copied.run("verify", "copy")
    assert done.status == 1
    assert "missing: ../secret" in done.out


def test_a_folder_that_is_not_there_is_no_site(desk):
    assert desk.run("verify", "nowhere").status == 1
    assert desk.run("verify", "").status == 64


def test_the_bundled_handbook_is_whole(bundled, program, tmp_path, bundled_copy):
    assert bundled_copy.build("--quiet").status == 0
    assert bundled_copy.run("verify").status == 0
