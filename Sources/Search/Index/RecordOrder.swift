// The records as an index numbers them: kind by kind, in reading order within a kind.

internal import Algorithms

/// Where the records of all parts of an index stand in it.
struct RecordOrder: Sendable {
  /// Records of one kind and one part, which stand together.
  struct Run: Sendable {
    let part: Int
    /// The place in the order of ``SearchRecord/Kind``.
    let kind: Int
    /// Their numbers in the index.
    let numbers: Range<Int>
  }

  /// A record of a part, with its number in the index.
  struct Place: Sendable {
    let record: Int
    let number: Int
  }

  /// All runs that hold a record, in the order of their numbers.
  let runs: [Run]
  /// The first record of each kind, in the order of ``SearchRecord/Kind``.
  let firsts: [Int]
  /// How many records there are.
  let count: Int

  /// Numbers the records of parts that follow each other.
  init(_ parts: [IndexPart]) {
    var runs: [Run] = []
    var firsts: [Int] = []
    var next = 0
    for kind in SearchRecord.Kind.allCases.indices {
      firsts.append(next)
      for (part, records) in parts.map({ $0.kinds[kind] }).enumerated() where !records.isEmpty {
        runs.append(Run(part: part, kind: kind, numbers: next..<next + records.count))
        next += records.count
      }
    }
    (self.runs, self.firsts, count) = (runs, firsts, next)
  }

  /// The places of a part's records, ascending; `kinds` are those of the part.
  func places(of part: Int, _ kinds: [[Int32]]) -> [Place] {
    runs.filter { $0.part == part }.flatMap { run in
      zip(kinds[run.kind], run.numbers).map { Place(record: Int($0), number: $1) }
    }
  }

  /// The run that holds a number, or that comes first behind it.
  func run(at number: Int) -> Int { runs.partitioningIndex { number < $0.numbers.upperBound } }
}

extension SearchRecord.Kind {
  /// Its place in the order of the index.
  var number: Int {
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
