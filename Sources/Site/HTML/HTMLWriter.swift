// Writes HTML: markup of ours and text of authors go through different calls.

internal import Text

/// A growing run of HTML, UTF-8.
package struct HTMLWriter: Sendable {
  package private(set) var bytes: [UInt8] = []

  package init() {}

  /// Appends markup that stands in this program's source.
  package mutating func markup(_ text: StaticString) {
    text.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  /// Appends HTML that another writer made.
  package mutating func html(_ html: [UInt8]) { bytes.append(contentsOf: html) }

  /// Appends text with `& < > "` escaped.
  package mutating func text(_ source: ArraySlice<UInt8>) {
    source.withUnsafeBufferPointer { escape($0) }
  }

  /// Appends text, escaped.
  package mutating func text(_ source: String) {
    var source = source
    source.withUTF8 { escape($0) }
  }

  private mutating func escape(_ source: UnsafeBufferPointer<UInt8>) {
    var run = source.startIndex
    for index in source.indices {
      let entity: StaticString
      switch source[index] {
      case UInt8(ascii: "&"): entity = "&amp;"
      case UInt8(ascii: "<"): entity = "&lt;"
      case UInt8(ascii: ">"): entity = "&gt;"
      case UInt8(ascii: "\""): entity = "&quot;"
      default: continue
      }
      bytes.append(contentsOf: source[run..<index])
      markup(entity)
      run = index + 1
    }
    bytes.append(contentsOf: source[run...])
  }

  /// Appends text of raw HTML: as ``text(_:)``, but character references stay what they are.
  package mutating func rawText(_ source: ArraySlice<UInt8>) {
    var run = source.startIndex
    while let and = source[run...].firstIndex(of: UInt8(ascii: "&")) {
      text(source[run..<and])
      run = Self.reference(in: source, at: and) ?? and + 1
      if run > and + 1 { bytes.append(contentsOf: source[and..<run]) } else { markup("&amp;") }
    }
    text(source[run...])
  }

  /// The end of the character reference that begins with `&` at `start`.
  ///
  /// - Source: *Entity and numeric character references*, CommonMark 0.29 section 6.2; names are
  ///   not looked up, as a browser shows those that it does not know as they are typed.
  private static func reference(in source: ArraySlice<UInt8>, at start: Int) -> Int? {
    let body = source[(start + 1)...].prefix(32)
    guard let semicolon = body.firstIndex(of: UInt8(ascii: ";")) else { return nil }
    var name = body[..<semicolon]
    let isNumeric = name.first == UInt8(ascii: "#")
    if isNumeric { name = name.dropFirst() }
    let isHexadecimal = isNumeric && name.first.map { $0 | 0x20 == UInt8(ascii: "x") } ?? false
    if isHexadecimal { name = name.dropFirst() }
    let isWhole = name.allSatisfy { byte in
      switch byte {
      case 0x30...0x39: true
      case 0x41...0x46, 0x61...0x66: !isNumeric || isHexadecimal
      case 0x47...0x5A, 0x67...0x7A: !isNumeric
      default: false
      }
    }
    return !name.isEmpty && isWhole && (!isNumeric || name.count <= 7) ? semicolon + 1 : nil
  }

  /// Appends a number.
  package mutating func number(_ value: Int) { bytes.append(contentsOf: String(value).utf8) }

  /// Appends a link's target: bytes that a URL may not hold as `%XX`, then escaped.
  ///
  /// - Source: `houdini_escape_href` of libcmark-gfm, so that pages equal its own renderer's.
  package mutating func href(_ target: ArraySlice<UInt8>) {
    var run = target.startIndex
    while let index = target[run...].firstIndex(where: { !Self.isSafeInHref($0) }) {
      bytes.append(contentsOf: target[run..<index])
      switch target[index] {
      case UInt8(ascii: "&"): markup("&amp;")
      case UInt8(ascii: "'"): markup("&#x27;")
      case let byte: PercentEncoding.append(byte, to: &bytes)
      }
      run = index + 1
    }
    bytes.append(contentsOf: target[run...])
  }

  /// Letters, digits, and `! # $ % ( ) * + , - . / : ; = ? @ _ ~`.
  private static func isSafeInHref(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x21, 0x23...0x25, 0x28...0x3B, 0x3D, 0x3F...0x5A, 0x5F, 0x61...0x7A, 0x7E: true
    default: false
    }
  }

  /// Starts a new line unless one has just begun.
  package mutating func freshLine() {
    if let last = bytes.last, last != 0x0A { bytes.append(0x0A) }
  }
}
