// `&amp;` and its like in raw HTML, which Markdown leaves as they are there.

internal import CommonMark

/// Reads character references of raw HTML.
package enum CharacterReferences {
  /// A text with its references read, and with `\{{` as Markdown reads it; nil where it has neither.
  ///
  /// The parser of Markdown knows every reference: it gets the text with a backslash before whatever else
  /// could mean something to it.
  package static func decoded(_ text: ArraySlice<UInt8>) -> [UInt8]? {
    let mayHold = text.contains { $0 == UInt8(ascii: "&") || $0 == UInt8(ascii: "\\") }
    guard mayHold else { return nil }
    var markdown: [UInt8] = [UInt8(ascii: "\\"), UInt8(ascii: "|")]
    var rest = text
    var isChanged = false
    while let byte = rest.first {
      if let length = length(of: rest) {
        isChanged = true
        markdown += rest.prefix(length)
        rest = rest.dropFirst(length)
        continue
      }
      if isPunctuation(byte) { markdown.append(UInt8(ascii: "\\")) }
      markdown.append(byte == 0x0A || byte == 0x0D ? 0x20 : byte)
      rest = rest.dropFirst()
    }
    guard isChanged else { return nil }
    markdown.append(contentsOf: "\\|".utf8)
    let tree = MarkupTree(parsing: markdown[...])
    let bytes = tree.nodes.filter { $0.kind == .text }.flatMap { tree.slice($0.text) }
    return Array(bytes.dropFirst().dropLast())
  }

  /// How long the reference or the escape is that a text begins with.
  private static func length(of text: ArraySlice<UInt8>) -> Int? {
    if text.starts(with: "\\{{".utf8) { return 3 }
    guard text.first == UInt8(ascii: "&") else { return nil }
    let name = text.dropFirst().prefix {
      (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "#")
    }
    return !name.isEmpty && text.dropFirst(name.count + 1).first == UInt8(ascii: ";")
      ? name.count + 2 : nil
  }

  private static func isPunctuation(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
    default: false
    }
  }
}
