// duplicate-id: two headings or phrases of one name, so that a link to the second is a guess.

internal import CommonMark

enum DuplicateID {
  static let rule = Rule(
    "duplicate-id", .warning, "Two headings or phrases of a page have the same name.",
    explanation: """
      The second gets a number (`#what-to-say-1`), which changes when headings are added or moved, \
      and then breaks links and favourites. Give each heading a name of its own. In scripts, \
      models and FAQ pages, whose headings are steps and questions, it is an error. The same goes \
      for names that phrases bring along, `{#late-fee}` at the end of a cell.
      """,
    bad: "# Fees\n\n## What to say\n\nA.\n\n## What to say\n\nB.\n",
    good: "# Fees\n\n## What to say first\n\nA.\n\n## What to say next\n\nB.\n")

  static func findings(on page: Page) -> [Diagnostic] {
    page.isForeign ? [] : onHeadings(of: page) + onPhrases(of: page)
  }

  private static func onPhrases(of page: Page) -> [Diagnostic] {
    page.phrases.compactMap { phrase in
      guard let name = phrase.anchor, name != phrase.id else { return nil }
      return Diagnostic(
        rule, at: page.path, page.firstLine(of: phrase.node),
        "#\(name) is the name of something before this phrase",
        help: "give the phrase another name: {#\(phrase.id)}")
    }
  }

  private static func onHeadings(of page: Page) -> [Diagnostic] {
    // A repeated name was given a number at its end; most pages have none.
    let mayRepeat = page.headings.contains {
      $0.anchor != nil || 0x30...0x39 ~= $0.slug.text.utf8.last ?? 0
    }
    if !mayRepeat { return [] }
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
