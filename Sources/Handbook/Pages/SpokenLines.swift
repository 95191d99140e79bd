// The lines of a page as hashes of words in a row: so two pages are compared without their texts.

internal import Algorithms

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
  /// The shingles of each line to avoid, in its order; none is empty.
  package let avoided: [[UInt32]]

  /// The lines of phrases.
  init(_ phrases: [Phrase]) {
    said = Set(phrases.lazy.compactMap(\.say).flatMap { Self.shingles(of: $0.text) }).sorted()
    avoided = phrases.lazy.compactMap(\.avoid).flatMap { avoid in
      AvoidedPhrase.alternatives(of: avoid.text).map(Self.shingles).filter { !$0.isEmpty }
    }
  }

  /// Whether the page may say a line of these shingles.
  func maySay(_ shingles: [UInt32]) -> Bool { shingles.allSatisfy(has) }

  private func has(_ shingle: UInt32) -> Bool {
    let place = said.partitioningIndex { $0 >= shingle }
    return place < said.count && said[place] == shingle
  }

  static func shingles(of text: String) -> [UInt32] {
    let words = SpokenWords.hashes(of: text)
    if words.isEmpty { return [] }
    let length = min(Self.length, words.count)
    return (0...words.count - length).map { start in
      words[start..<start + length].reduce(UInt32(length)) { ($0 ^ $1) &* 0x0100_0193 }
    }
  }
}
