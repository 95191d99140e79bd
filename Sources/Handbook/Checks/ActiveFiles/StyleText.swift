// Styles of drawings: what in them would ask another host.

internal import Text

/// Judges the style sheets and the style attributes of a drawing.
///
/// - Source: CSS Syntax Level 3; escapes are undone first, so that none hides a name. Strings and comments
///   are looked at like all else.
enum StyleText {
  /// Functions that hold an address, beside `url`.
  private static let addressed: Set<String> = [
    "src", "image", "image-set", "-webkit-image-set", "cross-fade", "-webkit-cross-fade",
    "url-prefix", "expression",
  ]

  /// What is wrong with a whole sheet; nil where nothing is.
  static func problem(inSheet text: [UInt8]) -> String? {
    let text = plain(text)
    var rest = text[...]
    while let sign = rest.position(of: UInt8(ascii: "@")) {
      rest = rest[(sign + 1)...]
      let name = String(decoding: rest.prefix(while: isNamePart), as: UTF8.self)
      // Every other rule that loads something does so by url() and the like.
      if ["import", "document", "-moz-document"].contains(name) { return "the rule @\(name)" }
    }
    return functions(of: text)
  }

  /// What is wrong with an attribute's value; nil where nothing is.
  static func problem(inValue text: [UInt8]) -> String? {
    // Nearly every value is a number, a name or a path.
    if text[...].position(of: UInt8(ascii: "(")) == nil,
      text[...].position(of: UInt8(ascii: "\\")) == nil
    {
      return nil
    }
    return functions(of: plain(text))
  }

  private static func functions(of text: [UInt8]) -> String? {
    var rest = text[...]
    while let open = rest.position(of: UInt8(ascii: "(")) {
      let name = text[..<open].suffix(while: isNamePart)
      rest = rest[(open + 1)...]
      let function = String(decoding: name, as: UTF8.self)
      if addressed.contains(function) { return "an address in \(function)()" }
      if function == "url", !isInside(rest) { return "an address that is not in the file" }
    }
    return nil
  }

  /// Whether what stands in `url(` is a part of the file, or a picture or font written out in it.
  private static func isInside(_ argument: ArraySlice<UInt8>) -> Bool {
    var address = argument.drop { $0 <= 0x20 }
    if address.first == UInt8(ascii: "\"") || address.first == UInt8(ascii: "'") {
      let quote = address.removeFirst()
      address = address.prefix { $0 != quote }
    } else {
      address = address.prefix { $0 != UInt8(ascii: ")") }
    }
    return FileAddress.isInside(address, mayBeFont: true)
  }

  private static func isNamePart(_ byte: UInt8) -> Bool {
    byte.isLetter || byte.isDigit || byte > 0x7F || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: "_")
  }

  /// A text in lower case with `\75` as `u` and `\u` as `u`.
  private static func plain(_ text: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    var rest = text[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "\\") else {
        result.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
        continue
      }
      let digits = rest.prefix(6).prefix { $0.isDigit || (0x61...0x66).contains($0 | 0x20) }
      guard let code = UInt32(String(decoding: digits, as: UTF8.self), radix: 16) else {
        // Of a line's end nothing stays; any other sign stands for itself, a second backslash too.
        if let next = rest.popFirst(), next != 0x0A, next != 0x0D {
          result.append((0x41...0x5A).contains(next) ? next | 0x20 : next)
        }
        continue
      }
      rest = rest[digits.endIndex...]
      if rest.starts(with: "\r\n".utf8) { rest = rest.dropFirst() }
      if let space = rest.first, space <= 0x20 { rest = rest.dropFirst() }
      result += String(Unicode.Scalar(code) ?? "\u{FFFD}").lowercased().utf8
    }
    return result
  }
}

extension ArraySlice<UInt8> {
  /// The longest end whose bytes all pass.
  fileprivate func suffix(while passes: (UInt8) -> Bool) -> ArraySlice<UInt8> {
    self[(lastIndex { !passes($0) }.map { $0 + 1 } ?? startIndex)...]
  }
}

/// Judges addresses of drawings.
enum FileAddress {
  /// Whether an address leads to a part of the file, to one beside it, or is a picture written out.
  static func isInside(_ address: ArraySlice<UInt8>, mayBeFont: Bool = false) -> Bool {
    let text = address.filter { $0 > 0x20 }.map { $0.isLetter ? $0 | 0x20 : $0 }
    if text.first == UInt8(ascii: "#") { return true }
    if text.starts(with: "data:".utf8) {
      let kind = text.dropFirst(5).prefix { $0 != UInt8(ascii: ";") && $0 != UInt8(ascii: ",") }
      return isInert(String(decoding: kind, as: UTF8.self), mayBeFont: mayBeFont)
    }
    return text.first != UInt8(ascii: "/")
      && !text.contains { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "\\") }
  }

  private static let pictures: Set<String> = [
    "image/png", "image/jpeg", "image/jpg", "image/gif", "image/webp", "image/avif", "image/bmp",
    "image/x-icon", "image/vnd.microsoft.icon", "image/tiff", "image/apng",
  ]
  private static let fonts: Set<String> = [
    "font/woff2", "font/woff", "font/ttf", "font/otf", "font/truetype", "font/opentype",
    "application/font-woff", "application/font-woff2", "application/x-font-woff",
    "application/x-font-woff2", "application/x-font-ttf", "application/x-font-truetype",
    "application/x-font-otf", "application/x-font-opentype", "application/font-sfnt",
    "application/octet-stream",
  ]

  private static func isInert(_ kind: String, mayBeFont: Bool) -> Bool {
    pictures.contains(kind) || mayBeFont && fonts.contains(kind)
  }
}
