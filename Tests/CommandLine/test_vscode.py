"""The extension for VS Code: its own code with the real language server, and what is packed of it."""

import json
import pathlib
import re
import subprocess
import time
import urllib.parse
import xml.etree.ElementTree
import zipfile

import pytest

ROOT = pathlib.Path(__file__).resolve().parents[2]
SOURCE = ROOT / "Sources/vscode"
PACKAGE = json.loads((SOURCE / "package.json").read_text())
INDEX = "# Tiny\n\n## First words\n\nÄ 😀 [Late](policies/lat.md) [Late](policies/late.md#waive) {{clinc}}\n"


class Code:
    """VS Code with the extension in it."""

    def __init__(self, desk, extension, folder=None, **settings):
        self.desk = desk
        folder = "file://" + urllib.parse.quote(str(folder or desk.folder))
        defaults = {name.partition(".")[2]: entry["default"] for name, entry in PACKAGE["contributes"]["configuration"]["properties"].items()}
        settings = json.dumps(defaults | {"path": str(desk.program), "arguments": ["--clock", "2026-11-20"]} | settings)
        self.process = subprocess.Popen(
            ["node", pathlib.Path(__file__).parent / "vscode.js"], text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            env=desk.environment(FOLDER=folder, SETTINGS=settings, EXTENSION=str(extension)),
        )  # fmt: skip

    def do(self, action, fails=False, **more):
        self.process.stdin.write(json.dumps({"do": action, **more}) + "\n")
        self.process.stdin.flush()
        reply = json.loads(self.process.stdout.readline())
        assert ("error" in reply) == fails, reply
        return reply["error"] if fails else reply.get("result")

    def uri(self, path):
        return "file://" + urllib.parse.quote(str(self.desk.content.resolve() / path))

    def open(self, path, text, language="markdown"):
        self.do("open", uri=self.uri(path), language=language, text=text)

    def at(self, provider, method, path, text, mark, *more, fails=False):
        offset = text.index(mark) + len(mark)
        line = text.count("\n", 0, offset)
        column = len(text[text.rfind("\n", 0, offset) + 1 : offset].encode("utf-16-le")) // 2
        return self.do("ask", fails, provider=provider, method=method, uri=self.uri(path), position=[line, column], more=list(more))

    def wait(self, path, codes):
        """Waits until the findings on a page are these."""
        for _ in range(200):
            state = self.do("state")
            found = [finding["code"] for finding in state["findings"].get(self.uri(path), [])]
            if found == codes:
                return state
            time.sleep(0.05)
        raise AssertionError((found, state))

    def end(self):
        self.process.stdin.close()
        self.process.wait(timeout=20)


@pytest.fixture(scope="session")
def packed(tmp_path_factory):
    """The packed extension, unpacked as VS Code does it."""
    folder = tmp_path_factory.mktemp("vsix")
    path = pathlib.Path(subprocess.run([SOURCE / "pack", folder], capture_output=True, text=True, check=True).stdout.strip())
    with zipfile.ZipFile(path) as archive:
        archive.extractall(folder / "unpacked")
    return path, folder / "unpacked/extension"


@pytest.fixture
def code(handbook, packed):
    handbook.write("index.md", INDEX)
    code = Code(handbook, packed[1] / PACKAGE["main"])
    yield code
    code.end()


def test_the_package_is_what_vscode_takes(packed, tmp_path):
    path, _ = packed
    with zipfile.ZipFile(path) as archive:
        names = archive.namelist()
        manifest = xml.etree.ElementTree.fromstring(archive.read("extension.vsixmanifest"))
        types = xml.etree.ElementTree.fromstring(archive.read("[Content_Types].xml"))
        for name in names[2:]:
            assert archive.read(name) == (SOURCE / name.removeprefix("extension/")).read_bytes()
    assert names == ["extension.vsixmanifest", "[Content_Types].xml", "extension/README.md", "extension/client.js", "extension/convert.js", "extension/extension.js", "extension/package.json"]
    space = "{http://schemas.microsoft.com/developer/vsx-schema/2011}"
    identity = manifest.find(f"{space}Metadata/{space}Identity").attrib
    assert (identity["Id"], identity["Version"], identity["Publisher"]) == (PACKAGE["name"], PACKAGE["version"], PACKAGE["publisher"])
    assert {asset.get("Path") for asset in manifest.iter(f"{space}Asset")} <= set(names)
    known = {entry.get("Extension") for entry in types}
    assert {pathlib.PurePath(name).suffix for name in names} - {".xml"} <= known
    again = subprocess.run([SOURCE / "pack", tmp_path], capture_output=True, text=True, check=True, env={"PATH": "/usr/bin:/bin", "TZ": "Pacific/Auckland"}).stdout.strip()
    assert pathlib.Path(again).read_bytes() == path.read_bytes(), "two packings differ"


def test_the_manifest_names_only_what_the_code_has():
    script = "".join((SOURCE / name).read_text() for name in ("extension.js", "client.js", "convert.js"))
    assert "dependencies" not in PACKAGE and set(re.findall(r'require\("([^"]+)"\)', script)) == {"vscode", "child_process", "./client", "./convert"}
    assert {command["command"] for command in PACKAGE["contributes"]["commands"]} == set(re.findall(r'registerCommand\("([^"]+)"', script))
    assert {name.partition(".")[2] for name in PACKAGE["contributes"]["configuration"]["properties"]} == set(re.findall(r'settings\.get\("([^"]+)"\)', script))
    assert PACKAGE["activationEvents"] == ["workspaceContains:**/Content/handbook.yml"]


def test_the_program_has_the_version_of_the_extension(desk):
    assert desk.run("--version").out.split()[0] == PACKAGE["version"]


def test_an_editors_day(code):
    begun = code.do("activate")
    assert set(begun["providers"]) == {"completion", "hover", "definition", "references", "symbols", "all symbols", "links", "folds", "actions", "rename"}
    assert set(begun["commands"]) == {command["command"] for command in PACKAGE["contributes"]["commands"]}
    code.open("index.md", INDEX)
    state = code.wait("index.md", ["link-target", "placeholder"])
    assert state["watchers"] == ["**/*"] and state["shown"] == []
    finding = state["findings"][code.uri("index.md")][0]
    assert finding["source"] == "deskbook" and finding["severity"] == 1 and finding["range"]["start"] == {"line": 4, "character": 12}

    [fix, *_] = code.do("fixes", uri=code.uri("index.md"), range=[4, 13, 4, 13])
    assert fix["title"] == "Change to `policies/late.md`" and fix["kind"] == {"value": "quickfix"} and fix["isPreferred"]
    [edit] = fix["edit"]["edits"]
    assert edit["uri"] == code.uri("index.md") and edit["edits"][0]["newText"] == "policies/late.md"
    whole = INDEX.replace("lat.md", "late.md")
    code.do("change", uri=code.uri("index.md"), range=[4, 24, 4, 24], text="", whole=INDEX)
    code.do("change", uri=code.uri("index.md"), range=[4, 24, 4, 24], text="e", whole=whole)
    code.do("change", uri=code.uri("index.md"), range=[4, 24, 4, 25], text="", whole=INDEX)
    code.do("change", uri=code.uri("index.md"), range=[4, 12, 4, 27], text="policies/late.md", whole=whole)
    code.wait("index.md", ["placeholder"])

    offered = {item["label"]: item for item in code.at("completion", "provideCompletionItems", "index.md", whole, "{{clin")}
    assert offered["clinic"]["insertText"] == "clinic}}" and offered["clinic"]["kind"] == 11
    assert "**Late** (script)" in code.at("hover", "provideHover", "index.md", whole, "(poli")["contents"]["value"]
    assert code.at("definition", "provideDefinition", "index.md", whole, "late.md#wa")["uri"] == code.uri("policies/late.md")
    assert [symbol["name"] for symbol in code.do("ask", provider="symbols", method="provideDocumentSymbols", uri=code.uri("index.md"))] == ["Tiny"]
    assert code.do("ask", provider="all symbols", method="provideWorkspaceSymbols", more=["waive"])[0]["name"] == "Waive"
    assert len(code.do("ask", provider="links", method="provideDocumentLinks", uri=code.uri("index.md"))) == 2
    assert code.do("ask", provider="folds", method="provideFoldingRanges", uri=code.uri("index.md"))
    assert len(code.at("references", "provideReferences", "index.md", whole, "late.md#wa", {"includeDeclaration": False})) == 2

    assert code.at("rename", "prepareRename", "index.md", whole, "late.md#wa")["placeholder"] == "Waive"
    edits = code.at("rename", "provideRenameEdits", "index.md", whole, "late.md#wa", "Let go")["edits"]
    assert {edit["uri"] for edit in edits} == {code.uri("index.md"), code.uri("policies/late.md")}
    moved = code.do("willRename", **{"from": code.uri("policies/late.md"), "to": code.uri("late.md")})["edits"]
    assert {edit["uri"] for edit in moved} == {code.uri("index.md"), code.uri("policies/late.md")}
    assert code.do("deactivate") >= 11, "what was registered for a server goes with it"


def test_words_that_name_nothing_are_not_renamed(code):
    code.do("activate")
    code.open("index.md", INDEX)
    words = code.at("rename", "prepareRename", "index.md", INDEX, "{{cli", fails=True)
    assert "a page is renamed at a link to it" in words


def test_changes_on_the_disk_are_told(code):
    code.do("activate")
    text = "# Tiny\n\n## First words\n\n[x](new.md) [Late](policies/late.md)\n"
    code.open("index.md", text)
    code.wait("index.md", ["link-target"])
    code.desk.write("new.md", "# New\n")
    code.do("disk", uri=code.uri("new.md"), type="create")
    code.wait("index.md", [])


def test_a_restart_begins_anew_with_the_open_pages(code):
    code.do("activate")
    code.open("index.md", "# Tiny\n\n[x](gone.md) [Late](policies/late.md)\n")
    code.wait("index.md", ["link-target"])
    code.do("command", name="deskbook.restart")
    code.wait("index.md", ["link-target"])


def test_a_folder_without_a_handbook_and_a_program_that_is_not_there_are_said(handbook, packed, tmp_path):
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    for settings, kind, words in [({}, "warning", "no handbook is here"), ({"path": str(tmp_path / "none")}, "error", "there is no program")]:
        code = Code(handbook, packed[1] / PACKAGE["main"], folder=elsewhere, **settings)
        code.do("activate")
        for _ in range(100):
            if shown := code.do("state")["shown"]:
                break
            time.sleep(0.05)
        assert [shown[0][0], words in shown[0][1]] == [kind, True] and len(shown) == 1
        code.end()


def test_a_server_that_dies_is_started_again_but_not_for_ever(handbook, packed, tmp_path):
    program = tmp_path / "dies"
    program.write_text(f"#!/bin/sh\necho once >> {tmp_path}/starts\nexit 3\n")
    program.chmod(0o755)
    code = Code(handbook, packed[1] / PACKAGE["main"], path=str(program))
    code.do("activate")
    for _ in range(100):
        if shown := code.do("state")["shown"]:
            break
        time.sleep(0.05)
    assert [kind for kind, _ in shown] == ["error"] and "ended four times" in shown[0][1]
    assert (tmp_path / "starts").read_text().count("once") == 4
    code.end()
