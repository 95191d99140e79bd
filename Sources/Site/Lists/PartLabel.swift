// What the parts of a sorted list are called: by the title that each begins with.

/// Labels that tell the parts of a list apart.
enum PartLabel {
  /// The most letters of a label that is not cut in its middle.
  private static let longest = 24
  /// The most letters of a cut label's beginning, and of the word that makes the difference.
  private static let longestHead = 12

  /// As much of a title as tells it from the one before: `Schemes…` of "Schemes for groups" after
  /// "schedules", `Appointments … lists…` of "Appointments and waiting lists today" after
  /// "appointments and waiting letters".
  ///
  /// `previous` is in lower case. The label ends with the word that makes the difference where that
  /// is short, and with the letter that does else.
  static func of(_ title: String, after previous: String) -> String {
    let letters = Array(title)
    let shared = zip(letters, previous).prefix { $0.lowercased() == String($1) }.count
    let needed = min(shared + 1, letters.count)
    if letters.count <= longestHead || needed == letters.count, letters.count <= longest {
      return title
    }
    let end = wordEnd(letters, from: needed)
    if end <= longest { return cut(letters, to: end) }
    if needed <= longest { return cut(letters, to: needed) }
    let start = wordStart(letters, before: needed)
    let last = end - start <= longestHead ? end : needed
    let first = max(start, last - longestHead)
    let head = letters[..<headEnd(letters)]
    return String(head) + " … " + String(letters[first..<last])
      + (last < letters.count ? "…" : "")
  }

  /// A label, with a number after it where an earlier part is called the same.
  static func distinct(_ label: String, from earlier: [String]) -> String {
    earlier.contains(label) ? "\(label) (\(earlier.count + 1))" : label
  }

  private static func cut(_ letters: [Character], to end: Int) -> String {
    String(letters[..<end]) + (end < letters.count ? "…" : "")
  }

  private static func isOfWord(_ letter: Character) -> Bool { letter.isLetter || letter.isNumber }

  /// Where the word ends that the letter before `place` belongs to.
  private static func wordEnd(_ letters: [Character], from place: Int) -> Int {
    guard isOfWord(letters[place - 1]) else { return place }
    return letters[place...].firstIndex { !isOfWord($0) } ?? letters.count
  }

  /// Where that word begins.
  private static func wordStart(_ letters: [Character], before place: Int) -> Int {
    letters[..<(place - 1)].lastIndex { !isOfWord($0) }.map { $0 + 1 } ?? 0
  }

  /// The end of the last whole word that fits into a label's beginning; inside the first word
  /// where none does.
  private static func headEnd(_ letters: [Character]) -> Int {
    let fitting = letters[...longestHead]
    return fitting.lastIndex { !isOfWord($0) }.flatMap { $0 == 0 ? nil : $0 } ?? longestHead
  }
}
