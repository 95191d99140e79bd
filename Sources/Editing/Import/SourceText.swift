// Texts of other programs, whatever way their letters are stored.

/// A text as it was read, and how where that was a guess.
struct SourceText {
  let text: String
  /// What to say of it; nil where nothing was guessed.
  var doubt: String?

  /// UTF-8 or UTF-16 where a byte order mark says so, else UTF-8, else Windows-1252, in which every byte
  /// is a letter.
  ///
  /// - Source: the WHATWG Encoding Standard, *BOM sniff* and *windows-1252*.
  init(_ bytes: [UInt8]) {
    if bytes.starts(with: [0xFF, 0xFE]) {
      text = Self.utf16(bytes.dropFirst(2), isLittle: true)
    } else if bytes.starts(with: [0xFE, 0xFF]) {
      text = Self.utf16(bytes.dropFirst(2), isLittle: false)
    } else {
      let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
      if let utf8 = String(validating: body, as: UTF8.self) {
        text = utf8
      } else {
        text = String(String.UnicodeScalarView(body.map(Self.letter)))
        doubt = "this file is not UTF-8; it was read as Windows-1252, so look at its accents"
      }
    }
    if doubt == nil, text.unicodeScalars.contains("\u{FFFD}") {
      doubt = "some letters of this file could not be read; \u{FFFD} stands in their place"
    }
  }

  private static func utf16(_ bytes: ArraySlice<UInt8>, isLittle: Bool) -> String {
    let units = stride(from: bytes.startIndex, to: bytes.endIndex, by: 2).map { index in
      // Half a letter at the end is none.
      guard index + 1 < bytes.endIndex else { return 0xFFFD as UInt16 }
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      return isLittle ? second << 8 | first : first << 8 | second
    }
    return String(decoding: units, as: UTF16.self)
  }

  /// What a byte stands for in Windows-1252.
  private static func letter(_ byte: UInt8) -> Unicode.Scalar {
    guard (0x80...0x9F).contains(byte) else { return Unicode.Scalar(byte) }
    return special[Int(byte) - 0x80]
  }

  private static let special: [Unicode.Scalar] = [
    "\u{20AC}", "\u{81}", "\u{201A}", "\u{192}", "\u{201E}", "\u{2026}", "\u{2020}", "\u{2021}",
    "\u{2C6}", "\u{2030}", "\u{160}", "\u{2039}", "\u{152}", "\u{8D}", "\u{17D}", "\u{8F}",
    "\u{90}", "\u{2018}", "\u{2019}", "\u{201C}", "\u{201D}", "\u{2022}", "\u{2013}", "\u{2014}",
    "\u{2DC}", "\u{2122}", "\u{161}", "\u{203A}", "\u{153}", "\u{9D}", "\u{17E}", "\u{178}",
  ]
}
