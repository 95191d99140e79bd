// raw-html: a tag that the page will not show.

internal import CommonMark

/// The HTML tags that a page may hold.
package enum RawHTML {
  package static let rule = Rule(
    "raw-html", .warning, "An HTML tag is left out of the page.",
    explanation: """
      Pages are Markdown. Of HTML the plain elements are kept: text (`<b> <i> <u> <s> <em> <strong> \
      <code> <kbd> <mark> <sub> <sup> <abbr> <br>`), headings, paragraphs, lists, tables, quotes, \
      `<pre> <hr> <details> <summary> <figure> <img>`; what would style or run something is left out \
      of them, so colours and sizes are gone. Other tags are left out, and so are tags of blocks in \
      the middle of a line; the text between them stays. A script or a style is left out whole. A \
      tag that HTML does not know, such as `<name>`, is most likely a blank to fill: it shows as \
      typed.
      """,
    bad: "<div class=\"box\">Ask first.</div>", good: "> [!NOTE]\n> Ask first.\n")

  /// Names of the tags that are kept.
  package static let allowed = HTMLNames.phrasing.union(HTMLNames.blocks)
  /// Names of those that are kept in the middle of a line.
  package static let allowedInLines = HTMLNames.phrasing.union(["details", "summary"])

  static func findings(on page: Page) -> [Diagnostic] {
    var places = InlinePlaces(page)
    let tree = page.tree
    var found: [Diagnostic] = []
    var (blockEnd, cellEnd) = (0, 0)
    for (index, node) in tree.nodes.enumerated() {
      let html = tree.slice(node.text)
      switch node.kind {
      case .tableCell: cellEnd = Int(node.end)
      case .htmlBlock: blockEnd = Int(node.end)
      default: break
      }
      switch node.kind {
      case .htmlBlock: break
      // The block tells of its own.
      case .htmlInline where index >= blockEnd: break
      case .text where html.first == UInt8(ascii: "<") && index >= blockEnd: break
      default: continue
      }
      let kept = node.kind == .htmlBlock || index < cellEnd ? allowed : allowedInLines
      for (start, name) in leftOut(of: html, keeping: kept) {
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
  private static func leftOut(
    of html: ArraySlice<UInt8>, keeping kept: Set<String>
  ) -> [(start: Int, name: String)] {
    var scanner = RawScanner(html)
    var tags: [(start: Int, name: String)] = []
    while true {
      let start = scanner.index
      guard let piece = scanner.next() else { return tags }
      switch piece {
      case .start(let name, _) where !kept.contains(name), .code(let name, _):
        tags.append((start, name))
      case .start, .end, .text, .nothing: break
      }
    }
  }
}
