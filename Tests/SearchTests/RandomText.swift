// Text that is the same in every run.

import TestSupport

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
    return words + [" ", " ", " ", "\n", "20", "345", "(06", ") ", "-778", ". "]
  }()

  static func text(_ length: Int, _ generator: inout SeededGenerator) -> String {
    (0..<length).map { _ in generator.pick(pieces) }.joined()
  }
}
