// second-title: a heading of the title's level below the title.

internal import CommonMark

enum SecondTitle {
  static let rule = Rule(
    "second-title", .warning, "A page has a second title.",
    explanation: """
      One `#` makes the title of a page, and a page has one: from `title:` above the text, or from \
      the first `#` heading. A `#` heading that says the same as `title:` and begins the text is \
      not shown twice; any other one stays in the text as it is. Write `##` for the parts of a page.
      """,
    bad: "---\ntitle: Fees\n---\n\n# Late fees\n\nText.\n",
    good: "---\ntitle: Fees\n---\n\n## Late fees\n\nText.\n")

  /// The first of them: the others come of the same habit.
  static func findings(on page: Page) -> [Diagnostic] {
    let topLevel = Set(page.tree.children(of: 0))
    let others = page.headings.filter {
      $0.level == 1 && $0.node != page.titleNode && topLevel.contains($0.node)
    }
    // The line between two versions of git makes a heading of the one above it.
    guard let first = others.first, MergeConflict.findings(on: page).isEmpty else { return [] }
    let more = others.count == 1 ? "" : ", as are \(others.count - 1) after it"
    return [
      Diagnostic(
        rule, at: page.path, page.firstLine(of: first.node),
        "this heading is a second title beside “\(page.title)”\(more)",
        help: "write ## \(first.text)")
    ]
  }
}
