// One character of a text, read from UTF-8 and judged.

/// What a character does to the words round it.
enum LetterRole {
  /// Ends a word.
  case separator
  /// A letter or digit of a script that puts spaces between words.
  case word
  /// A letter of a script without spaces: indexed in pairs.
  case unspaced
  /// Belongs to the letter before it.
  case mark
  case apostrophe
  case hyphen
  /// Invisible: skipped as if it were not there.
  case ignored
}

/// A character with its role, its folded form and its length in bytes.
struct Letter {
  var role: LetterRole
  /// The folded scalar; 0 where the role needs none.
  var code: UInt32 = 0
  /// Position in ``LetterTables/ligatures``, or -1.
  var ligature = -1
  /// Bytes of the text that it takes; 0 after the end.
  var length: Int

  /// Reads the character that begins at a byte; after the end it is a separator of no length.
  ///
  /// - Parameters:
  ///   - index: the offset of a character's first byte, or any offset past the end.
  ///   - text: valid UTF-8.
  init(at index: Int, in text: [UInt8]) {
    guard index < text.count else {
      self.init(role: .separator, length: 0)
      return
    }
    let byte = text[index]
    if byte < 0x80 {
      self.init(ascii: byte)
    } else {
      let (code, length) = Self.decode(text, at: index)
      self.init(code: code, length: length)
    }
  }

  private init(role: LetterRole, code: UInt32 = 0, ligature: Int = -1, length: Int) {
    self.role = role
    self.code = code
    self.ligature = ligature
    self.length = length
  }

  private init(ascii byte: UInt8) {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      self.init(role: .word, code: UInt32(byte), length: 1)
    case UInt8(ascii: "A")...UInt8(ascii: "Z"):
      self.init(role: .word, code: UInt32(byte | 0x20), length: 1)
    case UInt8(ascii: "'"), UInt8(ascii: "`"): self.init(role: .apostrophe, length: 1)
    case UInt8(ascii: "-"): self.init(role: .hyphen, length: 1)
    default: self.init(role: .separator, length: 1)
    }
  }

  private init(code: UInt32, length: Int) {
    switch code {
    case 0xAD, 0x200C, 0x200D, 0x2060, 0x20E3, 0xFEFF, 0xFE00...0xFE0F, 0xE0100...0xE01EF:
      self.init(role: .ignored, length: length)
    case 0xB4, 0x2BC, 0x2018, 0x2019, 0x201B, 0x2032, 0xFF07:
      self.init(role: .apostrophe, length: length)
    case 0x2010, 0x2011: self.init(role: .hyphen, length: length)
    case 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A:
      self.init(ascii: UInt8(code - 0xFEE0))
      self.length = length
    case 0xC0...0x24F:
      self.init(folding: LetterTables.latinBytes[Int(code) - 0xC0], of: code, length: length)
    case 0x1E00...0x1EFF:
      let folded = LetterTables.latinAdditionalBytes[Int(code) - 0x1E00]
      self.init(folding: folded, of: code, length: length)
    case 0x3C2: self.init(role: .word, code: 0x3C3, length: length)
    default:
      self.init(role: Self.role(of: code), code: Self.lowercase(code), length: length)
    }
  }

  /// A letter of the Latin tables: folded as its `sign` there says, or judged like any other.
  private init(folding sign: UInt8, of code: UInt32, length: Int) {
    switch sign {
    case UInt8(ascii: "a")...UInt8(ascii: "z"):
      self.init(role: .word, code: UInt32(sign), length: length)
    case UInt8(ascii: "1")...UInt8(ascii: "9"):
      self.init(role: .word, ligature: Int(sign - UInt8(ascii: "1")), length: length)
    default:
      self.init(role: Self.role(of: code), code: Self.lowercase(code), length: length)
    }
  }

  private static func role(of code: UInt32) -> LetterRole {
    if isUnspaced(code) { return .unspaced }
    guard let scalar = Unicode.Scalar(code) else { return .separator }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .otherNumber:
      return isInUnspacedBlock(code) ? .unspaced : .word
    case .nonspacingMark, .spacingMark, .enclosingMark: return .mark
    default: return .separator
    }
  }

  /// Han, kana and Hangul: every assigned code point is a letter.
  private static func isUnspaced(_ code: UInt32) -> Bool {
    switch code {
    case 0x1100...0x11FF, 0x3005...0x3007, 0x3041...0x3096, 0x309D...0x309F, 0x30A1...0x30FA,
      0x30FC...0x30FF, 0x31F0...0x31FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xAC00...0xD7A3,
      0xF900...0xFAFF, 0x20000...0x3FFFD:
      return true
    default: return false
    }
  }

  /// Thai, Lao, Myanmar and Khmer, whose blocks hold signs too.
  private static func isInUnspacedBlock(_ code: UInt32) -> Bool {
    switch code {
    case 0xE00...0xEFF, 0x1000...0x109F, 0x1780...0x17FF: return true
    default: return false
    }
  }

  private static func lowercase(_ code: UInt32) -> UInt32 {
    guard let scalar = Unicode.Scalar(code), scalar.properties.changesWhenLowercased else {
      return code
    }
    return scalar.properties.lowercaseMapping.unicodeScalars.first?.value ?? code
  }

  /// The scalar that begins at a byte of 0x80 or more, and its length.
  static func decode(_ text: [UInt8], at index: Int) -> (code: UInt32, length: Int) {
    let lead = text[index]
    let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
    guard lead >= 0xC0, index + length <= text.count else { return (0xFFFD, 1) }
    var code = UInt32(lead) & (0x7F >> UInt32(length))
    for offset in 1..<length { code = code << 6 | UInt32(text[index + offset] & 0x3F) }
    return (code, length)
  }
}
