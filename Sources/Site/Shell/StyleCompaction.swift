// Style sheets without what only their authors read.

/// Takes comments, indentation and empty lines off a style sheet; texts in quotes stay as they are.
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
      } else if byte == 0x0A || byte == 0x20, result.last == 0x0A || result.isEmpty {
        // A line's beginning: nothing stands there yet that a space could part.
      } else {
        if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") { quote = byte }
        result.append(byte)
      }
      index += 1
    }
    return result
  }

  private static func end(ofComment start: Int, in sheet: [UInt8]) -> Int {
    let body = sheet[(start + 2)...]
    return body.firstRange(of: "*/".utf8)?.upperBound ?? sheet.count
  }
}
