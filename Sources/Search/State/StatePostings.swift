// The postings of a state, those of changed records left out and put in anew.

extension PostingColumns {
  /// Reads the postings of a state by other numbers of records, ascending like their own; nil where it
  /// is damaged.
  ///
  /// The groups are those of the state; records of number -1 are left out.
  init?(_ state: IndexState, _ numbers: [Int32]) {
    var reader = PackedReader(state.bytes, state.postings)
    var ends = reader.numbers(min(reader.number(), state.postings.count))
    let count = ends.reduce(0, &+)
    guard count >= 0, count <= state.postings.count / 2 else { return nil }
    var records = [Int32](repeating: 0, count: count)
    var marks = [UInt8](repeating: 0, count: count)
    var next = 0
    for group in ends.indices {
      var record = 0
      for _ in 0..<ends[group] {
        record = record &+ reader.number()
        let mark = reader.byte()
        guard numbers.indices.contains(record), next < count, !reader.isDamaged else {
          return nil
        }
        if numbers[record] < 0 { continue }
        records[next] = numbers[record]
        marks[next] = mark
        next += 1
      }
      ends[group] = next
    }
    guard reader.isAtEnd, !reader.isDamaged else { return nil }
    records.removeLast(count - next)
    marks.removeLast(count - next)
    self.init(records: records, marks: marks, ends: ends)
  }

  /// These postings with those of other records.
  ///
  /// - Parameters:
  ///   - other: postings of records that this has none of.
  ///   - own: for each group of the result the one here; -1 for none.
  ///   - others: the same for those of `other`.
  /// - Returns: by the groups of the result.
  func merged(
    with other: PostingColumns, own: [Int32], others: [Int32]
  ) -> PostingColumns {
    var (records, marks, ends) = ([Int32](), [UInt8](), [Int]())
    records.reserveCapacity(self.records.count + other.records.count)
    marks.reserveCapacity(self.records.count + other.records.count)
    for group in own.indices {
      var rest = own[group] < 0 ? 0..<0 : range(Int(own[group]))
      for posting in others[group] < 0 ? 0..<0 : other.range(Int(others[group])) {
        let record = other.records[posting]
        let end = self.records[rest].firstIndex { $0 > record } ?? rest.upperBound
        records += self.records[rest.lowerBound..<end] + [record]
        marks += self.marks[rest.lowerBound..<end] + [other.marks[posting]]
        rest = end..<rest.upperBound
      }
      records += self.records[rest]
      marks += self.marks[rest]
      ends.append(records.count)
    }
    return PostingColumns(records: records, marks: marks, ends: ends)
  }
}
