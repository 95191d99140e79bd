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
    return page.tree.nodes.enumerated().flatMap { index, node -> [Diagnostic] in
      guard node.kind == .htmlBlock || node.kind == .htmlInline else { return [] }
      let literal = page.tree.string(node.text)
      var hidden: String?
      return RawTag.all(in: literal).compactMap { tag in
        // Tags in a script are part of it.
        if tag.isClosing || hidden != nil {
          if tag.isClosing, tag.name == hidden { hidden = nil }
          return nil
        }
        if tag.name == "script" || tag.name == "style" { hidden = tag.name }
        let offset = literal.utf8.distance(from: literal.startIndex, to: tag.range.lowerBound)
        let text = Array("<\(tag.written)".utf8)
        let place = places.place(of: text[...], at: index, offset: offset)
        if allowed.contains(tag.name) { return nil }
        return Diagnostic(
          rule, at: page.path, place, "the tag <\(tag.name)> is left out of the page",
          help: "use Markdown instead")
      }
    }
  }
}

/// A tag in raw HTML.
package struct RawTag: Sendable, Equatable {
  /// In lower case.
  package let name: String
  /// As typed.
  package let written: String
  package let isClosing: Bool
  /// What stands between the name and `>`.
  package let attributes: String
  /// Its place in the scanned text.
  package let range: Range<String.Index>

  /// Every tag of a text, in order; comments, declarations and instructions left out.
  package static func all(in html: String) -> [RawTag] {
    var tags: [RawTag] = []
    var index = html.startIndex
    while let open = html[index...].firstIndex(of: "<") {
      if html[open...].hasPrefix("<!--") {
        index = html.afterNext("-->", from: open)
        continue
      }
      guard let close = html[open...].firstIndex(of: ">") else { break }
      index = html.index(after: close)
      if let tag = RawTag(html[open..<index]) { tags.append(tag) }
    }
    return tags
  }

  private init?(_ text: Substring) {
    var body = text.dropFirst().dropLast()
    isClosing = body.first == "/"
    if isClosing { body = body.dropFirst() }
    let name = body.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
    guard let first = name.first, first.isLetter else { return nil }
    written = String(name)
    self.name = name.lowercased()
    attributes = String(body[name.endIndex...])
    range = text.startIndex..<text.endIndex
  }
}

extension String {
  /// The index after the next occurrence of a text; the end where there is none.
  package func afterNext(_ text: String, from start: Index) -> Index {
    var index = start
    while index < endIndex {
      if self[index...].hasPrefix(text) { return self.index(index, offsetBy: text.count) }
      index = self.index(after: index)
    }
    return endIndex
  }
}
