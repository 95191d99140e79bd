"""Files that change while a site is made of them: what is recorded, published and verified is one and the same."""

import hashlib
import json
import os
import shutil
import threading

import pytest

from faults import faulted_run
from serving import Preview, save

HARMLESS = b'<svg xmlns="http://www.w3.org/2000/svg"><rect width="9" height="9"/></svg>'
RUNNING = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


class Changing:
    """Writes files over and over with one content, then with another, until the block ends; they have the first then."""

    def __init__(self, files):
        self.files, self.stop, self.rounds = files, threading.Event(), 0

    def run(self):
        while not self.stop.is_set():
            self.rounds += 1
            for path, contents in self.files.items():
                # In one step, so that each reader sees one of the two.
                draft = path.with_name(f".{path.name}")
                draft.write_bytes(contents[self.rounds % 2])
                os.utime(draft, (1, 1))
                os.replace(draft, path)

    def __enter__(self):
        self.thread = threading.Thread(target=self.run)
        self.thread.start()
        return self

    def __exit__(self, *_):
        self.stop.set()
        self.thread.join()
        for path, contents in self.files.items():
            path.write_bytes(contents[0])
            os.utime(path, (1, 1))


def holds_together(desk):
    """Every published file has the hash that the manifest names."""
    site = desk.site
    manifest = json.loads(site.pop("deskbook.json"))
    named = manifest["files"] | manifest.get("kept", {})
    assert named == {path: hashlib.sha256(content).hexdigest() for path, content in site.items()}
    assert desk.run("verify", "--quiet").status == 0
    return site


def test_copied_files_that_change_and_change_back_are_never_stale(desk):
    sizes = [("txt", 4), ("png", 70_000), ("pdf", 900_000), ("csv", 3), ("bin", 50)]
    copied = {f"f/{number}.{end}": (bytes([number]) * size, bytes([number + 100]) * size) for number, (end, size) in enumerate(sizes)}
    copied["f/drawing.svg"] = (HARMLESS, HARMLESS.replace(b"</svg>", b"<g/></svg>"))
    desk.write("index.md", "# Tiny\n\n" + " ".join(f"[x]({path})" for path in copied) + "\n")
    changing = {desk.write(path, contents[0]): contents for path, contents in copied.items()}
    rounds = 0
    for _ in range(10):
        shutil.rmtree(desk.folder / ".deskbook", ignore_errors=True)
        with Changing(changing) as running:
            done = desk.build("--quiet")
            assert done.status == 0, done.err
        rounds += running.rounds
        holds_together(desk)
        assert desk.build("--quiet").status == 0
        site = holds_together(desk)
        assert {path: site[path] for path in copied} == {path: contents[0] for path, contents in copied.items()}
    assert rounds > 50


def test_a_theme_that_changes_and_changes_back_is_never_stale(desk, bundled):
    shutil.copytree(bundled / "Themes/default", desk.folder / "Themes/own")
    desk.write("handbook.yml", "title: Tiny\ntheme: own\n")
    script = desk.folder / "Themes/own/css/lists.css"
    first = script.read_bytes()
    assert desk.build("--quiet").status == 0
    right = desk.site
    for _ in range(6):
        shutil.rmtree(desk.folder / ".deskbook", ignore_errors=True)
        with Changing({script: (first, first + b"\n.x { color: red; }\n")}):
            assert desk.build("--quiet").status == 0
        assert desk.build("--quiet").status == 0
        site = holds_together(desk)
        assert {path: content for path, content in site.items() if path in right} == {path: content for path, content in right.items() if path in site}


def test_a_drawing_that_becomes_a_program_meanwhile_is_never_published(desk):
    desk.write("index.md", "# Tiny\n\n![x](x.svg)\n")
    drawing = desk.write("x.svg", HARMLESS)
    statuses = set()
    for _ in range(15):
        with Changing({drawing: (HARMLESS, RUNNING)}):
            done = desk.build("--quiet", "--no-cache")
        statuses.add(done.status)
        assert done.status in (0, 74), done.err
        if done.status == 74:
            assert "x.svg was changed by somebody else" in done.err
        if desk.output.exists():
            assert desk.site.get("x.svg", HARMLESS) == HARMLESS
    assert 0 in statuses


@pytest.mark.parametrize("path", ["index.html", "plan.txt", "deskbook.json", "search/index.json", "assets"])
def test_damage_that_keeps_the_date_is_seen_by_verify_and_by_build(path, desk):
    desk.write("index.md", "# Tiny\n\n[plan](plan.txt)\n")
    desk.write("plan.txt", "a plan")
    assert desk.build("--quiet").status == 0
    before = desk.site
    file = desk.output / path
    file = sorted(file.iterdir())[0] if file.is_dir() else file
    facts, content = file.stat(), file.read_bytes()
    with open(file, "r+b") as open_file:
        open_file.seek(len(content) // 2)
        open_file.write(bytes([content[len(content) // 2] ^ 1]))
    os.utime(file, ns=(facts.st_atime_ns, facts.st_mtime_ns))
    assert desk.run("verify").status != 0
    assert "Nothing has changed" not in desk.build().out
    assert desk.site == before and desk.run("verify").status == 0
    assert "Nothing has changed" in desk.build().out


def modes(folder):
    return {str(path.relative_to(folder)): oct(path.stat().st_mode & 0o777) for path in [folder, *folder.rglob("*")]}


@pytest.mark.parametrize("more", [[], ["--no-cache"], ["--precompress"]])
def test_modes_are_those_of_the_latest_build(more, desk):
    desk.write("index.md", "# Tiny\n\n[plan](plan.txt)\n")
    desk.write("cards/card.md", "---\nkind: card\ntitle: Card\nowner: Lead\n---\n\nText\n")
    plan = desk.write("plan.txt", "a plan")
    for mask, file, folder in [(0o077, "0o600", "0o700"), (0o022, "0o644", "0o755"), (0o027, "0o640", "0o750"), (0o022, "0o644", "0o755")]:
        plan.write_text(f"a plan {mask}")
        assert desk.build("--quiet", *more, preexec_fn=lambda: os.umask(mask)).status == 0
        assert set(modes(desk.output).values()) == {file, folder}
    desk.output.chmod(0o700)
    plan.write_text("a last plan")
    assert desk.build("--quiet", *more).status == 0
    assert modes(desk.output)["."] == "0o700", "what somebody chose stays"


@pytest.mark.parametrize("shape", ["page", "folder", "chain", "setting"])
def test_a_preview_shows_a_page_by_all_its_names(shape, desk):
    desk.write("real/page.md", "# Page\n\nfirst\n")
    desk.write("index.md", "# Tiny\n\n[a](real/page.md)\n")
    link = {"page": "other.md", "chain": "other.md", "folder": "other/page.md", "setting": "other.md"}[shape]
    if shape == "folder":
        (desk.content / "other").symlink_to("real")
    elif shape == "chain":
        (desk.content / "middle.md").symlink_to("real/page.md")
        (desk.content / "other.md").symlink_to("middle.md")
    else:
        (desk.content / "other.md").symlink_to("real/page.md")
    with Preview(desk.program, desk.folder) as preview:
        address = "/" + link.replace(".md", ".html")
        preview.shows("first", address)
        for text in ("second", "third", "fourth"):
            if shape == "setting":
                (desk.content / "real/page.md").write_text(f"# Page\n\n{text}\n")
            else:
                save(desk.content / "real/page.md", f"# Page\n\n{text}\n")
            preview.shows(text, address)
            preview.shows(text, "/real/page.html")


def test_a_copied_file_is_read_once_for_what_is_written(desk, shim):
    """One reading judges, hashes and writes: one opening after the site's folder is begun."""
    desk.write("index.md", "# Tiny\n\n[plan](plan.pdf)\n")
    desk.write("plan.pdf", b"%PDF" * 1_000)
    run = faulted_run(desk, shim, "build", "--quiet", opens=1)
    assert run.done.status == 0, run.done.err
    begun = next(number for number, path in enumerate(run.opened) if ".Output.deskbook-" in path and "lock" not in path)
    assert len([path for path in run.opened[begun:] if path.endswith("Content/plan.pdf")]) == 1
