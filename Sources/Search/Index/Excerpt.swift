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
    var index = 0
    while index < text.count {
      if text[index] <= 0x20 {
        index += 1
        if result.isEmpty || result.last == 0x20 { continue }
        lastSpace = result.count
        result.append(0x20)
        characters += 1
        continue
      }
      let (end, count) = run(text, from: index, atMost: limit - characters)
      result.append(from: text, index..<end)
      characters += count
      if end < text.count, text[end] > 0x20 {
        if lastSpace > result.count / 2 { result.removeSubrange(lastSpace...) }
        return result + Array("…".utf8)
      }
      index = end
    }
    if result.last == 0x20 { result.removeLast() }
    return result
  }

  /// The end of a run without white space, which has no more than so many characters.
  private static func run(
    _ text: [UInt8], from start: Int, atMost most: Int
  ) -> (end: Int, characters: Int) {
    var characters = 0
    var index = start
    while index < text.count, text[index] > 0x20 {
      if text[index] & 0xC0 != 0x80 {
        if characters >= most { break }
        characters += 1
      }
      index += 1
    }
    return (index, characters)
  }
}
