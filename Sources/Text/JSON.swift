// JSON as a tree, its members in order.

/// A value of JSON; numbers are whole, as Deskbook writes no others.
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
    case .string(let value): Self.quote(value, to: &bytes)
    case .array(let values):
      Self.write(values.count, between: "[", "]", to: &bytes, indent) { index, bytes in
        values[index].write(to: &bytes, indent: indent + 1)
      }
    case .object(let members):
      Self.write(members.count, between: "{", "}", to: &bytes, indent) { index, bytes in
        Self.quote(members[index].key, to: &bytes)
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
}
