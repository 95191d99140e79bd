"""Contacts on cards: where the handbook asks for them, on fronts, and part of whether a card is current."""

import deck
from sheets import output

CONTACTS = 'contacts: [{label: Emergency, phone: "911"}, {label: Lead, phone: 555 0142, when: 8 to 6}]\n'
LINE = "Emergency 911 · Lead 555 0142 (8 to 6)"


def settings(contacts, wanted):
    return deck.SETTINGS.replace("cards:\n", f"{contacts}cards:\n  contacts: {wanted}\n")


def pages(pdf):
    return output("pdftotext", "-layout", pdf, "-").split("\f")


def printed(handbook, text):
    handbook.write("handbook.yml", text)
    [pdf] = handbook.print("--duplex", "long").values()
    return pdf.read_bytes(), pages(pdf)


def code(page):
    """The code at the foot of the only card."""
    [line] = [line for line in page.splitlines() if " · a · 2026-11-01" in line]
    return line.split()[0]


def test_contacts_stand_on_fronts_where_asked_and_count_only_there(handbook):
    handbook.add({"a.md": deck.card("One", back="Wait.")})
    plain, [front, *_] = printed(handbook, deck.SETTINGS)
    unasked, _ = printed(handbook, settings(CONTACTS, "false"))
    assert unasked == plain
    _, [with_contacts, back, *_] = printed(handbook, settings(CONTACTS, "true"))
    assert LINE in with_contacts and "911" not in front and "911" not in back
    _, [with_other, *_] = printed(handbook, settings(CONTACTS.replace("911", "112"), "true"))
    assert len({code(front), code(with_contacts), code(with_other)}) == 3


def test_contacts_take_as_many_rows_as_a_small_card_needs(handbook):
    handbook.add({"a.md": deck.card("One", size="business-eu")})
    _, [front, *_] = printed(handbook, settings(CONTACTS + "", "true"))
    assert "Emergency 911" in front and "Lead 555 0142 (8 to 6)" in front


def test_a_contact_wider_than_its_card_is_reported(handbook):
    handbook.add({"a.md": deck.card("One", size="business-eu")})
    handbook.write("handbook.yml", settings('contacts: [{label: "' + "Emergency " * 9 + '", phone: "911"}]\n', "true"))
    done = handbook.run("check")
    assert done.returncode == 1 and "a line at the foot is wider than the card on the front of card a" in done.stderr
