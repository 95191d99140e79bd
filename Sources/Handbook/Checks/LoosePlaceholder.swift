// placeholder: a known name in braces that are not two and two, which shows as typed.

internal import CommonMark
internal import Text

enum LoosePlaceholder {
  /// `{client}`, `{ {client} }` and `{{client}` with a name that is declared.
  static func findings(on page: Page, among names: Set<String>) -> [Diagnostic] {
    if names.isEmpty { return [] }
    var places = InlinePlaces(page)
    var found: [Diagnostic] = []
    for (index, node) in page.tree.nodes.enumerated() where node.kind == .text {
      let text = page.tree.slice(node.text)
      for (name, source) in written(in: text) where names.contains(name) {
        let place = places.place(
          of: source, at: index, offset: source.startIndex - text.startIndex)
        // A backslash says that the brace is meant.
        guard page.file.holds(source, at: place.lowerBound),
          !page.file.isEscaped(at: place.lowerBound)
        else { continue }
        found.append(
          Diagnostic(
            UnknownPlaceholder.rule, at: page.path, place,
            "\(String(decoding: source, as: UTF8.self)) shows as typed",
            help: "write {{\(name)}} to have it filled", fix: Fix(place, "{{\(name)}}"),
            severity: .warning))
      }
    }
    return found
  }

  /// Names between braces that make no hole.
  private static func written(
    in text: ArraySlice<UInt8>
  ) -> [(name: String, source: ArraySlice<UInt8>)] {
    var found: [(String, ArraySlice<UInt8>)] = []
    var rest = text
    while let start = rest.position(of: UInt8(ascii: "{")) {
      let inner = text[start...].drop { $0 == UInt8(ascii: "{") || $0 == 0x20 }
      let name = inner.prefix { $0.isLetter || $0.isDigit || "-_".utf8.contains($0) }
      rest = text[max(name.endIndex, start + 1)...]
      let opened = text[start..<name.startIndex].count { $0 == UInt8(ascii: "{") }
      guard !name.isEmpty, let end = end(of: rest, closing: opened) else { continue }
      let source = text[start..<end]
      rest = text[end...]
      if opened > 2 || isHole(source) { continue }
      found.append((String(decoding: name, as: UTF8.self), source))
    }
    return found
  }

  /// Behind the braces that close as many as were opened; those that are there, where some lack.
  private static func end(of text: ArraySlice<UInt8>, closing opened: Int) -> Int? {
    var (end, closed): (Int?, Int) = (nil, 0)
    for index in text.indices {
      if text[index] == UInt8(ascii: "}") {
        (end, closed) = (index + 1, closed + 1)
        if closed == opened { break }
      } else if text[index] != 0x20 {
        break
      }
    }
    return end
  }

  private static func isHole(_ source: ArraySlice<UInt8>) -> Bool {
    Placeholder.segments(of: source).contains {
      if case .hole = $0 { true } else { false }
    }
  }
}
