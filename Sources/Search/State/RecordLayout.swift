// Which records of an index are those of which page.

/// The numbers of the records of each page, of an index whose pages are known by their counts.
struct RecordLayout: Sendable {
  /// A record of a page.
  struct Place: Equatable {
    let page: Int
    /// The place in the order of ``SearchRecord/Kind``.
    let kind: Int
    /// Among the page's records of the kind.
    let number: Int
  }

  /// For each kind the first record of each page, and the end of all.
  private let starts: [[Int]]
  let count: Int
  private let pageCount: Int

  init(_ tallies: PageTallies) {
    var next = 0
    pageCount = tallies.count
    starts = SearchRecord.Kind.allCases.indices.map { kind in
      var starts = [next]
      starts.reserveCapacity(tallies.count + 1)
      for page in 0..<tallies.count {
        let own = tallies.records(of: page)
        next += Int(own[own.startIndex + kind])
        starts.append(next)
      }
      return starts
    }
    count = next
  }

  /// The first record of each kind.
  var firsts: [Int] { starts.map { $0[0] } }

  /// The records of a kind that a page has.
  func records(of page: Int, _ kind: Int) -> Range<Int> {
    starts[kind][page]..<starts[kind][page + 1]
  }

  /// The page of a record.
  func place(of record: Int) -> Place {
    let kind = starts.lastIndex { $0[0] <= record && record < $0[pageCount] } ?? 0
    var (low, high) = (0, pageCount)
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[kind][middle] <= record { low = middle } else { high = middle }
    }
    return Place(page: low, kind: kind, number: record - starts[kind][low])
  }

  /// The shards of so many records each that hold some of these pages, ascending.
  func shards(of pages: [Int], each count: Int) -> [Int] {
    var shards: Set<Int> = []
    for page in pages {
      for kind in starts.indices {
        let records = records(of: page, kind)
        if let last = records.last { shards.formUnion(records.lowerBound / count...last / count) }
      }
    }
    return shards.sorted()
  }

  /// The places of the records of a shard.
  func places(in shard: Int, each count: Int) -> [Place] {
    (shard * count..<min((shard + 1) * count, self.count)).map(place)
  }
}
