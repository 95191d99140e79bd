// Texts as YAML.

internal import Text

/// Texts as YAML.
package enum YAMLText {
  /// A text as a plain scalar where that reads back as the same text, else in double quotes.
  package static func scalar(_ text: String) -> String {
    let isPlain =
      !text.isEmpty && !text.hasPrefix(" ") && !text.hasSuffix(" ")
      && text.utf8.allSatisfy { byte in
        byte >= 0x80 || byte == 0x20 || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ".")
          || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "'") || byte.isLetter || byte.isDigit
          || byte == UInt8(ascii: "-")
      } && text.utf8.first.map { $0.isLetter || $0.isDigit || $0 >= 0x80 } ?? false
      && text.unicodeScalars.allSatisfy {
        !"\u{85}\u{2028}\u{2029}\u{FEFF}".unicodeScalars.contains($0)
      }
    return isPlain ? text : quoted(text)
  }

  /// A text in double quotes: YAML reads strings of JSON, but takes no byte order mark as it is.
  package static func quoted(_ text: String) -> String {
    JSON.quoted(text).replacing("\u{FEFF}", with: "\\ufeff")
  }
}
