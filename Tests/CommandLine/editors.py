"""An editor that talks to the language server, and the handbook that it has open."""

import json
import subprocess
import urllib.parse

CLOCK = ("--clock", "2026-11-20")

SCRIPT = """\
---
title: Late
kind: script
owner: Lead
tags: [fees]
---

## Ask

Ask {{client}} why, as in [the start](../index.md#first-words).

> [!SAY]
> Tell me, {{client}}.

- [A reason](#waive)
- [None](#charge)

## Waive

> [!OUTCOME]
> Waived.

## Charge

> [!OUTCOME]
> Charged.
"""


class Editor:
    """A scripted client: sends messages, and keeps what comes."""

    def __init__(self, desk, *arguments, root=None):
        self.desk = desk
        self.process = subprocess.Popen(
            [desk.program, "lsp", *CLOCK, *arguments], cwd="/", env=desk.environment(),
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        )  # fmt: skip
        self.count, self.findings = 0, {}
        self.shown, self.requests = [], []
        self.root = root or desk.folder

    def uri(self, path):
        return "file://" + urllib.parse.quote(str(self.desk.content.resolve() / path))

    def send(self, message):
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.process.stdin.flush()

    def receive(self):
        length = None
        while (line := self.process.stdout.readline()) not in (b"\r\n", b""):
            name, value = line.split(b":")
            if name.lower() == b"content-length":
                length = int(value)
        assert length is not None, self.process.stderr.read().decode()
        return json.loads(self.process.stdout.read(length))

    def ask(self, method, params=None, fails=False):
        """The answer to a request; findings that come before it are kept."""
        self.count += 1
        self.send({"id": self.count, "method": method, "params": params or {}})
        while True:
            message = self.receive()
            if message.get("id") == self.count:
                assert ("error" in message) == fails, message
                return message["error"] if fails else message["result"]
            if message["method"] == "window/showMessage":
                self.shown.append(message["params"]["message"])
                continue
            if "id" in message:
                self.requests.append(message)
                self.send({"id": message["id"], "result": None})
                continue
            assert message["method"] == "textDocument/publishDiagnostics"
            self.findings[message["params"]["uri"]] = message["params"]["diagnostics"]

    def tell(self, method, params=None):
        self.send({"method": method, "params": params or {}})

    def begin(self, workspace=None, **capabilities):
        root = "file://" + urllib.parse.quote(str(self.root))
        result = self.ask("initialize", {"rootUri": root, "capabilities": {"general": capabilities, "workspace": workspace or {}}})
        self.tell("initialized")
        return result

    def open(self, path, text):
        self.tell("textDocument/didOpen", {"textDocument": {"uri": self.uri(path), "languageId": "markdown", "version": 1, "text": text}})

    def change(self, path, text):
        self.tell("textDocument/didChange", {"textDocument": {"uri": self.uri(path), "version": 2}, "contentChanges": [{"text": text}]})

    def at(self, method, path, text, mark, **more):
        """Asks about the place of `|` in a text of one line that is put on the page, or of a text that stands there."""
        offset = text.index(mark) + (len(mark) if more.pop("after", False) else 1)
        line = text.count("\n", 0, offset)
        start = text.rfind("\n", 0, offset) + 1
        column = len(text[start:offset].encode("utf-16-le")) // 2
        fails = more.pop("fails", False)
        return self.ask(method, {"textDocument": {"uri": self.uri(path)}, "position": {"line": line, "character": column}, **more}, fails)

    def offered(self, path, text, mark):
        return {item["label"]: item for item in self.at("textDocument/completion", path, text, mark, after=True)}

    def codes(self, path):
        self.ask("textDocument/hover", {"textDocument": {"uri": self.uri(path)}, "position": {"line": 0, "character": 0}})
        return [finding["code"] for finding in self.findings.get(self.uri(path), [])]

    def end(self):
        self.ask("shutdown")
        self.tell("exit")
        return self.process.wait(timeout=20)
