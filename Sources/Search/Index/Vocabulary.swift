// Every word of the handbook once, numbered in order of appearance.

internal import Text

/// Words to numbers: an open hash table over one run of bytes.
struct Vocabulary: Sendable {
  private(set) var bytes: [UInt8] = []
  private var ends: [Int] = []
  /// Number of a word plus one, or 0, below the upper half of its hash; always a power of two of
  /// them, at most half in use.
  private var slots = [UInt64](repeating: 0, count: 1024)
  private var hashes: [UInt64] = []

  var count: Int { ends.count }

  func range(_ word: Int) -> Range<Int> { (word == 0 ? 0 : ends[word - 1])..<ends[word] }

  subscript(word: Int) -> ArraySlice<UInt8> { bytes[range(word)] }

  /// The number of a word, which is added if it is new.
  mutating func intern(_ source: [UInt8], _ word: Range<Int>) -> Int {
    let hash = StableHash.of(source, word)
    let (slot, number) = find(source, word, hash)
    if let number { return number }
    bytes.append(contentsOf: source[word])
    ends.append(bytes.count)
    hashes.append(hash)
    slots[slot] = Self.slot(count, hash)
    if count * 2 > slots.count { grow() }
    return count - 1
  }

  /// The number of a word; nothing where it was never added.
  func number(of word: [UInt8]) -> Int? {
    find(word, word.indices, StableHash.of(word, word.indices)).number
  }

  /// The numbers of all words, in the order of the dictionary.
  func sorted() -> [Int] {
    // Most words differ in their first eight bytes, which compare as one number.
    let keys = (0..<count).map { (beginning: FrontCoding.beginning(self[$0]), word: $0) }
    return keys.sorted { one, other in
      one.beginning == other.beginning
        ? FrontCoding.isBefore(self[one.word], self[other.word])
        : one.beginning < other.beginning
    }.map(\.word)
  }

  /// The slot of a word with its number, or the free one that it would take.
  private func find(
    _ source: [UInt8], _ word: Range<Int>, _ hash: UInt64
  ) -> (slot: Int, number: Int?) {
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let number = Int(slots[slot] & 0xFFFF_FFFF) - 1
      if slots[slot] == Self.slot(number + 1, hash), isWord(number, source, word, hash) {
        return (slot, number)
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    return (slot, nil)
  }

  /// Whether a known word is the one looked for.
  ///
  /// The hash of up to seven bytes tells them from all others as short: nothing is lost in mixing.
  private func isWord(
    _ number: Int, _ source: [UInt8], _ word: Range<Int>, _ hash: UInt64
  ) -> Bool {
    let own = range(number)
    guard own.count == word.count, hashes[number] == hash else { return false }
    if word.count < 8 { return true }
    for offset in 0..<word.count
    where bytes[own.lowerBound + offset] != source[word.lowerBound + offset] { return false }
    return true
  }

  private static func slot(_ number: Int, _ hash: UInt64) -> UInt64 {
    hash & 0xFFFF_FFFF_0000_0000 | UInt64(number)
  }

  private mutating func grow() {
    slots = [UInt64](repeating: 0, count: slots.count * 2)
    for (word, hash) in hashes.enumerated() {
      var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Self.slot(word + 1, hash)
    }
  }
}
