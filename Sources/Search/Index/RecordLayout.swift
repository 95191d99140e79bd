// Which numbers the records of which page have.

/// The numbers of all records: kind by kind, in reading order within a kind.
struct RecordLayout: Sendable {
  /// Pages in a row of those that were tallied together.
  typealias Run = (tallies: PageTallies, pages: Range<Int>)

  private static let kinds = SearchRecord.Kind.allCases.count

  /// Page by page, for each kind how many records there are.
  private var counts: [Int32] = []
  /// Kind by kind, for each page the first record.
  private var starts: [Int] = []
  /// The first record of each kind.
  private(set) var firsts: [Int] = []
  /// All numbers are below; not each of them is a record's.
  private(set) var count = 0
  /// How many records there are.
  private(set) var records = 0
  private var pageCount = 0

  /// Numbers the records of pages in reading order.
  ///
  /// - Parameters:
  ///   - runs: of the pages.
  ///   - blocks: nil for an index that may be one file: it leaves no number out.
  init(_ runs: [Run], _ blocks: RecordBlocks?) {
    var begins: [Bool] = []
    for (tallies, pages) in runs {
      for page in pages {
        counts += tallies.records(of: page)
        begins.append(tallies.beginsBlock(page))
      }
    }
    pageCount = begins.count
    starts.reserveCapacity(counts.count)
    for kind in 0..<Self.kinds {
      firsts.append(count)
      var block = count
      for page in 0..<pageCount {
        if let blocks, page > 0, begins[page] {
          count = block + blocks.numbers(for: count - block)
          block = count
        }
        starts.append(count)
        let own = Int(counts[page * Self.kinds + kind])
        count += own
        records += own
      }
      if let blocks { count = block + blocks.numbers(for: count - block) }
    }
  }

  /// The numbers of a page's records of a kind.
  func records(of page: Int, _ kind: Int) -> Range<Int> {
    let start = starts[kind * pageCount + page]
    return start..<start + Int(counts[page * Self.kinds + kind])
  }
}
