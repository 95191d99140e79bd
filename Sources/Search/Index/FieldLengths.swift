// How long the fields of some records are, all together.

/// Sums over records: whole numbers, which no order of adding changes.
struct FieldLengths: Sendable, Equatable {
  /// Words of each field, in the order of ``SearchField``.
  private(set) var sums = [Int](repeating: 0, count: SearchField.count)
  /// Records that have a word in it.
  private(set) var owners = [Int](repeating: 0, count: SearchField.count)

  init() {}

  init(sums: ArraySlice<Int32>, owners: ArraySlice<Int32>) {
    self.sums = sums.map { Int($0) }
    self.owners = owners.map { Int($0) }
  }

  /// Adds records; `lengths` has all fields of one after the other, as in ``PostingBuffer/lengths``.
  mutating func add(_ lengths: ArraySlice<Int32>) {
    for (index, length) in lengths.enumerated() where length > 0 {
      sums[index % SearchField.count] += Int(length)
      owners[index % SearchField.count] += 1
    }
  }

  mutating func add(_ other: FieldLengths) {
    for field in sums.indices {
      sums[field] += other.sums[field]
      owners[field] += other.owners[field]
    }
  }

  /// Takes out what was added.
  mutating func remove(_ other: FieldLengths) {
    for field in sums.indices {
      sums[field] -= other.sums[field]
      owners[field] -= other.owners[field]
    }
  }
}
