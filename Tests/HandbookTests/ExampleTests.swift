// The examples of `deskbook explain` are true: the bad one is reported, the good one is not.

import Handbook
import Testing

@Suite struct ExampleTests {
  /// Rules about several files or their names: their examples are words, not a text.
  static let inWords: Set<String> = [
    "orphan-page", "output-collision", "encoding", "file-size", "symlink", "file-name",
    "synonym-unused", "search-size", "edited-after-review", "active-file", "too-large",
    "card-glyph", "card-link", "card-type", "untranslated-page", "skipped-page", "settings-name",
    "no-pages", "picture-file", "conflict-copy", "unlinked-document",
  ]

  /// Rules about a file of the handbook's own: their examples are that file.
  static let files = [
    "navigation": "handbook.yml", "redirect": "handbook.yml", "synonyms": "synonyms.txt",
    "brand-contrast": "handbook.yml", "brand-logo": "handbook.yml",
    "stale-notice": "handbook.yml", "unused-owner": "handbook.yml",
    "synonym-chain": "synonyms.txt", "synonym-repeated": "synonyms.txt",
    "search-test": "search-tests.yml", "card-shape": "handbook.yml",
    "review-history": "reviews.tsv",
  ]

  /// What stands beside an example.
  static let alongside = [
    "handbook.yml": "spoken: {grade: 8}\nfields: {client: {label: Client}}\n",
    "sources.yml": "jane: {title: Empathy at the desk}\n", "ladder.png": "",
    "logo.svg": "",
    "opening.md": "# Opening\n", "heart.md": "# HEART\n", "policies/fees.md": "# Fees\n",
    "policies/missed-appointment.md": "# Missed\n",
  ]

  static let shown = Rules.all.map(\.id).filter { !inWords.contains($0) }

  private func findings(_ rule: String, _ example: String) throws -> [String] {
    var files = Self.alongside
    files[Self.files[rule] ?? "index.md"] = example
    let tiny = try TinyHandbook(files)
    return tiny.findings(rule).map(tiny.line)
  }

  @Test(arguments: shown)
  func reportTheBadExample(_ id: String) throws {
    let rule = try #require(Rules.named(id))
    #expect(try !findings(id, rule.bad).isEmpty)
  }

  @Test(arguments: shown)
  func acceptTheGoodExample(_ id: String) throws {
    let rule = try #require(Rules.named(id))
    #expect(try findings(id, rule.good) == [])
  }

  /// Words of the trade, each with plain words of which one must stand beside it.
  static let ofTheTrade = [
    "front matter": ["`---`"], "scheme": ["before the first colon"], "fingerprint": ["a code made"],
    "WCAG": ["rules for pages that everyone can read"], "anchor": ["`#`"], "anchors": ["`#`"],
    "YAML": ["settings"], "UTF-8": ["Programs store letters"],
    "symbolic link": ["stands in the folder for"],
    "encoding": ["Programs store letters"], "parser": [], "slug": [], "regex": [], "BCP": [],
  ]

  @Test(arguments: Rules.all.map(\.id))
  func explainInPlainWords(_ id: String) throws {
    let rule = try #require(Rules.named(id))
    let text = (rule.summary + " " + rule.explanation).replacing("YAMLRules", with: "")
    let words = Set(text.lowercased().split { !$0.isLetter && $0 != "-" && !$0.isNumber })
    for (word, plain) in Self.ofTheTrade {
      let stands =
        word.contains(" ")
        ? text.lowercased().contains(word) : words.contains(word.lowercased()[...])
      if stands, id != word { #expect(plain.contains { text.contains($0) }, "\(id): \(word)") }
    }
  }

  @Test(arguments: Rules.all.map(\.id))
  func haveAWholeExplanation(_ id: String) throws {
    let rule = try #require(Rules.named(id))
    #expect(rule.summary.hasSuffix("."))
    #expect(rule.explanation.hasSuffix(".") && !rule.explanation.contains("  "))
    #expect(!rule.bad.isEmpty && rule.bad != rule.good)
    #expect(id.utf8.allSatisfy { (0x61...0x7A).contains($0) || $0 == UInt8(ascii: "-") })
  }

  @Test func haveNamesOfTheirOwnInOrder() {
    #expect(Rules.all.map(\.id) == Set(Rules.all.map(\.id)).sorted())
    #expect(Rules.named("no-such-rule") == nil)
  }
}
