// Front matter read without the parser is what the parser would have read.

import Testing

@testable import Handbook

struct SimpleYAMLTests {
  private static func file(_ text: String, before: String) throws -> SourceFile {
    try SourceFile(path: ContentPath("page.md"), bytes: Array((before + text).utf8))
  }

  /// A value with all its places, to compare.
  private static func description(_ yaml: YAML) -> String {
    switch yaml.content {
    case .scalar(let text): "\(yaml.range)\(text.debugDescription)"
    case .list(let items): "\(yaml.range)[\(items.map(description).joined(separator: ","))]"
    case .mapping(let entries):
      "\(yaml.range){"
        + entries.map { "\($0.keyRange)\($0.key):\(description($0.value))" }.joined(separator: ",")
        + "}"
    }
  }

  private static let lines = [
    "title: Fees", "kind: phrases  ", "summary: \"What: to say # now\"", "tags: [one, two words]",
    "heard:", "  - Where is my “voucher”?", "  - \"It’s – late\"", "  -  é Über", " - less",
    "    - more", "- bare", "order: 012", "draft: no", "owner: it's 5% [off], {so}",
    "synonyms: [ a ,\"b, c\" , d]", "tags2: [a]", "x: \"\"", "y:", "z: a: b", "w: a # b", "v: a#b",
    "u: time 12:30", "", "# comment", "t: 'single'", "s: \"esc\\n\"", "r: [a, [b]]", "q: [a,]",
    "p: []", "o: {a: b}", "n: a\tb", "m: \u{85}", "l: a\u{2028}b", "k: 語", "  more text", "---",
    "...", "title: Again", "? a", "j: a?", "i: [a?]", "h: &a b", "g: *a", "f: a &b *c !d %e @f `g",
    "e : a", "e-f: a", "_d: a", "Card: a\r", "c: \"a\" b", "b: [a] b", "a: é", "aa: \u{FEFF}a",
    "ab: [a b\", c'd]", "ac: [\"x\"]", "ad: a,b]c}d", "ae: -1", "af: \"  spaced  \"", "ag:a",
    "ah: \u{7F}", "ai: \u{C2}\u{80}", "aj: x\u{80}y", "<<: a", "ak: \"a", "  ", "al: a - b",
    "am: http://x", "an: [a:b]", "ao: [a: b]", "ap: A.", "aq: \"a\": b",
  ]

  /// How many texts were read in both ways, of which the parser found no fault.
  private static func compare(_ text: String) throws -> Bool {
    for before in ["", "---\n", "é\n"] {
      let file = try file(text, before: before)
      let range = before.utf8.count..<file.bytes.count
      guard let simple = SimpleYAML.read(range, of: file) else { return false }
      let parsed = YAML.parse(range, of: file)
      let whole = try #require(parsed.value, "\(text.debugDescription) \(parsed.diagnostics)")
      #expect(description(simple) == description(whole), "\(text.debugDescription)")
    }
    return true
  }

  @Test func readsEachLineAsTheParserDoes() throws {
    for line in Self.lines {
      for text in [line, line + "\n", "first: a\n" + line + "\n", line + "\nlast: a\n"] {
        _ = try Self.compare(text)
      }
    }
  }

  @Test func readsLinesInAnyOrderAsTheParserDoes() throws {
    var state: UInt64 = 11
    func pick() -> String {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Self.lines[Int(state >> 33) % Self.lines.count]
    }
    var read = 0
    for _ in 0..<30_000 {
      let text = [pick(), pick(), pick()].joined(separator: "\n") + "\n"
      if try Self.compare(text) { read += 1 }
    }
    #expect(read > 300)
  }

  @Test func leavesNothingOfCommonFrontMatterToTheParser() throws {
    let text = """
      title: The screen of the file
      kind: faq
      summary: "People who feel heard deliver sooner: all of them."
      tags: [choice, rumor]
      heard:
        - Where is my voucher?
        - You’re late
      owner: Front desk lead
      reviewed: 2026-11-01
      review: 6 months

      """
    #expect(try Self.compare(text))
  }
}
