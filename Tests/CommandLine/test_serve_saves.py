"""`deskbook serve`: what it makes of saves, storms, renames, broken pages and broken themes."""

import os
import pathlib
import random
import resource
import shutil
import threading
import time

import pytest
from serving import Preview, save

SOAK = int(os.environ.get("SOAK", "0"))
THEME = pathlib.Path(__file__).resolve().parents[2] / "Themes" / "default"


def test_a_save_shows(desk, live):
    before = live.told()["version"]
    save(desk.content / "index.md", "# Tiny\n\nChanged. [Start](start/index.md)\n")
    live.shows("Changed.")
    assert live.told()["version"] != before
    assert "Built 2 pages" in live.text


def test_a_save_in_place_with_a_pause_in_the_middle_shows_once_it_is_whole(desk, live):
    with open(desk.content / "index.md", "w", encoding="utf-8") as file:
        file.write("# Tiny\n\n[half](no")
        file.flush()
        time.sleep(0.15)
        file.write("ne.md) [Start](start/index.md)\n")
    with open(desk.content / "index.md", "w", encoding="utf-8") as file:
        file.write("# Tiny\n\nWhole. [Start](start/index.md)\n")
    live.shows("Whole.")
    live.wait(lambda: live.messages == [], "no findings")


def test_errors_keep_the_last_good_site_and_are_told_until_they_are_mended(desk, live):
    version = live.told()["version"]
    save(desk.content / "index.md", "# Tiny\n\n<<<<<<< mine\nBroken [Start](start/index.md)\n=======\nOther\n>>>>>>> theirs\n")
    live.wait(lambda: live.messages, "a finding")
    told = live.told()
    [found] = told["news"]["diagnostics"]
    assert (found["path"], found["line"], found["severity"], found["rule"]) == ("Content/index.md", 3, "error", "merge-conflict")
    assert told["version"] == version
    assert "Broken" not in live.page() and "Welcome" in live.page()
    live.wait(lambda: "The pages stay as they were" in live.text, "the last line")
    checked = desk.check().err.splitlines()
    assert [line for line in checked if "merge-conflict" in line][0] in live.text
    save(desk.content / "index.md", "# Tiny\n\nMended. [Start](start/index.md)\n")
    live.shows("Mended.")
    assert live.messages == []


def test_a_handbook_with_errors_waits_for_them_to_be_mended(desk):
    page = desk.write("index.md", "---\ntitle: Fees: what to say\n---\n")
    with Preview(desk.program, desk.folder) as preview:
        preview.wait(lambda: preview.messages, "a finding")
        preview.wait(lambda: "There is no earlier version to show" in preview.text, "the last line")
        assert "stay as they were" not in preview.text
        status, _, body = preview.ask("/")
        assert status == 503
        assert b"/-/deskbook/preview.js" in body
        save(page, "# Tiny\n\nFine.\n")
        preview.shows("Fine.")


def test_search_follows_the_content(desk, live):
    save(desk.content / "start" / "index.md", "# Start\n\nA zebra waits.\n")
    live.shows("zebra", "/start/")
    assert "zebra" in live.page("/search/index.js")


def test_what_only_the_search_index_shows_is_told_later(desk, live):
    desk.write("synonyms.txt", "lorry, truck\n")
    live.wait(lambda: any("no page has any of these words" in text for text in live.messages), "the finding")
    assert "Welcome" in live.page()


def test_a_storm_of_saves_ends_with_the_last(desk, live):
    for number in range(300):
        save(desk.content / "index.md", f"# Tiny\n\nStorm {number:03} ends. [Start](start/index.md)\n")
    live.shows("Storm 299 ends.")
    assert live.text.count("Built ") < 200


def test_no_answer_mixes_two_builds(desk, live):
    """Two pages that say the same word are never seen with two words by one version."""
    seen, stop = [], threading.Event()

    def look():
        while not stop.is_set():
            one = live.page()
            if "zebra" in one:
                other = live.page("/start/")
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
    live.shows("zebra039")
    stop.set()
    looking.join()
    assert any(same for same, *_ in seen)
    assert [words for same, agree, words in seen if same and not agree] == []
    assert len({words[0] for _, _, words in seen}) > 1


def test_new_renamed_and_removed_pages_and_folders_are_followed(desk, live):
    desk.write("more/deep/page.md", "# Deep\n\nDown here.\n")
    live.shows("Down here.", "/more/deep/page.html")
    save(desk.content / "more/deep/page.md", "# Deep\n\nFurther down.\n")
    live.shows("Further down.", "/more/deep/page.html")
    (desk.content / "more").rename(desk.content / "less")
    live.shows("Further down.", "/less/deep/page.html")
    assert live.ask("/more/deep/page.html")[0] == 404
    save(desk.content / "less/deep/page.md", "# Deep\n\nStill followed.\n")
    live.shows("Still followed.", "/less/deep/page.html")
    shutil.rmtree(desk.content / "less")
    live.wait(lambda: live.ask("/less/deep/page.html")[0] == 404, "the page to go")


def test_the_content_folder_may_go_and_come_back(desk, live):
    away = desk.folder / "Away"
    desk.content.rename(away)
    live.wait(lambda: "there is no content folder" in live.text, "the error")
    assert "Welcome" in live.page()
    away.rename(desk.content)
    save(desk.content / "index.md", "# Tiny\n\nBack again. [Start](start/index.md)\n")
    live.shows("Back again.")


def test_files_that_editors_keep_for_themselves_are_no_change(desk, live):
    live.wait(lambda: "Built" in live.text, "the first build")
    time.sleep(1)
    built = live.text.count("Built")
    for name in (".index.md.swp", "index.md~", "#index.md#", ".#index.md", "4913", "index.md.tmp"):
        file = desk.content / name
        file.write_text("draft")
        file.unlink()
    time.sleep(0.5)
    assert live.text.count("Built") == built


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
