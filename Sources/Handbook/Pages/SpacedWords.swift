// The words of a text between single spaces.

/// Spaces of a text, told by its bytes where they cannot be part of another character.
///
/// A sign behind a space may belong to it: the two are then one character and part no words. That
/// is what `Character` is for, which is slow: texts that have no such sign do without it.
enum SpacedWords {
  /// The words of a text with one space between them; spaces and line feeds part words.
  static func text(of bytes: [UInt8]) -> String {
    guard arePlain(bytes) else {
      return String(decoding: bytes, as: UTF8.self).split { $0 == " " || $0 == "\n" }
        .joined(separator: " ")
    }
    if isSingleSpaced(bytes) { return String(decoding: bytes, as: UTF8.self) }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    for byte in bytes {
      if byte != 0x20, byte != 0x0A {
        result.append(byte)
      } else if let last = result.last, last != 0x20 {
        result.append(0x20)
      }
    }
    if result.last == 0x20 { result.removeLast() }
    return String(decoding: result, as: UTF8.self)
  }

  /// The first words of a text that has single spaces.
  static func first(_ count: Int, of text: String) -> String {
    let bytes = Array(text.utf8)
    guard arePlain(bytes) else {
      return text.split(separator: " ").prefix(count).joined(separator: " ")
    }
    var spaces = 0
    for (index, byte) in bytes.enumerated() where byte == 0x20 {
      spaces += 1
      if spaces == count { return String(decoding: bytes[..<index], as: UTF8.self) }
    }
    return text
  }

  /// Whether no space or line feed can be a part of a character with what stands round it.
  ///
  /// - Source: Unicode Standard Annex 29, rules GB3 and GB9 to GB9b: signs that extend what they
  ///   follow or precede, and a carriage return before a line feed. None does so among ASCII,
  ///   letters of Latin 1, and from U+2010 to U+2026, the dashes, quotation marks and dots of English.
  private static func arePlain(_ bytes: [UInt8]) -> Bool {
    var before: UInt8 = 0
    for (index, byte) in bytes.enumerated() {
      if byte == 0x0D { return false }
      if byte >= 0x80, before == 0x20 || before == 0x0A {
        if !isAlone(bytes, at: index) { return false }
      } else if before >= 0x80, byte == 0x20 || byte == 0x0A {
        let start = bytes[..<index].lastIndex { $0 & 0xC0 != 0x80 } ?? 0
        if !isAlone(bytes, at: start) { return false }
      }
      before = byte
    }
    return true
  }

  /// Whether a character of more than a byte is one that takes in none beside it.
  private static func isAlone(_ bytes: [UInt8], at start: Int) -> Bool {
    if bytes[start] == 0xC3 { return true }
    return bytes[start] == 0xE2 && start + 2 < bytes.count && bytes[start + 1] == 0x80
      && (0x90...0xA6).contains(bytes[start + 2])
  }

  private static func isSingleSpaced(_ bytes: [UInt8]) -> Bool {
    var before: UInt8 = 0x20
    for byte in bytes {
      if byte == 0x0A || byte == 0x20 && before == 0x20 { return false }
      before = byte
    }
    return before != 0x20 || bytes.isEmpty
  }
}
