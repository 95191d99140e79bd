// Bytes to a tree of JSON values.

/// Reads the JSON that this module writes: whole numbers, no deep nesting.
///
/// - Source: RFC 8259, without fractions, `true` and `false`.
struct JSONParser {
  private static let deepest = 16
  private let bytes: [UInt8]
  private var index = 0
  private var depth = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The one value of the text, or nothing.
  mutating func parse() -> JSONValue? {
    guard let value = readValue() else { return nil }
    skipSpace()
    return index == bytes.count ? value : nil
  }

  private mutating func readValue() -> JSONValue? {
    skipSpace()
    guard index < bytes.count else { return nil }
    switch bytes[index] {
    case UInt8(ascii: "\""): return readString().map { .string($0) }
    case UInt8(ascii: "["): return readArray()
    case UInt8(ascii: "{"): return readObject()
    case UInt8(ascii: "n"): return readNull()
    default: return readNumber()
    }
  }

  private mutating func readArray() -> JSONValue? {
    guard enter() else { return nil }
    var values: [JSONValue] = []
    if take(UInt8(ascii: "]")) { return leave(.array([])) }
    repeat {
      guard let value = readValue() else { return nil }
      values.append(value)
    } while take(UInt8(ascii: ","))
    return take(UInt8(ascii: "]")) ? leave(.array(values)) : nil
  }

  private mutating func readObject() -> JSONValue? {
    guard enter() else { return nil }
    var members: [String: JSONValue] = [:]
    if take(UInt8(ascii: "}")) { return leave(.object([:])) }
    repeat {
      skipSpace()
      guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") else { return nil }
      guard let name = readString(), take(UInt8(ascii: ":")) else { return nil }
      guard let value = readValue() else { return nil }
      members[name] = value
    } while take(UInt8(ascii: ","))
    return take(UInt8(ascii: "}")) ? leave(.object(members)) : nil
  }

  private mutating func readNull() -> JSONValue? {
    guard bytes[index...].starts(with: "null".utf8) else { return nil }
    index += 4
    return .null
  }

  private mutating func readNumber() -> JSONValue? {
    let isNegative = bytes[index] == UInt8(ascii: "-")
    if isNegative { index += 1 }
    let start = index
    var number = 0
    while index < bytes.count, index - start < 16, bytes[index] &- 0x30 < 10 {
      number = number * 10 + Int(bytes[index] - 0x30)
      index += 1
    }
    return index > start ? .number(isNegative ? -number : number) : nil
  }

  private mutating func readString() -> String? {
    index += 1
    let start = index
    while index < bytes.count, bytes[index] != UInt8(ascii: "\""), bytes[index] != 0x5C {
      index += 1
    }
    guard index < bytes.count else { return nil }
    if bytes[index] == UInt8(ascii: "\"") {
      index += 1
      return String(validating: bytes[start..<index - 1], as: UTF8.self)
    }
    return readEscaped(from: start)
  }

  private mutating func readEscaped(from start: Int) -> String? {
    var text = [UInt8](bytes[start..<index])
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte == UInt8(ascii: "\"") { return String(validating: text, as: UTF8.self) }
      guard byte == 0x5C else {
        text.append(byte)
        continue
      }
      guard let scalar = readEscape() else { return nil }
      text.append(contentsOf: String(Character(scalar)).utf8)
    }
    return nil
  }

  private mutating func readEscape() -> Unicode.Scalar? {
    guard index < bytes.count else { return nil }
    let letter = bytes[index]
    index += 1
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(letter)
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return readUnicodeEscape()
    default: return nil
    }
  }

  private mutating func readUnicodeEscape() -> Unicode.Scalar? {
    guard let unit = readFourDigits() else { return nil }
    guard (0xD800..<0xDC00).contains(unit) else { return Unicode.Scalar(unit) }
    guard bytes[index...].starts(with: "\\u".utf8) else { return nil }
    index += 2
    guard let low = readFourDigits(), (0xDC00..<0xE000).contains(low) else { return nil }
    return Unicode.Scalar(0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00))
  }

  private mutating func readFourDigits() -> UInt32? {
    guard index + 4 <= bytes.count else { return nil }
    let digits = String(decoding: bytes[index..<index + 4], as: UTF8.self)
    index += 4
    return UInt32(digits, radix: 16)
  }

  private mutating func enter() -> Bool {
    index += 1
    depth += 1
    return depth <= Self.deepest
  }

  private mutating func leave(_ value: JSONValue) -> JSONValue {
    depth -= 1
    return value
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    skipSpace()
    guard index < bytes.count, bytes[index] == byte else { return false }
    index += 1
    return true
  }

  private mutating func skipSpace() {
    while index < bytes.count, bytes[index] <= 0x20 { index += 1 }
  }
}
