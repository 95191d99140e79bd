// The state of an index as bytes.

/// Writes what ``IndexState`` reads.
struct StateWriter {
  private let shelf: IndexShelf
  private let pages: IndexPages
  private let keys: [String]
  private let terms: TermGroups
  private let postings: TermPostings
  /// The groups that records hold, in the order of their first form that they hold.
  private let groups: [Int]
  /// The place of each group there; -1 for those of synonyms alone.
  private let places: [Int]

  init(shelf: IndexShelf, pages: IndexPages, keys: [String]) {
    (self.shelf, self.pages, self.keys) = (shelf, pages, keys)
    terms = shelf.writer.terms.terms
    postings = shelf.writer.terms.postings
    var groups: [Int] = []
    var places = [Int](repeating: -1, count: terms.count)
    for (word, group) in terms.dictionary
    where word < pages.holders.count && pages.holders[word] > 0 && places[group] < 0 {
      places[group] = groups.count
      groups.append(group)
    }
    (self.groups, self.places) = (groups, places)
  }

  var bytes: [UInt8] {
    let count = groups.reduce(0) { $0 + postings.frequencies[$1] }
    var bytes = IndexState.format
    // What is more than needed is never touched.
    bytes.reserveCapacity(
      count * 4 + pages.tallies.size + terms.dictionary.count * 64 + shelf.sections.count * 12)
    bytes.append(run: IndexState.text(of: shelf.writer.options))
    precondition(
      keys.allSatisfy { $0.utf8.count == IndexState.keyLength }, "a key of another length")
    bytes.append(run: keys.flatMap(\.utf8))
    bytes.append(run: [UInt8](IndexWriter.hash(shelf.sections).utf8))
    PackedNumber.append(shelf.sections.count, to: &bytes)
    for shard in shelf.sections { PackedNumber.append(shard.size, to: &bytes) }
    for shard in shelf.sections {
      for place in 0..<8 { bytes.append(UInt8(truncatingIfNeeded: shard.hash >> (place * 8))) }
    }
    pages.tallies.write(to: &bytes)
    bytes.append(run: wordBytes())
    appendPostings(to: &bytes)
    return bytes
  }

  /// The words that pages hold in the order of the dictionary, each with its group; before the first
  /// of a group, the stem of it.
  private func wordBytes() -> [UInt8] {
    var bytes: [UInt8] = []
    PackedNumber.append(pages.nextID, to: &bytes)
    PackedNumber.append(groups.count, to: &bytes)
    var known = 0
    var previous: ArraySlice<UInt8> = []
    for (word, group) in terms.dictionary
    where word < pages.holders.count && pages.holders[word] > 0 {
      let form = terms.vocabulary[word]
      Self.append(form, after: previous, to: &bytes)
      previous = form
      PackedNumber.append(Int(pages.ids[word]), to: &bytes)
      PackedNumber.append(Int(pages.holders[word]), to: &bytes)
      PackedNumber.append(known - places[group], to: &bytes)
      if places[group] == known {
        known += 1
        let stem = terms.words.stem(of: Int(terms.words.groups[word]))
        Self.append(stem, after: form, to: &bytes)
      }
    }
    return bytes
  }

  /// What two words share at the beginning, and the rest of the second.
  private static func append(
    _ word: ArraySlice<UInt8>, after previous: ArraySlice<UInt8>, to bytes: inout [UInt8]
  ) {
    let shared = zip(word, previous).prefix { $0 == $1 }.count
    PackedNumber.append(shared, to: &bytes)
    PackedNumber.append(word.count - shared, to: &bytes)
    bytes += word.dropFirst(shared)
  }

  /// How many postings each group has, then of each the distance of its record and its mark.
  private func appendPostings(to bytes: inout [UInt8]) {
    PackedNumber.append(groups.count, to: &bytes)
    for group in groups { PackedNumber.append(postings.frequencies[group], to: &bytes) }
    for group in groups {
      var last = 0
      postings.forEach(of: group) { record, mark in
        PackedNumber.append(record - last, to: &bytes)
        bytes.append(mark)
        last = record
      }
    }
  }
}
