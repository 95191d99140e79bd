// Text that is the same in every run.

/// A generator with a fixed seed.
///
/// - Source: *SplitMix64*, Steele, Lea, Flood, 2014.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
    return value ^ value >> 31
  }

  mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[Int.random(in: 0..<elements.count, using: &self)]
  }
}

/// Random texts over the scripts and signs that the analyzer tells apart.
enum RandomText {
  /// Split by scalars: a mark after a space would be one character with it.
  private static let pieces: [String] = {
    let lines = [
      "a b c s S t x Z 0 7 ' ’ ` - ‑ . . , _ @ & < \\ \" — “ ” ´ ʼ ′",
      "\u{AD} \u{200D} \u{FE0F} \u{301} \u{308} \u{306} é Å ß æ Ǆ ł ŉ ı İ ﬁ ² ⅷ Ⅷ Ａ １ ～",
      "я И Ё Σ ς ά ᾈ ב ـ א ּ न ् 電 話 〆 が か \u{3099} カ ー ・ ｶ ก ั ฿ ๑",
      "한 \u{1112} \u{1161} \u{11AB} 𝒜 𠀀 👍 \u{FFFD} \u{E000} \u{2028}",
    ]
    let words = lines.flatMap { $0.unicodeScalars.split(separator: " ").map { String($0) } }
    return words + [" ", " ", " ", "\n"]
  }()

  static func text(_ length: Int, _ generator: inout SeededGenerator) -> String {
    (0..<length).map { _ in generator.pick(pieces) }.joined()
  }
}
