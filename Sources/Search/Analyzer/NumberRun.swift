// Digits that are one number however they are set apart.

/// Groups of digits with nothing but spaces, brackets, full stops and hyphens between: `(020) 7946 0018`.
struct NumberRun {
  /// Groups of one number at most; more are read as another.
  private static let mostGroups = 6
  /// Characters between two groups at most, as in `(0) - 2`.
  private static let longestGap = 4

  /// The digits of each group.
  private(set) var groups: [Range<Int>] = []

  /// The offset after the last group.
  var end: Int { groups.last?.upperBound ?? 0 }

  /// Reads the groups from a digit on; nothing where they are no number, or where letters belong to
  /// them.
  init?(_ text: [UInt8], from start: Int) {
    var next = start
    while groups.count < Self.mostGroups, let group = Self.group(text, from: next) {
      groups.append(group)
      next = Self.endOfGap(text, from: group.upperBound)
      if next == group.upperBound { break }
    }
    let hyphen = Letter(at: end, in: text)
    let goesOn =
      hyphen.role == .hyphen && Letter(at: end + hyphen.length, in: text).role == .word
    if goesOn || numbers.isEmpty { return nil }
  }

  /// The neighbouring groups that may be a number by themselves: `020 7946 0018 24 hours` holds several.
  var numbers: [ClosedRange<Int>] {
    groups.indices.flatMap { first in
      groups.indices.dropFirst(first + 1).compactMap { last in
        let digits = groups[first...last].reduce(0) { $0 + $1.count }
        return Self.lengths.contains(digits) ? first...last : nil
      }
    }
  }

  /// Digits of what is looked for as one number: shorter ones are found by their neighbours.
  private static let lengths = 6...20

  private static func group(_ text: [UInt8], from start: Int) -> Range<Int>? {
    var end = start
    while end < text.count, (0x30...0x39).contains(text[end]) { end += 1 }
    if end == start { return nil }
    switch Letter(at: end, in: text).role {
    case .separator, .hyphen: return start..<end
    default: return nil
    }
  }

  private static func endOfGap(_ text: [UInt8], from start: Int) -> Int {
    var end = start
    for _ in 0..<longestGap {
      guard end < text.count else { break }
      let byte = text[end]
      let (code, length) = byte < 0x80 ? (UInt32(byte), 1) : Letter.decode(text, at: end)
      guard isGap(code) else { break }
      end += length
    }
    return end
  }

  private static func isGap(_ code: UInt32) -> Bool {
    switch code {
    case 0x20, 0x28, 0x29, 0x2D, 0x2E, 0x5B, 0x5D: true
    case 0xA0, 0x2009, 0x2010, 0x2011, 0x2013, 0x202F: true
    default: false
    }
  }
}
