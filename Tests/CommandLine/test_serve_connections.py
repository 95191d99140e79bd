"""`deskbook serve` and its connections: kept, broken off, many at once, too much on one, and open at the end."""

import contextlib
import http.client
import pathlib
import resource
import socket
import statistics
import threading
import time

import pytest
from serving import SECONDS, Preview, save
from wire import Wire


def threads(preview):
    return len(list(pathlib.Path(f"/proc/{preview.process.pid}/task").iterdir()))


def descriptors(preview):
    return len(list(pathlib.Path(f"/proc/{preview.process.pid}/fd").iterdir()))


def test_a_connection_is_kept_for_many_requests(live):
    with Wire(live) as wire:
        whole = wire.ask("/")
        tag = whole[1]["etag"]
        for _ in range(20):
            assert wire.ask("/")[::2] == whole[::2]
            status, fields, body = wire.ask("/", "HEAD")
            assert (status, fields["content-length"], body) == (200, str(len(whole[2])), b"")
            status, fields, _ = wire.ask("/", "GET", f"If-None-Match: {tag}")
            assert (status, fields.get("content-length")) in [(304, None), (304, str(len(whole[2])))]
            assert wire.ask("/none.html")[0] == 404
            assert wire.ask("/start")[0] == 302
            assert wire.ask("/%2e%2e/")[0] == 400


def test_requests_in_one_piece_are_answered_in_order(live):
    with Wire(live) as wire:
        head = f" HTTP/1.1\r\nHost: 127.0.0.1:{live.port}\r\n\r\n"
        wire.socket.sendall("".join(f"GET {path}{head}" for path in ("/", "/none.html", "/start")).encode())
        assert [wire.receive()[0] for _ in range(3)] == [200, 404, 302]


def test_answers_on_a_kept_connection_are_not_delayed(live):
    """An answer in two pieces on a kept connection waits 40 ms for an acknowledgement; on a new one it does not."""
    kept, new = [], []
    with Wire(live) as wire:
        wire.ask("/")
        for _ in range(50):
            begin = time.perf_counter()
            wire.ask("/")
            kept.append(time.perf_counter() - begin)
            begin = time.perf_counter()
            with Wire(live) as other:
                other.ask("/")
            new.append(time.perf_counter() - begin)
    assert statistics.median(kept) < 5 * statistics.median(new)


def test_older_clients_get_an_answer_and_its_end(live):
    with Wire(live) as wire:
        wire.socket.sendall(f"GET / HTTP/1.0\r\nHost: 127.0.0.1:{live.port}\r\n\r\n".encode())
        assert wire.receive()[0] == 200
        assert wire.is_over()


def test_head_of_the_events_ends_at_once(live):
    with Wire(live) as wire:
        status, fields, _ = wire.ask("/-/deskbook/events", "HEAD")
        assert (status, fields["content-type"]) == (200, "text/event-stream")
        assert wire.ask("/none.html")[0] == 404


def test_bodies_of_requests_are_not_waited_for_where_they_are_refused(live):
    with Wire(live) as wire:
        status, fields, _ = wire.ask("/", "POST", "Content-Length: 10000000000")
        assert (status, fields["allow"]) == (405, "GET, HEAD")
        assert wire.is_over()


def test_the_body_of_a_get_is_passed_over(live):
    with Wire(live) as wire:
        wire.send("/", "GET", "Content-Length: 5")
        wire.socket.sendall(b"hello")
        assert wire.receive()[0] == 200
        assert wire.ask("/none.html")[0] == 404


@pytest.mark.parametrize("size", [100_000, 10_000_000])
def test_heads_that_are_too_long_are_refused(live, size):
    for path, field in [("/" + "a" * size, "X: y"), ("/", "X: " + "y" * size)]:
        with Wire(live) as wire:
            with contextlib.suppress(ConnectionError):
                wire.send(path, "GET", field)
            with contextlib.suppress(ConnectionError):
                assert wire.receive()[0] in (413, 414, 431)
    assert live.ask("/")[0] == 200


def test_cookies_of_everything_on_this_machine_are_not_too_long(live):
    with Wire(live) as wire:
        assert wire.ask("/", "GET", *[f"Cookie: c{number}={'v' * 4_000}" for number in range(6)])[0] == 200


@pytest.mark.parametrize(
    "sent",
    [
        b"\r\n\r\n\r\n", b"\0" * 100, b"GET\r\n\r\n", b"GET /\r\n\r\n", b"GET / HTTP/9.9\r\n\r\n", b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" * 20,
        b"GET / HTTP/1.1\r\nHost 127.0.0.1\r\n\r\n", b"GET / HTTP/1.1\r\n: x\r\n\r\n", b"GET / HTTP/1.1\r\nContent-Length: -1\r\n\r\n",
        b"GET / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", b"GET " + b"%" * 3_000 + b" HTTP/1.1\r\n\r\n",
    ],
)  # fmt: skip
def test_what_is_no_request_harms_nothing(live, sent):
    with Wire(live) as wire:
        with contextlib.suppress(ConnectionError):
            wire.socket.sendall(sent)
            wire.socket.shutdown(socket.SHUT_WR)
        assert b"Welcome" not in wire.file.read()
    assert live.ask("/")[0] == 200


def test_a_host_that_is_named_twice_is_refused(live):
    with Wire(live) as wire:
        assert wire.ask("/", "GET", "Host: example.com")[0] in (400, 421)


def test_a_zero_byte_in_an_address_shows_nothing_else(desk, live):
    (desk.folder / "secret.txt").write_text("SECRET")
    with Wire(live) as wire:
        wire.socket.sendall(f"GET /../secret.txt\0.html HTTP/1.1\r\nHost: 127.0.0.1:{live.port}\r\n\r\n".encode())
        with contextlib.suppress(ConnectionError):
            assert wire.receive()[0] in (400, 404)


def test_bytes_that_are_no_text_are_no_address(live):
    with Wire(live) as wire:
        assert wire.ask("/\xff.html")[0] == 400
        assert wire.ask("/\xc3\xa9.html")[0] == 404


def test_clients_that_leave_before_their_answer_harm_nothing(live):
    for number in range(300):
        wire = Wire(live)
        wire.send(["/", "/search/index.js", "/none.html", "/-/deskbook/events"][number % 4])
        wire.break_off()
    assert live.ask("/")[0] == 200


def test_listeners_that_break_off_are_let_go(desk, live):
    live.wait(lambda: live.ask("/")[0] == 200, "the first build")
    before = descriptors(live)
    for _ in range(200):
        wire = Wire(live)
        wire.send("/-/deskbook/events")
        wire.break_off()
    listeners = [Wire(live) for _ in range(100)]
    for wire in listeners:
        wire.listen()
    assert live.ask("/")[0] == 200
    for wire in listeners:
        wire.break_off()
    save(desk.content / "index.md", "# Tiny\n\nChanged.\n")
    live.shows("Changed.")
    save(desk.content / "index.md", "# Tiny\n\nChanged again.\n")
    live.shows("Changed again.")
    live.wait(lambda: descriptors(live) <= before + 3, "the listeners to be let go")


def test_every_listener_hears_of_a_change(desk, live):
    with contextlib.ExitStack() as stack:
        listeners = [stack.enter_context(Wire(live)) for _ in range(60)]
        for wire in listeners:
            wire.listen()
        count = threads(live)
        save(desk.content / "index.md", "# Tiny\n\nNews.\n")
        for wire in listeners:
            wire.hear("data:")
        assert threads(live) < count + 10


def test_more_listeners_than_there_is_room_for_wait_until_others_go(live):
    with contextlib.ExitStack() as stack:
        for _ in range(520):
            stack.enter_context(Wire(live)).send("/-/deskbook/events")
    live.shows("Welcome")


def test_many_browsers_at_once_all_get_their_pages(live):
    failures = []

    def browse():
        connection = http.client.HTTPConnection("127.0.0.1", live.port, timeout=SECONDS)
        for number in range(50):
            path = ["/", "/search/index.js", "/none.html", "/start/"][number % 4]
            connection.request("GET", path)
            answer = connection.getresponse()
            answer.read()
            if answer.status != (404 if path == "/none.html" else 200):
                failures.append((path, answer.status))
        connection.close()

    browsers = [threading.Thread(target=browse) for _ in range(16)]
    for browser in browsers:
        browser.start()
    for browser in browsers:
        browser.join()
    assert not failures


def test_ctrl_c_waits_for_nothing_that_is_open(live):
    with contextlib.ExitStack() as stack:
        for number in range(90):
            wire = stack.enter_context(Wire(live))
            if number % 3 == 0:
                wire.listen()  # a stream
            elif number % 3 == 1:
                wire.ask("/")  # a connection that is kept
            else:
                wire.socket.sendall(b"GET / HT")  # half a request
        assert live.interrupt() == 130
    assert "Fatal" not in live.text and "Error" not in live.text


def test_ctrl_c_while_requests_come_in_ends_cleanly(desk):
    for _ in range(10):
        with Preview(desk.program, desk.folder) as preview:
            preview.wait(lambda: preview.ask("/")[0] == 200, "the first build")
            is_over = threading.Event()

            def ask(preview=preview, is_over=is_over):
                while not is_over.is_set():
                    with contextlib.suppress(OSError, http.client.HTTPException):
                        preview.ask("/")
                    with contextlib.suppress(OSError, AssertionError, IndexError), Wire(preview) as wire:
                        wire.listen()

            browsers = [threading.Thread(target=ask) for _ in range(4)]
            for browser in browsers:
                browser.start()
            time.sleep(0.1)
            status = preview.interrupt()
            is_over.set()
            for browser in browsers:
                browser.join()
            assert (status, preview.text.count("crash")) == (130, 0), preview.text


def test_a_port_is_free_again_at_once(desk, live):
    with Wire(live) as wire:
        wire.listen()
        port = live.port
        live.interrupt()
        with Preview(desk.program, desk.folder, port=port) as second:
            assert second.port == port


def test_where_no_port_is_left_the_run_ends_with_74(desk):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 65_535))
        taken.listen()
        run = desk.run("serve", "--port", "65535")
    assert run.status == 74
    assert "the ports from 65535 to 65535 are all in use" in run.err


IDLE = {
    "nothing": b"", "half a line": b"GET / HT", "half a head": b"GET / HTTP/1.1\r\nHost: 127.0", "one answer": None,
    "half a body": b"GET / HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nContent-Length: 10\r\n\r\nabc",
    "events": b"GET /-/deskbook/events HTTP/1.1\r\nHost: 127.0.0.1:%d\r\n\r\n",
}  # fmt: skip


@pytest.mark.parametrize("count, sent", [*((500, sent) for sent in IDLE), (1_100, "all")])
def test_connections_that_say_nothing_keep_nobody_out(count, sent, desk, live):
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(4_096, resource.getrlimit(resource.RLIMIT_NOFILE)[1]),) * 2)
    held = []
    try:
        for number in range(count):
            one = socket.create_connection(("127.0.0.1", live.port), timeout=SECONDS)
            held.append(one)
            data = IDLE[sent if sent != "all" else list(IDLE)[number % len(IDLE)]]
            if data is None:
                data = b"GET /none.txt HTTP/1.1\r\nHost: 127.0.0.1:%d\r\n\r\n"
            if data:
                try:
                    one.sendall(data.replace(b"%d", b"%d" % live.port))
                except OSError:
                    pass  # hung up on already
        begin = time.monotonic()
        for _ in range(5):
            assert "Welcome" in live.page()
        save(desk.content / "index.md", "# Tiny\n\nNews.\n")
        live.shows("News")
        assert time.monotonic() - begin < 10
    finally:
        for one in held:
            one.close()
    live.shows("News")
    assert live.interrupt() == 0 or live.process.returncode == 130


@pytest.mark.parametrize(
    "request_line, status",
    [("GET / HTTP/1.1", 200), ("GET /start/ HTTP/1.1", 200), ("GET /start HTTP/1.1", 302), ("GET /none.html HTTP/1.1", 404), ("GET / HTTP/1.0", 200), ("HEAD / HTTP/1.1", 200),
     ("POST / HTTP/1.1", 405), ("GET /search/index.js HTTP/1.1", 200), ("GET /start/plan.txt HTTP/1.1", 200), ("GET /-/deskbook/preview.js HTTP/1.1", 200), ("GET /%ZZ HTTP/1.1", 400)],
)  # fmt: skip
@pytest.mark.parametrize("pause", [0, 0.05])
def test_who_has_said_all_and_listens_is_answered(request_line, status, pause, live):
    for _ in range(5):
        with Wire(live) as wire:
            wire.socket.sendall(f"{request_line}\r\nHost: 127.0.0.1:{live.port}\r\n\r\n".encode())
            time.sleep(pause)
            wire.socket.shutdown(socket.SHUT_WR)
            method = request_line.split()[0]
            assert wire.receive(method)[0] == status
            assert wire.is_over()


def test_two_requests_and_an_end_in_one_piece_are_both_answered(live):
    for _ in range(5):
        with Wire(live) as wire:
            wire.socket.sendall(f"GET / HTTP/1.1\r\nHost: 127.0.0.1:{live.port}\r\n\r\n".encode() * 2)
            wire.socket.shutdown(socket.SHUT_WR)
            assert [wire.receive()[0], wire.receive()[0]] == [200, 200]


@pytest.mark.parametrize("length", ["-1", "9223372036854775807", "9223372036854775808", "99999999999999999999999", "0x10", "1e9", "", "+5", "5, 5"])
def test_lengths_of_any_size_harm_nothing(length, live):
    with Wire(live) as wire:
        wire.socket.sendall(f"GET / HTTP/1.1\r\nHost: 127.0.0.1:{live.port}\r\nContent-Length: {length}\r\n\r\nabc".encode())
        wire.socket.shutdown(socket.SHUT_WR)
        wire.is_over()
    live.shows("Welcome")
