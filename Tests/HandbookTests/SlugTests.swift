// Anchors as GitHub makes them.

import Handbook
import Testing

@Suite struct SlugTests {
  @Test(arguments: [
    ("What to do?", "what-to-do"), ("H.E.A.R.T. — in short", "heart--in-short"),
    ("  two  spaces ", "--two--spaces-"), ("snake_case & kebab-case", "snake_case--kebab-case"),
    ("Café ÀÉÎ", "café-àéî"), ("Straße", "straße"), ("İstanbul", "i\u{307}stanbul"),
    ("日本語 の 見出し", "日本語-の-見出し"), ("Привет, мир!", "привет-мир"), ("I ♥ unicode", "i--unicode"),
    ("😄 - an emoji", "---an-emoji"), ("😄_😄 x", "_-x"), ("en–dash", "endash"), ("a\tb", "ab"),
    ("apostrophe’s", "apostrophes"), ("x² ½ ①", "x--"), ("Ⅳ ٣ Ⓐ", "ⅳ-٣-ⓐ"), ("a‿b", "a‿b"),
    ("e\u{301}", "e\u{301}"), ("\u{200B}\u{00A0}", ""), ("({[<>]})", ""), ("100 %", "100-"),
  ])
  func isGitHubs(_ heading: String, _ slug: String) {
    #expect(Array(Slug.base(heading).utf8) == Array(slug.utf8))
  }

  @Test(arguments: [
    (
      ["echo", "echo", "echo 1", "echo-1", "echo"],
      ["echo", "echo-1", "echo-1-1", "echo-1-2", "echo-2"]
    ),
    (["foxtrot-1", "foxtrot", "foxtrot"], ["foxtrot-1", "foxtrot", "foxtrot-2"]),
    (["?", "!", "Section"], ["section", "section-1", "section-2"]),
    (["A", "a", "A"], ["a", "a-1", "a-2"]),
  ])
  func numbersRepeats(_ headings: [String], _ slugs: [String]) {
    var taken: [String: Int] = [:]
    #expect(headings.map { Slug($0, avoiding: &taken).text } == slugs)
  }

  @Test func numbersManyRepeatsQuickly() {
    var taken: [String: Int] = [:]
    var last = ""
    for _ in 0..<20_000 { last = Slug("same", avoiding: &taken).text }
    #expect(last == "same-19999")
  }

  @Test func readsMarkupAsReadersSeeIt() throws {
    let page = try page("# A `code` *and* [link](x.md) &amp; <b>tag</b>\n\n## Q\\_A\n")
    #expect(page.headings.map(\.slug.text) == ["a-code-and-link--tag", "q_a"])
  }
}
