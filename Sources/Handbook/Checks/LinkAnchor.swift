// link-anchor: a link's #part names no heading.

enum LinkAnchor {
  static let rule = Rule(
    "link-anchor", .error, "The part of a link after # names no heading of the page.",
    explanation: """
      Anchors are GitHub's: the heading in lower case, spaces as hyphens, punctuation left out: \
      `## What to do?` is `#what-to-do`. Phrases have anchors too; the link sign beside a phrase \
      shows its anchor. On plain guides it is a warning.
      """,
    bad: "# Keys\n\nSee [below](#reciept).\n\n## Receipt\n\nText.\n",
    good: "# Keys\n\nSee [below](#receipt).\n\n## Receipt\n\nText.\n")

  static func findings(onPage index: Int, in handbook: Handbook) -> [Diagnostic] {
    let page = handbook.pages[index]
    var places = InlinePlaces(page)
    var suggesters: [Int: Suggester] = [:]
    return zip(page.links, handbook.resolutions[index]).compactMap { link, resolution in
      guard case .page(let target, let anchor?) = resolution, anchor != "top",
        !page.isScriptChoice(link), !handbook.pages[target].hasAnchor(anchor),
        !isFootnote(anchor), !handbook.listsCard(at: anchor, onPage: target)
      else { return nil }
      let name = target == index ? "this page" : handbook.pages[target].path.text
      let nearest = suggesters[
        target, default: Suggester(handbook.pages[target].anchors.sorted())
      ].nearest(to: anchor)
      return Diagnostic(
        rule, at: page.path, places.place(of: link), "\(name) has no heading #\(anchor)",
        help: nearest.map { "did you mean #\($0)?" }
          ?? "write the heading in lower case with hyphens: #what-to-say",
        severity: page.kind == .guide ? .warning : nil)
    }
  }

  /// Whether an anchor is one that footnotes get: `fn-1`, `fnref-1`, `fnref-1-2`.
  private static func isFootnote(_ anchor: String) -> Bool {
    anchor.hasPrefix("fn-") || anchor.hasPrefix("fnref-")
  }
}

extension Handbook {
  /// Whether an anchor is that of a card on the page of all cards.
  fileprivate func listsCard(at anchor: String, onPage index: Int) -> Bool {
    outputPath(of: index) == CardList.path(0) && cards.contains { "c-" + $0.id == anchor }
  }
}

extension Page {
  /// Whether a link is a script's choice of one of its own steps, which has rules of its own.
  func isScriptChoice(_ link: Link) -> Bool {
    guard case .script(let script) = structure else { return false }
    return link.destination.hasPrefix("#") && script.isChoice(link: link.node)
  }
}
