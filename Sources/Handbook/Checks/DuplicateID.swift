// duplicate-id: two headings of one name, so that a link to the second is a guess.

internal import CommonMark

enum DuplicateID {
  static let rule = Rule(
    "duplicate-id", .warning, "Two headings of a page have the same name.",
    explanation: """
      The second gets a number (`#what-to-say-1`), which changes when headings are added or moved, \
      and then breaks links and favourites. Give each heading a name of its own. In scripts, \
      models and FAQ pages, whose headings are steps and questions, it is an error.
      """,
    bad: "# Fees\n\n## What to say\n\nA.\n\n## What to say\n\nB.\n",
    good: "# Fees\n\n## What to say first\n\nA.\n\n## What to say next\n\nB.\n")

  static func findings(on page: Page) -> [Diagnostic] {
    // A repeated name was given a number at its end; most pages have none.
    let mayRepeat = page.headings.contains {
      $0.anchor != nil || 0x30...0x39 ~= $0.slug.text.utf8.last ?? 0
    }
    if page.isForeign || !mayRepeat { return [] }
    var seen: Set<String> = []
    let isGraph = page.kind == .script || page.kind == .model || page.kind == .faq
    return page.headings.compactMap { heading in
      if heading.level > 3 || heading.text.isEmpty, heading.anchor == nil { return nil }
      let name = heading.anchor ?? Slug.base(heading.text)
      if seen.insert(name).inserted { return nil }
      return Diagnostic(
        rule, at: page.path, page.firstLine(of: heading.node),
        "“\(heading.text)” has the name of an earlier heading, #\(name)",
        help:
          "rename one of them; this one is #\(heading.slug) as long as no other comes before it",
        severity: isGraph && heading.level == 2 ? .error : nil)
    }
  }
}
