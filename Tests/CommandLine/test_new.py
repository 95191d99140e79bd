"""Beginning: a page from its kind's template, and a whole handbook."""

import hashlib
import json
import os
import pathlib
import re
import subprocess
import sys

import pytest
import yaml

from desks import Desk, files

KINDS = ["guide", "model", "phrases", "script", "faq", "practice", "card"]


def link(desk, *paths):
    index = desk.content / "index.md"
    index.write_text(index.read_text(encoding="utf-8") + "\n" + "\n".join(f"- [page]({path})" for path in paths) + "\n", encoding="utf-8")


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_begins_without_a_finding(kind, desk):
    done = desk.run("new", kind, "sub/first-page")
    assert (done.status, done.out) == (0, "Content/sub/first-page.md\n")
    assert ("[First page](sub/first-page.md)" in done.err) == (kind != "card")
    link(desk, "sub/first-page.md")
    checked = desk.check("--strict")
    assert (checked.status, checked.findings) == (0, [])
    assert desk.build().status == 0
    text = (desk.content / "sub/first-page.md").read_text()
    assert "<!--" in text
    words = [" ".join(comment.split())[:40] for comment in re.findall(r"<!--(.*?)-->", text, re.S)]
    page = " ".join(desk.site["sub/first-page.html"].decode().split())
    assert words and not [word for word in words if word in page]
    assert "<h1>First page</h1>" in page


def test_all_kinds_fit_into_the_bundled_handbook(bundled_copy):
    for kind in KINDS:
        assert bundled_copy.run("new", kind, f"new/{kind}").status == 0
    link(bundled_copy, *[f"new/{kind}.md" for kind in KINDS])
    checked = bundled_copy.check("--strict", "--clock", "2026-11-20")
    assert (checked.status, checked.findings) == (0, [])


def test_a_page_alone_lacks_only_a_link(desk):
    desk.run("new", "guide", "alone")
    [finding] = desk.check().findings
    assert finding.endswith("[orphan-page]")


@pytest.mark.parametrize(
    "asked, path",
    [("a", "a.md"), ("a.md", "a.md"), ("Content/a/b.md", "a/b.md"), ("./a", "a.md"), ("a/", "a/index.md"), ("a.b", "a.b.md"), ("süß/ß", "süß/ß.md")],
)
def test_a_place_is_named_in_any_way(asked, path, desk):
    done = desk.run("new", "guide", asked)
    assert (done.status, done.out) == (0, f"Content/{path}\n")
    assert (desk.content / path).is_file()


@pytest.mark.parametrize("asked", ["../out", "/tmp/out", ".hidden", "_left/out", "a//b", "", "a:b", "a\\b", "."])
def test_a_place_that_is_none_is_refused(asked, desk):
    before = files(desk.folder)
    assert desk.run("new", "guide", "--", asked).status == 64
    assert files(desk.folder) == before


def test_a_page_is_never_overwritten(desk):
    before = desk.write("a.md", "# Mine\n").read_bytes()
    done = desk.run("new", "guide", "a")
    assert done.status == 64 and "Content/a.md" in done.err and done.out == ""
    assert (desk.content / "a.md").read_bytes() == before


@pytest.mark.parametrize("title", ["Fees: late", '"Quoted"', "- dash", "12:30", "# hash", "Ünï — 日本", "{{brace}}", "%OWNER%"])
def test_any_title_is_the_pages_title(title, desk):
    assert desk.run("new", "guide", "a", f"--title={title}").status == 0
    rows = json.loads(desk.run("list", "--json").out)
    assert title in [row["title"] for row in rows]


def test_a_kind_that_is_none_is_refused_with_all_kinds(desk):
    done = desk.run("new", "skript", "a")
    assert done.status == 64
    assert all(kind in done.err for kind in KINDS)


def test_the_owner_of_all_pages_is_not_repeated(desk):
    desk.write("handbook.yml", "title: Tiny\nreview: {every: 6 months, owner: Clinic manager}\n")
    desk.run("new", "faq", "a")
    text = (desk.content / "a.md").read_text()
    assert "# owner: Clinic manager" in text and "\nowner:" not in text
    link(desk, "a.md")
    assert desk.check("--strict").status == 0


def test_a_handbooks_own_template_comes_first(desk):
    own = desk.folder / "Themes/starter/pages/faq.md"
    own.parent.mkdir(parents=True)
    own.write_text("---\ntitle: %TITLE%\nkind: faq\nowner: Us\n---\n\n## 100 % ours?\n\nYes.\n")
    assert desk.run("new", "faq", "a").status == 0
    assert "## 100 % ours?" in (desk.content / "a.md").read_text()


def test_without_a_content_folder_nothing_is_made(desk, tmp_path):
    done = desk.run("new", "guide", "a", "-C", tmp_path / "nowhere")
    assert done.status == 64 and "nowhere/Content" in done.err
    assert not (tmp_path / "nowhere").exists()


@pytest.fixture
def begun(program, tmp_path):
    """A new handbook, as `deskbook init` leaves it."""
    desk = Desk(program, tmp_path / "elsewhere")
    done = desk.run("init", tmp_path / "begun")
    assert done.status == 0, done.err
    desk.folder = tmp_path / "begun"
    desk.content, desk.output = desk.folder / "Content", desk.folder / "Output"
    return desk


def test_a_new_handbook_builds_without_a_finding(begun):
    done = begun.build("--strict")
    assert (done.status, done.findings) == (0, [])
    rows = json.loads(begun.run("list", "--json").out)
    assert {row["kind"] for row in rows} == {*KINDS, "phrase"}
    assert (begun.folder / "Themes/default/theme.yml").is_file()


def test_a_new_handbook_has_its_own_theme(begun):
    style = begun.folder / "Themes/default/css/base.css"
    style.write_text(style.read_text() + "\n.mine { color: red; }\n")
    assert begun.build().status == 0
    assert any(b".mine" in text for path, text in begun.site.items() if path.endswith(".css"))


def test_a_new_handbook_can_use_the_tools_theme(desk):
    assert desk.run("init", "desk", "--no-theme").status == 0
    assert not (desk.folder / "desk/Themes").exists()
    assert desk.run("build", "desk", "--strict").status == 0


def test_a_new_handbook_overwrites_nothing(begun):
    before = files(begun.folder)
    assert begun.run("init", begun.folder).status == 64
    (begun.folder / "Content/about.md").write_text("Mine.\n")
    for path in before:
        if path != "Content/about.md":
            (begun.folder / path).unlink()
    done = begun.run("init", begun.folder)
    assert done.status == 64 and "about.md" in done.err
    assert files(begun.folder) == {"Content/about.md": b"Mine.\n"}


def test_a_new_handbook_goes_into_a_folder_with_other_files(desk):
    (desk.folder / "letter.docx").write_bytes(b"mine")
    for file in desk.content.iterdir():
        file.unlink()
    assert desk.run("init", ".").status == 0
    assert (desk.folder / "letter.docx").read_bytes() == b"mine"


def test_settings_of_editors_are_json(begun):
    paths = [*begun.folder.glob(".vscode/*"), *begun.folder.glob("schemas/*")]
    assert len(paths) > 4
    for path in paths:
        json.loads(path.read_text())
    settings = json.loads((begun.folder / ".vscode/settings.json").read_text())
    for schema, file in settings["yaml.schemas"].items():
        assert (begun.folder / schema).is_file() and (begun.folder / file).is_file()


def test_the_problem_matcher_reads_findings(begun):
    tasks = json.loads((begun.folder / ".vscode/tasks.json").read_text())["tasks"]
    pattern = tasks[0]["problemMatcher"]["pattern"]["regexp"]
    begun.write("index.md", "---\nreviewed: 2020-01-01\nreview: 3 months\n---\n\n# X\n\n[x](nowhere.md)\n")
    done = begun.run(*tasks[0]["args"])
    found = [re.match(pattern, line) for line in done.err.splitlines()]
    assert set(done.findings) == {m[0] for m in found if m} and {"warning", "note"} <= {m[4] for m in found if m}
    assert ("Content/index.md", "8", "link-target") in [(m[1], m[2], m[6]) for m in found if m]


def test_snippets_are_what_the_check_accepts(begun):
    snippets = json.loads((begun.folder / ".vscode/handbook.code-snippets").read_text())
    tried = 0
    for name, snippet in snippets.items():
        body = re.sub(r"\$\{\d(?:\|(\w+)[^}]*\||:([^}]*))\}", lambda m: m[1] or m[2], "\n".join(snippet["body"]))
        if snippet["prefix"] in ("say", "avoid", "why", "phrases"):
            begun.write("about.md", f"---\ntitle: About\n---\n\n{body}\n")
            assert begun.check("--strict").status == 0, name
            tried += 1
    assert tried == 4


def installed(text):
    """The packages that a text's first call of apt installs."""
    call = text.split("apt-get install", 1)[1].split("&&", 1)[0].split("\n\n", 1)[0]
    return set(re.findall(r"(?<!\S)[a-z][a-z0-9.+-]+(?!\S)", call))


def test_the_tests_install_what_the_readme_does(bundled):
    wanted = installed((bundled / "README.md").read_text(encoding="utf-8")) - {"libcurl4", "libncurses6", "libxml2"}
    listed = (bundled / "Tests/run").read_text(encoding="utf-8").split("for package in", 1)[1].split(";", 1)[0]
    assert wanted <= set(listed.split())


@pytest.fixture
def nightly(begun, program):
    """Runs the nightly recipe as cron does: with next to no environment, from elsewhere."""

    def run(target, path=f"{program.parent}:/usr/bin:/bin"):
        return subprocess.run(
            [begun.folder / "Publish/nightly.sh", target], env={"HOME": str(begun.folder), "PATH": path}, capture_output=True,
            text=True, cwd="/", timeout=120,
        )  # fmt: skip

    return run


def test_the_nightly_recipe_publishes_and_keeps_the_old_site(begun, nightly, tmp_path):
    shared = tmp_path / "shared"
    done = nightly(shared)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert (shared / "index.html").is_file()
    assert not (begun.folder / "Publish/nightly.log").exists()
    before = files(shared)
    begun.write("index.md", "---\ntitle: Fees: what to say\n---\n")
    done = nightly(shared)
    assert done.returncode == 1
    [line] = done.stderr.splitlines()
    assert re.match(r"\d{4}-\d\d-\d\d \d\d:\d\d not published, .*Content/index.md:2:\d+: error: ", line)
    assert (begun.folder / "Publish/nightly.log").read_text() == done.stderr
    assert files(shared) == before


def test_the_nightly_recipe_touches_no_foreign_files_and_says_why(begun, nightly, tmp_path):
    (tmp_path / "shared").mkdir()
    (tmp_path / "shared/thesis.doc").write_text("years of work")
    done = nightly(tmp_path / "shared")
    assert done.returncode == 64 and "thesis.doc" in done.stderr and len(done.stderr.splitlines()) == 1
    assert files(tmp_path / "shared") == {"thesis.doc": b"years of work"}


def test_the_nightly_recipe_finds_the_program_where_people_install_it(begun, nightly, tmp_path, program):
    local = begun.folder / ".local/bin"
    local.mkdir(parents=True)
    (local / "deskbook").symlink_to(program)
    assert nightly(tmp_path / "shared", path="/usr/bin:/bin").returncode == 0
    assert (tmp_path / "shared/index.html").is_file()


def test_without_a_folder_the_nightly_recipe_says_what_it_needs(nightly):
    done = nightly("")
    assert done.returncode != 0 and "give the folder" in done.stderr


@pytest.fixture
def github(begun):
    recipe = yaml.safe_load((begun.folder / ".github/workflows/handbook.yml").read_text(encoding="utf-8"))
    # YAML 1.1 takes `on` for true.
    return recipe | {"on": recipe[True]}


@pytest.fixture
def gitlab(begun):
    return yaml.safe_load((begun.folder / ".gitlab-ci.yml").read_text(encoding="utf-8"))


def test_the_github_recipe_runs_at_night_and_on_demand_with_few_rights(github):
    assert {"push", "pull_request", "schedule", "workflow_dispatch"} == set(github["on"])
    assert re.fullmatch(r"\d+ \d+ \* \* \*", github["on"]["schedule"][0]["cron"])
    assert github["permissions"] == {"contents": "read"}
    build, publish = github["jobs"]["build"], github["jobs"]["publish"]
    assert build["permissions"] == {"contents": "read", "security-events": "write"}
    assert publish["permissions"] == {"pages": "write", "id-token": "write"}
    assert publish["concurrency"]["cancel-in-progress"] is False
    assert "pull_request" in publish["if"]


def test_actions_are_pinned_to_commits(github):
    used = [step["uses"] for job in github["jobs"].values() for step in job["steps"] if "uses" in step]
    assert len(used) == 4
    assert all(re.fullmatch(r"(actions|github)/[a-z/-]+@[0-9a-f]{40}", action) for action in used), used


def test_auditors_of_workflows_find_nothing_in_the_recipes(begun, bundled):
    tools = pathlib.Path(sys.executable).parent
    workflow, pipeline = begun.folder / ".github/workflows/handbook.yml", begun.folder / ".gitlab-ci.yml"
    for command in (
        ["zizmor", "--offline", "--quiet", workflow, bundled / ".github/actions/deskbook/action.yml"],
        ["check-jsonschema", "--builtin-schema", "vendor.github-workflows", workflow],
        ["check-jsonschema", "--builtin-schema", "vendor.gitlab-ci", "--data-transform", "gitlab-ci", pipeline],
    ):
        done = subprocess.run([tools / command[0], *command[1:]], capture_output=True, text=True, timeout=60)
        assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("is_right", [True, False])
def test_the_action_takes_only_the_file_whose_hash_it_was_given(is_right, bundled, tmp_path):
    [step] = yaml.safe_load((bundled / ".github/actions/deskbook/action.yml").read_text(encoding="utf-8"))["runs"]["steps"]
    (tmp_path / "deskbook-1/bin").mkdir(parents=True)
    (tmp_path / "deskbook-1/bin/deskbook").write_text("#!/bin/sh\necho 1\n")
    subprocess.run(["tar", "czf", "served.tar.gz", "deskbook-1"], cwd=tmp_path, check=True)
    (tmp_path / "tools").mkdir()
    # Stands for the network: the file comes, whatever address is asked for.
    (tmp_path / "tools/curl").write_text(f'#!/bin/sh\nwhile [ "$1" != --output ]; do shift; done\ncp {tmp_path}/served.tar.gz "$2"\n')
    (tmp_path / "tools/curl").chmod(0o755)
    digest = hashlib.sha256((tmp_path / "served.tar.gz").read_bytes()).hexdigest() if is_right else "0" * 64
    place = tmp_path / "runner"
    place.mkdir()
    environment = {
        "PATH": f"{tmp_path}/tools:/usr/bin:/bin", "RUNNER_TEMP": str(place), "GITHUB_PATH": str(tmp_path / "path"),
        "ADDRESS": "https://desk.example/deskbook-1.tar.gz", "SHA256": digest,
    }  # fmt: skip
    done = subprocess.run(["bash", "-eo", "pipefail", "-c", step["run"]], env=environment, capture_output=True, text=True, timeout=60)
    if is_right:
        assert done.returncode == 0, done.stderr
        assert (tmp_path / "path").read_text().strip() == f"{place}/deskbook/bin" and (place / "deskbook/bin/deskbook").is_file()
    else:
        assert done.returncode == 1 and "::error::https://desk.example/deskbook-1.tar.gz is not the file" in done.stdout
        assert not (tmp_path / "path").exists() and not (place / "deskbook").exists()


def test_the_gitlab_recipe_lets_a_publication_end(gitlab):
    assert gitlab["pages"]["interruptible"] is False and gitlab["pages"]["resource_group"]
    assert gitlab["check"]["interruptible"] is True


def run_recipe(begun, program, steps, tmp_path):
    """Runs lines of a recipe as its machine would, with the program on the path."""
    tools = tmp_path / "tools"
    tools.mkdir(exist_ok=True)
    if not (tools / "deskbook").exists():
        (tools / "deskbook").symlink_to(program)
    for step in steps:
        environment = begun.environment() | {"PATH": f"{tools}:/usr/bin:/bin"}
        done = subprocess.run(["sh", "-e", "-c", step], cwd=begun.folder, env=environment, capture_output=True, text=True, timeout=120)
        assert done.returncode == 0, step + done.stderr


@pytest.mark.parametrize("has_tests", [True, False])
def test_the_lines_of_the_recipes_run(begun, program, github, gitlab, has_tests, tmp_path):
    if has_tests:
        begun.write("search-tests.yml", "- {query: late, expect: policies/late-arrival.md}\n")
    steps = [step["run"] for step in github["jobs"]["build"]["steps"] if "run" in step and "Install" not in step["name"]]
    assert len(steps) == 4 and sum("search-test" in step for step in steps) == 1
    run_recipe(begun, program, steps, tmp_path)
    assert json.loads((begun.folder / "findings.sarif").read_text())["version"] == "2.1.0"
    assert (begun.folder / "Output/index.html").is_file()
    lines = gitlab["check"]["script"] + gitlab["pages"]["script"]
    assert all("search-test" in " ".join(gitlab[job]["script"]) for job in ("check", "pages"))
    run_recipe(begun, program, lines, tmp_path)
    assert (begun.folder / "public/index.html").is_file()


def test_the_shell_of_the_recipes_parses(github, gitlab):
    scripts = [step["run"] for job in github["jobs"].values() for step in job["steps"] if "run" in step]
    scripts += gitlab["before_script"] + gitlab["check"]["script"] + gitlab["pages"]["script"]
    assert len(scripts) >= 10, scripts
    for script in scripts:
        assert isinstance(script, str)
        assert subprocess.run(["sh", "-n", "-c", script], capture_output=True).returncode == 0, script
