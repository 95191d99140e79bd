// "Did you mean …": which name is near enough.

import Handbook
import Testing

@Suite struct SuggestionTests {
  @Test(arguments: [
    ("sumary", "summary"), ("Sumary", "summary"), ("titel", "title"), ("ownre", "owner"),
    ("kin", "kind"), ("reviewed-by-me", "none"), ("x", "none"), ("", "none"), ("colour", "none"),
  ])
  func findsTheNearestKey(_ word: String, _ name: String) {
    let keys = ["title", "kind", "summary", "owner", "review", "reviewed", "color scheme"]
    #expect(Suggestion.nearest(to: word, in: keys) ?? "none" == name)
  }

  @Test func givesTheFirstOfEqualNames() {
    #expect(Suggestion.nearest(to: "ab", in: ["ac", "ad"]) == "ac")
    #expect(Suggestion.nearest(to: "fees.md", in: ["feet.md", "fees.md"]) == "fees.md")
  }

  @Test func listsFewCandidates() {
    #expect(Suggestion.help(for: "zzz", in: ["one", "two"]) == "use one of: one, two")
    #expect(Suggestion.help(for: "tow", in: ["one", "two"]) == "did you mean two?")
    #expect(Suggestion.help(for: "zzz", in: []) == nil)
    #expect(Suggestion.help(for: "zzz", in: Array(repeating: "word", count: 13)) == nil)
  }
}
