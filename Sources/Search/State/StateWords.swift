// The words of a state, without those that only changed pages held.

/// The words that stand, in the order of the dictionary.
struct StateWords {
  /// Of the words that pages still hold.
  private(set) var held = WordGroups()
  /// Of each word of ``held`` the number by which pages know it.
  private(set) var ids: [Int32] = []
  /// Of each word of ``held`` how many pages hold it, those left out that changed.
  private(set) var holders: [Int32] = []
  private(set) var nextID = 0
  /// For each group of the state the group of ``held``; -1 where no page holds it.
  private(set) var groups: [Int32] = []

  /// More than there are pages, or words in all of their versions.
  private static let most = 1 << 30

  /// Reads the words of a state without `changed` pages; nil where it is damaged.
  init?(_ state: IndexState, without changed: [Int]) {
    var reader = PackedReader(state.bytes, state.words)
    nextID = reader.number()
    // There are no more of either than bytes.
    guard nextID < Self.most, reader.number() <= state.words.count else { return nil }
    var lost: [Int: Int] = [:]
    for page in changed { state.tallies.forEachWord(of: page) { lost[$0, default: 0] += 1 } }
    var (form, stems) = ([UInt8](), [[UInt8]]())
    while !reader.isAtEnd, !reader.isDamaged {
      guard Self.read(&form, &reader, state.bytes) else { return nil }
      let id = reader.number()
      let left = reader.number() - (lost[id] ?? 0)
      let group = groups.count - reader.number()
      if group == groups.count {
        var stem = form
        guard Self.read(&stem, &reader, state.bytes) else { return nil }
        groups.append(-1)
        stems.append(stem)
      }
      guard stems.indices.contains(group), 0..<Self.most ~= left, id < nextID else { return nil }
      if left == 0 { continue }
      guard let own = held.add(form, stem: stems[group]) else { return nil }
      groups[group] = own
      ids.append(Int32(id))
      holders.append(Int32(left))
    }
    if reader.isDamaged { return nil }
  }

  /// Puts a word in the place of the one that it shares its beginning with.
  private static func read(
    _ word: inout [UInt8], _ reader: inout PackedReader, _ bytes: [UInt8]
  ) -> Bool {
    let shared = reader.number()
    let rest = reader.run()
    guard shared <= word.count, !reader.isDamaged else { return false }
    word.removeSubrange(shared...)
    word.append(from: bytes, rest)
    return word.allSatisfy { $0 < 0x80 } || String(validating: word, as: UTF8.self) != nil
  }

  /// Takes in the words of pages as they are now.
  ///
  /// - Returns: for each word of `part` its id, and for each group of it that of ``held``.
  mutating func merge(
    _ part: WordGroups, heldBy tallies: PageTallies
  ) -> (ids: [Int32], groups: [Int32]) {
    let merged = held.merge(part)
    while ids.count < held.vocabulary.count {
      ids.append(Int32(nextID))
      holders.append(0)
      nextID += 1
    }
    for page in 0..<tallies.count {
      tallies.forEachWord(of: page) { holders[Int(merged.words[$0])] += 1 }
    }
    return (merged.words.map { ids[Int($0)] }, merged.groups)
  }
}
