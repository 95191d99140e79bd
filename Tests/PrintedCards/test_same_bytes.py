"""The same content gives the same file, wherever and whenever."""

import deck


def printed(handbook, to, **more):
    return {name: path.read_bytes() for name, path in handbook.print("--paper", "letter", to=to, **more).items()}


def test_two_runs_give_the_same_bytes(every_size, tmp_path):
    first = printed(every_size, "first")
    again = printed(every_size, "again")
    assert first == again
    elsewhere = every_size.run(
        "cards", every_size.folder, "--paper", "letter", "--output", tmp_path, "--jobs", "1",
        cwd="/", env={"TZ": "Pacific/Auckland", "LANG": "de_DE.UTF-8", "LC_ALL": "tr_TR.UTF-8", "LANGUAGE": "ja", "PANGO_LANGUAGE": "ja"},
    )  # fmt: skip
    assert elsewhere.returncode == 0, elsewhere.stderr
    assert first == {path.name: path.read_bytes() for path in tmp_path.glob("*.pdf")}


def test_no_fonts_of_the_machine_are_used(handbook, tmp_path):
    handbook.add({"a.md": deck.card("One")})
    plain = printed(handbook, "plain")
    empty = tmp_path / "fonts.conf"
    empty.write_text('<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig></fontconfig>')
    assert printed(handbook, "empty", env={"FONTCONFIG_FILE": str(empty)}) == plain


def test_a_build_keeps_the_decks_of_the_site_the_same(handbook):
    handbook.add({"a.md": deck.card("One"), "b.md": deck.card("Two", "3x5")})
    decks = []
    for output in ("one", "two"):
        done = handbook.run("build", "--output", handbook.folder / output)
        assert done.returncode == 0, done.stderr
        decks.append({path.name: path.read_bytes() for path in (handbook.folder / output / "cards").glob("*.pdf")})
    assert decks[0] == decks[1]
    assert sorted(decks[0]) == [
        "all-3x5-a4.pdf", "all-3x5-letter.pdf", "all-a6-a4.pdf", "all-a6-letter.pdf", "card-a-a4.pdf",
        "card-a-letter.pdf", "card-b-a4.pdf", "card-b-letter.pdf", "category-recovery-3x5-a4.pdf",
        "category-recovery-3x5-letter.pdf", "category-recovery-a6-a4.pdf", "category-recovery-a6-letter.pdf",
    ]  # fmt: skip


def test_a_rebuild_is_the_same_as_a_fresh_build(handbook):
    """Decks that have not changed are taken from the site that stands: nothing may be stale."""
    handbook.add({"a.md": deck.card("One"), "b.md": deck.card("Two")})
    site = handbook.folder / "Output"
    for change in (
        lambda: handbook.add({"a.md": deck.card("One", front="Other words.")}),
        lambda: handbook.write("handbook.yml", deck.SETTINGS.replace("title: Deck", "title: Other")),
        lambda: handbook.write("handbook.yml", deck.SETTINGS.replace("#0b5c63", "#0b5c33")),
        lambda: (site / "cards/card-b-a4.pdf").write_bytes(b"spoiled"),
        lambda: (site / "cards/card-b-a4.pdf").unlink(),
        lambda: (site / "deskbook.json").write_text((site / "deskbook.json").read_text().replace('"decks": {', '"dcks": {')),
    ):
        # Without what the build before left for readers of its own site.
        assert handbook.run("build", "--no-cache").returncode == 0
        change()
        assert handbook.run("build").returncode == 0
        fresh = handbook.folder / "Fresh"
        assert handbook.run("build", "--no-cache", "--output", fresh).returncode == 0
        for path in sorted((fresh / "cards").glob("*.pdf")):
            assert (site / "cards" / path.name).read_bytes() == path.read_bytes(), path.name
        assert (site / "deskbook.json").read_bytes() == (fresh / "deskbook.json").read_bytes()


def test_decks_that_have_not_changed_are_not_printed_again(handbook):
    handbook.add({f"{number}.md": deck.card(f"Card {number}") for number in range(60)})
    assert handbook.run("build").returncode == 0
    before = {path.name: path.stat().st_ino for path in (handbook.folder / "Output/cards").glob("card-*.pdf")}
    handbook.add({"0.md": deck.card("Card 0", front="Other words.")})
    assert handbook.run("build").returncode == 0
    after = {path.name: path.stat().st_ino for path in (handbook.folder / "Output/cards").glob("card-*.pdf")}
    assert {name for name in before if before[name] != after[name]} == {"card-0-a4.pdf", "card-0-letter.pdf"}
