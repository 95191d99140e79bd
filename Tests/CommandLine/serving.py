"""A running `deskbook serve`, and requests to it that no browser would send."""

import http.client
import json
import os
import signal
import subprocess
import tempfile
import time

SECONDS = 20


class Preview:
    """The program serving a handbook until the block ends; what it prints goes to a file."""

    def __init__(self, program, folder, *arguments, port=0, environment=None):
        self.printed = tempfile.NamedTemporaryFile("w+b", suffix=".txt")
        self.process = subprocess.Popen(
            [program, "serve", folder, "--port", str(port), *arguments], stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE, stderr=self.printed, env=environment or dict(os.environ),
        )  # fmt: skip
        line = self.process.stdout.readline().decode()
        assert line.startswith("Serving http://"), line + self.text
        self.address = line.split()[1]
        self.port = int(self.address.rstrip("/").rsplit(":", 1)[1])

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        self.process.stdout.close()
        self.printed.close()

    @property
    def text(self):
        """All that was printed on standard error so far."""
        with open(self.printed.name, encoding="utf-8") as file:
            return file.read()

    def ask(self, path="/", method="GET", host=None, **headers):
        """The answer to one request, sent as it is: status, headers, body."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=SECONDS)
        connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
        if host != "":
            connection.putheader("Host", host or f"127.0.0.1:{self.port}")
        for name, value in headers.items():
            connection.putheader(name.replace("_", "-"), value)
        connection.endheaders()
        answer = connection.getresponse()
        body = answer.read()
        connection.close()
        return answer.status, {name.lower(): value for name, value in answer.getheaders()}, body

    def page(self, path="/"):
        return self.ask(path)[2].decode("utf-8")

    def told(self):
        """What a page that listens is told at once: version and news."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=SECONDS)
        connection.request("GET", "/-/deskbook/events")
        answer = connection.getresponse()
        assert answer.getheader("Content-Type") == "text/event-stream"
        data = []
        while line := answer.readline().decode("utf-8").strip():
            if line.startswith("data:"):
                data.append(line[5:])
        answer.close()
        connection.close()
        return json.loads("\n".join(data))

    @property
    def messages(self):
        """What pages show of the last run: the problem that stopped it, or the words of its findings."""
        news = self.told()["news"]
        if "summary" not in news:
            return None  # nothing was built yet
        return [news["problem"]] if "problem" in news else [found["message"] for found in news["diagnostics"]]

    def wait(self, check, what):
        """Waits until a check holds, and gives its value."""
        end = time.monotonic() + SECONDS
        while not (value := check()):
            assert self.process.poll() is None, f"the server ended: {self.text}"
            assert time.monotonic() < end, f"waited {SECONDS} s for {what}; printed:\n{self.text}"
            time.sleep(0.01)
        return value

    def shows(self, text, path="/"):
        """Waits until a page holds a text."""
        return self.wait(lambda: text in self.page(path), f"{text!r} on {path}")

    def interrupt(self):
        """Ctrl-C; the status that the program ends with."""
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(SECONDS)


def save(file, text):
    """Saves as most editors do: a new file takes the place of the old."""
    draft = file.with_name(f".{file.name}.swp")
    draft.write_text(text, encoding="utf-8")
    os.replace(draft, file)
