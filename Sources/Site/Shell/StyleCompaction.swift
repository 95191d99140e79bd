// Style sheets without what only their authors read.

/// Takes comments, indentation, line ends and the spaces round signs off a style sheet; texts in
/// quotes stay as they are.
enum StyleCompaction {
  static func of(_ sheet: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(sheet.count)
    var quote: UInt8?
    var index = 0
    while index < sheet.count {
      let byte = sheet[index]
      if let open = quote {
        if byte == open { quote = nil }
        result.append(byte)
      } else if byte == UInt8(ascii: "/"), sheet[index...].starts(with: "/*".utf8) {
        index = end(ofComment: index, in: sheet)
        continue
      } else if byte == 0x0A || byte == 0x20 {
        if !isNeedless(after: result.last, before: index + 1 < sheet.count ? sheet[index + 1] : nil)
        {
          result.append(byte)
        }
      } else {
        if byte == UInt8(ascii: "}"), result.last == UInt8(ascii: ";") { result.removeLast() }
        if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") { quote = byte }
        result.append(byte)
      }
      index += 1
    }
    return result
  }

  /// Whether a space parts nothing: it stands beside another or beside a sign that parts already.
  ///
  /// A colon counts only before a space, as `a :hover` is not `a:hover`.
  private static func isNeedless(after last: UInt8?, before next: UInt8?) -> Bool {
    guard let last, let next else { return true }
    return "{};,: \n".utf8.contains(last) || "{} \n".utf8.contains(next)
  }

  private static func end(ofComment start: Int, in sheet: [UInt8]) -> Int {
    let body = sheet[(start + 2)...]
    return body.firstRange(of: "*/".utf8)?.upperBound ?? sheet.count
  }
}
