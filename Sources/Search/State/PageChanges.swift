// Which pages of an index are those of the one before.

/// The pages of an index beside those of the one before.
struct PageChanges: Sendable {
  /// Pages in a row: those that are as they were, by their places before; or one that is read again, by
  /// its place among those.
  enum Run: Sendable {
    case kept(Range<Int>)
    case read(Int)
  }

  /// All pages in reading order.
  private(set) var runs: [Run] = []
  /// Places of pages that are read again: new ones, and those that have changed.
  private(set) var read: [Int] = []
  /// Places before of pages that are gone, or have changed.
  private(set) var lost: [Int] = []
  /// For each page its place before; -1 for those that are read again.
  let origins: [Int]
  private let earlierCount: Int

  /// Pages whose keys are equal are the same, as many as stand in the order in which they stood.
  init(from earlier: [String], to keys: [String]) {
    let places = Dictionary(
      earlier.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    (origins, earlierCount) = (Self.ascending(keys.map { places[$0] ?? -1 }), earlier.count)
    var next = 0
    for (page, origin) in origins.enumerated() {
      if origin < 0 {
        runs.append(.read(read.count))
        read.append(page)
        continue
      }
      lost += next..<origin
      if case .kept(let pages) = runs.last, pages.upperBound == origin {
        runs[runs.count - 1] = .kept(pages.lowerBound..<origin + 1)
      } else {
        runs.append(.kept(origin..<origin + 1))
      }
      next = origin + 1
    }
    lost += next..<earlier.count
  }

  /// The longest ascending row among places, the others as -1.
  ///
  /// - Source: Fredman, *On computing the length of longest increasing subsequences*, 1975.
  private static func ascending(_ places: [Int]) -> [Int] {
    // Of the rows of each length found so far, the place in `places` of the lowest end.
    var ends: [Int] = []
    var before = [Int](repeating: -1, count: places.count)
    for (index, place) in places.enumerated() where place >= 0 {
      var (low, high) = (0, ends.count)
      while low < high {
        let middle = (low + high) / 2
        if places[ends[middle]] < place { low = middle + 1 } else { high = middle }
      }
      if low > 0 { before[index] = ends[low - 1] }
      if low == ends.count { ends.append(index) } else { ends[low] = index }
    }
    var result = [Int](repeating: -1, count: places.count)
    var next = ends.last ?? -1
    while next >= 0 {
      result[next] = places[next]
      next = before[next]
    }
    return result
  }

  /// Ranges of whole blocks in which pages are read again or gone, ascending; `beginsBlock` is asked of
  /// pages that are kept, by their places before.
  func blocks(_ beginsBlock: (Int) -> Bool) -> [Range<Int>] {
    let begins = origins.map { $0 >= 0 && beginsBlock($0) }
    var result: [Range<Int>] = []
    for touched in touched {
      var (start, end) = (touched.lowerBound, touched.upperBound)
      while start > 0 {
        start -= 1
        if begins[start] { break }
      }
      while end < origins.count, !begins[end] { end += 1 }
      if let last = result.last, last.upperBound >= start {
        result[result.count - 1] = last.lowerBound..<max(last.upperBound, end)
      } else {
        result.append(start..<end)
      }
    }
    return result
  }

  /// Pages that are read again, and empty ranges where pages are gone.
  private var touched: [Range<Int>] {
    var result: [Range<Int>] = []
    var next = 0
    for (page, origin) in origins.enumerated() {
      if origin < 0 {
        result.append(page..<page + 1)
      } else {
        if origin > next { result.append(page..<page) }
        next = origin + 1
      }
    }
    if next < earlierCount { result.append(origins.count..<origins.count) }
    return result
  }
}
