// The tokens of one text, back to back in one buffer.

/// What a token is to the index.
enum TokenRole: UInt8 {
  /// A word, or a part of a hyphenated one.
  case part
  /// The parts of a hyphenated word, or the groups of a number, written together.
  case joined
  /// A word too common to be indexed; kept for comparing whole phrases.
  case stop
}

/// Tokens as one run of bytes, reused from text to text.
struct TokenBuffer {
  /// Longer words are cut to this many characters.
  static let maximumLength = 40

  /// The tokens' bytes, and room for more: bytes that are written into an array that has grown already take
  /// less than half the time of appended ones.
  private(set) var bytes: [UInt8] = []
  /// How many of these are written.
  private(set) var used = 0
  /// The end of each token in `bytes`.
  private(set) var ends: [Int] = []
  private(set) var roles: [TokenRole] = []
  /// Characters of the token that is being written.
  private(set) var length = 0

  var count: Int { ends.count }
  /// Where the bytes of the token being written begin.
  var start: Int { ends.last ?? 0 }

  /// Whether there is no other word; true of no token at all.
  var hasOnlyStops: Bool { roles.allSatisfy { $0 == .stop } }

  func range(_ index: Int) -> Range<Int> { (index == 0 ? 0 : ends[index - 1])..<ends[index] }

  func text(_ index: Int) -> String { String(decoding: bytes[range(index)], as: UTF8.self) }

  mutating func removeAll() {
    used = 0
    ends.removeAll(keepingCapacity: true)
    roles.removeAll(keepingCapacity: true)
    length = 0
  }

  mutating func append(ascii byte: UInt8) {
    guard length < Self.maximumLength else { return }
    write(byte)
    length += 1
  }

  /// Writes letters and digits of ASCII in lower case.
  mutating func append(ascii text: [UInt8], _ word: Range<Int>, isLower: Bool) {
    let letters = min(word.count, Self.maximumLength - length)
    let capital: UInt8 = isLower ? 0 : 0x20
    if used + letters > bytes.count { grow() }
    unsafe bytes.withUnsafeMutableBufferPointer { bytes in
      unsafe text.withUnsafeBufferPointer { text in
        for index in 0..<letters {
          unsafe bytes[used + index] = text[word.lowerBound + index] | capital
        }
      }
    }
    used += letters
    length += letters
  }

  private mutating func write(_ byte: UInt8) {
    if used == bytes.count { grow() }
    bytes[used] = byte
    used += 1
  }

  /// Makes room for at least one more word.
  private mutating func grow() {
    bytes += [UInt8](repeating: 0, count: max(bytes.count, 4 * Self.maximumLength))
  }

  mutating func append(_ code: UInt32) {
    guard length < Self.maximumLength, let scalar = Unicode.Scalar(code) else { return }
    for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter { write(byte) }
    length += 1
  }

  /// Adds a mark to the letter before it: dropped from Latin, composed or kept in other scripts.
  mutating func absorb(mark: UInt32) {
    guard length > 0, length < Self.maximumLength, used > 0 else { return }
    let last = bytes[used - 1]
    if last < 0x80, (0x300...0x36F).contains(mark) { return }
    var first = used - 1
    while first > start, bytes[first] & 0xC0 == 0x80 { first -= 1 }
    let base = last < 0x80 ? UInt32(last) : Letter.decode(bytes, at: first).code
    guard let composed = LetterTables.compose(base, mark) else {
      append(mark)
      return
    }
    used = first
    length -= 1
    append(composed)
  }

  /// Ends the token being written.
  mutating func close(_ role: TokenRole) {
    ends.append(used)
    roles.append(role)
    length = 0
  }

  /// Adds some tokens, written together.
  mutating func join(_ tokens: ClosedRange<Int>) {
    for index in range(tokens.lowerBound).lowerBound..<ends[tokens.upperBound] {
      let byte = bytes[index]
      if byte & 0xC0 != 0x80 { length += 1 }
      if length > Self.maximumLength { break }
      write(byte)
    }
    close(.joined)
  }
}
