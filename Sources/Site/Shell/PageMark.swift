// Marks that stand for texts while a template's pieces are looked for.

/// A mark: a character that nobody writes, a number, what is escaped in HTML, and another.
///
/// A theme that writes marks of its own is found out, as its pages are then not what they should be.
///
/// - Source: private-use characters, The Unicode Standard, section 23.5.
enum PageMark {
  private static let start = Array("\u{E000}".utf8)
  private static let rawEnd = Array("\"<\u{E001}".utf8)
  private static let escapedEnd = Array("&quot;&lt;\u{E001}".utf8)

  /// What stands between marks, or a mark.
  enum Part {
    case markup([UInt8])
    case mark(Int, isEscaped: Bool)
  }

  static func text(_ number: Int) -> String { "\u{E000}\(number)\"<\u{E001}" }

  /// Takes a text apart at its marks; nil where one of them is broken, or none of the `count` known.
  static func split(_ text: [UInt8], count: Int) -> [Part]? {
    var parts: [Part] = []
    var run = 0
    var index = 0
    while index < text.count {
      guard text[index...].starts(with: start) else {
        index += 1
        continue
      }
      if run < index { parts.append(.markup(Array(text[run..<index]))) }
      let digits = text[(index + start.count)...].prefix { (0x30...0x39).contains($0) }
      let rest = text[digits.endIndex...]
      let isEscaped = rest.starts(with: escapedEnd)
      guard isEscaped || rest.starts(with: rawEnd),
        let number = Int(String(decoding: digits, as: UTF8.self)), number < count
      else { return nil }
      parts.append(.mark(number, isEscaped: isEscaped))
      index = digits.endIndex + (isEscaped ? escapedEnd : rawEnd).count
      run = index
    }
    if run < text.count { parts.append(.markup(Array(text[run...]))) }
    return parts
  }

  /// Appends a text as `{{hole}}` does.
  ///
  /// Mustache leaves a character alone that has an accent of its own; here `"́` is escaped too, as
  /// browsers take its first byte for the end of an attribute.
  static func escape(_ text: some Collection<UInt8>, to out: inout [UInt8]) {
    guard text.contains(where: isSpecial) else {
      out += text
      return
    }
    for byte in text {
      switch byte {
      case UInt8(ascii: "&"): out += "&amp;".utf8
      case UInt8(ascii: "<"): out += "&lt;".utf8
      case UInt8(ascii: ">"): out += "&gt;".utf8
      case UInt8(ascii: "\""): out += "&quot;".utf8
      case UInt8(ascii: "'"): out += "&#39;".utf8
      default: out.append(byte)
      }
    }
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""),
      UInt8(ascii: "'"):
      true
    default: false
    }
  }
}
