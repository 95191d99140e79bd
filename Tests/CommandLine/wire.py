"""A connection to a preview, written to and read from byte by byte."""

import socket
import struct

from serving import SECONDS


class Wire:
    """One connection; closed when the block ends."""

    def __init__(self, preview):
        self.port = preview.port
        self.socket = socket.create_connection(("127.0.0.1", preview.port), timeout=SECONDS)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.file = self.socket.makefile("rb")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.file.close()
        self.socket.close()

    def send(self, path="/", method="GET", *fields, host=None):
        lines = [f"{method} {path} HTTP/1.1", f"Host: {host or f'127.0.0.1:{self.port}'}", *fields]
        self.socket.sendall(("\r\n".join(lines) + "\r\n\r\n").encode("latin-1"))

    def receive(self, method="GET"):
        """The next answer; its body where its length is told."""
        status = int(self.file.readline().split()[1])
        fields = {}
        while line := self.file.readline().decode("latin-1").strip():
            name, value = line.split(":", 1)
            fields[name.lower()] = value.strip()
        is_bare = method == "HEAD" or status == 304 or "content-length" not in fields
        return status, fields, b"" if is_bare else self.file.read(int(fields["content-length"]))

    def ask(self, path="/", method="GET", *fields):
        self.send(path, method, *fields)
        return self.receive(method)

    def listen(self):
        """Asks for events, and waits for the first."""
        self.send("/-/deskbook/events")
        assert self.receive()[0] == 200
        self.hear("data:")

    def hear(self, text):
        """Waits for a line that holds a text."""
        while line := self.file.readline().decode("utf-8"):
            if text in line:
                return
        raise AssertionError(f"the stream ended before {text!r}")

    def is_over(self):
        """Whether the server has closed the connection, after what it still sends."""
        try:
            while self.socket.recv(65_536):
                pass
        except ConnectionResetError:
            pass
        except TimeoutError:
            return False
        return True

    def break_off(self):
        """Ends the connection as a program that was killed does: what was not read is lost."""
        self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.file.close()
        self.socket.close()
