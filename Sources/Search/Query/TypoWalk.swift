// Words that are nearly the word typed, found in one walk over a sorted list.

/// Compares a word with sorted forms by a bounded edit distance.
///
/// Forms that share a beginning share its rows, and a beginning that is too far off is passed over
/// with all forms that have it.
///
/// - Source: the *optimal string alignment* distance: Damerau, *A technique for computer detection
///   and correction of spelling errors*, 1964; walking a trie by rows is Ukkonen's.
struct TypoWalk {
  private let word: [UInt16]
  private let limit: Int
  private let takesPrefixes: Bool
  private let width: Int
  /// One row for each unit of `path` and one before them.
  private var rows: [Int]
  /// The least distance of the word to each beginning of `path`.
  private var prefixes: [Int]
  private var path: [UInt16] = []
  /// The length of `path` that is too far off, if it is.
  private var dead = Int.max

  /// Begins a walk for words that are at most `limit` edits away.
  init(_ word: [UInt16], limit: Int, takesPrefixes: Bool) {
    self.word = word
    self.limit = limit
    self.takesPrefixes = takesPrefixes
    width = word.count + 1
    rows = Array(0..<width) + [Int](repeating: 0, count: (width + limit) * width)
    prefixes = [Int](repeating: word.count, count: width + limit + 1)
  }

  /// Calls `found` with each form that is near, its distance or `nil`, and the least distance of
  /// one of its beginnings if those are taken.
  mutating func search(
    _ forms: FormList, _ range: Range<Int>, found: (Int, _ whole: Int?, _ prefix: Int?) -> Void
  ) {
    for form in range {
      let units = forms.units(form)
      var shared = zip(path, units).prefix { $0 == $1 }.count
      if shared < dead {
        dead = Int.max
        path.removeLast(path.count - shared)
        while shared < units.count, dead == Int.max {
          advance(units[units.startIndex + shared])
          shared += 1
        }
      }
      let last = rows[path.count * width + word.count]
      let whole = dead == Int.max && last <= limit ? last : nil
      let prefix = takesPrefixes && prefixes[path.count] <= limit ? prefixes[path.count] : nil
      if whole != nil || prefix != nil { found(form, whole, prefix) }
    }
  }

  /// Adds the row of one more unit.
  private mutating func advance(_ unit: UInt16) {
    path.append(unit)
    let depth = path.count
    let row = depth * width
    rows[row] = depth
    var least = depth
    for column in 1..<width {
      let above = row - width + column
      let change = rows[above - 1] + (unit == word[column - 1] ? 0 : 1)
      var value = min(change, rows[above] + 1, rows[row + column - 1] + 1)
      let isSwapped =
        depth > 1 && column > 1 && unit == word[column - 2] && path[depth - 2] == word[column - 1]
      if isSwapped { value = min(value, rows[above - width - 2] + 1) }
      rows[row + column] = value
      least = min(least, value)
    }
    prefixes[depth] = min(prefixes[depth - 1], rows[row + word.count])
    if least > limit { dead = depth }
  }
}
