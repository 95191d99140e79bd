// The tags of a page as words of the index.

/// A tag as it stands in the dictionary: `#`, then its folded words with hyphens between.
///
/// No text holds such a word, so a tag is found by asking for it only.
enum Tag {
  static let mark = UInt8(ascii: "#")

  /// The word for a tag; nothing if it holds no word.
  static func word(_ tag: String, with analyzer: inout Analyzer) -> [UInt8]? {
    analyzer.read([UInt8](tag.utf8))
    let tokens = analyzer.tokens
    let parts = (0..<tokens.count).filter { tokens.roles[$0] != .joined }
    guard !parts.isEmpty else { return nil }
    return [mark] + parts.map { Array(tokens.bytes[tokens.range($0)]) }.joined(separator: [0x2D])
  }
}
