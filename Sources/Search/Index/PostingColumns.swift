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
  init(_ postings: PostingBuffer, _ kinds: [[Int32]], _ runs: [RecordOrder.Run], _ impact: Impact) {
    var ends = [Int](repeating: 0, count: postings.words.count)
    var records = [Int32](repeating: 0, count: postings.count)
    var marks = [UInt8](repeating: 0, count: postings.count)
    for group in postings.groups { ends[group] += 1 }
    var next = 0
    for group in ends.indices { (ends[group], next) = (next, next + ends[group]) }
    for run in runs {
      for (place, record) in kinds[run.kind].enumerated() {
        let number = Int32(run.numbers.lowerBound + place)
        let prominence = postings.prominences[Int(record)]
        postings.forEach(of: Int(record)) { group, counts in
          let value = impact.value(counts, postings.lengths, record: Int(record))
          let heading: UInt8 = counts & Self.headings == 0 ? 0 : 64
          records[ends[group]] = number
          marks[ends[group]] = UInt8(max(1, value * prominence / 64)) | heading
          ends[group] += 1
        }
      }
    }
    (self.ends, self.records, self.marks) = (ends, records, marks)
  }

  /// Every field of ``SearchField/isHeading`` in counts of postings.
  private static let headings = SearchField.allCases.filter(\.isHeading)
    .reduce(UInt64(0)) { $0 | 0xFF << UInt64($1.rawValue * 8) }
}
