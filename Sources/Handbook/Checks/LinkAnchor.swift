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
    var anchors: [Int: Set<String>] = [:]
    return zip(page.links, handbook.resolutions[index]).compactMap { link, resolution in
      guard case .page(let target, let anchor?) = resolution, anchor != "top",
        !page.isScriptChoice(link)
      else { return nil }
      let known = anchors[target] ?? handbook.pages[target].anchors
      anchors[target] = known
      if known.contains(anchor) || anchor.hasPrefix("fn") { return nil }
      let name = target == index ? "this page" : handbook.pages[target].path.text
      return Diagnostic(
        rule, at: page.path, page.range(of: link), "\(name) has no heading #\(anchor)",
        help: Suggestion.nearest(to: anchor, in: known.sorted()).map { "did you mean #\($0)?" }
          ?? "link to a heading in lower case with hyphens",
        severity: page.kind == .guide ? .warning : nil)
    }
  }
}

extension Page {
  /// Whether a link is a script's choice of one of its own steps, which has rules of its own.
  func isScriptChoice(_ link: Link) -> Bool {
    guard case .script(let script) = structure else { return false }
    return script.steps.contains { step in
      step.choices.contains { $0.link == link.node && $0.anchor != nil }
    }
  }
}
