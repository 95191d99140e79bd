"""The language server, driven as an editor drives it: over standard input and output."""

import json
import pathlib
import subprocess
import urllib.parse

import pytest
from editors import CLOCK, SCRIPT, Editor


def test_a_talk_begins_and_ends(handbook):
    editor = Editor(handbook)
    result = editor.begin()
    assert result["serverInfo"]["name"] == "Deskbook"
    capabilities = result["capabilities"]
    assert capabilities["positionEncoding"] == "utf-16"
    assert {"completionProvider", "hoverProvider", "definitionProvider", "renameProvider"} <= set(capabilities)
    assert editor.end() == 0


def test_an_exit_without_a_shutdown_is_an_error(editor):
    editor.tell("exit")
    assert editor.process.wait(timeout=20) == 1


def test_findings_come_as_one_types_and_go(editor):
    editor.open("index.md", "# Tiny\n\nÄ 😀 [x](nowhere.md)\n")
    assert editor.codes("index.md") == ["link-target"]
    [finding] = editor.findings[editor.uri("index.md")]
    assert finding["severity"] == 2 and finding["source"] == "deskbook"
    assert finding["range"]["start"] == {"line": 2, "character": len("Ä 😀 [x](".encode("utf-16-le")) // 2}
    assert editor.codes("policies/late.md") == ["orphan-page", "link-anchor"], "what another page says of it counts too"
    editor.change("index.md", "# Tiny\n\n## First words\n\n[x](policies/late.md)\n")
    assert editor.codes("index.md") == [] and editor.codes("policies/late.md") == []
    assert editor.findings[editor.uri("index.md")] == []


def test_closing_goes_back_to_the_disk(editor):
    editor.open("index.md", "# Tiny\n\n[x](nowhere.md)\n")
    assert editor.codes("index.md") == ["link-target"]
    editor.tell("textDocument/didClose", {"textDocument": {"uri": editor.uri("index.md")}})
    assert editor.codes("index.md") == []


def test_a_save_takes_in_new_files(editor):
    editor.open("index.md", "# Tiny\n\n[x](new.md) [y](policies/late.md)\n")
    assert editor.codes("index.md") == ["link-target"]
    editor.desk.write("new.md", "# New\n")
    editor.tell("textDocument/didSave", {"textDocument": {"uri": editor.uri("index.md")}})
    assert editor.codes("index.md") == []


def test_columns_can_be_bytes(handbook):
    editor = Editor(handbook)
    assert editor.begin(positionEncodings=["utf-8", "utf-16"])["capabilities"]["positionEncoding"] == "utf-8"
    editor.open("index.md", "# Tiny\n\nÄ 😀 [x](nowhere.md)\n")
    editor.codes("index.md")
    assert editor.findings[editor.uri("index.md")][0]["range"]["start"]["character"] == len("Ä 😀 [x](".encode())
    editor.end()


def completed(editor, text, mark, path="index.md"):
    editor.open(path, text)
    return editor.offered(path, text, mark)


def test_links_are_completed_with_pages_files_and_anchors(editor):
    offered = completed(editor, "# Tiny\n\n## Here\n\nÄ [x](pol", "](pol")
    assert {"policies/late.md", "#here"} <= set(offered)
    item = offered["policies/late.md"]
    assert item["detail"] == "Late"
    assert item["textEdit"]["range"] == {"start": {"line": 4, "character": 6}, "end": {"line": 4, "character": 9}}
    assert set(completed(editor, "# Tiny\n\n[x](policies/late.md#", "md#")) == set(completed(editor, "# Tiny\n\n[x](policies/late.md#w", "md#w"))
    assert {"ask", "waive", "charge"} <= set(completed(editor, "# Tiny\n\n[x](policies/late.md#w", "md#w"))
    assert "../index.md" in completed(editor, SCRIPT + "\n[x](", "\n[x](", "policies/late.md")


def test_placeholders_and_alerts_are_completed(editor):
    offered = completed(editor, "# Tiny\n\nFor {{c", "{{c")
    assert set(offered) == {"clinic", "client"}
    assert offered["client"]["textEdit"]["newText"] == "client}}" and offered["clinic"]["detail"] == "Elm Road"
    assert "SAY" in completed(editor, "# Tiny\n\n> [!S", "[!S")
    assert completed(editor, "# Tiny\n\nPlain wor", "wor") == {}


def test_front_matter_is_completed_with_keys_and_values(editor):
    top = "---\ntitle: T\n{}\n---\n\nText.\n"
    assert "kind" in completed(editor, top.replace("{}", "ki"), "\nki")
    assert "title" not in completed(editor, top.replace("{}", "ti"), "T\nti")
    assert set(completed(editor, top.replace("{}", "kind: "), "kind: ")) == {"guide", "model", "phrases", "script", "faq", "practice", "card"}
    assert set(completed(editor, top.replace("{}", "tags: [x, f"), "x, f")) >= {"fees"}
    assert set(completed(editor, top.replace("{}", "tags:\n  - f"), "- f")) >= {"fees"}
    assert "acronym" in completed(editor, top.replace("{}", "kind: model\nac"), "\nac")
    assert set(completed(editor, top.replace("{}", "owner: "), "owner: ")) == {"Lead"}
    assert set(completed(editor, top.replace("{}", "sources: [j"), "[j")) == {"jane"}


def test_hovering_tells_of_links_steps_phrases_and_placeholders(editor):
    def said(mark, path="policies/late.md", text=SCRIPT):
        result = editor.at("textDocument/hover", path, text, mark)
        return result and result["contents"]["value"]

    assert "**Tiny** (guide)" in said("../index.md")
    assert "Step **Waive**" in said("[A reason]") and "comes after Ask" in said("[A reason]")
    assert "A reason → Waive" in said("## Ask")
    assert "Client's name" in said("{{client}} why")
    assert "**Say** Tell me, [Client's name]." in said("> [!SAY]") and "3 of at most 25 words" in said("> [!SAY]")
    assert said("Ask {{") is None


def test_links_are_followed(editor):
    def target(mark, path="policies/late.md", text=SCRIPT):
        return editor.at("textDocument/definition", path, text, mark)

    found = target("../index.md")
    assert found["uri"] == editor.uri("index.md") and found["range"]["start"] == {"line": 2, "character": 0}
    found = target("(#charge)")
    assert found["uri"] == editor.uri("policies/late.md") and found["range"]["start"]["line"] == SCRIPT[: SCRIPT.index("## Charge")].count("\n")
    assert target("Tell me") is None


def applied(editor, edits, path):
    """A file after the changes that the server asked for."""
    text = (editor.desk.content / path).read_text()
    lines = text.splitlines(keepends=True)

    def offset(place):
        line = "".join(lines[: place["line"]])
        here = lines[place["line"]] if place["line"] < len(lines) else ""
        return len(line) + len(here.encode("utf-16-le")[: 2 * place["character"]].decode("utf-16-le"))

    for edit in edits:
        text = text[: offset(edit["range"]["start"])] + edit["newText"] + text[offset(edit["range"]["end"]) :]
    return text


def test_a_page_renamed_in_the_editor_keeps_its_links(editor):
    result = editor.ask("workspace/willRenameFiles", {"files": [{"oldUri": editor.uri("policies/late.md"), "newUri": editor.uri("late fee.md")}]})
    changes = {pathlib.PurePosixPath(uri).name: edits for uri, edits in result["changes"].items()}
    assert applied(editor, changes["index.md"], "index.md").endswith("[Late](late%20fee.md#waive) [twice](late%20fee.md)\n")
    page = applied(editor, changes["late.md"], "policies/late.md")
    assert "[the start](index.md#first-words)" in page and "aliases: [policies/late.md]" in page


def test_a_page_is_renamed_where_it_is_linked(editor):
    text = (editor.desk.content / "index.md").read_text()
    result = editor.at("textDocument/rename", "index.md", text, "(policies/late.md)", newName="rules/late.md")
    *edits, move = result["documentChanges"]
    assert move == {"kind": "rename", "oldUri": editor.uri("policies/late.md"), "newUri": editor.uri("rules/late.md")}
    assert {edit["textDocument"]["uri"] for edit in edits} == {editor.uri("index.md"), editor.uri("policies/late.md")}


def test_a_rename_that_breaks_something_is_refused_with_the_reason(editor):
    text = (editor.desk.content / "index.md").read_text()
    editor.count += 1
    line = text[: text.index("(policies/late.md)")].count("\n")
    column = text.splitlines()[line].index("(policies/late.md)") + 2
    error = editor.ask(
        "textDocument/rename",
        {"textDocument": {"uri": editor.uri("index.md")}, "position": {"line": line, "character": column}, "newName": "/index.md"},
        fails=True,
    )
    assert "index.md is there already" in error["message"]


def test_strange_messages_do_no_harm(editor):
    body = b"{not json"
    editor.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
    editor.process.stdin.flush()
    assert editor.receive()["error"]["code"] == -32700
    assert editor.ask("no/method", fails=True)["code"] == -32601
    editor.tell("no/notification", {"x": [1, None, True]})
    for params in ({}, {"textDocument": {"uri": "untitled:1"}, "position": {}}, {"textDocument": {"uri": editor.uri("index.md")}, "position": {"line": 999, "character": 999}}, {"textDocument": {"uri": editor.uri("index.md")}, "position": {"line": -5, "character": -5}}, {"textDocument": {"uri": "file:///etc/passwd"}, "position": {"line": 0, "character": 0}}):
        for method in ("completion", "hover", "definition"):
            editor.ask(f"textDocument/{method}", params)
    editor.tell("textDocument/didOpen", {"textDocument": {"uri": "file:///etc/passwd", "text": "# Not ours\n"}})
    assert editor.codes("index.md") == []
    assert editor.end() == 0


def test_a_stream_that_is_no_talk_ends_it(desk):
    done = subprocess.run([desk.program, "lsp"], input=b"GET / HTTP/1.1\r\nHost: x\r\n\r\n", capture_output=True, timeout=20, cwd=desk.folder)
    assert done.returncode == 64 and done.stdout == b""


NUMBERS = [-(2**63), -(2**53), -1, 0, 1, 2**31 - 1, 2**31, 2**32, 2**53, 2**63 - 2, 2**63 - 1, 2**63, 2**64, 10**30, 1.5, 1e300, True, "1", None, [], {}]


def framed(message):
    body = json.dumps(message).encode()
    return b"Content-Length: %d\r\n\r\n" % len(body) + body


@pytest.mark.parametrize("unit", ["utf-8", "utf-16"])
def test_numbers_of_any_size_end_nothing(unit, desk):
    desk.write("index.md", SCRIPT)
    uri = "file://" + urllib.parse.quote(str(desk.content.resolve() / "index.md"))
    messages = [{"id": 0, "method": "initialize", "params": {"rootUri": "file://" + str(desk.folder), "capabilities": {"general": {"positionEncodings": [unit]}}}}]
    messages.append({"method": "textDocument/didOpen", "params": {"textDocument": {"uri": uri, "version": 2**63, "text": SCRIPT}}})
    for line in NUMBERS:
        for character in NUMBERS:
            position = {"line": line, "character": character}
            for method in ("hover", "definition", "completion", "rename"):
                params = {"textDocument": {"uri": uri}, "position": position, "newName": "other"}
                messages.append({"id": len(messages), "method": f"textDocument/{method}", "params": params})
        messages.append({"id": line, "method": "textDocument/hover", "params": {"position": line}})
        messages.append({"method": "textDocument/didChange", "params": {"textDocument": {"uri": uri, "version": line}, "contentChanges": [{"range": {"start": {"line": line}}, "rangeLength": line, "text": SCRIPT}]}})
    messages += [{"id": "last", "method": "shutdown"}, {"method": "exit"}]
    sent = b"".join(framed({"jsonrpc": "2.0", **message}) for message in messages)
    done = subprocess.run([desk.program, "lsp", *CLOCK], cwd=desk.folder, env=desk.environment(), input=sent, capture_output=True, timeout=300)
    assert done.returncode == 0, done.stderr[-500:]
    assert done.stdout.count(b'"id": ') >= len(NUMBERS) ** 2 * 4


@pytest.mark.parametrize("length", ["-1", "9223372036854775807", "9223372036854775808", str(10**40), "0x10", "1e3", "", " ", "1.5"])
def test_lengths_that_make_no_sense_end_the_talk(length, desk):
    done = subprocess.run([desk.program, "lsp"], cwd=desk.folder, env=desk.environment(), input=f"Content-Length: {length}\r\n\r\n{{}}".encode(), capture_output=True, timeout=60)
    assert done.returncode == 64 and b"no talk with an editor" in done.stderr
