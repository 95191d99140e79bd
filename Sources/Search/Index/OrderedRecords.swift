// The records as an index numbers them: kind by kind, in reading order within a kind.

/// Records in the order of the index, without moving them.
struct OrderedRecords {
  private let records: [SearchRecord]
  /// The place in `records` of each record of the index.
  private let order: [Int]
  /// The first record of each kind, in the order of ``SearchRecord/Kind``.
  let firsts: [Int]

  init(_ records: [SearchRecord]) {
    self.records = records
    var kinds: [[Int]] = SearchRecord.Kind.allCases.map { _ in [] }
    for place in records.indices { kinds[records[place].kind.number].append(place) }
    order = kinds.flatMap(\.self)
    var firsts: [Int] = []
    var next = 0
    for kind in kinds {
      firsts.append(next)
      next += kind.count
    }
    self.firsts = firsts
  }

  var count: Int { order.count }

  subscript(number: Int) -> SearchRecord { _read { yield records[order[number]] } }
}

extension SearchRecord.Kind {
  /// Its place in the order of the index.
  fileprivate var number: Int {
    switch self {
    case .phrase: 0
    case .step: 1
    case .question: 2
    case .section: 3
    case .card: 4
    case .page: 5
    }
  }
}
