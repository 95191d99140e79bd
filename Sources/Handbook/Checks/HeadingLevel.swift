// heading-level: a heading that skips a level.

internal import CommonMark

enum HeadingLevel {
  static let rule = Rule(
    "heading-level", .warning, "A heading skips a level.",
    explanation: """
      Screen readers and the contents list show headings as an outline: `##` under the page's \
      title, `###` under `##`. Skipping one makes a hole in it.
      """,
    bad: "# Fees\n\n### Late\n\nText.\n", good: "# Fees\n\n## Late\n\nText.\n")

  static func findings(on page: Page) -> [Diagnostic] {
    var level = 1
    return page.headings.compactMap { heading in
      defer { level = heading.level }
      guard heading.level > level + 1, page.kind != .card else { return nil }
      return Diagnostic(
        rule, at: page.path, page.firstLine(of: heading.node),
        "this heading has level \(heading.level) under level \(level)",
        help: "write \(String(repeating: "#", count: level + 1)) \(heading.text)")
    }
  }
}
