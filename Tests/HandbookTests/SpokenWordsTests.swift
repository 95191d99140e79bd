import Testing

@testable import Handbook

/// Words of a line as it is spoken.
struct SpokenWordsTests {
  @Test(
    "are lower-case, without punctuation, parted by spaces, hyphens and em dashes",
    arguments: [
      ("Don’t worry: I’ll call.", ["dont", "worry", "ill", "call"]),
      ("no-show — 25 € … “now”", ["no", "show", "25", "now"]),
      ("well—then", ["well", "then"]), ("two – three", ["two", "three"]),
      ("Übung macht’s", ["übung", "machts"]), ("½ day", ["½", "day"]),
      ("  ", []), ("", []), ("?!", []), ("a\nb", ["a", "b"]),
    ])
  func areThoseThatAreHeard(line: String, words: [String]) {
    #expect(SpokenWords.of(line) == words)
  }

  @Test("are the same for a text with and without letters beyond ASCII")
  func doNotDependOnTheWayTheyAreRead() {
    for line in ["I hear you, Ms. O’Neil.", "Call 2-4 — “soon”…", "x.y/z  Q"] {
      #expect(SpokenWords.of(line + " é") == SpokenWords.of(line) + ["é"])
    }
  }
}
