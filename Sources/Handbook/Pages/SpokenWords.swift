// The words of a line as it is spoken.

internal import Text

/// Words without case and punctuation, so that quotes and commas neither hide a match nor count.
enum SpokenWords {
  /// Lower-case words of letters and digits, in order; spaces, hyphens and em dashes part them.
  static func of(_ text: String) -> [String] {
    simple(text) { String(decoding: $0, as: UTF8.self) } ?? any(text)
  }

  /// The same words as hashes of 32 bits.
  static func hashes(of text: String) -> [UInt32] {
    simple(text, hash) ?? any(text).map { hash(Array($0.utf8)) }
  }

  private static func hash(_ word: [UInt8]) -> UInt32 {
    UInt32(truncatingIfNeeded: ContentHash(word).value)
  }

  private static func any(_ text: String) -> [String] {
    text.lowercased().split { $0 == " " || $0 == "—" || $0 == "-" || $0 == "\n" }
      .map { word in String(word.filter { $0.isLetter || $0.isNumber }) }
      .filter { !$0.isEmpty }
  }

  /// No fewer words than a text has, told at a glance: a word more than what may part them.
  static func most(of text: String) -> Int {
    text.utf8.reduce(1) { count, byte in
      switch byte {
      // The last is the last byte of an em dash.
      case UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "\n"), 0x94: count + 1
      default: count
      }
    }
  }

  /// The words of a text of ASCII and typographic punctuation, which most are; nil for any other.
  private static func simple<Word>(_ text: String, _ make: ([UInt8]) -> Word) -> [Word]? {
    var words: [Word] = []
    var word: [UInt8] = []
    var sign: [UInt8] = []
    func end() {
      if !word.isEmpty { words.append(make(word)) }
      word.removeAll(keepingCapacity: true)
    }
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39, 0x61...0x7A: word.append(byte)
      case 0x41...0x5A: word.append(byte | 0x20)
      case UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "\n"): end()
      case 0x00..<0x80: break
      default:
        sign.append(byte)
        // U+2010 to U+2026: dashes, quotation marks, dots.
        guard sign[0] == 0xE2, sign.count == 1 || sign[1] == 0x80 else { return nil }
        if sign.count < 3 { continue }
        guard (0x90...0xA6).contains(byte) else { return nil }
        if byte == 0x94 { end() }
      }
      if !sign.isEmpty { sign.removeAll(keepingCapacity: true) }
    }
    end()
    return sign.isEmpty ? words : nil
  }
}
