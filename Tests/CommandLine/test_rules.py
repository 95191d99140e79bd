"""Rules: their levels, what silences them, the day that counts, and what is said of each."""

import pytest

LONELY = "# Lonely\n"


@pytest.mark.parametrize("level, status, shown", [("error", 1, "error"), ("warning", 0, "warning"), ("note", 0, "note"), ("off", 0, None)])
def test_a_rules_level_is_set_in_the_settings(level, status, shown, desk):
    desk.write("handbook.yml", f"title: Tiny\nrules: {{orphan-page: {level}}}\n")
    desk.write("lonely.md", LONELY)
    done = desk.check()
    assert done.status == status
    assert [line for line in done.findings if f": {shown}: " in line] == done.findings
    assert bool(done.findings) == (shown is not None)


def test_an_error_can_be_made_a_warning(desk):
    desk.write("handbook.yml", "title: Tiny\nrules: {review-date: warning}\n")
    desk.write("index.md", "---\ntitle: Tiny\nowner: Lead\nreviewed: soon\n---\n\nText.\n")
    done = desk.build()
    assert done.status == 0
    assert ": warning: " in done.finding("review-date")[0]
    assert desk.build("--strict").status == 1


def test_a_level_for_an_unknown_rule_is_an_error_with_a_suggestion(desk):
    desk.write("handbook.yml", "title: Tiny\nrules: {orphan-pages: off}\n")
    done = desk.check()
    assert done.status == 1
    assert "did you mean orphan-page?" in done.err


def test_one_finding_is_silenced_where_it_stands(desk):
    desk.write(
        "index.md",
        "# Tiny\n\n<!-- deskbook: allow link-target the page comes next week -->\n[x](nowhere.md)\n\n[y](nowhere.md)\n",
    )
    done = desk.check("--strict")
    assert [line.split(": ")[0] for line in done.findings] == ["Content/index.md:6:5"]


def test_a_silence_on_top_covers_the_whole_page(desk):
    desk.write("lonely.md", "<!-- deskbook: allow orphan-page it is linked from the intranet -->\n\n# Lonely\n")
    assert desk.check("--strict").status == 0


def test_a_silence_silences_no_other_rule(desk):
    desk.write("index.md", "# Tiny\n\n<!-- deskbook: allow image-alt because -->\n[x](nowhere.md)\n")
    assert desk.check().finding("link-target")


def test_a_silence_without_a_reason_works_and_is_a_warning_itself(desk):
    desk.write("index.md", "# Tiny\n\n<!-- deskbook: allow link-target -->\n[x](nowhere.md)\n")
    done = desk.check()
    assert done.status == 0
    [finding] = done.findings
    assert finding.startswith("Content/index.md:3:1: warning: ")
    assert desk.check("--strict").status == 1


def test_the_clock_decides_which_page_is_overdue(desk):
    desk.write("index.md", "---\ntitle: Tiny\nowner: Lead\nreviewed: 2026-01-10\nreview: 6 months\n---\n\nText.\n")
    assert desk.check("--clock", "2026-07-10").findings == []
    late = desk.check("--clock", "2026-07-11")
    assert late.status == 0
    assert late.findings[0].startswith("Content/index.md:4:11: note: ")
    assert "2026-07-10" in late.finding("stale-page")[0]
    assert desk.check("--clock", "2026-07-11", "--strict").status == 0, "the calendar alone fails nothing"


def test_the_clock_of_reproducible_builds_is_honoured_and_the_option_wins(desk):
    desk.write("index.md", "---\ntitle: Tiny\nowner: Lead\nreviewed: 2026-01-10\nreview: 6 months\n---\n\nText.\n")
    # Both days are past, or this test would agree with a program that looks at the real clock.
    timely, late = ({"SOURCE_DATE_EPOCH": seconds} for seconds in ("1783641600", "1783728000"))
    assert desk.check(env=timely).findings == []
    assert desk.check(env=late).finding("stale-page")
    assert desk.check("--clock", "2026-07-10", env=late).findings == []
    assert desk.check("--clock", "2026-07-11", env=timely).finding("stale-page")


def test_a_review_in_the_future_is_an_error(desk):
    desk.write("index.md", "---\ntitle: Tiny\nowner: Lead\nreviewed: 2026-01-10\n---\n\nText.\n")
    done = desk.check("--clock", "2026-01-09")
    assert done.status == 1
    assert done.finding("review-date")


def rules(desk):
    listed = desk.run("explain")
    assert listed.status == 0
    names = [line.split()[0] for line in listed.out.splitlines() if line.strip()]
    assert len(names) > 30
    return names


def test_every_rule_is_explained(desk):
    names = rules(desk)
    assert names == sorted(names)
    assert len(names) == len(set(names))
    for name in names:
        done = desk.run("explain", name)
        assert done.status == 0, name
        assert done.err == ""
        assert done.out.startswith(name), name
        assert "Reported:" in done.out and "Mended:" in done.out, name
        assert (f"allow {name}" in done.out) != ("always an error" in done.out), name
        assert max(len(line) for line in done.out.splitlines()) < 500, name


def test_an_explanation_offers_no_way_round_a_rule_that_has_none(desk):
    done = desk.run("explain", "too-large")
    assert "It is always an error, and cannot be silenced." in done.out
    assert "allow too-large" not in done.out and "off" not in done.out


@pytest.mark.parametrize("name", ["script-loop", "script-target", "placeholder"])
def test_what_breaks_a_script_or_a_line_is_not_offered_to_be_switched_off(name, desk):
    assert "off}" not in desk.run("explain", name).out


def test_a_rule_mistyped_is_guessed(desk):
    done = desk.run("explain", "link-traget")
    assert done.status == 64
    assert "did you mean link-target?" in done.err


def test_every_level_that_the_list_names_is_the_one_that_counts(desk):
    """Each rule can be switched off by its name."""
    names = rules(desk)
    levels = "".join(f"  {name}: off\n" for name in names)
    desk.write("handbook.yml", f"title: Tiny\nrules:\n{levels}")
    assert desk.check("--strict").findings == []
