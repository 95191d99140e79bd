// The lines to avoid as a later build needs them: without the texts that hold them.

/// Hashes of all lines to avoid; who meets none of them says none of the lines.
package struct AvoidedLines: Sendable {
  /// Of every page and what it tells staff to avoid.
  package let key: ContentHash
  /// Of each line's words.
  package let hashes: Set<ContentHash>
  /// How many words lines have that are looked for inside others.
  package let lengths: [Int]

  package init(key: ContentHash, hashes: Set<ContentHash>, lengths: [Int]) {
    self.key = key
    self.hashes = hashes
    self.lengths = lengths
  }

  /// What tells a handbook's lines to avoid from another's.
  static func key(of handbook: Handbook) -> ContentHash {
    ContentHash(lines: handbook.pages.map { "\($0.path.text) \($0.outline.avoided.hex)" })
  }

  /// Whether a line to say may be one of the lines, or hold one.
  func mayBeIn(_ text: String?) -> Bool {
    guard let text, !hashes.isEmpty else { return false }
    let words = SpokenWords.of(text)
    func isHeld(_ words: some Sequence<String>) -> Bool {
      hashes.contains(ContentHash(Array(words.joined(separator: " ").utf8)))
    }
    return isHeld(words)
      || lengths.contains { length in
        words.indices.contains { start in
          start + length <= words.count && isHeld(words[start..<start + length])
        }
      }
  }
}
