// raw-html: a tag that the page will not show.

internal import CommonMark

/// The few HTML tags that a page may hold.
package enum RawHTML {
  package static let rule = Rule(
    "raw-html", .warning, "An HTML tag is left out of the page.",
    explanation: """
      Pages are Markdown. Of HTML only `<br> <kbd> <mark> <sub> <sup> <abbr> <details> <summary>` \
      are kept, without attributes but `title` and `open`; other tags are left out, the text \
      between them stays. A script or a style is left out whole.
      """,
    bad: "<div class=\"box\">Ask first.</div>", good: "> [!NOTE]\n> Ask first.\n")

  /// Names of the tags that are kept.
  package static let allowed: Set<String> = [
    "br", "kbd", "mark", "sub", "sup", "abbr", "details", "summary",
  ]

  static func findings(on page: Page) -> [Diagnostic] {
    var places = InlinePlaces(page)
    let tree = page.tree
    var found: [Diagnostic] = []
    for (index, node) in tree.nodes.enumerated()
    where node.kind == .htmlBlock || node.kind == .htmlInline {
      let html = tree.slice(node.text)
      for (start, name) in leftOut(of: html) {
        let written = html[start...start + name.utf8.count]
        let place = places.place(of: written, at: index, offset: start - html.startIndex)
        found.append(
          Diagnostic(
            rule, at: page.path, place, "the tag <\(name)> is left out of the page",
            help: "use Markdown instead"))
      }
    }
    return found
  }

  /// The tags that the renderer leaves out, by the place of their `<`; ends of tags go with them.
  private static func leftOut(of html: ArraySlice<UInt8>) -> [(start: Int, name: String)] {
    var scanner = RawScanner(html)
    var tags: [(start: Int, name: String)] = []
    while true {
      let start = scanner.index
      guard let piece = scanner.next() else { return tags }
      switch piece {
      case .start(let name, _) where !allowed.contains(name), .code(let name, _):
        tags.append((start, name))
      case .start, .end, .text, .nothing: break
      }
    }
  }
}
