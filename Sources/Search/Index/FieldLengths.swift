// How long the fields of some records are, all together.

/// Sums over records: whole numbers, which no order of adding changes.
struct FieldLengths: Sendable, Equatable {
  /// Words of each field, in the order of ``SearchField``.
  private(set) var sums = [Int](repeating: 0, count: SearchField.count)
  /// Records that have a word in it.
  private(set) var owners = [Int](repeating: 0, count: SearchField.count)

  /// Adds records; `lengths` has all fields of one after the other, as in ``PostingBuffer/lengths``.
  mutating func add(_ lengths: ArraySlice<Int32>) {
    for (index, length) in lengths.enumerated() where length > 0 {
      sums[index % SearchField.count] += Int(length)
      owners[index % SearchField.count] += 1
    }
  }
}
