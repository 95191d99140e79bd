// The postings of a part in the order of its groups, as the index will give them.

/// Records and impacts, group by group.
package struct PostingColumns: Sendable {
  /// The record of each posting, ascending within a group.
  private(set) var records: [Int32]
  /// The impact of each posting, plus 64 if the word stands in the heading.
  private(set) var marks: [UInt8]
  private var ends: [Int]

  /// How many groups the part has.
  var count: Int { ends.count }

  /// The postings of one of the part's own groups.
  func range(_ group: Int) -> Range<Int> { (group == 0 ? 0 : ends[group - 1])..<ends[group] }

  /// Sorts by counting; `runs` are those of the part, ascending.
  init(_ part: IndexPart, _ runs: [RecordOrder.Run], _ impact: Impact) {
    let postings = part.postings
    let groups = postings.groups
    ends = [Int](repeating: 0, count: postings.words.count)
    records = [Int32](repeating: 0, count: groups.count)
    marks = [UInt8](repeating: 0, count: groups.count)
    for group in groups { ends[Int(group)] += 1 }
    var next = 0
    for group in ends.indices { (ends[group], next) = (next, next + ends[group]) }
    for run in runs {
      for (place, record) in part.kinds[run.kind].enumerated() {
        let number = Int32(run.numbers.lowerBound + place)
        for posting in postings.range(Int(record)) {
          let group = Int(groups[posting])
          records[ends[group]] = number
          marks[ends[group]] = Self.mark(of: posting, of: Int(record), in: postings, impact)
          ends[group] += 1
        }
      }
    }
  }

  /// Every field of ``SearchField/isHeading`` in counts of postings.
  private static let headings = SearchField.allCases.filter(\.isHeading)
    .reduce(UInt64(0)) { $0 | 0xFF << UInt64($1.rawValue * 8) }

  private static func mark(
    of posting: Int, of record: Int, in postings: PostingBuffer, _ impact: Impact
  ) -> UInt8 {
    let counts = postings.counts[posting]
    let value = impact.value(counts, postings.lengths, record: record)
    let heading: UInt8 = counts & headings == 0 ? 0 : 64
    return UInt8(max(1, value * postings.prominences[record] / 64)) | heading
  }
}
