"""A day of somebody who keeps a handbook, from an empty folder to a reviewed page."""

from desks import Desk

CLOCK = ("--clock", "2026-11-20")


def test_from_an_empty_folder_to_a_reviewed_script(program, tmp_path):
    desk = Desk(program, tmp_path / "desk")
    desk.content.rmdir()
    assert desk.run("init", ".").status == 0
    assert desk.build("--strict", *CLOCK).status == 0
    before = desk.state

    index = desk.content / "index.md"
    good = index.read_text()
    index.write_text(good.replace("about.md", "abuot.md"))
    broken = desk.build("--strict", *CLOCK)
    assert broken.status == 1 and "did you mean about.md?" in broken.err
    assert desk.state == before
    index.write_text(good)

    made = desk.run("new", "script", "policies/late-fee", "--title", "The late fee")
    assert made.out == "Content/policies/late-fee.md\n"
    [finding] = desk.check(*CLOCK).findings
    assert "[orphan-page]" in finding
    index.write_text(good + "- [The late fee](policies/late-fee.md)\n")
    assert desk.check("--strict", *CLOCK).findings == []

    assert desk.run("move", "policies/late-fee.md", "fees/late.md").status == 0
    assert "(fees/late.md)" in index.read_text()
    assert desk.run("review", "stamp", "fees/late.md", "--by", "Ana", *CLOCK).status == 0
    assert "fees/late.md" not in desk.run("review", *CLOCK).out
    assert desk.build("--strict", *CLOCK).status == 0
    site = desk.site
    assert b"fees/late.html" in site["policies/late-fee.html"]
    assert b"Ana" in site["reviews.html"]
