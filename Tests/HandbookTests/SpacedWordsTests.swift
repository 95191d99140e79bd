// Words of a text by bytes are those by characters.

import Testing

@testable import Handbook

struct SpacedWordsTests {
  /// Signs that take a space in, before or behind them, and such that do not.
  private static let signs = [
    "a", "word", " ", " ", "  ", "\n", "\r\n", "\r", "\u{301}", "\u{200D}", "\u{600}", "\u{FE0F}",
    "é", "ü", "“", "”", "’", "—", "…", "\u{2028}", "語", "😀", "\u{E3E}", "\u{93E}", ".", "/",
  ]

  /// Every text of up to three signs, and longer ones made of these.
  private static var texts: [String] {
    var texts = [""]
    for one in signs {
      for other in signs {
        for third in signs { texts.append(one + other + third) }
        texts.append("say " + one + other + " it " + other + one)
      }
    }
    return texts
  }

  @Test func findsTheWordsThatCharactersPart() {
    for text in Self.texts {
      let expected = text.split { $0 == " " || $0 == "\n" }.joined(separator: " ")
      #expect(Array(SpacedWords.text(of: [UInt8](text.utf8)).utf8) == Array(expected.utf8))
    }
  }

  @Test func takesTheFirstWordsThatCharactersPart() {
    for text in Self.texts {
      let spaced = text.split { $0 == " " || $0 == "\n" }.joined(separator: " ")
      for count in 1...3 {
        let expected = spaced.split(separator: " ").prefix(count).joined(separator: " ")
        #expect(Array(SpacedWords.first(count, of: spaced).utf8) == Array(expected.utf8))
      }
    }
  }

  @Test func makesTheSameSlugOfTextsWithAndWithoutOtherLetters() {
    #expect(Slug.base("Fees & Refunds_2 -x") == "fees--refunds_2--x")
    #expect(Slug.base("Fees & Refunds_2 -xÉ") == "fees--refunds_2--xé")
  }
}
