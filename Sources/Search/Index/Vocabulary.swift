// Every word of the handbook once, numbered in order of appearance.

/// Words to numbers: an open hash table over one run of bytes.
struct Vocabulary: Sendable {
  private(set) var bytes: [UInt8] = []
  private var ends: [Int] = []
  /// Number of a word plus one, or 0; always a power of two of them, at most half in use.
  private var slots = [Int32](repeating: 0, count: 1024)
  private var hashes: [UInt64] = []

  var count: Int { ends.count }

  func range(_ word: Int) -> Range<Int> { (word == 0 ? 0 : ends[word - 1])..<ends[word] }

  subscript(word: Int) -> ArraySlice<UInt8> { bytes[range(word)] }

  /// The number of a word, which is added if it is new.
  mutating func intern(_ source: [UInt8], _ word: Range<Int>) -> Int {
    let hash = FNV.hash(source, word)
    let slot = slot(of: source, word, hash)
    if slots[slot] != 0 { return Int(slots[slot]) - 1 }
    bytes.append(contentsOf: source[word])
    ends.append(bytes.count)
    hashes.append(hash)
    slots[slot] = Int32(count)
    if count * 2 > slots.count { grow() }
    return count - 1
  }

  /// The number of a word; nothing where it was never added.
  func number(of word: [UInt8]) -> Int? {
    let slot = slot(of: word, word.indices, FNV.hash(word, word.indices))
    return slots[slot] == 0 ? nil : Int(slots[slot]) - 1
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

  /// The slot of a word, or the free one that it would take.
  private func slot(of source: [UInt8], _ word: Range<Int>, _ hash: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let candidate = Int(slots[slot]) - 1
      if hashes[candidate] == hash, isEqual(candidate, source, word) { return slot }
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }

  private func isEqual(_ number: Int, _ source: [UInt8], _ word: Range<Int>) -> Bool {
    let own = range(number)
    guard own.count == word.count else { return false }
    for offset in 0..<own.count
    where bytes[own.lowerBound + offset] != source[word.lowerBound + offset] { return false }
    return true
  }

  private mutating func grow() {
    slots = [Int32](repeating: 0, count: slots.count * 2)
    for (word, hash) in hashes.enumerated() {
      var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(word + 1)
    }
  }
}

/// A 64-bit hash that is the same on every machine and in every run.
///
/// - Source: *FNV-1a*, RFC 9923.
enum FNV {
  static func hash(_ bytes: [UInt8], _ range: Range<Int>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes[range] { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return hash ^ hash >> 32
  }
}
