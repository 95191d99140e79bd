// Strings of JSON: what stands for itself in them, and what is escaped.

extension JSON {
  /// A string as it stands in a script.
  package static func quoted(_ text: String) -> String {
    var bytes: [UInt8] = []
    quote(text, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Appends a string.
  package static func quote(_ text: String, to bytes: inout [UInt8]) {
    var text = text
    text.withUTF8 { unsafe quote($0, isInMarkup: false, to: &bytes) }
  }

  /// Appends a string.
  ///
  /// - Parameters:
  ///   - text: valid UTF-8.
  ///   - isInMarkup: whether the script around it may stand in a page, where `<` could end it.
  ///   - bytes: the JSON that grows.
  package static func quote(_ text: [UInt8], isInMarkup: Bool, to bytes: inout [UInt8]) {
    unsafe text.withUnsafeBufferPointer { unsafe quote($0, isInMarkup: isInMarkup, to: &bytes) }
  }

  private static func quote(
    _ text: UnsafeBufferPointer<UInt8>, isInMarkup: Bool, to bytes: inout [UInt8]
  ) {
    bytes.append(UInt8(ascii: "\""))
    var run = 0
    var index = 0
    while index < text.count {
      guard unsafe mayNeedEscape(text[index]),
        let (code, length) = unsafe escaped(text[index...], isInMarkup: isInMarkup)
      else {
        index += 1
        continue
      }
      unsafe bytes.append(contentsOf: text[run..<index])
      escape(code, to: &bytes)
      index += length
      run = index
    }
    unsafe bytes.append(contentsOf: text[run...])
    bytes.append(UInt8(ascii: "\""))
  }

  /// False for nearly every byte of a text.
  @inline(__always)
  private static func mayNeedEscape(_ byte: UInt8) -> Bool {
    if byte > UInt8(ascii: "\\") { return byte == 0x7F || byte == 0xC2 || byte == 0xE2 }
    return byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
      || byte == UInt8(ascii: "<")
  }

  /// The first character of a text, and its bytes, where it may not stand as it is.
  ///
  /// - Source: RFC 8259, section 7; U+007F to U+009F too, which no reader sees, and U+2028 and
  ///   U+2029, which old JavaScript takes for line ends.
  private static func escaped(
    _ text: Slice<UnsafeBufferPointer<UInt8>>, isInMarkup: Bool
  ) -> (code: UInt32, length: Int)? {
    let first = unsafe text.first ?? 0
    let second = unsafe text.dropFirst().first ?? 0
    switch first {
    case UInt8(ascii: "<") where !isInMarkup: return nil
    case 0xC2: return second < 0xA0 ? (UInt32(second), 2) : nil
    case 0xE2:
      let third = unsafe text.dropFirst(2).first ?? 0
      return second == 0x80 && (0xA8...0xA9).contains(third) ? (0x1F80 + UInt32(third), 3) : nil
    default: return (UInt32(first), 1)
    }
  }

  private static func escape(_ code: UInt32, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\\"))
    switch code {
    case 0x09: bytes.append(UInt8(ascii: "t"))
    case 0x0A: bytes.append(UInt8(ascii: "n"))
    case 0x0D: bytes.append(UInt8(ascii: "r"))
    case 0x22, 0x5C: bytes.append(UInt8(code))
    default:
      bytes.append(UInt8(ascii: "u"))
      for shift in [12, 8, 4, 0] {
        bytes.append(.hexDigit(UInt8(truncatingIfNeeded: code >> UInt32(shift)) & 15))
      }
    }
  }
}
