"""The tools that are measured: how each is set up for a corpus, run, and searched in the browser."""

import os
import pathlib
import shutil
import subprocess
import sys
import sysconfig

HERE = pathlib.Path(__file__).resolve().parent
REPOSITORY = HERE.parent.parent
BUILD = REPOSITORY / ".build"
WORK = BUILD / "benchmarks"
DESKBOOK = pathlib.Path(os.environ.get("DESKBOOK", BUILD / "release/deskbook"))
TOOLS = pathlib.Path(sys.executable).parent
SITE_PACKAGES = pathlib.Path(sysconfig.get_path("purelib"))  # binaries are called without their Python wrappers
CLOCK = "2026-11-05"  # a few days after the generated pages' reviews

HUGO = """baseURL = "/"
title = "Benchmark Handbook"
uglyURLs = true
disableKinds = ["taxonomy", "term", "RSS", "sitemap"]
[markup.goldmark.renderHooks.link]
useEmbedded = "always"
"""
MKDOCS = """site_name: Benchmark Handbook
use_directory_urls: false
theme:
  name: material
  font: false
  features: [navigation.prune]
plugins: [search]
markdown_extensions: [tables]
"""
ZENSICAL = """[project]
site_name = "Benchmark Handbook"
docs_dir = "docs"
site_dir = "site"
use_directory_urls = false
[project.theme]
font = false
features = ["navigation.prune"]
"""


class Tool:
    """A tool set up for one corpus; `command` builds `output` from nothing."""

    name, title = "", ""
    search = None  # how its search box is found; None: it has no search

    def __init__(self, corpus):
        self.corpus, self.folder = corpus, corpus / self.name
        self.caches = []  # moved aside before a clean build, with the output

    def set_up(self):
        self.folder.mkdir(exist_ok=True)

    def missing(self):
        """Why the tool cannot be measured, or an empty text."""
        return "" if self.program().exists() else f"{self.program().name} is not installed"

    def program(self):
        return TOOLS / self.name

    def page(self):
        """The page that is changed to build again: the first that is no folder's page."""
        return min(page for page in (self.corpus / "plain/area-01").rglob("*.md") if page.name != "index.md")

    def link_pages(self):
        """The same files under the tool's folder, by hard links: zensical refuses symbolic ones."""
        if not (self.folder / "docs").exists():
            subprocess.run(["cp", "-al", self.corpus / "plain", self.folder / "docs"], check=True)


class Deskbook(Tool):
    name, title = "deskbook", "Deskbook"
    search = {
        "input": "#search-input",
        "list": "#search-results",
        "item": "[role=option]",
        "ask": "deskbook",
        "requests": r"/search/",
    }

    def __init__(self, corpus):
        super().__init__(corpus)
        self.output = self.folder / "Output"
        self.command = f"{DESKBOOK} build {self.folder} --quiet --clock {CLOCK}"
        self.caches = [self.folder / ".deskbook"]

    def program(self):
        return DESKBOOK

    def page(self):
        return self.folder / "Content" / super().page().relative_to(self.corpus / "plain")


class DeskbookPlain(Deskbook):
    """Deskbook on the very files that its peers get: no cards, no fields of front matter but a title."""

    name, title = "deskbook-plain", "Deskbook, the peers' files"

    def __init__(self, corpus):
        super().__init__(corpus)
        self.command = f"{DESKBOOK} build {self.folder} --content {corpus / 'plain'} --quiet --clock {CLOCK}"


class Floor(Tool):
    name, title = "floor", "floor (C, libcmark-gfm)"

    def __init__(self, corpus):
        super().__init__(corpus)
        self.output = self.folder / "site"
        self.command = f"{self.program()} {corpus / 'plain'} {self.output} {os.cpu_count()}"

    def program(self):
        return WORK / "floor"


class Hugo(Tool):
    name, title = "hugo", "hugo, no search"

    def __init__(self, corpus):
        super().__init__(corpus)
        self.output = self.folder / "public"
        self.command = f"{self.program()} --quiet --source {self.folder} --destination {self.output}"
        self.caches = [self.folder / "resources"]

    def program(self):
        return SITE_PACKAGES / "hugo/binaries/hugo"

    def set_up(self):
        """Hugo calls a folder's page _index.md, and links to it by its folder; the rest are hard links."""
        super().set_up()
        layouts = self.folder / "layouts/_default"
        layouts.mkdir(parents=True, exist_ok=True)
        (self.folder / "layouts/partials").mkdir(exist_ok=True)
        for name in ("single", "list"):
            shutil.copy(HERE / "hugo/page.html", layouts / f"{name}.html")
        shutil.copy(HERE / "hugo/page.html", self.folder / "layouts/index.html")
        shutil.copy(HERE / "hugo/folder.html", self.folder / "layouts/partials/folder.html")
        (self.folder / "hugo.toml").write_text(HUGO)
        for source in (self.corpus / "plain").rglob("*.md"):
            target = self.folder / "content" / source.relative_to(self.corpus / "plain")
            target.parent.mkdir(parents=True, exist_ok=True)
            text = source.read_text()
            if target.name == "index.md":
                target = target.with_name("_index.md")
            target.write_text(text.replace("/index.md)", "/)"))

    def page(self):
        return self.folder / "content" / super().page().relative_to(self.corpus / "plain")


class HugoPagefind(Hugo):
    title = "hugo + pagefind"
    search = {"ask": "pagefind", "requests": r"/pagefind/"}

    def __init__(self, corpus):
        super().__init__(corpus)
        self.index = f"{self.indexer()} --quiet --site {self.output}"
        self.command = f"{self.command} && {self.index}"

    def indexer(self):
        return SITE_PACKAGES / "pagefind_bin/pagefind"

    def missing(self):
        return super().missing() or ("" if self.indexer().exists() else "pagefind is not installed")


class Zensical(Tool):
    name, title = "zensical", "zensical"
    search = {
        "open": "[data-md-component=search] button",
        "input": "dialog [role=combobox]",
        "list": "dialog",
        "item": "[role=option]",
        "requests": r"search",
    }

    def __init__(self, corpus):
        super().__init__(corpus)
        self.output = self.folder / "site"
        self.command = f"{self.program()} build --config-file {self.folder / 'zensical.toml'} > {self.folder / 'log'}"
        self.caches = [self.folder / ".cache"]

    def set_up(self):
        super().set_up()
        self.link_pages()
        (self.folder / "zensical.toml").write_text(ZENSICAL)


class Material(Tool):
    name, title = "mkdocs", "mkdocs-material"
    search = {
        "open": "[for=__search]",
        "input": "[data-md-component=search-query]",
        "list": ".md-search-result",
        "item": ".md-search-result__item",
        "requests": r"search|lunr",
    }

    def __init__(self, corpus):
        super().__init__(corpus)
        self.output = self.folder / "site"
        self.command = (
            f"NO_MKDOCS_2_WARNING=1 {self.program()} build --quiet --config-file {self.folder / 'mkdocs.yml'} "
            f"--site-dir {self.output} 2> {self.folder / 'log'}"
        )

    def set_up(self):
        super().set_up()
        self.link_pages()
        (self.folder / "mkdocs.yml").write_text(MKDOCS)


BUILDERS = [Deskbook, DeskbookPlain, Floor, Hugo, HugoPagefind, Zensical, Material]
SEARCHERS = [Deskbook, HugoPagefind, Zensical, Material]
