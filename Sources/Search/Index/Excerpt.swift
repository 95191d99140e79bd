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
    var characters = 0
    var lastSpace = 0
    for byte in text {
      if byte <= 0x20 {
        if result.isEmpty || result.last == 0x20 { continue }
        lastSpace = result.count
        result.append(0x20)
        characters += 1
        continue
      }
      if byte & 0xC0 != 0x80 { characters += 1 }
      if characters > limit {
        if lastSpace > result.count / 2 { result.removeSubrange(lastSpace...) }
        return result + Array("…".utf8)
      }
      result.append(byte)
    }
    if result.last == 0x20 { result.removeLast() }
    return result
  }
}
