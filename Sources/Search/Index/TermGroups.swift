// The groups of words in their final order, with their postings.

/// The dictionary and the postings as an index numbers them.
///
/// Groups are numbered by their first form in dictionary order, so that neighbours in the
/// dictionary are neighbours on disk.
struct TermGroups {
  /// A group's forms in dictionary order, as numbers of the vocabulary.
  private(set) var forms: [[Int]] = []
  /// All words of the vocabulary in dictionary order, with the number of their group.
  private(set) var dictionary: [(word: Int, group: Int)] = []
  /// Group numbers of the buffer to numbers of the index.
  private(set) var numbers: [Int]
  let buffer: PostingBuffer
  private let columns: Columns
  /// Forms whose groups are worth ``weakRarity`` at most.
  private let weak: Set<[UInt8]>
  /// What a word of two thirds of all records is worth.
  private static let weakRarity = 28

  /// Numbers the groups; the forms `weak` say little however rare they are.
  init(_ buffer: PostingBuffer, weak: [String]) {
    self.buffer = buffer
    self.weak = Set(weak.map { [UInt8]($0.utf8) })
    columns = Columns(buffer)
    numbers = [Int](repeating: -1, count: buffer.groupCount)
    for word in buffer.vocabulary.sorted() {
      let group = Int(buffer.groups[word])
      if numbers[group] < 0 {
        numbers[group] = forms.count
        forms.append([])
        sources.append(group)
      }
      forms[numbers[group]].append(word)
      dictionary.append((word, numbers[group]))
    }
  }

  /// Group numbers of the index to numbers of the buffer.
  private var sources: [Int] = []

  var count: Int { forms.count }

  /// How many records hold a group.
  func frequency(_ group: Int) -> Int { columns.range(sources[group]).count }

  /// See ``Impact/rarity(of:among:)``; weak words are worth less.
  func rarity(_ group: Int) -> Int {
    let rarity = Impact.rarity(of: frequency(group), among: buffer.ends.count)
    let isWeak = forms[group].contains { weak.contains(Array(buffer.vocabulary[$0])) }
    return isWeak ? min(rarity, Self.weakRarity) : rarity
  }

  /// Adds the postings of a group.
  func appendPostings(_ group: Int, to packed: inout PackedPostings) {
    let range = columns.range(sources[group])
    // Of a word of many records other words decide.
    let isCoarse = range.count > IndexFormat.coarseFrom
    var last = 0
    for posting in range {
      let record = Int(columns.records[posting])
      let mark = columns.marks[posting]
      let impact = Int(mark & 63)
      packed.append(
        distance: record - last, impact: isCoarse ? impact & ~3 | 2 : impact,
        isHeading: mark & 64 != 0)
      last = record
    }
  }
}

/// Postings of groups in a row, each sort of number by itself: so they compress better.
struct PackedPostings {
  /// The distance of each posting's record to the one before it in its group, as ``Base64VLQ``.
  private(set) var distances: [UInt8] = []
  /// The impact of each posting, 1 to 63, as one base64 digit.
  private(set) var impacts: [UInt8] = []
  /// The distances between the postings whose word stands in the heading, as ``Base64VLQ``.
  private(set) var headings: [UInt8] = []
  private var lastHeading = 0

  /// UTF-8 bytes.
  var size: Int { distances.count + impacts.count + headings.count }

  mutating func append(distance: Int, impact: Int, isHeading: Bool) {
    Base64VLQ.append(distance, to: &distances)
    if isHeading {
      Base64VLQ.append(impacts.count - lastHeading, to: &headings)
      lastHeading = impacts.count
    }
    impacts.append(Base64VLQ.digits[impact])
  }
}

/// The postings of a buffer put in order of groups, by counting.
private struct Columns {
  /// The record of each posting, ascending within a group.
  private(set) var records: [Int32]
  /// The impact of each posting, plus 64 if the word stands in the heading.
  private(set) var marks: [UInt8]
  private var ends: [Int]

  init(_ buffer: PostingBuffer) {
    let words = buffer.words
    ends = [Int](repeating: 0, count: buffer.groupCount)
    records = [Int32](repeating: 0, count: words.count)
    marks = [UInt8](repeating: 0, count: words.count)
    for word in words { ends[Int(word)] += 1 }
    var next = 0
    for word in ends.indices { (ends[word], next) = (next, next + ends[word]) }
    let impact = Impact(buffer)
    let headings = SearchField.allCases.filter(\.isHeading)
      .reduce(UInt64(0)) { $0 | 0xFF << UInt64($1.rawValue * 8) }
    var posting = 0
    for (record, end) in buffer.ends.enumerated() {
      while posting < end {
        let counts = buffer.counts[posting]
        let value = max(
          1, impact.value(counts, buffer.lengths, record: record) * buffer.prominences[record] / 64)
        let place = ends[Int(words[posting])]
        ends[Int(words[posting])] += 1
        records[place] = Int32(record)
        marks[place] = UInt8(value) | (counts & headings == 0 ? 0 : 64)
        posting += 1
      }
    }
  }

  func range(_ group: Int) -> Range<Int> { (group == 0 ? 0 : ends[group - 1])..<ends[group] }
}
