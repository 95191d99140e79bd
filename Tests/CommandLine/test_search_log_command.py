"""`deskbook search-log`: from what readers missed to what search has learned."""

import os
import pty
import re
import select
import signal
import subprocess

import pytest

HEADER = "query\tcount\tlast\toutcome\topened\n"
TESTS = "# Ours\n- query: fees   # often\n  expect: fees.md\n\n# The end\n"


@pytest.fixture
def desk(desk):
    desk.write("index.md", "# Tiny\n\n[Fees](fees.md), [parking](parking.md)\n")
    desk.write("fees.md", "---\ntitle: Fees\nkind: phrases\nowner: Lead\n---\n\n## Late\n\n| Say |\n| --- |\n| It is ten dollars. |\n")
    desk.write("parking.md", "# Parking\n\nLeave the car behind the house.\n\n## Bicycles\n\nIn the yard.\n")
    desk.write("search-tests.yml", TESTS)
    return desk


def log(desk, *rows, name="log.tsv"):
    file = desk.folder / name
    file.write_bytes((HEADER + "".join(row + "\n" for row in rows)).encode())
    return file


def row(query, count=1, outcome="abandoned", opened="", last="2026-11-28"):
    return f"{query}\t{count}\t{last}\t{outcome}\t{opened}"


def written(desk):
    return (desk.content / "search-tests.yml").read_bytes().decode()


def listed(desk, *rows):
    """The rows that `--tsv` prints, by query."""
    done = desk.run("search-log", log(desk, *rows), "--tsv")
    assert done.status == 0, done.err
    head, *lines = done.out.split("\n")[:-1]
    return {cells["query"]: cells for cells in (dict(zip(head.split("\t"), line.split("\t"))) for line in lines)}


def talk(desk, *arguments, answers):
    """The status, and what a program and its user write on a terminal.

    An answer may be a function of the running program, which gives what to type, or nothing.
    """
    main, side = pty.openpty()
    running = subprocess.Popen(
        [desk.program, *map(str, arguments)], cwd=desk.folder, env=desk.environment(TERM="xterm", NO_COLOR="1"),
        stdin=side, stdout=side, stderr=side, start_new_session=True,
    )  # fmt: skip
    os.close(side)
    answers, said, asked = iter(answers), b"", 0
    while select.select([main], [], [], 60)[0]:
        try:
            said += os.read(main, 65_536)
        except OSError:  # the program has ended
            break
        if said.endswith(b" > ") and said.count(b" > ") > asked:
            asked = said.count(b" > ")
            answer = next(answers)
            if callable(answer):
                answer = answer(running)
            if answer is not None:
                os.write(main, answer.encode() + b"\n")
    os.close(main)
    return running.wait(timeout=60), said.decode().replace("\r\n", "\n")


def test_what_was_opened_comes_first_and_a_key_teaches_it(desk):
    file = log(desk, row("bus stop", 3, opened="parking.html#bicycles"), row("price of it all", 2))
    status, said = talk(desk, "search-log", file, answers=["1", ""])
    assert status == 0, said
    assert "bus stop  (1 of 2)\n  given up 3 times, last on 2026-11-28\n  1  Bicycles [section, opened 3 times]\n     parking.md#bicycles\n" in said
    assert "price of it all  (2 of 2)" in said
    assert "bus stop → parking.md#bicycles\n" in said
    assert written(desk) == TESTS + '- query: "bus stop"\n  expect: parking.md#bicycles\n'
    assert desk.check("--strict").status == 0
    assert desk.run("search-test").out.startswith("2 queries: success@1 100.0 %")


def test_what_was_taught_is_found_and_asked_no_more(desk):
    file = log(desk, row("bus stop", 3, opened="parking.html#bicycles"))
    assert talk(desk, "search-log", file, answers=["1"])[0] == 0
    desk.build()
    assert '"url":"parking.html#bicycles"' in desk.run("search", "bus stop", "--limit", "1", "--json").out.replace(" ", "")
    done = desk.run("search-log", file, "--accept-first")
    assert done.status == 0 and "1 in search-tests.yml already" in done.err and done.out == ""


def test_another_place_is_typed_as_a_path_or_an_address_or_not_at_all(desk):
    file = log(desk, row("moolah", 3), row("wheels", 2), row("omnibus", 1))
    status, said = talk(
        desk, "search-log", file,
        answers=["t", "fes.md", "Content/fees.md#late", "T", "http://localhost:8000/desk/parking.html#bicycles", "t", "", "x", ""],
    )  # fmt: skip
    assert status == 0, said
    assert "there is no such place; did you mean fees.md?" in said and "that is none of the keys" in said
    assert written(desk) == TESTS + '- query: "moolah"\n  expect: fees.md#late\n- query: "wheels"\n  expect: parking.md#bicycles\n'


@pytest.mark.parametrize("answer", ["q", "\x04"], ids=["q", "Ctrl-D"])
def test_who_stops_keeps_what_was_chosen(answer, desk):
    file = log(desk, row("bus stop", 3, opened="parking.html"), row("wheels", 2), row("omnibus", 1))
    status, said = talk(desk, "search-log", file, answers=["1", answer])
    assert status == 0 and "stopped before 2 queries" in said
    assert written(desk) == TESTS + '- query: "bus stop"\n  expect: parking.md\n'


def test_an_interrupted_dialogue_writes_nothing(desk):
    file = log(desk, row("bus stop", 3, opened="parking.html"), row("wheels", 2))
    status, _ = talk(desk, "search-log", file, answers=["1", lambda running: running.send_signal(signal.SIGINT)])
    assert status == 130 and written(desk) == TESTS
    assert desk.beside() == ["Content", "log.tsv"] and not (desk.content / ".deskbook-edit").exists()


def test_a_query_with_a_word_taken_out_is_typed_whole(desk):
    file = log(desk, row("park the … here", 3, opened="fees.html"))
    status, said = talk(desk, "search-log", file, answers=["1", "the … here", "Fees", "park the van here"])
    assert status == 0 and "type the words that colleagues will type" in said and "that query is taught already" in said
    assert written(desk) == TESTS + '- query: "park the van here"\n  expect: fees.md\n'


def test_a_query_with_a_word_taken_out_is_not_taught_unseen(desk):
    done = desk.run("search-log", log(desk, row("park the … here", 3, opened="fees.html")), "--accept-first")
    assert "“park the … here”: a word was taken out, so only a person can teach it" in done.err
    assert done.status == 0 and written(desk) == TESTS


def test_what_was_edited_meanwhile_is_kept(desk):
    edited = TESTS + "- {query: wheels, expect: parking.md}\n"

    def edit(_):
        desk.write("search-tests.yml", edited)
        return "1"

    file = log(desk, row("bus stop", 3, opened="parking.html"), row("wheels", 2, opened="fees.html"), row("omnibus", 1))
    status, said = talk(desk, "search-log", file, answers=["1", edit, "q"])
    assert status == 0, said
    assert written(desk) == edited + '- {query: "bus stop", expect: parking.md}\n'


def test_the_first_candidates_are_taken_and_told(desk):
    file = log(desk, row("bus stop", 3, opened="parking.html#bicycles"), row("car behind", 2), row("qqqq", 1))
    done = desk.run("search-log", file, "--accept-first")
    assert (done.status, done.out) == (0, "bus stop → parking.md#bicycles\ncar behind → parking.md\n")
    assert "“qqqq”: search has no candidate" in done.err and "2 queries added to" in done.err
    assert written(desk).startswith(TESTS) and written(desk).count("- query:") == 3


def test_without_a_list_one_is_made(desk):
    (desk.content / "search-tests.yml").unlink()
    done = desk.run("search-log", log(desk, row("bus stop", 3, opened="parking.html")), "--accept-first")
    assert done.status == 0
    assert written(desk) == '# What staff type, and what they must find.\n\n- query: "bus stop"\n  expect: parking.md\n'


def test_the_list_for_a_spreadsheet_writes_nothing(desk):
    rows = listed(desk, row("bus stop", 3, opened="parking.html#bicycles"), row("Bus  STOP", 4, outcome="nothing", last="2026-11-30"), row("'=1+1", 1))
    assert written(desk) == TESTS
    first = rows["bus stop"]
    assert (first["count"], first["nothing"], first["abandoned"], first["last"]) == ("7", "4", "3", "2026-11-30")
    assert (first["opened"], first["place 1"], first["title 1"]) == ("parking.html#bicycles", "parking.md#bicycles", "Bicycles")
    assert "'=1+1" in rows


def test_what_is_found_now_is_left_out(desk):
    rows = listed(
        desk,
        row("parking", 9, opened="parking.html"),  # what was opened is the first hit
        row("yard", 9, outcome="nothing"),  # a hit holds every word
        row("yard work", 9, outcome="nothing"),  # none holds all of them
        row("car", 9),  # its hits were given up
    )
    assert set(rows) == {"yard work", "car"}


def test_what_no_search_can_learn_is_left_out_in_words(desk):
    done = desk.run("search-log", log(desk, row("…"), row("? !"), row(" ".join(f"word{number}" for number in range(33))), row("Fees")), "--tsv")
    assert "1 in search-tests.yml already, 2 without a word that could be searched for, 1 longer than search reads (32 words)" in done.err


def test_a_file_given_twice_counts_once(desk):
    first = log(desk, row("bus stop", 3))
    copy = log(desk, row("bus stop", 3), name="copy.tsv")
    done = desk.run("search-log", first, copy, "--tsv")
    assert "\nbus stop\t3\t" in done.out and "copy.tsv: read already" in done.err


def test_a_query_that_leads_to_two_places_is_left_to_a_person(desk):
    file = log(desk, row("bus stop", 3, opened="parking.html"), row("Bus stop", 1, opened="fees.html"))
    done = desk.run("search-log", file, "--accept-first")
    assert done.status == 0 and written(desk) == TESTS
    assert "“bus stop”: readers opened parking.md and fees.md, so a person has to choose" in done.err
    status, said = talk(desk, "search-log", file, answers=["2"])
    assert status == 0 and "[page, opened 3 times]" in said and "bus stop → fees.md" in said


def test_readers_who_go_elsewhere_than_the_tests_are_told_of(desk):
    done = desk.run("search-log", log(desk, row("fees", 3, opened="parking.html")), "--tsv")
    assert "“fees” leads to fees.md in search-tests.yml, but readers opened parking.md" in done.err


@pytest.mark.parametrize(
    "address, place",
    [
        ("parking.html", "parking.md"), ("/parking.html#bicycles", "parking.md#bicycles"), ("./parking.html", None), ("%70arking.html", "parking.md"),
        ("", None), ("old.html", "parking.md"), ("es/", "es/index.md"), ("es/index.html#caja", "es/index.md#caja"), ("parking.html#gone", None), ("../../etc/passwd", None),
    ],
)  # fmt: skip
def test_what_was_opened_is_a_place_of_the_content(address, place, desk):
    desk.write("handbook.yml", "title: Tiny\nlanguages: {es: es}\nredirects: {old.md: parking.md}\n")
    desk.write("es/index.md", "# Inicio\n\n## Caja\n\nAquí.\n")
    cells = listed(desk, row("qqqq", 3, opened=address))["qqqq"]
    assert cells.get("place 1") == place


def test_a_place_that_is_gone_is_told_with_the_nearest(desk):
    file = log(desk, row("bus stop", 3, opened="parkin.html#bicycles"), row("wheels", 1, opened="parking.html#bicycle"))
    done = desk.run("search-log", file, "--accept-first")
    assert "readers opened parkin.html#bicycles, which is gone: is it parking.md#bicycles now?" in done.err
    assert "readers opened parking.html#bicycle, which is gone: is it parking.md#bicycles now?" in done.err
    status, said = talk(desk, "search-log", file, answers=["", ""])
    assert "opened: parkin.html#bicycles, which is gone" in said


def test_a_query_is_taught_in_each_language(desk):
    desk.write("handbook.yml", "title: Tiny\nlanguages: {es: es}\n")
    desk.write("es/index.md", "# Inicio\n\n## Caja\n\nAquí.\n")
    done = desk.run("search-log", log(desk, row("fees", 3, opened="es/index.html#caja")), "--accept-first")
    assert done.out == "fees → es/index.md#caja\n"
    assert "[search-test]" not in desk.check().err
    assert desk.run("search-test").status == 0


def test_a_pipe_cannot_choose(desk):
    done = desk.run("search-log", log(desk, row("bus stop")))
    assert done.status == 64 and "standard input is no terminal" in done.err and "--accept-first" in done.err
    assert written(desk) == TESTS


def test_one_way_of_not_asking_at_a_time(desk):
    assert desk.run("search-log", log(desk), "--tsv", "--accept-first").status == 64
    assert desk.run("search-log", "--tsv").status == 64


@pytest.mark.parametrize(
    "content, place",
    [
        (b"", "1:1"), (b"\x7fELF\x02\x00\x00", "1:1"), (b"name\tcount\n", "1:1"), (HEADER.encode() + b"a\t1\n", "2:4"),
        (HEADER.encode() + row("ok").encode() + b"\n\xff\t1\t2026-11-28\tnothing\t\n", "3:1"), (HEADER.encode() + b"a\tx\t2026-11-28\tnothing\t\n", "2:3"),
    ],
)  # fmt: skip
def test_what_is_no_log_is_refused_with_its_place(content, place, desk):
    good = log(desk, row("bus stop", 3, opened="parking.html"), name="good.tsv")
    bad = desk.folder / "bad.tsv"
    bad.write_bytes(content)
    done = desk.run("search-log", good, bad, "--accept-first")
    assert done.status == 1 and f"{bad}:{place}: " in done.err and "nothing was written" in done.err
    assert done.out == "" and written(desk) == TESTS


def test_files_that_cannot_be_read_are_named(desk):
    for path in ("nowhere.tsv", "Content"):
        done = desk.run("search-log", path, "--tsv")
        assert done.status == 74 and f"cannot read {path}: " in done.err


def test_too_much_is_refused(desk):
    file = log(desk)
    with file.open("ab") as grown:
        grown.truncate(32_000_001)
    done = desk.run("search-log", file, "--tsv")
    assert done.status == 1 and "log.tsv is larger than 32.0 MB" in done.err


def test_many_lines_are_merged(desk):
    file = log(desk, *(row(f"{'Bus' if number % 2 else 'bus'} stop {number % 20}") for number in range(100_000)))
    done = desk.run("search-log", file, "--tsv", timeout=300)
    assert done.status == 0 and done.out.count("\n") == 21
    assert re.search(r"^bus stop 0\t5000\t", done.out, re.MULTILINE)


def test_no_query_steers_a_terminal_or_breaks_a_file(desk):
    hostile = "\x1b]0;x\x07\x1b[2J\x9b1m\u202e\": [}, # '- \\"
    file = log(desk, row(hostile, opened="parking.html"), row("&a *b !c %d", opened="fees.html\x1b[31m"), row("- x: y", opened="fees.html"), row("[, *a" * 80, opened="fees.html"))
    shown = desk.run("search-log", file, "--tsv")
    done = desk.run("search-log", file, "--accept-first")
    assert done.status == 0, done.err
    for text in (shown.out, shown.err, done.out, done.err, written(desk)):
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202e]", text)
    assert '- query: "- x: y"\n  expect: fees.md\n' in written(desk)
    assert desk.check("--strict").status == 0, desk.check().err


@pytest.mark.parametrize("broken", ["[{query: fee, expect: fees.md}]\n", "- {query: fee, expect: fees.md}\n...\n"])
def test_a_list_that_cannot_be_added_to_stays_as_it_is(broken, desk):
    desk.write("search-tests.yml", broken)
    done = desk.run("search-log", log(desk, row("bus stop", opened="parking.html")), "--accept-first")
    assert done.status == 1 and written(desk) == broken
    assert "nothing was written" in done.err and "bus stop → parking.md" in done.err


def test_a_list_with_errors_is_mended_first(desk):
    desk.write("search-tests.yml", "- query: [fee\n")
    done = desk.run("search-log", log(desk, row("bus stop", opened="parking.html")), "--accept-first")
    assert done.status == 1 and "search-tests.yml:" in done.err and written(desk) == "- query: [fee\n"
