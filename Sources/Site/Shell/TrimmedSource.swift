// A theme's scripts and style sheets as they are published: a fifth lighter, and still line by line what the theme holds.

/// Removes indentation, and the lines that are nothing but a comment.
///
/// Lines mean something to a script only in template literals and behind a backslash at a line's
/// end: a file that may have either stays as it is.
enum TrimmedSource {
  static func script(_ source: [UInt8]) -> [UInt8] {
    trimmed(source) { line in
      // Such a line may also end a comment of several lines.
      line.starts(with: "//".utf8) && !line.contains("*/".utf8)
    }
  }

  static func styles(_ source: [UInt8]) -> [UInt8] {
    var isInComment = false
    return trimmed(source) { line in
      if isInComment {
        isInComment = !line.contains("*/".utf8)
        return false
      }
      guard let end = line.firstRange(of: Array("*/".utf8)) else {
        isInComment = line.contains("/*".utf8)
        return false
      }
      return line.starts(with: "/*".utf8) && end.upperBound == line.endIndex
    }
  }

  private static func trimmed(
    _ source: [UInt8], isComment: (ArraySlice<UInt8>) -> Bool
  ) -> [UInt8] {
    var result: [UInt8] = []
    for line in source.split(separator: 0x0A) {
      let text = line.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
      if text.isEmpty || isComment(text) { continue }
      if text.contains(UInt8(ascii: "`")) || text.last == UInt8(ascii: "\\") { return source }
      result += text
      result.append(0x0A)
    }
    return result
  }
}
