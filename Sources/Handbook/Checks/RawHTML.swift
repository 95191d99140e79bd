// raw-html: a tag that the page will not show.

internal import CommonMark

/// The few HTML tags that a page may hold.
package enum RawHTML {
  package static let rule = Rule(
    "raw-html", .warning, "An HTML tag is left out of the page.",
    explanation: """
      Pages are Markdown. Of HTML only `<br> <kbd> <mark> <sub> <sup> <abbr> <details> <summary>` \
      are kept, without attributes but `title` and `open`; other tags are left out, the text \
      between them stays. A script or a style is left out whole. A tag that HTML does not know, such \
      as `<name>`, is most likely a blank to fill: it shows as typed.
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
    for (index, node) in tree.nodes.enumerated() {
      let html = tree.slice(node.text)
      switch node.kind {
      case .htmlBlock, .htmlInline: break
      case .text where html.first == UInt8(ascii: "<"): break
      default: continue
      }
      for (start, name) in leftOut(of: html) {
        let isKnown = HTMLNames.known.contains(name)
        if node.kind == .text, isKnown || start > html.startIndex { break }
        let written = html[start...start + name.utf8.count]
        let place = places.place(of: written, at: index, offset: start - html.startIndex)
        if node.kind == .text, !isWritten(place, in: page.file) { break }
        found.append(
          Diagnostic(
            rule, at: page.path, place,
            isKnown
              ? "the tag <\(name)> is left out of the page"
              : "HTML has no tag <\(name)>, so it shows as typed",
            help: isKnown
              ? "use Markdown instead"
              : "write {{\(name)}} for a blank to fill, or \\<\(name)> for these words"))
      }
    }
    return found
  }

  /// Whether a tag stands in the file as one, and is not escaped.
  private static func isWritten(_ place: Range<Int>, in file: SourceFile) -> Bool {
    file.holds("<".utf8, at: place.lowerBound)
      && !file.isEscaped(at: place.lowerBound)
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
