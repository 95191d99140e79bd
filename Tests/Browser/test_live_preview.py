"""`deskbook serve` as an editor sees it: a save shows, the place stays, problems come and go."""

import os
import pathlib
import sys

import pytest
from accessibility import violations
from waiting import wait_until

sys.path.append(str(pathlib.Path(__file__).parents[1] / "CommandLine"))
from serving import Preview  # noqa: E402

LONG = "\n\n".join(f"Paragraph {number} of a page that is longer than any window." for number in range(150))
PROBLEMS = "document.getElementById('deskbook-problems')"


def save(file, text):
    draft = file.with_name(f".{file.name}.swp")
    draft.write_text(text, encoding="utf-8")
    os.replace(draft, file)


@pytest.fixture
def desk(tmp_path):
    """The folder of a handbook with one long page."""
    content = tmp_path / "desk" / "Content"
    content.mkdir(parents=True)
    (content / "handbook.yml").write_text("title: Tiny\nrules: {link-target: error}\n")
    (content / "index.md").write_text(f"# Tiny\n\nFirst. [Other](other.md)\n\n{LONG}\n")
    (content / "other.md").write_text("# Other\n\nNothing yet.\n")
    return content


@pytest.fixture
def preview(deskbook, desk):
    with Preview(deskbook, desk.parent) as preview:
        preview.shows("First.")
        yield preview


@pytest.fixture
def reader(preview, new_reader):
    reader = new_reader(preview.address, used_once=True)
    reader.open("index.html")
    wait_until(reader.page, "document.readyState === 'complete'")
    return reader


def wait_for_reload(page, act):
    """Does something, and waits until the page was loaded again."""
    page.evaluate("window.before = true")
    act()
    wait_until(page, "!window.before && document.readyState === 'complete'")


def broken(desk):
    save(desk / "index.md", f"# Tiny\n\nBroken [link](othr.md), [Other](other.md)\n\n{LONG}\n")


def test_a_save_shows_and_the_place_stays(desk, reader):
    page = reader.page
    page.evaluate("window.scrollTo({top: 2500, behavior: 'instant'})")
    save(desk / "index.md", f"# Tiny\n\nSecond. [Other](other.md)\n\n{LONG}\n")
    wait_until(page, "document.body?.textContent.includes('Second.') && document.readyState === 'complete'")
    wait_until(page, "Math.abs(scrollY - 2500) < 2")


def test_a_save_of_another_page_keeps_the_place_too(desk, reader):
    page = reader.page
    page.evaluate("window.scrollTo({top: 1200, behavior: 'instant'})")
    wait_for_reload(page, lambda: save(desk / "other.md", "# Other\n\nSomething.\n"))
    wait_until(page, "Math.abs(scrollY - 1200) < 2")


def test_problems_show_as_text_and_go_when_they_are_mended(desk, reader, screenshots):
    page = reader.page
    page.evaluate("window.before = true")
    broken(desk)
    wait_until(page, PROBLEMS)
    panel = page.get_by_role("complementary", name="Problems in the handbook")
    assert "Content/index.md:3:" in panel.inner_text()
    assert "no page or file at othr.md" in panel.inner_text()
    assert "did you mean other.md?" in panel.inner_text()
    assert page.get_by_role("alert").inner_text() == "1 error. You see the last version without errors."
    assert page.evaluate("window.before") is True, "the page was loaded again although nothing new is served"
    assert "First." in page.inner_text("main")
    page.screenshot(path=screenshots / "serve-problems.png")
    save(desk / "index.md", f"# Tiny\n\nMended. [Other](other.md)\n\n{LONG}\n")
    wait_until(page, f"document.body?.textContent.includes('Mended.') && !{PROBLEMS}")


@pytest.mark.parametrize("named", ["vscode", "DESKBOOK_EDITOR"])
def test_a_finding_opens_its_file_in_the_editor(deskbook, tmp_path, new_reader, named):
    desk = tmp_path / "front desk #1"
    (desk / "Content").mkdir(parents=True)
    (desk / "Content/index.md").write_text("# Tiny\n\nBroken [link](othr.md)\n\n- not {{known}}\n\n> [!SAY]\n> {{known}}\n")
    arguments = ["--editor", "vscode"] if named == "vscode" else []
    environment = os.environ | ({} if arguments else {"DESKBOOK_EDITOR": "code://open?file={path}&at={line}"})
    with Preview(deskbook, desk, *arguments, environment=environment) as preview:
        reader = new_reader(preview.address, used_once=True)
        page = reader.open("")
        link = page.locator("#deskbook-problems a").first
        link.wait_for()
        path = str(desk).replace(" ", "%20").replace("#", "%23") + "/Content/index.md"
        line, column = link.inner_text().rsplit(":", 2)[1:]
        wanted = f"vscode://file{path}:{line}:{column}" if arguments else f"code://open?file={path}&at={line}"
        assert link.get_attribute("href") == wanted
        assert violations(page) == []
    # A handbook that was never whole has no page yet.
    reader.complaints = [text for text in reader.complaints if "503" not in text and "net::ERR_" not in text]


def test_problems_are_there_on_every_page_that_is_opened_and_can_be_hidden_by_key(desk, reader):
    broken(desk)
    wait_until(reader.page, PROBLEMS)
    page = reader.open("other.html")
    wait_until(page, PROBLEMS)
    page.get_by_role("button", name="Hide").focus()
    page.keyboard.press("Escape")
    assert page.evaluate(f"!{PROBLEMS}")


def test_names_with_markup_in_them_are_shown_as_text(desk, reader):
    save(desk / "index.md", "# Tiny\n\n[Other](other.md) [x](<img src=x onerror=document.title='x'>.md)\n\n![](<b>)\n")
    wait_until(reader.page, PROBLEMS)
    assert reader.page.locator("#deskbook-problems img, #deskbook-problems b").count() == 0
    assert "Tiny" in reader.page.title()


def test_warnings_are_told_without_hiding_the_new_page(desk, reader):
    save(desk / "new.md", "# New\n\nNobody links here.\n")
    page = reader.page
    wait_until(page, PROBLEMS)
    assert page.evaluate(f"{PROBLEMS}.querySelector('details').open") is False
    page.get_by_text("Where and why").click()
    assert "no other page links to this page" in page.inner_text("#deskbook-problems")


def test_a_page_that_comes_back_from_the_history_is_the_newest(desk, reader):
    page = reader.open("other.html")
    wait_for_reload(page, lambda: save(desk / "index.md", "# Tiny\n\nNewest. [Other](other.md)\n"))
    page.go_back()
    wait_until(page, "document.body?.textContent.includes('Newest.')")


def test_the_policy_lets_no_script_of_the_page_in(reader):
    page = reader.page
    page.evaluate(
        """() => {
          const script = document.createElement('script');
          try { script.textContent = 'window.inline = true'; } catch { script.append('window.inline = true'); }
          document.body.append(script);
        }"""
    )
    assert page.evaluate("window.inline") is None
    assert reader.complaints
    assert all("TrustedScript" in text or "Content Security Policy" in text for text in reader.complaints)
    reader.complaints.clear()


def test_searching_works_while_serving(desk, reader):
    page = reader.page
    wait_for_reload(page, lambda: save(desk / "other.md", "# Other\n\nThe zebra is new.\n"))
    page.keyboard.press("/")
    page.keyboard.type("zebra")
    page.get_by_role("option").first.wait_for()
    assert "Other" in page.get_by_role("option").first.inner_text()


def test_a_handbook_that_was_never_whole_has_no_version_before(deskbook, desk, new_reader):
    broken(desk)
    with Preview(deskbook, desk.parent) as preview:
        reader = new_reader(preview.address, used_once=True)
        page = reader.open("")
        page.get_by_role("alert").filter(has_text="There is no earlier version to show.").wait_for()
        save(desk / "index.md", "# Tiny\n\nMended. [Other](other.md)\n")
        wait_until(page, "document.body?.textContent.includes('Mended.') && document.readyState === 'complete'")
    reader.complaints = [text for text in reader.complaints if "503" not in text and "net::ERR_" not in text]


def test_a_page_waits_for_a_server_that_starts_again(deskbook, desk, new_reader):
    with Preview(deskbook, desk.parent) as first:
        first.shows("First.")
        reader = new_reader(first.address, used_once=True)
        page = reader.open("index.html")
        wait_until(page, "document.readyState === 'complete'")
        port = first.port
    page.get_by_role("alert").filter(has_text="the preview has stopped").wait_for()
    assert violations(page) == []
    save(desk / "index.md", "# Tiny\n\nAfter the restart. [Other](other.md)\n")
    with Preview(deskbook, desk.parent, port=port) as second:
        assert second.port == port
        wait_until(page, "document.body?.textContent.includes('After the restart.')")
        assert page.locator("#deskbook-problems").count() == 0
        wait_until(page, "document.readyState === 'complete'")
    # The browser says that it could not connect for a while, or not load to the end what was on its way.
    reader.complaints = [text for text in reader.complaints if "503" not in text and "net::ERR_" not in text]
