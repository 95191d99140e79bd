"""What leads to a page on the site of a source leads to it in the handbook, and home pages keep their words."""

import re

import pytest

from desks import Desk


@pytest.fixture
def bring(program, tmp_path):
    """Imports files, given by their paths; gives the handbook, what was said, and links without a page."""

    def bring(sources):
        for path, content in sources.items():
            file = tmp_path / "site" / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(content, encoding="utf-8")
        desk = Desk(program, tmp_path / "new")
        (tmp_path / "new/Content").rmdir()
        done = desk.run("import", tmp_path / "site", ".")
        assert done.status == 0, done.err
        built = desk.build()
        assert built.status == 0, built.err
        return desk, done.out, [line for line in built.findings if "link-target" in line]

    return bring


def links(desk, path):
    """The targets of the links of a page, in their order."""
    return re.findall(r"\]\(([^)]*)\)", (desk.content / path).read_text(encoding="utf-8"))


def written(*targets):
    return "".join(f"- [to]({target})\n" for target in targets)


def test_links_of_hugo_lead_from_addresses_to_pages(bring):
    desk, _, dead = bring({
        "hugo.toml": "title = 'Site'\nbaseURL = 'https://desk.example/help/'\n",
        "content/_index.md": "---\ntitle: Home\n---\n[to](/docs/) [to](/docs/#head)\n\n[def]: /docs/fees/\n",
        "content/docs/_index.md": "---\ntitle: Docs\n---\n# Head\n" + written("fees/", "/docs/LateCalls/"),
        "content/docs/Fees.md": "---\ntitle: Fees\n---\n" + written(
            "../latecalls/", "../", "/help/docs/latecalls/#ask", "/phone-line/", "../call/", "/old/fees/", "docs/latecalls", "late%20hours/",
            "LateCalls.md", "/images/none/", "g", "https://desk.example/", "#here", '{{< relref "latecalls#ask" >}}'),
        "content/docs/LateCalls.md": "---\ntitle: Late\n---\n## Ask\n`[x](/docs/)`\n",
        "content/docs/phone.md": "---\ntitle: Phone\nurl: /phone-line/\n---\nText\n",
        "content/docs/x.md": "---\ntitle: Call\nslug: call\naliases: [/old/fees/]\n---\nText\n",
        "content/docs/Fees/Late Hours.md": "---\ntitle: Hours\n---\n" + written("../../LateCalls.md", "../../latecalls/"),
    })  # fmt: skip
    assert links(desk, "index.md") == ["docs/index.md", "docs/index.md#head"]
    assert "[def]: docs/Fees.md" in (desk.content / "index.md").read_text()
    assert links(desk, "docs/index.md") == ["Fees.md", "LateCalls.md"]
    assert links(desk, "docs/Fees.md") == [
        "LateCalls.md", "index.md", "LateCalls.md#ask", "phone.md", "x.md", "x.md", "LateCalls.md", "Fees/Late%20Hours.md",
        "LateCalls.md", "/images/none/", "g", "https://desk.example/", "#here", "LateCalls.md#ask",
    ]  # fmt: skip
    assert links(desk, "docs/Fees/Late Hours.md") == ["../LateCalls.md", "../LateCalls.md"]
    assert links(desk, "docs/LateCalls.md") == ["/docs/"]
    # Where no page is, the link stays as it was, to be mended.
    assert [line.split(":")[0] for line in dead] == ["Content/docs/Fees.md"] * 2


def test_links_of_hugo_find_pages_of_their_language(bring):
    desk, _, dead = bring({
        "hugo.yaml": "title: Site\ndefaultContentLanguage: en\n",
        "content/en/_index.md": "---\ntitle: Home\n---\n" + written("/about/", "/no/about/"),
        "content/en/about/_index.md": "---\ntitle: About\n---\nText\n", "content/en/only.md": "---\ntitle: Only\n---\nText\n",
        "content/no/_index.md": "---\ntitle: Hjem\n---\n" + written("/no/about/", "/about/", "/no/only/", "/kun/", '{{< ref "about" >}}'),
        "content/no/about/_index.md": "---\ntitle: Om\n---\nText\n", "content/no/kun.md": "---\ntitle: Kun\n---\nText\n",
    })  # fmt: skip
    assert links(desk, "en/index.md") == ["about/index.md", "../no/about/index.md"]
    # What is not translated is shown in the first language.
    assert links(desk, "no/index.md") == ["about/index.md", "../en/about/index.md", "../en/only.md", "kun.md", "about/index.md"]
    assert dead == []


def test_what_a_box_or_a_picture_of_hugo_says_is_told(bring):
    desk, said, _ = bring({
        "hugo.toml": "title = 'x'\n",
        "content/_index.md": "---\ntitle: Home\nresources:\n- src: a.png\n  title: Ocean view\n  params:\n    byline: Ann Photo\n---\n"
        '{{% alert color="warning" title="Careful" text="Ask first" %}}\nText\n{{% /alert %}}\n\n{{< figure "b.png" alt="Desk" caption="Our desk" >}}\n',
        "content/b.png": "PNG",
    })  # fmt: skip
    page = (desk.content / "index.md").read_text()
    assert "> [!WARNING]\n> **Careful**" in page and "![Desk](b.png)" in page
    for words in ("Ocean view", "Ann Photo", "text: Ask first", "Our desk"):
        assert words in said, words


SITES = {
    "docusaurus": (
        {
            "docusaurus.config.js": "module.exports = {\n  baseUrl: '/help/',\n}\n", "docs/intro.md": "---\nslug: /\n---\n# Start\n"
            + written("/docs/calls/late", "/help/docs/calls/late/#ask", "/docs/expect", "./calls/late", "/docs/calls", "/docs/fees", "/blog/2024/01/05/news", "/help"),
            "docs/calls/01-late.md": "# Late\n" + written("../expect", "/docs/"), "docs/calls/README.md": "# Calls\n",
            "docs/ExpectAPI.md": "---\nid: expect\n---\n# Expect\n", "docs/x.md": "---\nslug: fees\n---\n# Fees\n", "blog/2024-01-05-news.md": "# News\n",
        },
        {"intro.md": ["calls/01-late.md", "calls/01-late.md#ask", "ExpectAPI.md", "calls/01-late.md", "calls/index.md", "x.md", "blog/2024-01-05-news.md", "intro.md"],
         "calls/01-late.md": ["../ExpectAPI.md", "../intro.md"]},
    ),
    "starlight": (
        {
            "astro.config.mjs": "export default {}\n", "src/content/docs/index.md": "# Home\n" + written("/guides/calls/", "/fees/"),
            "src/content/docs/guides/calls.md": "---\ntitle: Calls\n---\n" + written("../late/", "/de/guides/late/", "late/", "../../fees/"),
            "src/content/docs/guides/late.md": "---\ntitle: Late\n---\nText\n", "src/content/docs/late.md": "---\ntitle: Other\n---\nText\n",
            "src/content/docs/x.md": "---\ntitle: Fees\nslug: fees\n---\nText\n",
            "src/content/docs/de/index.md": "---\ntitle: Start\n---\n" + written("/de/guides/calls/", "/de/"),
        },
        {"index.md": ["guides/calls.md", "x.md"], "guides/calls.md": ["late.md", "late.md", "late.md", "../x.md"], "de/index.md": ["../guides/calls.md", "index.md"]},
    ),
    "vitepress": (
        {".vitepress/config.ts": "", "en/index.md": "# Home\n" + written("/guide/calls", "/en/guide/calls.html"), "en/guide/calls.md": "# Calls\n" + written("./late", "late.html#x"),
         "en/guide/late.md": "# Late\n\n## X\n"},
        {"en/index.md": ["guide/calls.md", "guide/calls.md"], "en/guide/calls.md": ["late.md", "late.md#x"]},
    ),
    "jekyll": (
        {
            "_config.yml": "title: x\nbaseurl: /help\n", "index.md": "# Home\n" + written(
                "/help/calls/late/", "{{ site.baseurl }}/calls/late", "{{ site.baseurl }}{% link docs/x.md %}#ask", "{% post_url 2024-01-05-news %}",
                "/2024/01/05/news.html", "{{ '/docs/x.html' | relative_url }}"),
            "docs/x.md": "---\npermalink: /calls/late/\n---\n# Late\n\n## Ask\n", "_posts/2024-01-05-news.md": "# News\n",
        },
        {"index.md": ["docs/x.md", "docs/x.md", "docs/x.md#ask", "posts/2024-01-05-news.md", "posts/2024-01-05-news.md", "docs/x.md"]},
    ),
    "mkdocs": (
        {"mkdocs.yml": "site_name: x\nsite_url: https://desk.example/help/\n", "docs/index.md": "# Home\n" + written("calls/late/", "/help/calls/late/#ask", "calls/late.md"),
         "docs/calls/late.md": "# Late\n" + written("../fees/", "/calls/fees/") + "\n## Ask\n", "docs/calls/fees.md": "# Fees\n"},
        {"index.md": ["calls/late.md", "calls/late.md#ask", "calls/late.md"], "calls/late.md": ["fees.md", "fees.md"]},
    ),
}  # fmt: skip


@pytest.mark.parametrize("tool", SITES)
def test_links_of_sites_lead_from_addresses_to_pages(tool, bring):
    sources, expected = SITES[tool]
    desk, said, dead = bring(sources)
    for path, targets in expected.items():
        assert links(desk, path) == targets, path
    assert dead == [] and "there is no page or file" not in said


def test_the_words_of_a_home_page_stand_on_it(bring):
    desk, said, dead = bring({
        ".vitepress/config.ts": "",
        "index.md": "---\nlayout: home\nhero:\n  name: Desk\n  text: Calm calls\n  tagline: Say it\n    well\n  image: {src: /a.png, alt: A phone}\n"
        "  actions:\n  - {theme: brand, text: Get started, link: /guide/start}\n  - {text: No link}\n"
        "features:\n- title: Quick\n  icon: 📝\n  details: Found at once\n- title: Calm\n  link: /guide/start\n"
        "- title: Whole\n  details: All of it\n  link: /guide/start\n  linkText: Read on\n---\n\nBelow.\n",
        "guide/start.md": "# Start\n",
    })  # fmt: skip
    assert (desk.content / "index.md").read_text() == (
        "# Desk\n\nCalm calls\n\nSay it well\n\n- [Get started](guide/start.md)\n- No link\n\n"
        "- **Quick**: Found at once\n- **[Calm](guide/start.md)**\n- **Whole**: All of it [Read on](guide/start.md)\n\nBelow.\n"
    )
    for words in ("layout is not carried over: home", "A phone", "hero.actions.theme is not carried over: brand", "features.icon is not carried over: 📝"):
        assert words in said, words
    assert dead == []


@pytest.mark.parametrize("matter", ["hero: yes", "hero: {name: [first, second], actions: [{text: go}]}", "hero: {actions: soon}", "features: many", "features: [plain, {title: {a: deep}}]"])
def test_home_pages_of_another_shape_lose_no_word(matter, bring):
    desk, said, _ = bring({".vitepress/config.ts": "", "index.md": f"---\ntitle: Home\n{matter}\n---\nText\n"})
    page = (desk.content / "index.md").read_text()
    for word in re.findall(r"\b(?!name|title|text|actions)\w+", matter.split(":", 1)[1]):
        assert word in page + said, word


def test_pages_of_hugo_that_other_pages_take_in_come_as_pages(bring):
    desk, _, dead = bring({
        "hugo.toml": "title = 'x'\n", "content/_index.md": "---\ntitle: Home\n---\n" + written("/", "/fr/", "/common/steps/", "more/README.md"),
        "content/more/README.md": "---\ntitle: More\n---\nText\n",
        "content/_index.fr.md": "---\ntitle: Accueil\n---\nBonjour\n",
        "content/_common/steps.md": "---\ntitle: Hidden steps\n---\nText\n", "content/common/steps.md": "---\ntitle: Steps\n---\nText\n",
    })  # fmt: skip
    assert links(desk, "index.md") == ["index.md", "index.fr.md", "common/steps.md", "more/index.md"]
    assert "Hidden steps" in (desk.content / "common/steps-2.md").read_text() and dead == []
