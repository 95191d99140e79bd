"""Files of other people in the folder of the site: kept where `keep:` names them, else never lost without a word."""

import os

import pytest

STRANGERS = {
    "a file": ("CNAME", lambda output: (output / "CNAME").write_text("desk.example")),
    "a page": ("stray.html", lambda output: (output / "stray.html").write_text("stray")),
    "a folder": ("uploads/x", lambda output: put(output / "uploads/x")),
    "an empty folder": ("uploads/", lambda output: (output / "uploads").mkdir()),
    "a file among the site's": ("start/mine.txt", lambda output: put(output / "start/mine.txt")),
    "a hidden file below": ("start/.htaccess", lambda output: put(output / "start/.htaccess")),
    "a compressed copy": ("index.html.gz", lambda output: put(output / "index.html.gz")),
    "a link": ("link", lambda output: (output / "link").symlink_to("index.html")),
    "a link to a folder": ("link", lambda output: (output / "link").symlink_to("start")),
    "letters composed otherwise": ("start/cafe\u0301.html", lambda output: put(output / "start/cafe\u0301.html")),
    "a mark behind the slash": ("start/\u0301x", lambda output: put(output / "start/\u0301x")),
    "a line in a name": ("start/a", lambda output: put(output / "start/a\nb")),
}


def put(path):
    path.parent.mkdir(exist_ok=True)
    path.write_text("mine")


def everything(folder):
    """Every name below a folder, with what stands there."""
    return {
        os.path.relpath(os.path.join(root, name), folder): os.path.lexists(os.path.join(root, name))
        and (os.readlink(path) if os.path.islink(path := os.path.join(root, name)) else os.path.isfile(path) and open(path, "rb").read())
        for root, folders, files in os.walk(folder)
        for name in folders + files
    }


@pytest.fixture
def started(desk):
    desk.write("start/caf\u00e9.md", "# Caf\u00e9\n\nBegin.\n")
    desk.write("index.md", "# Tiny\n\n[Start](start/caf\u00e9.md)\n")
    assert desk.build().status == 0
    return desk


@pytest.mark.parametrize("stranger", STRANGERS)
def test_a_build_refuses_to_lose_what_it_does_not_know(stranger, started):
    name, make = STRANGERS[stranger]
    make(started.output)
    before = everything(started.output)
    for change in ("# Tiny\n\nNew. [Start](start/caf\u00e9.md)\n", "# Tiny\n\nNewer. [Start](start/caf\u00e9.md)\n"):
        started.write("index.md", change)
        done = started.build()
        assert done.status == 64
        assert name in done.err and "nothing was changed" in done.err and "keep: [" in done.err
        assert everything(started.output) == before
    assert set(started.beside()) == {"Content", "Output"}


@pytest.mark.parametrize("stranger", STRANGERS)
def test_a_build_that_changes_nothing_loses_nothing_either(stranger, started):
    STRANGERS[stranger][1](started.output)
    before = everything(started.output)
    assert started.build().status == 64
    assert everything(started.output) == before


def test_what_the_setting_names_stays(started):
    started.write("handbook.yml", "title: Tiny\nkeep: [CNAME, /uploads/, start/notes, other.txt]\n")
    for path in ("CNAME", "uploads/deep/x", "uploads/.hidden", "start/notes/a.txt"):
        (started.output / path).parent.mkdir(parents=True, exist_ok=True)
        (started.output / path).write_text(path)
    kept = {path: path.read_text() for path in started.output.rglob("*") if path.is_file() and path.read_text(errors="replace") in str(path)}
    number = (started.output / "uploads/deep/x").stat().st_ino
    for title in ("One", "Two", "Two"):
        started.write("index.md", f"# {title}\n\n[Start](start/caf\u00e9.md)\n")
        done = started.build()
        assert done.status == 0, done.err
        assert title in (started.output / "index.html").read_text()
        assert {path: path.read_text() for path in kept} == kept and len(kept) == 4
        assert started.run("verify").status == 0, "what is kept is no difference"
    assert (started.output / "uploads/deep/x").stat().st_ino == number
    (started.output / "login.html").write_text("x")
    assert "added: login.html" in started.run("verify").out


def test_a_build_without_changes_stays_one_with_kept_files(started):
    started.write("handbook.yml", "title: Tiny\nkeep: [CNAME]\n")
    (started.output / "CNAME").write_text("desk.example")
    assert started.build().status == 0
    assert "Nothing has changed" in started.build().out


def test_what_is_no_longer_named_is_not_lost(started):
    started.write("handbook.yml", "title: Tiny\nkeep: [CNAME]\n")
    (started.output / "CNAME").write_text("desk.example")
    assert started.build().status == 0
    started.write("handbook.yml", "title: Tiny\n")
    done = started.build()
    assert done.status == 64 and "CNAME" in done.err
    assert (started.output / "CNAME").read_text() == "desk.example"


def test_a_first_site_goes_beside_kept_files(desk):
    desk.write("handbook.yml", "title: Tiny\nkeep: [CNAME]\n")
    desk.output.mkdir()
    (desk.output / "CNAME").write_text("desk.example")
    assert desk.build().status == 0
    assert (desk.output / "CNAME").read_text() == "desk.example" and "index.html" in desk.site


def test_a_folder_with_other_files_and_no_site_is_refused(desk):
    desk.write("handbook.yml", "title: Tiny\nkeep: [CNAME]\n")
    desk.output.mkdir()
    (desk.output / "CNAME").write_text("x")
    (desk.output / "thesis.txt").write_text("x")
    assert desk.build().status == 64
    assert sorted(os.listdir(desk.output)) == ["CNAME", "thesis.txt"]


@pytest.mark.parametrize("damage", [b"", b'{"generator": "Deskbook"', b'{\n  "generator": "Deskbook",\n  "files": {}}'])
def test_a_site_whose_list_is_damaged_is_not_thrown_away(damage, started):
    (started.output / "deskbook.json").write_bytes(damage)
    before = everything(started.output)
    assert started.build("--no-cache").status == 64
    assert everything(started.output) == before


@pytest.mark.parametrize("name", ["Thumbs.db", "start/.DS_Store", "start/._plan.html", "desktop.ini"])
def test_what_systems_leave_in_folders_is_nobodys(name, started):
    (started.output / name).write_text("x")
    started.write("index.md", "# Tiny\n\nNew. [Start](start/caf\u00e9.md)\n")
    assert started.build().status == 0


@pytest.mark.parametrize(
    "name", ["index.html", "deskbook.json", "start", "assets", "assets/x.css", "search", "az.html", "cards", "data/pages.js", "c", "plan.txt"]
)
def test_what_the_site_has_cannot_be_kept(name, started):
    started.write("plan.txt", "plan")
    started.write("handbook.yml", f"title: Tiny\nkeep: [{name}]\n")
    done = started.check()
    assert done.status == 1 and "Content/handbook.yml:2:8:" in done.finding("invalid-value")[0]
    assert started.build().status == 1


@pytest.mark.parametrize("name", ["..", "../x", ".", "a/../b", "a//b", "a:b", ".git", "x."])
def test_what_is_no_place_in_the_output_is_refused(name, desk):
    desk.write("handbook.yml", f"title: Tiny\nkeep: ['{name}']\n")
    done = desk.check()
    assert done.status == 1 and "keep: [CNAME, uploads]" in "".join(done.finding("invalid-value"))


def test_what_a_killed_build_had_not_moved_yet_comes_back(started):
    started.write("handbook.yml", "title: Tiny\nkeep: [CNAME, uploads]\n")
    assert started.build().status == 0
    leftover = started.folder / ".Output.deskbook-999999"
    (leftover / "uploads").mkdir(parents=True)
    (leftover / "uploads/x").write_text("mine")
    (leftover / "CNAME").write_text("mine")
    (leftover / "index.html").write_text("half a site")
    assert started.build().status == 0
    assert (started.output / "uploads/x").read_text() == "mine" and (started.output / "CNAME").read_text() == "mine"
    assert "half" not in (started.output / "index.html").read_text()
    assert set(started.beside()) == {"Content", "Output"}
