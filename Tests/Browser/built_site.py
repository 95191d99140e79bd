"""A built site as files: its pages, what kind each is, and what each links to."""

import dataclasses
import functools
import html.parser
import json
import pathlib
import subprocess


@dataclasses.dataclass
class Reference:
    """An address that a page names."""

    tag: str
    attribute: str
    address: str

    @property
    def is_fetched(self):
        """Whether a browser loads it without being asked."""
        return self.tag not in ("a", "area")


class Document(html.parser.HTMLParser):
    """What a page holds, read from its file without a browser."""

    def __init__(self, path):
        super().__init__(convert_charrefs=True)
        self.references, self.ids, self.tags = [], [], []
        self.kind = ""
        self.policy = None
        self.text = path.read_text(encoding="utf-8")
        self.feed(self.text)

    def handle_starttag(self, tag, attributes):
        attributes = {name: value or "" for name, value in attributes}
        self.tags.append((tag, attributes))
        if "id" in attributes:
            self.ids.append(attributes["id"])
        for name in ("href", "src", "srcset", "poster", "action", "data-index", "xlink:href"):
            if name in attributes:
                self.references.append(Reference(tag, name, attributes[name]))
        if tag == "body":
            self.kind = attributes.get("class", "").removeprefix("kind-").split(" ")[0]
        if attributes.get("http-equiv", "").lower() == "content-security-policy":
            self.policy = attributes["content"]
        if attributes.get("http-equiv", "").lower() == "refresh":
            self.references.append(Reference(tag, "content", attributes["content"].split("=", 1)[1]))


class BuiltSite:
    """The output folder of a build."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        assert (self.folder / "index.html").is_file(), f"{folder} holds no site"

    @functools.cached_property
    def documents(self):
        """Every page by its path in the site, sorted."""
        files = sorted(self.folder.rglob("*.html"))
        return {file.relative_to(self.folder).as_posix(): Document(file) for file in files}

    @functools.cached_property
    def manifest(self):
        return json.loads((self.folder / "deskbook.json").read_bytes())

    def of_kind(self, kind):
        """The paths of all pages of a kind; at least one."""
        paths = [path for path, document in self.documents.items() if document.kind == kind]
        assert paths, f"the handbook has no page of the kind {kind}"
        return paths

    def with_markup(self, *parts):
        """The first page whose file holds all of some texts."""
        for path, document in self.documents.items():
            if all(part in document.text for part in parts):
                return path
        raise AssertionError(f"no page holds {parts}")


def build_site(deskbook, folder, texts):
    """The site of a handbook made from texts by their paths below `Content`."""
    for name, text in texts.items():
        file = folder / "source/Content" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    output = folder / "site"
    subprocess.run([deskbook, "build", folder / "source", "--output", output, "--quiet"], check=True)
    return BuiltSite(output)
