// "Did you mean …": the nearest of the names that would have been right.

/// Finds the likeliest name for a mistyped one.
package enum Suggestion {
  /// The candidate nearest to `word`, if near enough to be meant.
  ///
  /// Distance is optimal string alignment (Damerau–Levenshtein with adjacent transpositions);
  /// near enough is at most a third of the longer word, at least one. Ties go to the first candidate.
  package static func nearest(to word: String, in candidates: some Sequence<String>) -> String? {
    let target = Array(word.lowercased().utf8)
    var best: (name: String, distance: Int)?
    for candidate in candidates {
      let bytes = Array(candidate.lowercased().utf8)
      let limit = max(1, max(target.count, bytes.count) / 3)
      if abs(target.count - bytes.count) > limit { continue }
      let distance = distance(target, bytes)
      if distance <= limit, best.map({ distance < $0.distance }) ?? true {
        best = (candidate, distance)
      }
    }
    return best?.name
  }

  /// A help text that offers the nearest candidate, or lists them all when they are few.
  package static func help(for word: String, in candidates: [String]) -> String? {
    if let name = nearest(to: word, in: candidates) { return "did you mean \(name)?" }
    return candidates.isEmpty || candidates.count > 12
      ? nil : "use one of: \(candidates.joined(separator: ", "))"
  }

  private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var before: [Int] = []
    var previous = Array(0...right.count)
    for (row, a) in left.enumerated() {
      var current = [row + 1]
      current.reserveCapacity(right.count + 1)
      for (column, b) in right.enumerated() {
        var cost = min(
          previous[column] + (a == b ? 0 : 1), previous[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, a == right[column - 1], left[row - 1] == b {
          cost = min(cost, before[column - 1] + 1)
        }
        current.append(cost)
      }
      before = previous
      previous = current
    }
    return previous[right.count]
  }
}
