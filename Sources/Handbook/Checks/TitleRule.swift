// missing-title: a page that does not say what it is called.

internal import Text

/// A page's name where the editor gives none.
package enum TitleRule {
  package static let rule = Rule(
    "missing-title", .error, "A page has no title.",
    explanation: """
      Lists, links and search show a page by its title. Give it one with `title:` between \
      the `---` lines at its top, or begin the text with `# Title`. A plain guide takes it from its file's name, with a warning.
      """,
    bad: """
      ---
      kind: phrases
      ---

      Text.

      """,
    good: """
      ---
      kind: phrases
      title: Fees
      ---

      Text.

      """)

  static func finding(on page: Page) -> Diagnostic {
    Diagnostic(
      rule, at: page.path, 0..<0, "this page has no title; it is called \(page.title)",
      help: "begin the text with # and a title, or add title: between the --- lines at its top",
      severity: page.kind == .guide ? .warning : .error)
  }

  /// A title from a file's name; from its folder's for an index page.
  package static func title(fromName path: ContentPath) -> String {
    let isIndex = FolderTree.indexNames.contains(path.stem.lowercased())
    if isIndex, let folder = path.folder.pathNames.last {
      return title(fromFileName: String(folder))
    }
    return isIndex ? "Home" : title(fromFileName: path.stem)
  }

  /// `front-desk_hours` as `Front desk hours`.
  package static func title(fromFileName name: String) -> String {
    let words = name.split { $0 == "-" || $0 == "_" || $0 == " " }.joined(separator: " ")
    guard let first = words.first else { return name }
    if words.lowercased() == "faq" { return "FAQ" }
    return first.uppercased() + words.dropFirst()
  }
}
