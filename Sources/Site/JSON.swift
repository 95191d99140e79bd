// JSON as text, with its keys in the order they are given.

/// A value to be written as JSON.
package indirect enum JSON: Sendable {
  case null
  case bool(Bool)
  case number(Int)
  case string(String)
  case array([JSON])
  case object([(key: String, value: JSON)])

  /// An object, absent values left out.
  package static func object(present members: [(key: String, value: JSON?)]) -> JSON {
    .object(members.compactMap { key, value in value.map { (key, $0) } })
  }

  /// A string, or null.
  package init(_ text: String?) {
    self = text.map { .string($0) } ?? .null
  }

  /// The value as indented text, with a line feed at the end.
  package var text: String { String(decoding: bytes, as: UTF8.self) }

  /// A string as it stands in a script.
  package static func quoted(_ text: String) -> String {
    var bytes: [UInt8] = []
    write(text, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// ``text`` in UTF-8.
  package var bytes: [UInt8] {
    var bytes: [UInt8] = []
    write(to: &bytes, indent: 0)
    bytes.append(0x0A)
    return bytes
  }

  private func write(to bytes: inout [UInt8], indent: Int) {
    switch self {
    case .null: bytes += "null".utf8
    case .bool(let value): bytes += (value ? "true" : "false").utf8
    case .number(let value): bytes += String(value).utf8
    case .string(let value): Self.write(value, to: &bytes)
    case .array(let values):
      Self.write(values.count, between: "[", "]", to: &bytes, indent) { index, bytes in
        values[index].write(to: &bytes, indent: indent + 1)
      }
    case .object(let members):
      Self.write(members.count, between: "{", "}", to: &bytes, indent) { index, bytes in
        Self.write(members[index].key, to: &bytes)
        bytes += ": ".utf8
        members[index].value.write(to: &bytes, indent: indent + 1)
      }
    }
  }

  private static func write(
    _ count: Int, between open: String, _ close: String, to bytes: inout [UInt8], _ indent: Int,
    _ element: (Int, inout [UInt8]) -> Void
  ) {
    bytes += open.utf8
    for index in 0..<count {
      bytes += (index == 0 ? "\n" : ",\n").utf8
      bytes += repeatElement(0x20, count: 2 * (indent + 1))
      element(index, &bytes)
    }
    if count > 0 {
      bytes.append(0x0A)
      bytes += repeatElement(0x20, count: 2 * indent)
    }
    bytes += close.utf8
  }

  /// - Source: RFC 8259, section 7; U+2028 and U+2029 too, which old JavaScript takes for line ends.
  private static func write(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    let first = bytes.count
    bytes += text.utf8
    if !bytes[first...].allSatisfy(isPlain) {
      bytes.removeSubrange(first...)
      writeEscaped(text, to: &bytes)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Whether a byte stands for itself: neither escaped nor the first of a character that is.
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), 0..<0x20, 0x7F, 0xC2, 0xE2: false
    default: true
    }
  }

  private static func writeEscaped(_ text: String, to bytes: inout [UInt8]) {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": bytes += "\\\"".utf8
      case "\\": bytes += "\\\\".utf8
      case "\n": bytes += "\\n".utf8
      case "\r": bytes += "\\r".utf8
      case "\t": bytes += "\\t".utf8
      case "\u{0}"..<" ", "\u{7F}"..<"\u{A0}", "\u{2028}"..."\u{2029}":
        let digits = String(scalar.value, radix: 16)
        bytes += ("\\u" + String(repeating: "0", count: 4 - digits.count) + digits).utf8
      default: bytes += UTF8.encode(scalar).map { Array($0) } ?? []
      }
    }
  }
}
