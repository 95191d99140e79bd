// output-collision: two files that would become one.

enum OutputCollision {
  static let rule = Rule(
    "output-collision", .error, "Two files would be published at one path.",
    explanation: """
      `fees.md` and `fees.html` both become `fees.html`; `Fees.md` and `fees.md` are one file on \
      Windows and macOS. Paths that Deskbook writes itself (`az.html`, `phrases.html`, \
      `404.html`, `deskbook.json`, `assets/`, `search/`) are taken too. Rename one of them.
      """,
    bad: "Content/Fees.md and Content/fees.md", good: "Content/fees.md and Content/fees-abroad.md")

  /// Files of the site's root that the build itself writes.
  private static let taken = [
    "az.html", "phrases.html", "404.html", "deskbook.json", "sitemap.xml", "review.ics",
    "cards/index.html",
  ]

  static func findings(in handbook: Handbook) -> [Diagnostic] {
    var owners: [String: String] = [:]
    for path in taken { owners[path] = "a page that Deskbook makes" }
    var found: [Diagnostic] = []
    for path in handbook.pages.map(\.path) where handbook.outputPath(ofPageAt: path) != "" {
      claim(handbook.outputPath(ofPageAt: path), path, &owners, &found)
    }
    for path in handbook.files {
      let folder = path.text.split(separator: "/").first.map(String.init) ?? ""
      if folder == "assets" || folder == "search" {
        found.append(
          Diagnostic(
            rule, at: path, 0..<0, "the folder \(folder) is Deskbook's own in the site",
            help: "move the file to another folder, such as images/"))
      } else {
        claim(path.text, path, &owners, &found)
      }
    }
    return found
  }

  private static func claim(
    _ output: String, _ path: ContentPath, _ owners: inout [String: String],
    _ found: inout [Diagnostic]
  ) {
    let key = output.lowercased()
    if output == "cards/index.html", path.isMarkdown { return }
    guard let owner = owners[key] else {
      owners[key] = path.text
      return
    }
    found.append(
      Diagnostic(
        rule, at: path, 0..<0, "this file and \(owner) would both be published as \(output)",
        help: "rename one of them"))
  }
}

extension Handbook {
  /// The place of a page in the site: `a/b.md` → `a/b.html`; a folder's own page → `a/index.html`.
  package func outputPath(ofPageAt path: ContentPath) -> String {
    let folder = path.folder.isEmpty ? "" : path.folder + "/"
    if let index = page(at: path.text), folders.isIndex(index, at: path) {
      return folder + "index.html"
    }
    return folder + path.stem + ".html"
  }

  /// The place of a page in the site, by index.
  package func outputPath(of index: Int) -> String { outputPath(ofPageAt: pages[index].path) }
}
