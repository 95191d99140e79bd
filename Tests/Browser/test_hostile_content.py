"""Content that was made to run in a reader's browser: no dialog, no request to elsewhere, no markup from text."""

import json
import subprocess
import urllib.parse

import pytest
import vectors
from built_site import BuiltSite

pytestmark = pytest.mark.both_origins

SAFE = {"http:", "https:", "mailto:", "tel:", "file:"}


@pytest.fixture(scope="session")
def hostile(deskbook, tmp_path_factory):
    """A handbook whose every text is an attack, built; and how many attacks it holds."""
    folder = tmp_path_factory.mktemp("hostile")
    count = vectors.write(folder / "Content")
    done = subprocess.run([deskbook, "build", folder, "--clock", "2026-11-20", "--quiet"], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr[-3_000:]
    site = BuiltSite(folder / "Output")
    site.count = count
    return site


@pytest.fixture
def hostile_reader(new_reader, hostile, origin, share):
    return new_reader(hostile.folder.as_uri() + "/" if origin == "file" else share(hostile))


# Wakes every handler that a page could have, opens what is closed, and tells what should not be there.
PROBE = """() => {
  document.querySelectorAll('details').forEach((element) => { element.open = true; });
  const found = [];
  document.querySelectorAll('*').forEach((element) => {
    for (const name of ['mouseover', 'focus', 'error', 'load', 'toggle', 'pointerdown']) {
      // The site's own scripts wait for the end of their loading.
      if (element.tagName !== 'SCRIPT') element.dispatchEvent(new Event(name));
    }
    for (const attribute of element.attributes) {
      if (attribute.name.startsWith('on') || attribute.name === 'data-in' || attribute.name === 'srcdoc') {
        found.push(element.tagName + ' ' + attribute.name + '=' + attribute.value);
      }
    }
    const address = element.href || element.src || element.data || element.action;
    if (typeof address === 'string' && address && !/^(https?|mailto|tel|file|data):/.test(address)) found.push(element.tagName + ' ' + address);
    if (/^(SCRIPT|IMG|LINK|SOURCE|AUDIO|VIDEO)$/.test(element.tagName) && /evil/.test(address)) found.push(element.tagName + ' ' + address);
    if (/^(IFRAME|OBJECT|EMBED|BASE|FORM|STYLE|MATH|TEMPLATE|TEXTAREA|AUDIO|VIDEO|SOURCE|ANIMATE)$/i.test(element.tagName)) found.push(element.tagName);
    if (element.tagName === 'SCRIPT' && !/(assets|search|data)\\//.test(element.src)) found.push('SCRIPT ' + element.src);
  });
  return found;
}"""


def heed(reader):
    """Complaints that are none: pictures that the content names and does not have."""
    reader.complaints[:] = [
        text for text in reader.complaints
        if not text.startswith(("failed: ", "status 404: ")) and "Failed to load resource" not in text
    ]  # fmt: skip


@pytest.mark.timeout(300)
def test_no_vector_on_any_page_runs_asks_or_draws(hostile, hostile_reader):
    found, opened = {}, 0
    # From a server nothing is read differently: a sample shows that.
    for path, document in list(hostile.documents.items())[:: 1 if hostile_reader.base.startswith("file:") else 5]:
        if any(attributes.get("http-equiv") == "refresh" for _, attributes in document.tags):
            continue
        page = hostile_reader.open(path)
        problems = page.evaluate(PROBE)
        opened += 1
        if problems:
            found[path] = problems[:3]
    heed(hostile_reader)
    assert found == {}
    assert hostile_reader.complaints == []
    assert opened > len(hostile.documents) // 6
    print(f"vectors in content: {hostile.count} tried, {hostile.count} stopped, on {opened} pages")


def test_redirects_lead_to_pages_only(hostile):
    found = 0
    for path, document in hostile.documents.items():
        for tag, attributes in document.tags:
            if attributes.get("http-equiv") == "refresh":
                found += 1
                seconds, _, target = attributes["content"].partition("; url=")
                assert seconds == "0" and not set(target) & set(" ;'\"<>"), path
                assert not urllib.parse.urlsplit(target).scheme and not target.startswith("/")
                assert (hostile.folder / path).parent.joinpath(urllib.parse.unquote(target)).is_file()
    assert found == len(vectors.NAMES)


def test_the_probe_sees_what_it_looks_for(hostile, hostile_reader):
    page = hostile_reader.open("index.html")
    page.evaluate("""() => {
      const link = document.createElement('a');
      link.setAttribute('href', 'javascript:alert(1)');
      const base = document.createElement('kbd');
      base.setAttribute('data-in', '1');
      document.body.append(link, base);
    }""")
    found = page.evaluate(PROBE)
    heed(hostile_reader)
    assert found == ["A javascript:alert(1)", "KBD data-in=1"]


def test_no_query_is_taken_for_markup(hostile, hostile_reader):
    page = hostile_reader.open("index.html")
    for text in [*vectors.MARKUP, *vectors.ADDRESSES]:
        box = page.locator(".search-input")
        box.fill(text.replace("\n", " "))
        page.wait_for_timeout(20)
    page.locator(".search-input").fill("alert")
    page.locator("#search-results [role=option]").first.wait_for()
    assert page.evaluate(PROBE) == []
    heed(hostile_reader)
    assert hostile_reader.complaints == []


@pytest.mark.parametrize("start", range(0, len(vectors.MARKUP), 14))
def test_no_address_is_taken_for_markup(start, hostile, hostile_reader):
    for text in vectors.MARKUP[start : start + 14 : 2]:
        page = hostile_reader.open("v1.html", query=text, anchor=text)
        assert page.evaluate(PROBE) == [], text
    heed(hostile_reader)
    assert hostile_reader.complaints == []


def test_no_stored_text_is_taken_for_markup(hostile, hostile_reader):
    page = hostile_reader.open("v1.html")
    for text in vectors.MARKUP[::3]:
        page.evaluate(
            """(text) => {
              const values = [text, [text], { f: text, g: text, text, count: 1, date: text }];
              for (const store of [localStorage, sessionStorage]) {
                for (const key of ['deskbook-scheme', 'deskbook-keys', 'deskbook-fields']) store.setItem(key, text);
                store.setItem('deskbook-fields', JSON.stringify(values[2]));
                store.setItem('deskbook-searches', JSON.stringify([text, text + ' x', {}, 3]));
                store.setItem('deskbook-missed:' + document.querySelector('.site-title span').textContent,
                  JSON.stringify([{ text, count: 1, date: '2026-11-20', outcome: 'nothing', opened: '' }]));
                for (const key of ['deskbook-favourites', 'deskbook-recent', 'deskbook-script', 'deskbook-cards']) store.setItem(key, JSON.stringify([text]));
              }
            }""",
            text,
        )
        page.reload()
        page.locator(".search-input").focus()
        assert page.evaluate(PROBE) == [], text
    page.evaluate("localStorage.clear(); sessionStorage.clear()")
    heed(hostile_reader)
    assert hostile_reader.complaints == []


def test_the_policy_lets_no_text_become_a_script(hostile, hostile_reader):
    page = hostile_reader.open("index.html")
    refused = page.evaluate("""() => {
      const tries = {
        html: () => { document.createElement('p').innerHTML = '<b>x</b>'; },
        script: () => { document.createElement('script').src = 'data:,x'; },
        code: () => { document.createElement('script').textContent = 'x'; },
        policy: () => { trustedTypes.createPolicy('other', {}); },
        again: () => { trustedTypes.createPolicy('deskbook', {}); },
      };
      return Object.keys(tries).filter((name) => { try { tries[name](); return false; } catch (error) { return true; } });
    }""")
    hostile_reader.complaints.clear()
    assert refused == ["html", "script", "code", "policy", "again"]


def test_the_policy_names_what_has_no_default(hostile):
    for path, document in hostile.documents.items():
        rules = dict(rule.strip().partition(" ")[::2] for rule in document.policy.split(";"))
        assert rules["default-src"] == rules["base-uri"] == rules["form-action"] == "'none'", path
        if "script-src" in rules:
            assert rules["object-src"] == "'none'" and rules["require-trusted-types-for"] == "'script'", path


def test_the_manifest_and_the_index_are_json_and_scripts_of_data(hostile):
    assert json.loads((hostile.folder / "deskbook.json").read_text())["pages"]
    scripts = list(hostile.folder.glob("search/**/*.js"))
    assert scripts
    for script in scripts:
        text = script.read_text()
        assert "</script" not in text.lower() and "\u2028" not in text
