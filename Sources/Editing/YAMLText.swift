// Texts as YAML.

/// Texts as YAML.
package enum YAMLText {
  /// A text as a plain scalar where that reads back as the same text, else in double quotes.
  package static func scalar(_ text: String) -> String {
    let isPlain =
      !text.isEmpty && !text.hasPrefix(" ") && !text.hasSuffix(" ")
      && text.utf8.allSatisfy { byte in
        byte >= 0x80 || byte == 0x20 || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ".")
          || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "'") || isLetterOrDigit(byte)
          || byte == UInt8(ascii: "-")
      } && text.utf8.first.map { isLetterOrDigit($0) || $0 >= 0x80 } ?? false
      && text.unicodeScalars.allSatisfy {
        !"\u{85}\u{2028}\u{2029}\u{FEFF}".unicodeScalars.contains($0)
      }
    return isPlain ? text : quoted(text)
  }

  /// A text in double quotes.
  package static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case "\u{85}", "\u{2028}", "\u{2029}", "\u{FEFF}", "\u{0}"..<" ", "\u{7F}":
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
  }
}
