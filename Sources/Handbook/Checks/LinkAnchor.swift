// link-anchor: a link's #part names no heading.

internal import Text

enum LinkAnchor {
  static let rule = Rule(
    "link-anchor", .warning, "The part of a link after # names no heading of the page.",
    explanation: """
      What stands behind the `#` (the anchor) is the heading in lower case, with hyphens for spaces \
      and without punctuation, as on GitHub: `## What to do?` is `#what-to-do`. Phrases have anchors too; the link sign beside a phrase \
      shows its anchor.
      """,
    bad: "# Keys\n\nSee [below](#reciept).\n\n## Receipt\n\nText.\n",
    good: "# Keys\n\nSee [below](#receipt).\n\n## Receipt\n\nText.\n")

  static func findings(on page: Page, in context: PageCheckContext) -> [Diagnostic] {
    var places = InlinePlaces(page)
    return zip(page.links, context.links).compactMap { link, target in
      guard case .page(let path, _, let wrong?) = target, !page.isScriptChoice(link) else {
        return nil
      }
      let name = path == page.path.text ? "this page" : path
      return Diagnostic(
        rule, at: page.path, places.place(of: link), "\(name) has no heading #\(wrong.name)",
        help: wrong.nearest.map { "did you mean #\($0)?" }
          ?? "write the heading in lower case with hyphens: #what-to-say")
    }
  }
}

extension Page {
  /// Whether a link is a script's choice of one of its own steps, which has rules of its own.
  func isScriptChoice(_ link: Link) -> Bool {
    guard case .script(let script) = structure else { return false }
    return link.destination.begins(with: "#") && script.isChoice(link: link.node)
  }
}
