// The records as an index numbers them: kind by kind, in reading order within a kind.

/// Where the records of all parts of an index stand in it.
struct RecordOrder: Sendable {
  /// Records of one kind and one part, which stand together.
  struct Run: Sendable {
    let part: Int
    /// The place in the order of ``SearchRecord/Kind``.
    let kind: Int
    /// Their numbers in the index, ascending; some may be left out.
    let records: [Int32]

    /// All numbers from the first to the last.
    var numbers: Range<Int> { Int(records[0])..<Int(records[records.count - 1]) + 1 }
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
  /// All numbers are below; see ``RecordLayout/count``.
  let count: Int
  /// How many records there are.
  let records: Int

  /// Numbers the records of parts that follow each other; without blocks it leaves no number out.
  init(_ parts: [IndexPart], _ blocks: RecordBlocks?) {
    let layout = RecordLayout(parts.map { ($0.tallies, 0..<$0.tallies.count) }, blocks)
    var runs: [Run] = []
    for kind in SearchRecord.Kind.allCases.indices {
      var next = 0
      for (number, part) in parts.enumerated() {
        let pages = next..<next + part.tallies.count
        let records = pages.flatMap { layout.records(of: $0, kind) }.map { Int32($0) }
        if !records.isEmpty { runs.append(Run(part: number, kind: kind, records: records)) }
        next = pages.upperBound
      }
    }
    (self.runs, firsts) = (runs, layout.firsts)
    (count, records) = (layout.count, layout.records)
  }

  /// The order of one part, whose postings have the numbers of the index already.
  init(_ layout: RecordLayout) {
    let all = (0..<layout.count).map { Int32($0) }
    runs = all.isEmpty ? [] : [Run(part: 0, kind: 0, records: all)]
    (firsts, count, records) = (layout.firsts, layout.count, layout.records)
  }

  /// The places of a part's records, ascending; `kinds` are those of the part.
  func places(of part: Int, _ kinds: [[Int32]]) -> [Place] {
    runs.filter { $0.part == part }.flatMap { run in
      zip(kinds[run.kind], run.records).map { Place(record: Int($0), number: Int($1)) }
    }
  }

  /// The first record at a number or behind it, as the places of its run and of itself in that.
  func first(from number: Int) -> (run: Int, record: Int) {
    let run = runs.firstIndex { number < $0.numbers.upperBound } ?? runs.count
    return (run, run < runs.count ? runs[run].records(before: number) : 0)
  }
}

extension RecordOrder.Run {
  /// How many of its records are before a number.
  func records(before number: Int) -> Int {
    var (low, high) = (0, records.count)
    while low < high {
      let middle = (low + high) / 2
      if records[middle] < number { low = middle + 1 } else { high = middle }
    }
    return low
  }
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
