// The postings of all parts, put together group by group.

/// Which records hold which groups, as the index numbers both.
struct TermPostings: Sendable {
  private let columns: [PostingColumns]
  /// For each part its own number of each group; -1 where it does not have the group.
  private let own: [[Int32]]
  private let runs: [RecordOrder.Run]
  /// How many records hold each group.
  let frequencies: [Int]
  /// See ``Impact/rarity(of:among:)``; weak words are worth less.
  let rarities: [Int]

  /// Puts the columns of all parts together; `numbers` has for each part the number in the index
  /// of each of its groups.
  init(_ columns: [PostingColumns], numbers: [[Int]], _ terms: TermGroups, _ order: RecordOrder) {
    var frequencies = [Int](repeating: 0, count: terms.count)
    var own: [[Int32]] = []
    for (part, columns) in columns.enumerated() {
      var known = [Int32](repeating: -1, count: terms.count)
      for group in 0..<columns.count {
        known[numbers[part][group]] = Int32(group)
        frequencies[numbers[part][group]] += columns.range(group).count
      }
      own.append(known)
    }
    rarities = frequencies.enumerated().map { group, frequency in
      let rarity = Impact.rarity(of: frequency, among: order.count)
      return terms.isWeak[group] ? min(rarity, TermGroups.weakRarity) : rarity
    }
    (self.columns, self.own, self.frequencies) = (columns, own, frequencies)
    runs = order.runs
  }

  /// Calls `body` with the postings of a group, by record; a mark is one of ``PostingColumns/marks``.
  @inline(__always)
  func forEach(of group: Int, _ body: (_ record: Int, _ mark: UInt8) -> Void) {
    var rest = columns.indices.map { part in
      own[part][group] < 0 ? 0..<0 : columns[part].range(Int(own[part][group]))
    }
    for run in runs {
      var next = rest[run.part].lowerBound
      let end = rest[run.part].upperBound
      while next < end {
        let record = Int(columns[run.part].records[next])
        if record >= run.numbers.upperBound { break }
        body(record, columns[run.part].marks[next])
        next += 1
      }
      rest[run.part] = next..<end
    }
  }

  /// Adds the postings of a group, by record.
  func append(_ group: Int, to packed: inout PackedPostings) {
    // Of a word of many records other words decide.
    let isCoarse = frequencies[group] > IndexFormat.coarseFrom
    var last = 0
    forEach(of: group) { record, mark in
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
    impacts.append(Base64VLQ.digit(impact))
  }
}
