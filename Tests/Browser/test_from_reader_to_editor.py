"""What an editor tells every reader, and what a reader tells the editor."""

import json
import re
import urllib.parse

import pytest
from built_site import build_site

SETTINGS = """title: Desk
values: {phone: 555 0142}
fields: {client: {label: Client}}
review: {every: 6 months, owner: Lead}
notice: {text: "The *lift* is out. Call {{phone}}.", until: 2030-12-24, link: "b/fees.md#late"}
contacts:
  - {label: Emergency, phone: "911"}
  - {label: Lead, phone: "+1 (555) 0142", when: 8 to 6}
  - {label: Safe room, value: behind the desk}
owners: {Lead: lead@desk.example}
edit: https://git.example/edit/{path}
rules: {orphan-page: off}
"""
FEES = """---
kind: phrases
reviewed: 2026-11-01
changed: The fee is <$45> now.
---
# Fees & more

## Late

| Say | Instead of |
| --- | --- |
| I have made a note for {{client}}. | Wait |
"""
PAGES = {
    "handbook.yml": SETTINGS,
    "index.md": "# Home\n\n- [Fees](b/fees.md)\n",
    "b/fees.md": FEES,
    "b/lone.md": "---\nowner: Billing\nreviewed: 2026-10-01\n---\n# Lone\n\nText.\n",
    "cards/a.md": "---\ntitle: Breathe\nkind: card\n---\n\nBreathe.\n",
}


@pytest.fixture(scope="module")
def desk(deskbook, tmp_path_factory):
    return build_site(deskbook, tmp_path_factory.mktemp("editor"), PAGES)


@pytest.fixture
def guest(new_reader, desk):
    return new_reader(desk.folder.as_uri() + "/")


@pytest.mark.parametrize("day, is_shown", [("2030-12-24", True), ("2030-12-25", False)])
def test_a_notice_stands_on_every_page_until_its_day_is_over(day, is_shown, new_reader, desk):
    reader = new_reader(desk.folder.as_uri() + "/", used_once=True)
    reader.page.clock.set_fixed_time(day + "T23:30:00")
    for path in ["index.html", "b/fees.html", "az.html", "b/index.html", "404.html"]:
        notice = reader.open(path).locator(".notice")
        assert notice.is_visible() == is_shown, path
        assert notice.inner_html().startswith("<p dir=\"auto\">The <em>lift</em> is out. Call 555 0142.") or not is_shown
    if is_shown:
        reader.open("b/lone.html").locator(".notice a").click()
        assert reader.place == "b/fees.html#late"


def test_a_notice_is_on_paper_and_on_no_card(guest):
    page = guest.open("b/fees.html")
    page.emulate_media(media="print")
    assert page.locator(".notice").is_visible() and page.locator(".contacts").is_visible()
    page = guest.open("cards/a.html")
    page.emulate_media(media="print")
    assert page.locator(".notice").is_hidden() and page.locator(".contacts").is_hidden()


def test_contacts_stand_on_one_line_and_are_dialled(guest):
    for path in ["index.html", "b/fees.html", "az.html", "404.html"]:
        page = guest.open(path)
        links = page.locator(".contacts a").evaluate_all("all => all.map((one) => one.href)")
        assert links == ["tel:911", "tel:+15550142"]
        assert page.locator(".contacts").bounding_box()["height"] <= 28, path
    assert page.locator(".contacts").inner_text().split("\n") == [
        "Emergency 911", "Lead +1 (555) 0142 8 to 6", "Safe room behind the desk",
    ]  # fmt: skip


def test_on_a_phone_contacts_open_with_the_menu(guest):
    page = guest.open("b/fees.html")
    page.set_viewport_size({"width": 360, "height": 640})
    contacts = page.locator(".contacts")
    assert contacts.is_hidden()
    page.locator(".menu-button").click()
    assert contacts.is_visible()
    page.locator(".menu-button").click()
    assert contacts.is_hidden()


def test_contacts_are_there_without_scripts(new_reader, desk):
    page = new_reader(desk.folder.as_uri() + "/", java_script_enabled=False).open("b/fees.html")
    page.set_viewport_size({"width": 360, "height": 640})
    assert page.locator(".contacts").is_visible()
    assert page.locator(".feedback .suggest").is_visible() and page.locator(".helped").is_hidden()


def message(link):
    """To whom a message goes, its subject and its lines, as they are when the link is followed."""
    page = link.page
    page.evaluate("document.addEventListener('click', (event) => event.preventDefault(), { once: true })")
    link.dispatch_event("click")
    address = urllib.parse.urlsplit(link.get_attribute("href"))
    assert address.scheme == "mailto"
    values = urllib.parse.parse_qs(address.query)
    return urllib.parse.unquote(address.path), values["subject"], values["body"][0].split("\r\n")


def test_better_words_go_to_the_pages_owner_without_the_callers_name(guest, desk):
    page = guest.open("b/fees.html")
    page.goto(page.url + "?mark=Kim%20Smith")
    page.locator(".fields > summary").press("Enter")
    page.locator("[data-field=client]").first.fill("Kim Smith")
    place = desk.folder.as_uri() + "/b/fees.html"
    assert message(page.locator(".feedback .suggest")) == (
        "lead@desk.example", ["Better words: Fees & more"],
        ["Page: Fees & more", "Address: " + place, "", "Better words:", ""],
    )  # fmt: skip
    phrase = page.locator(".phrase").first
    phrase.hover()
    to, _, lines = message(phrase.locator(".suggest"))
    assert to == "lead@desk.example"
    assert lines[1] == "Line: I have made a note for [Client]."
    assert lines[2] == f"Address: {place}#" + phrase.get_attribute("id")
    assert phrase.locator(".suggest").get_attribute("aria-label").startswith("Suggest better words: I have made")


def test_a_page_whose_owner_has_no_address_begins_a_message_to_nobody(guest):
    to, subject, _ = message(guest.open("b/lone.html").locator(".suggest"))
    assert (to, subject) == ("", ["Better words: Lone"])


def test_a_page_leads_to_where_it_is_edited(guest):
    page = guest.open("b/fees.html")
    assert page.locator(".edit").get_attribute("href") == "https://git.example/edit/b/fees.md"
    assert guest.open("az.html").locator(".edit, .suggest, .helped").count() == 0


def rows(page):
    return page.evaluate("window.deskbook.helped.rows()")


def test_an_answer_is_kept_changed_and_taken_back(guest):
    page = guest.open("b/fees.html")
    yes, no = page.locator(".helped button").all()
    yes.click()
    page.locator(".toast", has_text="Thank you").wait_for()
    [row] = rows(page)
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", row[2])
    assert row == ["", 1, row[2], "helped", "b/fees.html"]
    no.click()
    assert [one[3] for one in rows(page)] == ["not-helped"]
    assert [one.get_attribute("aria-pressed") for one in (yes, no)] == ["false", "true"]
    no.click()
    assert rows(page) == []
    yes.click()
    page.reload()
    page.locator(".helped button").first.click()
    guest.open("b/lone.html").locator(".helped button").nth(1).click()
    assert [[one[1], *one[3:]] for one in rows(page)] == [[2, "helped", "b/fees.html"], [1, "not-helped", "b/lone.html"]]
    assert page.evaluate("sessionStorage.length") == 0


def test_no_more_answers_are_kept_than_a_file_can_hold(guest):
    page = guest.open("b/fees.html")
    page.locator(".helped button").first.click()
    many = [{"page": f"p{n}.html", "outcome": "helped", "count": 1, "date": "2026-11-20"} for n in range(900)]
    page.evaluate("rows => localStorage.setItem('deskbook-helped:Desk', rows)", json.dumps(many))
    page.locator(".helped button").nth(1).click()
    kept = rows(page)
    assert len(kept) == 400 and kept[-1][3:] == ["not-helped", "b/fees.html"]


def test_what_changed_is_said_in_the_list_and_beside_the_mark(guest):
    page = guest.open("changes.html")
    assert page.locator(".page-list .changed").all_inner_texts() == ["The fee is <$45> now."]
    page.evaluate("""localStorage.setItem('deskbook-known:Desk', JSON.stringify({ build: 'before', pages: '00000000' }))""")
    page.reload()
    fresh = page.locator(".news li", has_text="Fees & more")
    fresh.wait_for()
    assert fresh.locator(".changed").inner_text() == "The fee is <$45> now."
    page = guest.open("b/index.html")
    assert page.locator("li:has(.new-mark) .changed").all_inner_texts() == ["The fee is <$45> now."]


def test_the_list_of_searches_goes_to_the_owner_of_the_page(guest):
    guest.open("b/fees.html").get_by_role("button", name="No", exact=True).click()
    page = guest.open("b/fees.html")
    page.locator("#search-input").focus()
    page.get_by_role("button", name="Searches that led nowhere").click()
    assert page.locator(".missed-mail").get_attribute("href").startswith("mailto:lead@desk.example?subject=Searches%20that%20led")
