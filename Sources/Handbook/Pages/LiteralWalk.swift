// A literal of the tree beside its source, where escapes and entities make them differ.

internal import CommonMark

/// Follows a literal through its source.
struct LiteralWalk {
  private let literal: ArraySlice<UInt8>
  private let source: [UInt8]
  /// Whether the literal is HTML, which has the source's bytes.
  private let isRaw: Bool
  /// How far it has come in the literal, and in the source.
  private(set) var offset = 0
  private(set) var place: Int

  /// Longest entity of HTML, `&CounterClockwiseContourIntegral;`.
  private static let longestEntity = 33

  /// Begins where the literal is thought to begin in the source.
  init(_ literal: ArraySlice<UInt8>, in source: [UInt8], at start: Int, isRaw: Bool) {
    self.literal = literal
    self.source = source
    self.isRaw = isRaw
    place = start
  }

  /// Goes on to a byte of the literal, or to its end; the place is then that byte's own.
  ///
  /// - Returns: false where literal and source part.
  mutating func advance(to end: Int) -> Bool {
    while offset < end { if !step() { return false } }
    if isEscape(at: place) { place += 1 }
    return true
  }

  private mutating func step() -> Bool {
    let rest = literal[(literal.startIndex + offset)...]
    guard let byte = rest.first, place < source.count else { return false }
    if byte == MarkupTree.escapeMark, rest.starts(with: MarkupTree.escapedBraces),
      source[place...].starts(with: "\\{{".utf8)
    {
      return go(MarkupTree.escapedBraces.count, 3)
    }
    if isEscape(at: place) { return source[place + 1] == byte && go(1, 2) }
    if !isRaw, source[place] == UInt8(ascii: "&"), let entity, !rest.starts(with: entity) {
      return go(rest.prefix(4).dropFirst().prefix { $0 & 0xC0 == 0x80 }.count + 1, entity.count)
    }
    return source[place] == byte && go(1, 1)
  }

  private mutating func go(_ read: Int, _ written: Int) -> Bool {
    offset += read
    place += written
    return true
  }

  /// The entity that begins here, if one may.
  private var entity: ArraySlice<UInt8>? {
    let rest = source[place...].prefix(Self.longestEntity)
    return rest.firstIndex(of: UInt8(ascii: ";")).map { source[place...$0] }
  }

  /// Whether a backslash stands here that takes the meaning from what follows.
  ///
  /// - Source: CommonMark 0.31, section 2.4: ASCII punctuation can be escaped.
  private func isEscape(at index: Int) -> Bool {
    guard !isRaw, index + 1 < source.count, source[index] == UInt8(ascii: "\\") else {
      return false
    }
    switch source[index + 1] {
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: return true
    default: return false
    }
  }
}
