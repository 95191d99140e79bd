"""Which command, which handbook, which page, which owner: what is meant, and what is said of slips."""

import shutil

import pytest

NAMES = "build cards check explain import init list lsp move new publish review search search-log search-test serve verify".split()


@pytest.fixture
def office(desk):
    """A handbook with folders, owners and tags."""
    desk.write("handbook.yml", "title: Tiny\nreview: {every: 6 months, owner: Lead}\nrules: {orphan-page: off}\n")
    desk.write("faq/index.md", "---\ntitle: Questions\nowner: Ana Lee\ntags: [calls]\n---\n\nAsk.\n")
    desk.write("faq/fees.md", "---\ntitle: Fees\nowner: Ana Lee\nreviewed: 2026-11-01\n---\n\n| Say |\n| --- |\n| It is free. |\n")
    desk.write("card.md", "---\nkind: card\ntitle: Card\n---\n\nFront.\n")
    return desk


@pytest.mark.parametrize("name", NAMES)
def test_a_command_that_is_nearly_typed_right_is_suggested(name, desk):
    slip = name[0] + name[2] + name[1] + name[3:]
    done = desk.run(slip, "word")
    assert (done.status, done.out) == (64, "")
    assert f"did you mean deskbook {name}?" in done.err


def test_a_command_that_is_like_no_other_leads_to_the_help(desk):
    done = desk.run("photosynthesis")
    assert done.status == 64 and "deskbook --help" in done.err


def test_a_command_of_review_is_suggested_too(desk):
    done = desk.run("review", "stmp", "index.md", "--by", "Ana")
    assert done.status == 64 and "did you mean deskbook review stamp?" in done.err


def test_a_folder_called_like_a_command_is_a_folder(desk, tmp_path):
    shutil.copytree(desk.content, desk.folder / "lists/Content")
    assert desk.run("review", "lists").status == 0


def test_the_help_of_review_shows_its_options(desk):
    for flag in ("--help", "-h"):
        out = desk.run("review", flag).out
        assert all(option in out for option in ("--within", "--owner", "--format", "review stamp"))


COMMANDS = [["check"], ["build"], ["list"], ["review"], ["cards"], ["search-test"]]


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_the_folder_and_c_mean_the_same_and_so_does_standing_below(command, office):
    office.write("search-tests.yml", "- {query: questions, expect: faq/index.md}\n")
    here = office.run(*command)
    assert here.status == 0, here.err
    parent, name = office.folder.parent, office.folder.name
    for done in (
        office.run(*command, name, cwd=parent),
        office.run(*command, "-C", name, cwd=parent),
        office.run(*command, "-C", name, name, cwd=parent),
        office.run(*command, cwd=office.content),
        office.run(*command, cwd=office.content / "faq"),
    ):
        assert done.status == 0, done.err
        assert len(done.out.splitlines()) == len(here.out.splitlines())
    done = office.run(*command, "elsewhere", "-C", name, cwd=parent)
    assert done.status == 64 and "two folders" in done.err


def test_output_made_from_below_is_the_handbooks(office):
    assert office.run("build", cwd=office.content / "faq").status == 0
    assert (office.output / "index.html").is_file() and not (office.content / "faq/Output").exists()
    assert office.run("verify", cwd=office.content / "faq").status == 0
    assert office.run("verify", "-C", office.folder, cwd="/").status == 0
    assert office.run("search", "questions", cwd=office.content / "faq").status == 0


def test_the_nearest_handbook_is_meant(office):
    shutil.copytree(office.content, office.folder / "inner/Content")
    (office.folder / "inner/Content/handbook.yml").unlink()
    assert office.run("build", cwd=office.folder / "inner/Content").status == 0
    assert (office.folder / "inner/Output").is_dir() and not office.output.exists()


def test_a_folder_beside_every_handbook_is_none(desk, tmp_path):
    (tmp_path / "empty").mkdir()
    done = desk.run("build", cwd=tmp_path / "empty")
    assert done.status == 64 and "no content folder" in done.err


def test_pages_are_named_from_where_one_stands(office):
    below = office.content / "faq"
    assert office.run("new", "guide", "late", cwd=below).status == 0
    assert (below / "late.md").is_file()
    assert office.run("move", "late.md", "../later.md", cwd=below).status == 0
    assert (office.content / "later.md").is_file() and not (below / "late.md").exists()
    assert office.run("review", "stamp", "fees", "--by", "Ana", cwd=below).status == 0
    assert office.run("review", "stamp", "faq/fees.md", "--by", "Ana", cwd=below).status == 0, "from the content, too"
    assert office.run("move", "fees.md", "../../outside.md", cwd=below).status == 64
    assert (below / "fees.md").is_file()


@pytest.mark.parametrize(
    ("typed", "path", "title"),
    [
        ("Late Fee Policy", "late-fee-policy.md", "Late Fee Policy"),
        ("faq/What's new?  Today", "faq/whats-new-today.md", "What's new? Today"),
        ("faq/Late Fee.md", "faq/late-fee.md", "Late Fee"),
        ("faq/plain", "faq/plain.md", "Plain"),
    ],
)
def test_a_title_can_stand_for_a_new_pages_path(typed, path, title, office):
    done = office.run("new", "guide", typed)
    assert (done.status, done.out) == (0, f"Content/{path}\n")
    assert f"[{title}]({path})" in done.err
    office.write("index.md", f"# Tiny\n\n{done.err.split(': ', 1)[1]}\n")
    assert office.check("--strict").findings == []
    assert office.build().status == 0
    assert f"<h1>{title}</h1>".replace("'", "’") in office.site[path.replace(".md", ".html")].decode().replace("'", "’")


def test_a_link_into_a_folder_with_a_space_works(office):
    done = office.run("new", "guide", "two words/page")
    assert "](<two words/page.md>)" in done.err
    office.write("index.md", f"# Tiny\n\n{done.err.split(': ', 1)[1]}\n")
    assert office.check("--strict").findings == []


@pytest.mark.parametrize("command", [["review"], ["list"], ["review", "stamp", "--all", "--by", "Me"]], ids=" ".join)
def test_an_owner_whom_nobody_knows_is_told_with_those_there_are(command, office):
    before = office.write("faq/fees.md", (office.content / "faq/fees.md").read_bytes()).read_bytes()
    done = office.run(*command, "--owner", "nobody")
    assert (done.status, done.out) == (64, "")
    assert "no page has the owner nobody" in done.err and "owners are Ana Lee, Lead" in done.err
    assert "did you mean Ana Lee?" in office.run(*command, "--owner", "Ana Le").err
    assert (office.content / "faq/fees.md").read_bytes() == before and not (office.content / "reviews.tsv").exists()


def test_a_handbook_without_owners_says_so(desk):
    assert "no page has an owner" in desk.run("review", "--owner", "nobody").err


def listed(desk, *options):
    done = desk.run("list", "--csv", *options)
    assert done.status == 0, done.err
    return [line.split(",")[0] for line in done.out.splitlines()[1:]]


def test_lists_are_narrowed(office):
    assert listed(office, "--kind", "card") == ["card"]
    assert listed(office, "--kind", "phrase") == ["faq/fees.md#p-it-is-free"]
    assert listed(office, "--owner", "ana lee", "--kind", "guide") == ["faq/index.md", "faq/fees.md"]
    assert listed(office, "--tag", "calls") == ["faq/index.md"]
    assert set(listed(office, "--due", "--clock", "2026-11-02")) == {"index.md", "card", "faq/index.md"}
    assert "faq/fees.md" in listed(office, "--due", "--clock", "2027-06-01")
    done = office.run("list", "--tag", "cals")
    assert done.status == 64 and "did you mean calls?" in done.err
    assert office.run("list", "--kind", "crad").status == 64


def test_several_pages_are_stamped_at_once(office):
    done = office.run("review", "stamp", "faq/fees.md", "index", "faq/fees", "--by", "Ana", "--clock", "2026-12-01")
    assert done.status == 0, done.err
    assert len(done.out.splitlines()) == 2, "each page once"
    lines = (office.content / "reviews.tsv").read_text().splitlines()[1:]
    assert [line.split("\t")[:3] for line in lines] == [["faq/fees.md", "2026-12-01", "Ana"], ["index.md", "2026-12-01", "Ana"]]
    assert listed(office, "--due", "--clock", "2026-12-01", "--kind", "guide") == ["faq/index.md"]


def test_one_page_that_is_not_there_stops_all_stamps(office):
    before = (office.content / "index.md").read_bytes()
    done = office.run("review", "stamp", "index.md", "faq/fee.md", "--by", "Ana")
    assert done.status == 64 and "did you mean faq/fees.md?" in done.err
    assert (office.content / "index.md").read_bytes() == before and not (office.content / "reviews.tsv").exists()


def test_all_pages_of_an_owner_are_stamped(office):
    done = office.run("review", "stamp", "--all", "--owner", "Ana Lee", "--by", "Ana", "--clock", "2026-12-01")
    assert done.status == 0, done.err
    assert sorted(line.split(":")[0] for line in done.out.splitlines()) == ["Content/faq/fees.md", "Content/faq/index.md"]
    assert not {"faq/index.md", "faq/fees.md"} & set(listed(office, "--due", "--clock", "2026-12-01"))


@pytest.mark.parametrize("options", [[], ["--all", "index.md"], ["--owner", "Lead", "index.md"]], ids=" ".join)
def test_stamps_need_pages_or_all(options, office):
    assert office.run("review", "stamp", *options, "--by", "Ana").status == 64


def test_a_bare_program_says_where_it_looked(desk, program, tmp_path):
    desk.program = shutil.copy(program, tmp_path / "bare")
    for arguments in (["check"], ["init", tmp_path / "new"], ["serve"], ["new", "guide", "page"]):
        done = desk.run(*arguments)
        assert done.status == 64, arguments
        assert str(tmp_path / "Themes") in done.err and str(tmp_path / "share/deskbook/Themes") in done.err
        assert "nonexistent" not in done.err
