// orphan-page: a page that no other page leads to.

enum OrphanPage {
  static let rule = Rule(
    "orphan-page", .warning, "No other page links to this page.",
    explanation: """
      People find a page by following links as much as by searching. Link to it from a page that \
      somebody reads when they need it, or name it under `navigation:` in `handbook.yml`. Cards \
      and a folder's own page need no link.
      """,
    bad: "Content/fees.md, which no page links to",
    good: "# Policies\n\n- [Fees](fees.md)\n")

  static func findings(in handbook: Handbook) -> [Diagnostic] {
    let named = Set(handbook.configuration.navigation.map(\.value))
    return handbook.pages.enumerated().compactMap { index, page in
      guard handbook.inbound[index].isEmpty, page.kind != .card, !page.isForeign,
        !handbook.folders.isIndex(index, at: page.path), !named.contains(page.path.text)
      else { return nil }
      return Diagnostic(
        rule, at: page.path, 0..<0, "no other page links to this page",
        help: "link to it from a page where it is needed")
    }
  }
}
