"""Searches that led nowhere: what this browser keeps of them for the editors, and how they get there."""

import gzip
import json
import pathlib
import re
import urllib.parse

import pytest
import vectors
from accessibility import violations
from built_site import build_site
from clipboard import CLIPBOARD, pasted
from test_stored import SPOILS
from waiting import wait_until

KEY = "deskbook-missed:Desk"
HEADER = "query\tcount\tlast\toutcome\topened"
HIT = "#search-results [role=option]"

PAGES = {
    "handbook.yml": "title: Desk\nlanguages: {es: es}\nfields: {client: {label: Client}}\n",
    "index.md": "# Home\n\nSee [fees](fees.md) and [visits](visits.md).\n",
    "fees.md": "---\nkind: phrases\n---\n# Fees\n\n## Late\n\n| Say | Instead of |\n| --- | --- |\n"
    "| A refund for {{client}} by Sam | Wait |\n| The fee is due | Pay |\n",
    "visits.md": "# Visits\n\n## Missed\n\nA visit that was missed without a cancellation.\n",
    "es/index.md": "# Casa\n\nUna tarifa se paga aquí.\n",
}

# A row as it is stored; `changes` are its other values.
ROW = {"text": "fee", "count": 1, "date": "2026-11-20", "outcome": "abandoned", "opened": ""}


@pytest.fixture(scope="module")
def desk(deskbook, tmp_path_factory):
    return build_site(deskbook, tmp_path_factory.mktemp("log"), PAGES)


@pytest.fixture
def place(origin, desk, share):
    return desk.folder.as_uri() + "/" if origin == "file" else share(desk)


@pytest.fixture
def guest(new_reader, place):
    return new_reader(place)


def ask(page, text):
    """Searches as a person does who then looks at the answer for a moment."""
    box = page.locator("#search-input")
    box.fill(text)
    wait_until(page, "(text) => new URLSearchParams(location.search).get('q') === text.trim()", text)


def rows(page):
    return json.loads(page.evaluate("(key) => localStorage.getItem(key)", KEY) or "[]")


def kept(page, count=1):
    """What is kept once there are so many rows: text, outcome and what was opened."""
    wait_until(page, "([key, count]) => JSON.parse(localStorage.getItem(key) || '[]').length === count", [KEY, count])
    return [(row["text"], row["outcome"], row["opened"]) for row in rows(page)]


def everything(page):
    """All that stays in this browser, as one text."""
    return page.evaluate("JSON.stringify(localStorage)").lower()


def store(page, *changes):
    page.evaluate("([key, rows]) => localStorage.setItem(key, rows)", [KEY, json.dumps([ROW | change for change in changes])])


def show(guest):
    """Opens the list from the foot of the page."""
    page = guest.open("index.html")
    page.locator("#search-input").focus()
    page.get_by_role("button", name="Searches that led nowhere").click()
    page.get_by_role("dialog", name="Searches that led nowhere").wait_for()
    return page


def test_what_finds_nothing_is_kept_without_names_and_numbers(guest):
    page = guest.open("index.html")
    ask(page, "computer Rosalind Qvist 555 0142")
    assert kept(page) == [("computer …", "nothing", "")]
    assert page.locator(".search-missed").inner_text().startswith("Kept for your editors: \u2068computer …\u2069")
    page.locator("#search-input").press("Escape")
    for word in ("rosalind", "qvist", "555", "0142"):
        assert word not in everything(page), word


def test_a_search_that_comes_again_is_counted(guest):
    page = guest.open("index.html")
    for _ in range(3):
        ask(page, "computer")
        page.locator("#search-input").press("Escape")
    assert kept(page) == [("computer", "nothing", "")]
    assert rows(page)[0]["count"] == 3
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", rows(page)[0]["date"])


def test_half_a_word_on_which_somebody_rests_is_no_search_of_its_own(guest):
    page = guest.open("index.html")
    ask(page, "comput")
    kept(page)
    ask(page, "computer")
    wait_until(page, "(key) => localStorage.getItem(key).includes('computer')", KEY)
    assert kept(page) == [("computer", "nothing", "")]


LEAVE = {
    "Esc": lambda page: page.locator("#search-input").press("Escape"),
    "emptied": lambda page: page.locator("#search-input").fill(""),
    "a press elsewhere": lambda page: page.mouse.click(4, 790),
    "Tab away": lambda page: page.locator("#search-input").evaluate("(box) => box.blur()"),
    "another page": lambda page: page.goto(page.url.split("?")[0].replace("index", "visits")),
}


@pytest.mark.parametrize("way", LEAVE)
def test_a_list_of_which_nothing_is_chosen_is_an_abandoned_search(way, guest):
    page = guest.open("index.html")
    page.locator("#search-input").fill("fee rosalind")
    page.locator(HIT).first.wait_for()
    LEAVE[way](page)
    assert kept(page) == [("fee …", "abandoned", "")]
    assert "rosalind" not in everything(page)


def test_a_box_that_is_left_and_taken_up_again_is_one_search(guest):
    page = guest.open("index.html")
    for _ in range(2):
        ask(page, "fee")
        page.mouse.click(4, 790)
        kept(page)
    assert rows(page)[0]["count"] == 1
    page.locator("#search-input").focus()
    page.locator(HIT).first.wait_for()
    with page.expect_event("load"):
        page.keyboard.press("Enter")
    assert kept(page, 0) == []


def test_what_is_opened_or_copied_is_no_abandoned_search(new_reader, place):
    page = new_reader(place, permissions=CLIPBOARD).open("index.html")
    ask(page, "fee")
    page.locator("#search-input").press("Control+c")
    page.locator(".toast", has_text="Copied").wait_for()
    page.locator("#search-input").press("Escape")
    ask(page, "missed")
    with page.expect_event("load"):
        page.locator("#search-input").press("Enter")
    # A last one, behind which nothing can still be on its way.
    ask(page, "computer")
    assert kept(page) == [("computer", "nothing", "")]


def test_typing_on_and_mending_the_spelling_is_one_search(guest):
    page = guest.open("index.html")
    ask(page, "cancel")
    ask(page, "cancellatoin")
    ask(page, "cancellation")
    ask(page, "cancellation fee")
    for _ in range(4):
        page.locator("#search-input").press("Backspace")
    page.locator("#search-input").press("Escape")
    assert kept(page) == [("cancellation fee", "abandoned", "")]


def test_a_search_that_is_typed_anew_knows_what_was_opened_in_the_end(guest):
    page = guest.open("index.html")
    ask(page, "computer")
    kept(page)
    ask(page, "missed")
    ask(page, "due")
    assert kept(page, 2) == [("computer", "nothing", ""), ("missed", "abandoned", "")]
    page.locator(HIT).first.click()
    page.wait_for_url("**/fees.html*")
    opened = guest.place.split("?")[0].split("#")[0] + "#" + guest.place.split("#")[1]
    assert re.fullmatch(r"fees\.html#[\w-]+", opened)
    assert sorted(kept(page, 2)) == [("computer", "nothing", opened), ("missed", "abandoned", opened)]


def test_a_line_that_is_copied_counts_as_opened(new_reader, place):
    page = new_reader(place, permissions=CLIPBOARD).open("index.html")
    ask(page, "missed")
    page.locator("#search-input").press("Escape")
    kept(page)
    ask(page, "due")
    page.locator("#search-input").press("Control+c")
    wait_until(page, "(key) => JSON.parse(localStorage.getItem(key))[0].opened.startsWith('fees.html#')", KEY)


def test_a_list_that_was_read_for_more_than_a_minute_was_of_use(guest):
    page = guest.open("index.html")
    ask(page, "missed")
    page.evaluate("() => { const now = Date.now; Date.now = () => now() + 61000; }")
    ask(page, "fee")
    page.locator("#search-input").press("Escape")
    assert kept(page) == [("fee", "abandoned", "")]


def test_the_word_is_put_back_by_keys_alone_but_nothing_of_the_call(guest):
    page = guest.open("fees.html")
    page.locator(".fields > summary").click()
    page.locator(".fields input[data-field=client]").fill("Quentin Qvist")
    page.keyboard.press("Control+k")
    page.keyboard.type("computer Quentin Qvist xqzzz 4417")
    button = page.get_by_role("button", name="Put the word back")
    button.wait_for()
    assert kept(page) == [("computer …", "nothing", "")]
    while not button.evaluate("(button) => button === document.activeElement"):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert kept(page) == [("computer … xqzzz …", "nothing", "")]
    button.wait_for(state="detached")
    assert page.evaluate("document.activeElement.id") == "search-input"
    assert "computer … xqzzz …" in page.locator(".search-missed").inner_text()


def test_a_name_in_the_handbook_is_hidden_while_it_is_that_of_a_client(guest):
    page = guest.open("fees.html")
    ask(page, "sam")
    page.locator("#search-input").press("Escape")
    assert kept(page) == [("sam", "abandoned", "")]
    page.locator(".fields > summary").click()
    page.locator(".fields input[data-field=client]").fill("Sam")
    ask(page, "sam fee")
    page.locator("#search-input").press("Escape")
    assert kept(page, 2)[1] == ("… fee", "abandoned", "")


def test_a_name_stays_hidden_when_the_call_ends_before_the_list_of_words_is_here(new_reader, place):
    reader = new_reader(place, used_once=True)
    reader.page.add_init_script(
        """const add = Element.prototype.append;
        Element.prototype.append = function (...parts) {
          const isList = parts[0] && parts[0].src && parts[0].src.includes('words-en');
          if (isList) window.__late = () => add.apply(this, parts);
          else add.apply(this, parts);
        };"""
    )
    page = reader.open("fees.html")
    page.locator(".fields > summary").click()
    page.locator(".fields input[data-field=client]").fill("Sam")
    ask(page, "sam fee")
    wait_until(page, "window.__late !== undefined")
    page.locator(".call-new").click()
    page.evaluate("window.__late()")
    assert kept(page) == [("… fee", "abandoned", "")]


def test_in_another_language_the_dictionary_alone_says_what_is_kept(guest):
    page = guest.open("es/index.html")
    ask(page, "tarifa computer rosalind")
    page.locator("#search-input").press("Escape")
    assert kept(page) == [("tarifa …", "abandoned", "")]


def test_shards_know_the_words_of_a_search(reader):
    page = reader.open("index.html")
    ask(page, "missed appointment rosalind computers")
    page.locator("#search-input").press("Escape")
    wait_until(page, "JSON.stringify(localStorage).includes('missed appointment … computers')")
    assert "rosalind" not in everything(page)


def test_common_words_come_when_something_is_about_to_be_kept(desk, new_reader, place):
    reader = new_reader(place, used_once=True)
    asked = []
    reader.page.on("request", lambda request: asked.append(request.url))
    page = reader.open("index.html")
    page.locator("#search-input").press_sequentially("missed")
    page.locator(HIT).first.wait_for()
    assert not any("words-en" in url for url in asked)
    with page.expect_request("**/words-en.*.js"):
        ask(page, "missed")
    file = next((desk.folder / "assets").glob("words-en.*.js"))
    assert len(gzip.compress(file.read_bytes())) < 15_000
    words = re.findall(r"[a-z]+", file.read_text().split("window.__deskbook('words', ")[1])
    assert {"about", "computer", "colour", "color"} <= set(words)
    assert not {"hill", "grace", "mark", "rose", "frank", "young"} & set(words)


def test_the_list_is_shown_and_single_lines_are_struck_out(guest):
    page = guest.open("index.html")
    store(page, {"text": "one"}, {"text": "two", "count": 7, "opened": "fees.html#late"}, {"text": "three", "outcome": "nothing"})
    page = show(guest)
    lines = page.locator("dialog.missed li")
    assert [line.split("\n")[0] for line in lines.all_inner_texts()] == ["two", "three", "one"]
    assert "7 × · 2026-11-20 · given up · opened in the end: fees.html#late" in lines.first.inner_text()
    assert lines.first.get_by_role("link").get_attribute("href") == guest.base + "fees.html#late"
    assert violations(page) == []
    page.get_by_role("button", name="Strike out: three").press("Enter")
    assert [row["text"] for row in rows(page)] == ["one", "two"]
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == "Strike out: one"
    page.get_by_role("button", name="Forget all").press("Enter")
    page.get_by_text("Nothing is kept.").wait_for()
    assert page.evaluate("(key) => localStorage.getItem(key)", KEY) is None
    page.keyboard.press("Escape")
    page.locator("dialog.missed").wait_for(state="hidden")
    assert page.locator(".missed-button").is_hidden()


def test_the_list_is_reached_where_nothing_was_found(guest):
    page = guest.open("index.html")
    ask(page, "computer")
    kept(page)
    assert "1 search on this computer led nowhere." in page.locator(".search-missed").inner_text()
    page.get_by_role("button", name="Show them").click()
    page.get_by_role("dialog", name="Searches that led nowhere").wait_for()
    assert page.locator("dialog.missed li bdi").all_inner_texts() == ["computer"]
    page.get_by_role("button", name="Close").click()
    assert page.evaluate("document.activeElement.id") == "search-input"


def test_the_list_is_saved_as_a_file(guest):
    page = guest.open("index.html")
    store(page, {"text": "=1+1 … fée", "count": 3, "opened": "fees.html#late"}, {"text": "@two", "outcome": "nothing"})
    page = show(guest)
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Save as a file").click()
    today = page.evaluate("new Date().toLocaleDateString('sv')")
    assert waiting.value.suggested_filename == f"deskbook-searches-{today}.tsv"
    with open(waiting.value.path(), encoding="utf-8", newline="") as file:
        assert file.read() == (
            f"{HEADER}\n'=1+1 … fée\t3\t2026-11-20\tabandoned\tfees.html#late\n'@two\t1\t2026-11-20\tnothing\t\n"
        )


def test_whether_pages_helped_goes_with_the_list(guest):
    guest.open("fees.html").locator(".helped").get_by_role("button", name="No").click()
    guest.open("index.html")
    page = show(guest)
    assert "1 answer to “Did this help?” goes with them." in page.locator("dialog.missed").inner_text()
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Save as a file").click()
    today = page.evaluate("new Date().toLocaleDateString('sv')")
    assert pathlib.Path(waiting.value.path()).read_text("utf-8") == f"{HEADER}\n\t1\t{today}\tnot-helped\tfees.html\n"
    page.get_by_role("button", name="Forget all").click()
    assert page.evaluate("window.deskbook.helped.rows()") == []
    assert page.locator("dialog.missed").get_by_text("Nothing is kept.").is_visible()


def test_the_list_is_copied(new_reader, place):
    guest = new_reader(place, permissions=CLIPBOARD)
    store(guest.open("index.html"), {"text": "-fee"})
    page = show(guest)
    page.get_by_role("button", name="Copy", exact=True).click()
    page.locator("dialog.missed [role=status]", has_text="Copied").wait_for()
    page.get_by_role("button", name="Close").click()
    assert page.evaluate("navigator.clipboard.readText()") == f"{HEADER}\n'-fee\t1\t2026-11-20\tabandoned\t\n"
    assert "fee" in pasted(page)


def test_a_mail_takes_whole_lines_and_says_what_it_leaves_out(guest):
    page = guest.open("index.html")
    store(page, {"text": "… fee", "opened": "fees.html"})
    page = show(guest)
    mail = urllib.parse.urlsplit(page.get_by_role("link", name="Send by e-mail").get_attribute("href"))
    values = urllib.parse.parse_qs(mail.query)
    assert (mail.scheme, mail.path, values["subject"]) == ("mailto", "", ["Searches that led nowhere: Desk"])
    assert values["body"] == [f"{HEADER}\r\n… fee\t1\t2026-11-20\tabandoned\tfees.html\r\n"]
    assert page.locator(".missed-rest").count() == 0
    store(page, *({"text": f"… fée {number}", "count": 300 - number} for number in range(200)))
    page = show(guest)
    mail = urllib.parse.urlsplit(page.get_by_role("link", name="Send by e-mail").get_attribute("href"))
    body = re.search(r"body=(.*)", mail.query)[1]
    assert 1500 < len(body) <= 1800
    head, *lines, blank, rest, end = urllib.parse.unquote(body).split("\r\n")
    assert (head, blank, end) == (HEADER, "", "")
    assert lines == [f"… fée {number}\t{300 - number}\t2026-11-20\tabandoned\t" for number in range(len(lines))]
    assert rest == f"{200 - len(lines)} more do not fit into an e-mail. The file has all of them."
    assert page.locator(".missed-rest").inner_text() == rest


def test_no_more_than_two_hundred_are_kept(guest):
    page = guest.open("index.html")
    store(page, *({"text": f"old {number}"} for number in range(200)))
    ask(page, "computer")
    wait_until(page, "(key) => localStorage.getItem(key).includes('computer')", KEY)
    assert [row["text"] for row in rows(page)] == [f"old {number}" for number in range(1, 200)] + ["computer"]


def test_hostile_searches_stay_text(guest):
    page = guest.open("index.html")
    ask(page, "<img src=x onerror=alert(1)>")
    page.get_by_role("button", name="Put the word back").click()
    assert kept(page) == [("<img src=x onerror=alert(…)>", "nothing", "")]
    texts = [*vectors.MARKUP, "tab\tline\nhalf \ud800"]
    store(page, *({"text": text} for text in texts))
    page = show(guest)
    shown = "(all) => JSON.stringify(all.map((one) => one.textContent))"
    assert sorted(json.loads(page.locator("dialog.missed bdi").evaluate_all(shown))) == sorted(texts)
    assert page.locator("dialog.missed").evaluate("(dialog) => dialog.querySelectorAll('img, script, svg, iframe').length") == 0
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Save as a file").click()
    with open(waiting.value.path(), encoding="utf-8", newline="") as file:
        head, *lines, end = file.read().split("\n")
    assert (head, end) == (HEADER, "")
    assert [line.count("\t") for line in lines] == [4] * len(texts)


def test_only_whole_rows_are_taken_from_the_storage(guest):
    page = guest.open("index.html")
    wrong = [{"text": "\u200b"}, {"date": "2026-13-01"}, {"count": 0}]
    wrong += [{"opened": spoil} for spoil in SPOILS if spoil not in ("", "x", "__proto__")] + [{"outcome": spoil} for spoil in SPOILS]
    places = ["?q=1", "fees.html?x#y", "/fees.html", "fees.html#a\tb", "FEES.html\n", "./fees.html", "https://evil.example/#fees"]
    store(page, *wrong, *({"opened": place} for place in places), {"text": "whole"}, {"text": "place", "opened": "a/b%C3%A9.html#c"})
    page = show(guest)
    assert sorted(page.locator("dialog.missed bdi").all_inner_texts()) == ["place", "whole"]


def test_a_new_call_leaves_the_list_which_holds_nothing_of_the_last(guest):
    page = guest.open("fees.html")
    page.locator(".fields > summary").click()
    page.locator(".fields input[data-field=client]").fill("Rosalind")
    ask(page, "computer rosalind")
    before = kept(page)
    assert before == [("computer …", "nothing", "")]
    page.locator("#search-input").press("Escape")
    page.locator(".call-new").click()
    assert kept(page) == before
    page.locator(".toast button").click()
    assert page.locator(".fields input[data-field=client]").input_value() == "Rosalind"
    assert kept(page) == before
    assert "rosalind" not in everything(page)


def test_what_was_kept_as_it_was_typed_by_earlier_versions_goes(guest):
    page = guest.open("index.html")
    page.evaluate("localStorage.setItem('deskbook-missed', '[{\"text\": \"rosalind\", \"count\": 1, \"date\": \"2026-11-20\"}]')")
    page = guest.open("index.html")
    page.locator("#search-input").focus()
    wait_until(page, "localStorage.getItem('deskbook-missed') === null")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_list_fits_a_phone_and_is_accessible(scheme, new_reader, place, screenshots):
    guest = new_reader(place, color_scheme=scheme, viewport={"width": 360, "height": 740})
    long = {"text": "… cancellation" * 6, "opened": "fees.html#" + "late-" * 20}
    store(guest.open("index.html"), *({**long, "text": f"{long['text']} {number}"} for number in range(30)))
    page = show(guest)
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert page.locator("dialog.missed").evaluate("(dialog) => dialog.scrollWidth <= dialog.clientWidth")
    page.screenshot(path=screenshots / f"missed-{scheme}-360.png")
