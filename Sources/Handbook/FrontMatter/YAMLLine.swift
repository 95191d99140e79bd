// One line of YAML as an editor sees it: a key or a dash, and the value behind it.

/// A line's value, and how to write it so that YAML takes all of it as text.
struct YAMLLine {
  /// What stands before the value, without the line's indent: `title: `, `- `.
  let start: String
  /// The value as typed, bytes of the file; empty where there is none.
  let value: Range<Int>
  let text: String
  /// Spaces before the line.
  let indent: Int
  /// A key right behind which something other than a space stands, with that: `title:Late`.
  let glued: (key: String, rest: String)?
  /// Where the line's first colon stands.
  let colon: Int?

  /// Cuts up a line of a file.
  init(_ line: Range<Int>, of file: SourceFile) {
    var rest = file.bytes[line]
    while let last = rest.last, last == 0x20 || last == 0x09 { rest = rest.dropLast() }
    let body = rest.drop { $0 == 0x20 || $0 == 0x09 }
    indent = body.startIndex - rest.startIndex
    rest = body
    while rest.starts(with: "- ".utf8) { rest = rest.dropFirst().drop { $0 == 0x20 } }
    colon = rest.firstIndex(of: UInt8(ascii: ":"))
    var glued: (String, String)?
    if let colon, !rest[..<colon].isEmpty, rest[..<colon].allSatisfy(Self.isInKey) {
      let behind = rest[(colon + 1)...]
      if let next = behind.first, next != 0x20, next != 0x09 {
        // An address has no space there either.
        if next != UInt8(ascii: "/"), !Self.isDigit(next) {
          glued = (
            String(decoding: rest[..<colon], as: UTF8.self), String(decoding: behind, as: UTF8.self)
          )
        }
      } else {
        rest = behind.drop { $0 == 0x20 || $0 == 0x09 }
      }
    }
    self.glued = glued
    start = String(decoding: file.bytes[body.startIndex..<rest.startIndex], as: UTF8.self)
    value = rest.startIndex..<rest.endIndex
    text = String(decoding: rest, as: UTF8.self)
  }

  private static func isInKey(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || isDigit(byte) || byte == UInt8(ascii: "_")
      || byte == UInt8(ascii: "-")
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// The line with its value in quotes.
  var mended: String { start + Self.quoted(text) }

  /// A text in quotes that YAML reads as that text; where it has quotes already that do not hold all of
  /// it, in the others.
  static func quoted(_ text: String) -> String {
    var text = text
    if let quote = text.first, quote == "'" || quote == "\"", text.last == quote, text.count > 1 {
      let inner = text.dropFirst().dropLast()
      if !inner.count(where: { $0 == quote }).isMultiple(of: 2) { text = String(inner) }
    }
    if !text.contains("\""), !text.contains("\\") { return "\"\(text)\"" }
    return "'\(text.replacing("'", with: "''"))'"
  }
}
