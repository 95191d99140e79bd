// The beginning of a record's text, for showing under a hit.

/// Shortens text to what a list of hits can show.
enum Excerpt {
  /// The most characters (Unicode scalars) of an excerpt, without its ellipsis.
  static let limit = 600

  /// Joins runs of white space into one space and cuts after a word.
  ///
  /// - Returns: UTF-8; ends in `…` if something was cut.
  static func of(_ text: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(min(text.count, limit + 8))
    var characters = 0
    var lastSpace = 0
    var index = firstLetter(of: text, from: 0)
    /// Where a run begins that is as it will be; words mostly have one space between them.
    var run = index
    while index < text.count {
      if text[index] > 0x20 {
        if text[index] & 0xC0 != 0x80 {
          if characters >= limit {
            result.append(from: text, run..<index)
            if lastSpace > result.count / 2 { result.removeSubrange(lastSpace...) }
            return result + Array("…".utf8)
          }
          characters += 1
        }
        index += 1
        continue
      }
      lastSpace = result.count + index - run
      characters += 1
      let next = firstLetter(of: text, from: index)
      if next < text.count, next == index + 1, text[index] == 0x20 {
        index = next
        continue
      }
      result.append(from: text, run..<index)
      if next < text.count { result.append(0x20) }
      (index, run) = (next, next)
    }
    result.append(from: text, run..<text.count)
    return result
  }

  /// The next byte that is no white space, or the end.
  private static func firstLetter(of text: [UInt8], from start: Int) -> Int {
    var index = start
    while index < text.count, text[index] <= 0x20 { index += 1 }
    return index
  }
}
