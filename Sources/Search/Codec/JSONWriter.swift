// JSON as bytes, in the order it is written, safe inside a script.

/// Writes JSON without white space; commas are its own business.
struct JSONWriter {
  private(set) var bytes: [UInt8] = []
  private var needsComma = false

  mutating func beginArray() { open(UInt8(ascii: "[")) }
  mutating func endArray() { close(UInt8(ascii: "]")) }
  mutating func beginObject() { open(UInt8(ascii: "{")) }
  mutating func endObject() { close(UInt8(ascii: "}")) }

  mutating func key(_ name: StaticString) { key(name.description) }

  mutating func key(_ name: String) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    bytes.append(contentsOf: name.utf8)
    bytes.append(UInt8(ascii: "\""))
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  mutating func number(_ value: Int) {
    separate()
    bytes.append(contentsOf: String(value).utf8)
    needsComma = true
  }

  mutating func string(_ value: String) { string([UInt8](value.utf8)) }

  /// Writes a string, escaping what JSON must and what could end a script or a line of it.
  ///
  /// - Parameter value: valid UTF-8.
  mutating func string(_ value: [UInt8]) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    var run = 0
    var index = 0
    while index < value.count {
      guard let (escape, length) = Self.escape(value, at: index) else {
        index += 1
        continue
      }
      bytes.append(contentsOf: value[run..<index])
      bytes.append(contentsOf: escape.utf8)
      index += length
      run = index
    }
    bytes.append(contentsOf: value[run...])
    bytes.append(UInt8(ascii: "\""))
    needsComma = true
  }

  mutating func strings(_ values: [String]) {
    beginArray()
    for value in values { string(value) }
    endArray()
  }

  /// Writes a list of lists.
  mutating func numbers(_ lists: [[Int]]) {
    beginArray()
    for list in lists {
      beginArray()
      for value in list { number(value) }
      endArray()
    }
    endArray()
  }

  /// Writes a member whose value is a string.
  mutating func member(_ name: StaticString, _ value: [UInt8]) {
    key(name)
    string(value)
  }

  /// Writes finished JSON, such as the inside of another writer.
  mutating func raw(_ json: [UInt8]) {
    separate()
    bytes.append(contentsOf: json)
    needsComma = true
  }

  @inline(__always)
  private static func escape(
    _ value: [UInt8], at index: Int
  ) -> (text: String, length: Int)? {
    let byte = value[index]
    if byte > 0x5C, byte != 0xE2 { return nil }
    switch byte {
    case UInt8(ascii: "\""): return ("\\\"", 1)
    case UInt8(ascii: "\\"): return ("\\\\", 1)
    case UInt8(ascii: "<"): return ("\\u003c", 1)
    case 0x0A: return ("\\n", 1)
    case 0..<0x10: return ("\\u000" + String(byte, radix: 16), 1)
    case 0x10..<0x20: return ("\\u00" + String(byte, radix: 16), 1)
    case 0xE2 where index + 2 < value.count && value[index + 1] == 0x80:
      let last = value[index + 2]
      return last == 0xA8 ? ("\\u2028", 3) : last == 0xA9 ? ("\\u2029", 3) : nil
    default: return nil
    }
  }

  private mutating func open(_ bracket: UInt8) {
    separate()
    bytes.append(bracket)
    needsComma = false
  }

  private mutating func close(_ bracket: UInt8) {
    bytes.append(bracket)
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
  }
}
