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

  /// Sorts by counting; `places` are those of the part's records, ascending in the index.
  init(_ postings: PostingBuffer, _ places: [RecordOrder.Place], _ impact: Impact) {
    var ends = [Int](repeating: 0, count: postings.words.count)
    var records = [Int32](repeating: 0, count: postings.count)
    var marks = [UInt8](repeating: 0, count: postings.count)
    for group in postings.groups { ends[group] += 1 }
    var next = 0
    for group in ends.indices { (ends[group], next) = (next, next + ends[group]) }
    for place in places {
      let prominence = postings.prominences[place.record]
      let divisors = impact.divisors(postings.lengths, record: place.record)
      postings.forEach(of: place.record) { group, counts in
        let value = impact.value(counts, divisors)
        let heading: UInt8 = counts & Self.headings == 0 ? 0 : 64
        records[ends[group]] = Int32(place.number)
        marks[ends[group]] = UInt8(max(1, value * prominence / 64)) | heading
        ends[group] += 1
      }
    }
    (self.ends, self.records, self.marks) = (ends, records, marks)
  }

  /// Every field of ``SearchField/isHeading`` in counts of postings.
  private static let headings = SearchField.allCases.filter(\.isHeading)
    .reduce(UInt64(0)) { $0 | 0xFF << UInt64($1.rawValue * 8) }
}
