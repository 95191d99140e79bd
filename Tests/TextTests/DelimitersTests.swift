// Delimiters count wherever their bytes stand, whatever combines with them.

import Testing
import Text

struct DelimitersTests {
  /// What makes one character of itself and the sign before it, or of the sign behind it.
  static let marks = [
    "", "\u{301}", "\u{308}x", "\u{200D}", "\u{FE0F}", "\u{20DD}", "\u{1F3FD}", "\u{0903}", "\n",
    "\u{E0061}",
  ]
  static let before = ["", "x", "é", "e\u{301}", "\u{600}", "\r", "\u{1F1E6}", "\u{1100}"]
  static let signs: [Unicode.Scalar] = ["/", "#", "?", ",", "\t", ".", ":", "\"", "\r", "\n", "\\"]

  @Test(arguments: signs)
  func areFoundBesideMarks(sign: Unicode.Scalar) {
    for start in Self.before where !start.unicodeScalars.contains(sign) {
      for mark in Self.marks where !mark.unicodeScalars.contains(sign) {
        let text = start + String(sign) + mark
        #expect(text.holds(sign))
        let parts = text.parts(at: sign).map { Array($0.utf8) }
        #expect(parts == [Array(start.utf8), Array(mark.utf8)])
        let (first, rest) = text.cut(at: sign)
        #expect(Array(first.utf8) == Array(start.utf8))
        #expect(rest.map { Array($0.utf8) } == Array(mark.utf8))
        #expect(text.begins(with: start + String(sign)))
        #expect(text.ends(with: String(sign) + mark))
      }
    }
  }

  @Test func compareTheseVeryBytes() {
    #expect(!"caf\u{E9}".begins(with: "cafe\u{301}"))
    #expect(!"caf\u{E9}".ends(with: "e\u{301}"))
    #expect(!"a".ends(with: "ba"))
    #expect("".parts(at: "/") == [""])
    #expect("a//b/".parts(at: "/") == ["a", "", "b", ""])
    #expect("/a//b/".pathNames == ["a", "b"])
    #expect("a".cut(at: "#").behind == nil)
  }

  @Test(arguments: [
    ("a/b", "a", true), ("a", "a", true), ("ab/c", "a", false), ("a/b", "a/b/c", false),
    ("caf\u{E9}/x", "cafe\u{301}", true), ("cafe\u{301}/x", "caf\u{E9}", true),
    ("a/\u{301}x", "a", true), ("a\u{301}/x", "a", false),
  ])
  func knowWhatLiesInAFolder(path: String, folder: String, isInside: Bool) {
    #expect(path.isOrLies(in: folder) == isInside)
  }

  @Test func giveThePathBelowAFolderHoweverItIsComposed() {
    #expect("cafe\u{301}/\u{301}x/y".pathBelow("caf\u{E9}") == "\u{301}x/y")
    #expect("a/b".pathBelow("") == "a/b")
    #expect("a".pathBelow("a") == "")
  }
}
