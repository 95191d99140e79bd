"""`deskbook serve`: what it answers and refuses, and what it makes of saves, broken pages and broken themes."""

import os
import pathlib
import random
import resource
import shutil
import socket
import threading
import time
import urllib.parse

import pytest
from serving import Preview

SOAK = int(os.environ.get("SOAK", "0"))
THEME = pathlib.Path(__file__).resolve().parents[2] / "Themes" / "default"


@pytest.fixture
def served(desk):
    """The smallest handbook, served."""
    desk.write("start/index.md", "# Start\n\nBegin here.\n")
    desk.write("start/plan.txt", "a plan")
    desk.write("index.md", "# Tiny\n\nWelcome. [Start](start/index.md)\n")
    with Preview(desk.program, desk.folder) as preview:
        preview.shows("Welcome")
        yield preview


def save(file, text):
    """Saves as most editors do: a new file takes the place of the old."""
    draft = file.with_name(f".{file.name}.swp")
    draft.write_text(text, encoding="utf-8")
    os.replace(draft, file)


def test_pages_folders_and_files_have_their_types(served):
    expected = {
        "/": (200, "text/html; charset=utf-8"),
        "/index.html": (200, "text/html; charset=utf-8"),
        "/start/": (200, "text/html; charset=utf-8"),
        "/az.html?x=1": (200, "text/html; charset=utf-8"),
        "/start/plan.txt": (200, "text/plain; charset=utf-8"),
        "/search/index.js": (200, "text/javascript; charset=utf-8"),
        "/manifest.webmanifest": (200, "application/manifest+json"),
        "/-/deskbook/preview.js": (200, "text/javascript; charset=utf-8"),
        "/-/deskbook/preview.css": (200, "text/css; charset=utf-8"),
        "/-/deskbook/other.js": (404, "text/plain; charset=utf-8"),
        "/none.html": (404, "text/html; charset=utf-8"),
    }
    for path, (status, kind) in expected.items():
        answer = served.ask(path)
        assert (answer[0], answer[1]["content-type"]) == (status, kind), path
        assert answer[1]["x-content-type-options"] == "nosniff"
        assert answer[1]["cache-control"] == "no-cache"


def test_a_folder_without_its_slash_leads_to_the_one_with_it(served):
    status, headers, _ = served.ask("/start")
    assert (status, headers["location"]) == (302, "/start/")


def test_the_page_for_lost_addresses_finds_its_style_sheets_at_any_depth(served):
    status, _, body = served.ask("/a/b/c.html")
    assert status == 404
    assert b'href="/assets/site.' in body


def test_head_is_answered_without_a_body(served):
    _, whole, body = served.ask("/")
    status, headers, none = served.ask("/", method="HEAD")
    assert (status, none) == (200, b"")
    assert int(headers["content-length"]) == len(body)
    assert headers["etag"] == whole["etag"]


def test_what_the_browser_has_is_not_sent_again(served):
    tag = served.ask("/")[1]["etag"]
    assert served.ask("/", If_None_Match=tag)[0] == 304
    assert served.ask("/", If_None_Match='"other"')[0] == 200


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "TRACE"])
def test_other_methods_are_refused(served, method):
    status, headers, _ = served.ask("/", method=method)
    assert (status, headers["allow"]) == (405, "GET, HEAD")


@pytest.mark.parametrize("host", ["example.com", "127.0.0.1", "localhost:1", "127.0.0.1.evil.example:{port}", ""])
def test_other_host_names_are_refused(served, host):
    status, _, body = served.ask("/", host=host.format(port=served.port))
    assert status == 421
    assert b"Welcome" not in body


@pytest.mark.parametrize("host", ["localhost:{port}", "LOCALHOST:{port}", "[::1]:{port}", "127.0.0.1:{port}"])
def test_names_of_this_machine_are_answered(served, host):
    assert served.ask("/", host=host.format(port=served.port))[0] == 200


def test_pages_of_other_sites_are_refused_but_may_link_here(served):
    for path in ("/", "/-/deskbook/events"):
        assert served.ask(path, Origin="http://example.com")[0] == 403
        assert served.ask(path, Sec_Fetch_Site="cross-site", Sec_Fetch_Mode="no-cors", Sec_Fetch_Dest="script")[0] == 403
    assert served.ask("/", Origin=f"http://127.0.0.1:{served.port}")[0] == 200
    assert served.ask("/", Sec_Fetch_Site="cross-site", Sec_Fetch_Mode="navigate", Sec_Fetch_Dest="document")[0] == 200


@pytest.mark.parametrize(
    "path",
    [
        "/../handbook.yml", "/%2e%2e/secret.txt", "/.%2e/secret.txt", "/start/..%2f..%2fsecret.txt", "/start/%2e%2e/%2e%2e/secret.txt",
        "//secret.txt", "/%5c..%5csecret.txt", "/\\..\\secret.txt", "/%00", "/start/plan.txt%00.html", "/%ff", "/%", "/%zz", "/%252e%252e/secret.txt",
        "/handbook.yml", "/Content/index.md", "/index.md", "/./index.html", "secret.txt", "http://127.0.0.1/secret.txt", "/deskbook.json",
    ],
)  # fmt: skip
def test_nothing_outside_the_site_is_served(desk, served, path):
    (desk.folder / "secret.txt").write_text("SECRET")
    status, _, body = served.ask(path)
    assert status in (400, 404), path
    assert b"SECRET" not in body and b"title: Tiny" not in body and b"# Tiny" not in body


def test_only_this_machine_is_listened_to(served):
    address = socket.gethostbyname(socket.gethostname())
    if address.startswith("127."):
        pytest.skip("the machine has no other address")
    with socket.socket() as other:
        other.settimeout(2)
        assert other.connect_ex((address, served.port)) != 0


def test_a_port_in_use_leads_to_the_next(desk, served):
    with Preview(desk.program, desk.folder, port=served.port) as second:
        assert second.port > served.port
        assert f"port {served.port} is in use; {second.port} is the next free one" in second.text


def test_served_pages_hear_of_changes_and_keep_their_strict_policy(served):
    page = served.page()
    policy = page.split('http-equiv="Content-Security-Policy" content="')[1].split('"')[0]
    assert "connect-src 'self'" in policy and "default-src 'none'" in policy and "script-src 'self';" in policy
    assert f'data-version="{served.told()["version"]}"' in page
    assert "unsafe" not in policy


def test_serving_writes_nothing(desk, served):
    served.page("/cards/index.html")
    served.page("/search/index.js")
    assert desk.beside() == ["Content"]


def test_a_save_shows(desk, served):
    before = served.told()["version"]
    save(desk.content / "index.md", "# Tiny\n\nChanged. [Start](start/index.md)\n")
    served.shows("Changed.")
    assert served.told()["version"] != before
    assert "Built 2 pages" in served.text


def test_a_save_in_place_with_a_pause_in_the_middle_shows_once_it_is_whole(desk, served):
    with open(desk.content / "index.md", "w", encoding="utf-8") as file:
        file.write("# Tiny\n\n[half](no")
        file.flush()
        time.sleep(0.15)
        file.write("ne.md) [Start](start/index.md)\n")
    with open(desk.content / "index.md", "w", encoding="utf-8") as file:
        file.write("# Tiny\n\nWhole. [Start](start/index.md)\n")
    served.shows("Whole.")
    served.wait(lambda: served.messages == [], "no findings")


def test_errors_keep_the_last_good_site_and_are_told_until_they_are_mended(desk, served):
    version = served.told()["version"]
    save(desk.content / "index.md", "# Tiny\n\nBroken [link](none.md). [Start](start/index.md)\n")
    served.wait(lambda: served.messages, "a finding")
    told = served.told()
    [found] = told["news"]["diagnostics"]
    assert (found["path"], found["line"], found["severity"], found["rule"]) == ("Content/index.md", 3, "error", "link-target")
    assert told["version"] == version
    assert "Broken" not in served.page() and "Welcome" in served.page()
    served.wait(lambda: "The pages stay as they were" in served.text, "the last line")
    checked = desk.check().err.splitlines()
    assert [line for line in checked if "link-target" in line][0] in served.text
    save(desk.content / "index.md", "# Tiny\n\nMended. [Start](start/index.md)\n")
    served.shows("Mended.")
    assert served.messages == []


def test_a_handbook_with_errors_waits_for_them_to_be_mended(desk):
    page = desk.write("index.md", "# Tiny\n\n[link](none.md)\n")
    with Preview(desk.program, desk.folder) as preview:
        preview.wait(lambda: preview.messages, "a finding")
        status, _, body = preview.ask("/")
        assert status == 503
        assert b"/-/deskbook/preview.js" in body
        save(page, "# Tiny\n\nFine.\n")
        preview.shows("Fine.")


def test_search_follows_the_content(desk, served):
    save(desk.content / "start" / "index.md", "# Start\n\nA zebra waits.\n")
    served.shows("zebra", "/start/")
    assert "zebra" in served.page("/search/index.js")


def test_what_only_the_search_index_shows_is_told_later(desk, served):
    desk.write("synonyms.txt", "lorry, truck\n")
    served.wait(lambda: any("no page has any of these words" in text for text in served.messages), "the finding")
    assert "Welcome" in served.page()


def test_a_storm_of_saves_ends_with_the_last(desk, served):
    for number in range(300):
        save(desk.content / "index.md", f"# Tiny\n\nStorm {number:03} ends. [Start](start/index.md)\n")
    served.shows("Storm 299 ends.")
    assert served.text.count("Built ") < 200


def test_no_answer_mixes_two_builds(desk, served):
    """Two pages that say the same word are never seen with two words by one version."""
    seen, stop = [], threading.Event()

    def look():
        while not stop.is_set():
            one = served.page()
            if "zebra" in one:
                other = served.page("/start/")
                if "zebra" not in other:
                    continue
                tags = [page.split('data-version="')[1].split('"')[0] for page in (one, other)]
                words = [page.split("zebra")[1][:3] for page in (one, other)]
                seen.append((tags[0] == tags[1], words[0] == words[1], words))

    looking = threading.Thread(target=look)
    looking.start()
    for number in range(40):
        desk.write("handbook.yml", f"title: Tiny\nvalues: {{word: zebra{number:03}}}\n")
        if number == 0:
            save(desk.content / "index.md", "# Tiny\n\n> [!SAY]\n> {{word}} one.\n\n[Start](start/index.md)\n")
            save(desk.content / "start" / "index.md", "# Start\n\n> [!SAY]\n> {{word}} two.\n")
        time.sleep(0.02)
    served.shows("zebra039")
    stop.set()
    looking.join()
    assert any(same for same, *_ in seen)
    assert [words for same, agree, words in seen if same and not agree] == []
    assert len({words[0] for _, _, words in seen}) > 1


def test_new_renamed_and_removed_pages_and_folders_are_followed(desk, served):
    desk.write("more/deep/page.md", "# Deep\n\nDown here.\n")
    served.shows("Down here.", "/more/deep/page.html")
    save(desk.content / "more/deep/page.md", "# Deep\n\nFurther down.\n")
    served.shows("Further down.", "/more/deep/page.html")
    (desk.content / "more").rename(desk.content / "less")
    served.shows("Further down.", "/less/deep/page.html")
    assert served.ask("/more/deep/page.html")[0] == 404
    save(desk.content / "less/deep/page.md", "# Deep\n\nStill followed.\n")
    served.shows("Still followed.", "/less/deep/page.html")
    shutil.rmtree(desk.content / "less")
    served.wait(lambda: served.ask("/less/deep/page.html")[0] == 404, "the page to go")


def test_the_content_folder_may_go_and_come_back(desk, served):
    away = desk.folder / "Away"
    desk.content.rename(away)
    served.wait(lambda: "there is no content folder" in served.text, "the error")
    assert "Welcome" in served.page()
    away.rename(desk.content)
    save(desk.content / "index.md", "# Tiny\n\nBack again. [Start](start/index.md)\n")
    served.shows("Back again.")


def test_files_that_editors_keep_for_themselves_are_no_change(desk, served):
    served.wait(lambda: "Built" in served.text, "the first build")
    time.sleep(1)
    built = served.text.count("Built")
    for name in (".index.md.swp", "index.md~", "#index.md#", ".#index.md", "4913", "index.md.tmp"):
        file = desk.content / name
        file.write_text("draft")
        file.unlink()
    time.sleep(0.5)
    assert served.text.count("Built") == built


def test_a_broken_theme_leaves_the_site_until_it_is_mended(desk):
    theme = desk.folder / "Themes" / "own"
    shutil.copytree(THEME, theme)
    desk.write("handbook.yml", "title: Tiny\ntheme: own\n")
    with Preview(desk.program, desk.folder) as preview:
        preview.shows("Welcome")
        template = theme / "templates" / "page.mustache"
        whole = template.read_text(encoding="utf-8")
        save(template, whole + "{{nonsense}}")
        [message] = preview.wait(lambda: preview.messages, "the problem")
        assert "Themes/own/templates/page.mustache" in message and "nonsense" in message
        assert "Welcome" in preview.page()
        save(template, whole.replace("<body", '<body id="mended"'))
        preview.shows('id="mended"')
        assert preview.messages == []
        shutil.rmtree(theme)
        preview.wait(lambda: preview.messages, "the problem")
        assert "Welcome" in preview.page()


def test_polling_notices_saves_too(desk):
    with Preview(desk.program, desk.folder, "--poll") as preview:
        preview.shows("Welcome")
        save(desk.content / "index.md", "# Tiny\n\nPolled.\n")
        preview.shows("Polled.")
        desk.write("new/page.md", "# New\n\nPolled as well.\n")
        preview.shows("Polled as well.", "/new/page.html")


def test_ctrl_c_ends_at_once_and_leaves_nothing_behind(desk, served):
    before = sorted(desk.folder.rglob("*"))
    with socket.create_connection(("127.0.0.1", served.port)) as listener:
        listener.sendall(f"GET /-/deskbook/events HTTP/1.1\r\nHost: 127.0.0.1:{served.port}\r\n\r\n".encode())
        assert b"data:" in listener.recv(4096) + listener.recv(4096)
        status, seconds = served.interrupt()
    assert status == 130
    assert seconds < 2
    assert sorted(desk.folder.rglob("*")) == before


def test_open_asks_the_desktop_once_for_the_address(desk, tmp_path):
    asked = tmp_path / "asked"
    opener = tmp_path / "bin" / "xdg-open"
    opener.parent.mkdir()
    opener.write_text(f'#!/bin/sh\necho "$@" >> "{asked}"\n')
    opener.chmod(0o755)
    environment = desk.environment(PATH=f"{opener.parent}:{os.environ['PATH']}")
    with Preview(desk.program, desk.folder, "--open", environment=environment) as preview:
        preview.wait(lambda: asked.exists() and asked.read_text(), "the browser")
        save(desk.content / "index.md", "# Tiny\n\nAgain.\n")
        preview.shows("Again.")
        assert asked.read_text().split() == [preview.address]


def test_open_says_where_there_is_no_browser(desk, tmp_path):
    environment = desk.environment(PATH=str(tmp_path))
    with Preview(desk.program, desk.folder, "--open", environment=environment) as preview:
        preview.wait(lambda: "there is no xdg-open" in preview.text, "the note")
        preview.shows("Welcome")


def test_pictures_and_pdfs_are_served_as_they_are(bundled_copy):
    bundled_copy.write("pixel.png", b"\x89PNG\r\n\x1a\n")
    with Preview(bundled_copy.program, bundled_copy.folder) as preview:
        preview.wait(lambda: preview.ask("/")[0] == 200, "the first build")
        status, headers, body = preview.ask("/pixel.png")
        assert (status, headers["content-type"], body) == (200, "image/png", b"\x89PNG\r\n\x1a\n")
        link = preview.page("/cards/").split('.pdf"')[0].rsplit('"', 1)[1] + ".pdf"
        status, headers, body = preview.ask(urllib.parse.urljoin("/cards/", link))
        assert (status, headers["content-type"], body[:5]) == (200, "application/pdf", b"%PDF-")


def test_wrong_usage_ends_with_64(desk, tmp_path):
    assert desk.run("serve", tmp_path / "nowhere").status == 64
    assert desk.run("serve", "--port", "70000").status == 64


def memory(process):
    """Resident bytes of a process."""
    pages = int(pathlib.Path(f"/proc/{process.pid}/statm").read_text().split()[1])
    return pages * resource.getpagesize()


@pytest.mark.skipif(not SOAK, reason="SOAK is not set to a number of saves")
@pytest.mark.timeout(900)
def test_memory_stays_flat_over_many_saves(bundled_copy):
    pages = sorted(bundled_copy.content.rglob("*.md"))
    texts = {page: page.read_text(encoding="utf-8") for page in pages}
    chance = random.Random(7)
    with Preview(bundled_copy.program, bundled_copy.folder) as preview:
        preview.wait(lambda: preview.messages == [], "the first build")
        early = 0
        for number in range(SOAK):
            page = chance.choice(pages)
            save(page, texts[page] + f"\n<!-- save {number} -->\n\nSave {number}.\n")
            time.sleep(chance.random() * 0.3)
            preview.page("/" + chance.choice(pages).relative_to(bundled_copy.content).with_suffix(".html").as_posix())
            if number == SOAK // 4:
                early = memory(preview.process)
        late = memory(preview.process)
        print(f"{SOAK} saves: {early >> 20} MiB after a quarter, {late >> 20} MiB at the end")
        assert late < early * 1.2
