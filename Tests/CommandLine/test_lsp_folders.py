"""Which handbook the language server takes, and how it hears of changes on the disk."""

import pytest
from editors import Editor


def began(desk, root, **capabilities):
    editor = Editor(desk, root=root)
    editor.begin(**capabilities)
    return editor


def codes_with_a_slip(editor):
    editor.open("index.md", "# Tiny\n\n[x](nowhere.md)\n")
    return editor.codes("index.md")


def test_the_open_folder_is_the_handbook_and_nothing_is_said(desk):
    editor = began(desk, desk.folder)
    assert codes_with_a_slip(editor) == ["link-target"] and editor.shown == []
    assert editor.end() == 0


@pytest.mark.parametrize("inside", ["Content", "Content/start", "Publish"])
def test_a_folder_of_a_handbook_stands_for_the_whole_and_this_is_said_once(inside, desk):
    (desk.folder / inside).mkdir(exist_ok=True)
    editor = began(desk, desk.folder / inside)
    assert codes_with_a_slip(editor) == ["link-target"]
    editor.tell("textDocument/didSave", {"textDocument": {"uri": editor.uri("index.md")}})
    editor.codes("index.md")
    assert editor.shown == [f"Deskbook: this folder is part of the handbook {desk.folder}, which is checked as a whole"]
    editor.end()


def test_the_only_handbook_below_is_found(desk):
    editor = began(desk, desk.folder.parent)
    assert codes_with_a_slip(editor) == ["link-target"]
    assert editor.shown == [f"Deskbook: the handbook is {desk.folder}"]
    editor.end()


def test_of_two_handbooks_below_none_is_taken_and_both_are_named(desk, tmp_path):
    other = tmp_path / "second/desk/Content"
    other.mkdir(parents=True)
    (other / "handbook.yml").write_text("title: Other\n")
    editor = began(desk, tmp_path)
    error = editor.ask("textDocument/hover", {}, fails=True)
    assert "no content folder" in error["message"]
    [words] = editor.shown
    assert words.startswith("Deskbook: 2 handbooks are here, so none is checked") and "second/desk" in words and str(desk.folder) in words
    assert editor.end() == 0


def test_without_a_handbook_the_server_says_so(desk, tmp_path):
    elsewhere = tmp_path / "elsewhere"
    (elsewhere / ".git/Content").mkdir(parents=True)
    (elsewhere / ".git/Content/handbook.yml").write_text("title: Hidden\n")
    editor = began(desk, elsewhere)
    assert "no content folder" in editor.ask("textDocument/hover", {}, fails=True)["message"]
    assert editor.shown == ["Deskbook: no handbook is here, so nothing is checked: open the folder that holds its folder Content"]
    assert editor.end() == 0


def test_a_handbook_that_is_begun_later_is_taken(desk, tmp_path):
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    editor = began(desk, elsewhere)
    assert editor.ask("textDocument/hover", {}, fails=True)
    (desk.folder / "Content").rename(elsewhere / "Content")
    desk.content = elsewhere / "Content"
    editor.tell("textDocument/didSave", {"textDocument": {"uri": editor.uri("index.md")}})
    assert codes_with_a_slip(editor) == ["link-target"]
    editor.end()


def test_the_client_is_asked_to_watch_where_it_can(desk):
    editor = began(desk, desk.folder, workspace={"didChangeWatchedFiles": {"dynamicRegistration": True}})
    editor.open("index.md", "# Tiny\n\n[x](new.md)\n")
    assert editor.codes("index.md") == ["link-target"]
    [request] = editor.requests
    [registration] = request["params"]["registrations"]
    assert request["method"] == "client/registerCapability" and registration["method"] == "workspace/didChangeWatchedFiles"
    assert registration["registerOptions"] == {"watchers": [{"globPattern": "**/*"}]}
    desk.write("new.md", "# New\n")
    elsewhere = "file://" + str(desk.folder / "Output/index.html")
    editor.tell("workspace/didChangeWatchedFiles", {"changes": [{"uri": elsewhere, "type": 1}]})
    assert editor.codes("index.md") == ["link-target"], "what a build writes is no reason to read everything again"
    editor.tell("workspace/didChangeWatchedFiles", {"changes": [{"uri": elsewhere, "type": 1}, {"uri": editor.uri("new.md"), "type": 1}]})
    assert editor.codes("index.md") == []
    editor.end()


def test_a_client_that_cannot_watch_is_not_asked(desk):
    editor = began(desk, desk.folder)
    editor.codes("index.md")
    assert editor.requests == []
    editor.end()
