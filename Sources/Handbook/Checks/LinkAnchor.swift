// link-anchor: a link's #part names no heading.

internal import Text

enum LinkAnchor {
  static let rule = Rule(
    "link-anchor", .warning, "The part of a link after # names no heading of the page.",
    explanation: """
      What stands behind the `#` (the anchor) is the heading in lower case, with hyphens for spaces \
      and without punctuation, as on GitHub: `## What to do?` is `#what-to-do`. Phrases have anchors too; the link sign beside a phrase \
      shows its anchor.
      """,
    bad: "# Keys\n\nSee [below](#reciept).\n\n## Receipt\n\nText.\n",
    good: "# Keys\n\nSee [below](#receipt).\n\n## Receipt\n\nText.\n")

  static func findings(on page: Page, in context: PageCheckContext) -> [Diagnostic] {
    var places = InlinePlaces(page)
    return zip(page.links, context.links).compactMap { link, target in
      guard case .page(let path, _, let wrong?) = target, !page.isScriptChoice(link) else {
        return nil
      }
      let name = path == page.path.text ? "this page" : path
      let place = places.place(of: link)
      return Diagnostic(
        rule, at: page.path, place, "\(name) has no heading #\(wrong.name)",
        help: wrong.nearest.map { "did you mean #\($0.name)?" }
          ?? "write the heading in lower case with hyphens: #what-to-say",
        fix: page.fix(place, of: link.destination, anchor: wrong.nearest?.sure))
    }
  }
}

extension Page {
  /// Another anchor in a link's target.
  ///
  /// - Parameters:
  ///   - place: where the target is most likely written; no fix where it is not.
  ///   - destination: the target.
  ///   - anchor: what to write behind its `#`, where that is certain.
  /// - Returns: the fix, where there is one.
  func fix(_ place: Range<Int>, of destination: String, anchor: String?) -> Fix? {
    guard let anchor, let hash = destination.utf8.firstIndex(of: UInt8(ascii: "#")),
      isWritten(destination, at: place)
    else { return nil }
    let path = destination.utf8.distance(from: destination.startIndex, to: hash)
    return Fix(place.lowerBound + path + 1..<place.upperBound, anchor, shown: "#" + anchor)
  }

  /// Another path in a link's target, with the same anchor.
  func fix(_ place: Range<Int>, of destination: String, path: String?) -> Fix? {
    guard let path, isWritten(destination, at: place) else { return nil }
    let old = destination.utf8.prefix { $0 != UInt8(ascii: "#") && $0 != UInt8(ascii: "?") }
    return Fix(
      place.lowerBound..<place.lowerBound + old.count, urlPath(path), shown: path)
  }

  private func isWritten(_ destination: String, at place: Range<Int>) -> Bool {
    place.count == destination.utf8.count && file.holds(destination.utf8, at: place.lowerBound)
  }

  /// Whether a link is a script's choice of one of its own steps, which has rules of its own.
  func isScriptChoice(_ link: Link) -> Bool {
    guard case .script(let script) = structure else { return false }
    return link.destination.begins(with: "#") && script.isChoice(link: link.node)
  }
}
