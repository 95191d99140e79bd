// undefined-reference: `[text][name]` or `[^1]` without a definition stays as typed.

internal import CommonMark
internal import Text

enum UndefinedReference {
  static let rule = Rule(
    "undefined-reference", .warning, "A reference has no definition, so it shows as typed.",
    explanation: """
      `[text][name]` needs a line `[name]: target` somewhere on the page, and `[^1]` a line \
      `[^1]: the note`. Without it the brackets show in the text. Write `\\[` for a real bracket.
      """,
    bad: """
      # Fees

      See [the list][fees].

      """,
    good: """
      # Fees

      See [the list][fees].

      [fees]: https://example.org

      """)

  static func findings(on page: Page) -> [Diagnostic] {
    var places = InlinePlaces(page)
    let tree = page.tree
    var found: [Diagnostic] = []
    for (index, node) in tree.nodes.enumerated() where node.kind == .text {
      let literal = tree.slice(node.text)
      // Hardly a text has one.
      guard literal.position(of: UInt8(ascii: "]")) != nil else { continue }
      for text in references(in: literal) {
        let place = places.place(of: text, at: index, offset: text.startIndex - literal.startIndex)
        if isEscaped(place, in: page.file, text) { continue }
        let written = String(decoding: text, as: UTF8.self)
        found.append(
          Diagnostic(
            rule, at: page.path, place, "\(written) has no definition on this page",
            help: "add its definition, or write \\[ for a real bracket"))
      }
    }
    return found
  }

  /// Whether one of the brackets is a real one, written `\[` or as an entity.
  private static func isEscaped(
    _ place: Range<Int>, in file: SourceFile, _ text: ArraySlice<UInt8>
  ) -> Bool {
    !file.holds(text, at: place.lowerBound) || file.isEscaped(at: place.lowerBound)
  }

  /// `[^name]` and `[text][name]` in literal text; brackets inside each other count from the inmost.
  private static func references(in text: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    var result: [ArraySlice<UInt8>] = []
    var open: Int?
    /// Where a bracketed text begins that ends right before `open`.
    var before: Int?
    for index in text.indices {
      switch text[index] {
      case UInt8(ascii: "["):
        let follows = before != nil && text[index - 1] == UInt8(ascii: "]")
        if !follows { before = nil }
        open = index
      case UInt8(ascii: "]"):
        guard let start = open else { continue }
        open = nil
        let isEmpty = index == start + 1
        if !isEmpty, text[start + 1] == UInt8(ascii: "^") {
          if index > start + 2 { result.append(text[start...index]) }
          before = nil
        } else if let first = before {
          if !isEmpty { result.append(text[first...index]) }
          before = nil
        } else {
          before = isEmpty ? nil : start
        }
      default: continue
      }
    }
    return result
  }
}
