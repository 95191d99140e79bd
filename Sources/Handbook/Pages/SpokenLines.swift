// The lines of a page as hashes of words in a row: so two pages are compared without their texts.

/// What a page tells staff to say, and what to avoid.
///
/// Each line is known by its shingles: the hashes of each three words that follow each other; a shorter
/// line has one, of all its words. A line that stands in another has no shingle that the other lacks.
///
/// - Source: Broder, *On the resemblance and containment of documents*, 1997.
package struct SpokenLines: Sendable, Equatable {
  /// Words of a shingle; lines to avoid of fewer are not looked for inside others.
  static let length = 3

  /// The shingles of all lines to say, ascending, each once.
  package let said: [UInt32]
  /// Of each line to avoid the number of its shingles, then those.
  package let avoided: [UInt32]

  package init(said: [UInt32], avoided: [UInt32]) {
    (self.said, self.avoided) = (said, avoided)
  }

  /// The lines of phrases.
  init(_ phrases: [Phrase]) {
    said = Set(phrases.lazy.compactMap(\.say).flatMap { Self.shingles(of: $0.text) }).sorted()
    avoided = phrases.lazy.compactMap(\.avoid).flatMap { avoid in
      AvoidedPhrase.alternatives(of: avoid.text).flatMap { line in
        let shingles = Self.shingles(of: line)
        return shingles.isEmpty ? [] : [UInt32(shingles.count)] + shingles
      }
    }
  }

  /// Calls `body` with the shingles of each line to avoid.
  func forEachAvoided(_ body: (ArraySlice<UInt32>) -> Void) {
    var next = 0
    while next < avoided.count {
      let end = min(avoided.count, next + 1 + Int(avoided[next]))
      body(avoided[next + 1..<max(end, next + 1)])
      next = max(end, next + 1)
    }
  }

  /// Whether the page may say a line of these shingles.
  func maySay(_ shingles: ArraySlice<UInt32>) -> Bool { shingles.allSatisfy(has) }

  private func has(_ shingle: UInt32) -> Bool {
    var (low, high) = (0, said.count)
    while low < high {
      let middle = (low + high) / 2
      if said[middle] < shingle { low = middle + 1 } else { high = middle }
    }
    return low < said.count && said[low] == shingle
  }

  private static func shingles(of text: String) -> [UInt32] {
    let words = SpokenWords.hashes(of: text)
    if words.isEmpty { return [] }
    let length = min(Self.length, words.count)
    return (0...words.count - length).map { start in
      words[start..<start + length].reduce(UInt32(length)) { ($0 ^ $1) &* 0x0100_0193 }
    }
  }
}
