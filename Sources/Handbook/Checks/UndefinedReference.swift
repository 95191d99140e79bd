// undefined-reference: `[text][name]` or `[^1]` without a definition stays as typed.

internal import CommonMark

enum UndefinedReference {
  static let rule = Rule(
    "undefined-reference", .warning, "A reference has no definition, so it shows as typed.",
    explanation: """
      `[text][name]` needs a line `[name]: target` somewhere on the page, and `[^1]` a line \
      `[^1]: the note`. Without it the brackets show in the text. Write `\\[` for a real bracket.
      """,
    bad: "# Fees\n\nSee [the list][fees].\n", good: "# Fees\n\nSee [the list][fees].\n\n[fees]: https://example.org\n")

  static func findings(on page: Page) -> [Diagnostic] {
    page.tree.nodes.enumerated().flatMap { index, node -> [Diagnostic] in
      guard node.kind == .text else { return [] }
      return references(in: page.tree.slice(node.text)).compactMap { text in
        guard let range = page.file.range(of: text, in: page.blockRange(of: index)) else {
          return nil
        }
        return Diagnostic(
          rule, at: page.path, range, "\(text) has no definition on this page",
          help: "add its definition, or write \\[ for a real bracket")
      }
    }
  }

  /// `[^name]` and `[text][name]` in literal text.
  private static func references(in text: ArraySlice<UInt8>) -> [String] {
    var result: [String] = []
    var index = text.startIndex
    while let open = text[index...].firstIndex(of: UInt8(ascii: "[")) {
      index = open + 1
      guard let close = text[index...].firstIndex(of: UInt8(ascii: "]")) else { break }
      let next = close + 1
      if index < close, text[index] == UInt8(ascii: "^"), close > index + 1 {
        result.append(String(decoding: text[open...close], as: UTF8.self))
        index = next
      } else if next < text.endIndex, text[next] == UInt8(ascii: "["),
        let end = text[next...].firstIndex(of: UInt8(ascii: "]")), end > next + 1, close > index
      {
        result.append(String(decoding: text[open...end], as: UTF8.self))
        index = end + 1
      }
    }
    return result
  }
}
