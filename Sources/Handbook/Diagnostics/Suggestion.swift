// "Did you mean …": the nearest of the names that would have been right.

/// The likeliest name for a mistyped one.
struct Likely: Equatable, Sendable {
  let name: String
  /// Whether no other is as near and no digit differs: only then may a program write it.
  let isSure: Bool

  /// The name where it is certain.
  var sure: String? { isSure ? name : nil }
}

/// Finds the likeliest name for a mistyped one.
package enum Suggestion {
  /// The candidate nearest to `word`, if near enough to be meant.
  ///
  /// Distance is optimal string alignment (Damerau–Levenshtein with adjacent transpositions) over
  /// UTF-8 bytes in lower case. A candidate is near enough within a third of the longer word's
  /// length, or one. Ties go to the first candidate.
  package static func nearest(to word: String, in candidates: some Sequence<String>) -> String? {
    likely(word, in: candidates)?.name
  }

  /// ``nearest(to:in:)``, and whether it is certain.
  static func likely(_ word: String, in candidates: some Sequence<String>) -> Likely? {
    let target = Array(word.lowercased().utf8)
    if target.isEmpty { return nil }
    var best: (name: String, distance: Int, hasRival: Bool)?
    for candidate in candidates where candidate != best?.name {
      let bytes = Array(candidate.lowercased().utf8)
      var limit = max(1, max(target.count, bytes.count) / 3)
      if let best { limit = min(limit, best.distance) }
      guard let distance = distance(target, bytes, atMost: limit) else { continue }
      if distance == best?.distance {
        best?.hasRival = true
      } else {
        best = (candidate, distance, false)
      }
    }
    return best.map { best in
      // `step-2` is no slip for `step-1`, nor a file of 2025 for one of 2026.
      let hasSameDigits = best.name.filter(\.isNumber) == word.filter(\.isNumber)
      return Likely(name: best.name, isSure: !best.hasRival && hasSameDigits)
    }
  }

  /// A help text that offers the nearest candidate, or lists them all when they are few.
  package static func help(for word: String, in candidates: [String]) -> String? {
    if let name = nearest(to: word, in: candidates) { return "did you mean \(name)?" }
    return list(candidates)
  }

  /// A help text that offers names; nil where there are none.
  static func question(_ names: [String]) -> String? {
    guard let last = names.last else { return nil }
    let others = names.dropLast().joined(separator: ", ")
    return "did you mean \(others.isEmpty ? "" : others + " or ")\(last)?"
  }

  /// A help text that lists candidates when they are few.
  fileprivate static func list(_ candidates: [String]) -> String? {
    candidates.isEmpty || candidates.count > 12
      ? nil : "use one of: \(candidates.joined(separator: ", "))"
  }

  /// The distance of two words; nil as soon as it must be above a limit.
  private static func distance(_ left: [UInt8], _ right: [UInt8], atMost limit: Int) -> Int? {
    if limit < 0 || abs(left.count - right.count) > limit { return nil }
    var before: [Int] = []
    var previous = Array(0...right.count)
    for (row, a) in left.enumerated() {
      var current = [row + 1]
      current.reserveCapacity(right.count + 1)
      var least = row + 1
      for (column, b) in right.enumerated() {
        var cost = min(
          previous[column] + (a == b ? 0 : 1), previous[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, a == right[column - 1], left[row - 1] == b {
          cost = min(cost, before[column - 1] + 1)
        }
        least = min(least, cost)
        current.append(cost)
      }
      if least > limit { return nil }
      before = previous
      previous = current
    }
    return previous[right.count] <= limit ? previous[right.count] : nil
  }
}

/// Suggestions from one list of names, for the findings of one page.
///
/// Each wrong name is looked up once and only the first ``most`` of them: a page with more has
/// another trouble than spelling.
struct Suggester {
  static let most = 50

  private let candidates: [String]
  private var answers: [String: Likely?] = [:]

  init(_ candidates: [String]) { self.candidates = candidates }

  mutating func nearest(to word: String) -> String? { likely(word)?.name }

  mutating func likely(_ word: String) -> Likely? {
    if let answer = answers[word] { return answer }
    guard answers.count < Self.most else { return nil }
    let answer = Suggestion.likely(word, in: candidates)
    answers.updateValue(answer, forKey: word)
    return answer
  }

  /// A help text that offers the nearest candidate, or lists them all when they are few.
  mutating func help(for word: String) -> String? {
    nearest(to: word).map { "did you mean \($0)?" } ?? Suggestion.list(candidates)
  }
}
