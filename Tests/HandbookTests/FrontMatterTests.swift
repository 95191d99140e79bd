// Where front matter begins and ends, what its keys mean, and how slips are graded.

import Handbook
import Testing

@Suite struct FrontMatterTests {
  private func read(_ text: String) throws -> (FrontMatter.Reading, SourceFile) {
    let file = try SourceFile(path: ContentPath("index.md"), bytes: Array(text.utf8))
    return (FrontMatter.read(file), file)
  }

  @Test(arguments: [
    ("---\ntitle: Fees\n---\nText", "Fees", "Text"),
    ("---\r\ntitle: Fees\r\n---\r\nText", "Fees", "Text"),
    ("\u{FEFF}---\ntitle: Fees\n---\nText", "Fees", "Text"),
    ("--- \t\ntitle: Fees\n---  \nText", "Fees", "Text"),
    ("---\rtitle: Fees\r---\rText", "Fees", "Text"), ("---\n---\nText", "", "Text"),
    ("---\n\n# a comment\n---\nText", "", "Text"), ("---\ntitle: Fees\n---", "Fees", ""),
    ("Text", "", "Text"), ("\u{FEFF}Text", "", "Text"), ("", "", ""), ("---", "", "---"),
    ("---\n", "", "---\n"), ("---\ntitle: Fees\n...\nText", "Fees", "Text"),
    ("---\n\nText\n...\n", "", "---\n\nText\n...\n"),
    ("---\n\nText\n", "", "---\n\nText\n"), ("---\nA line.\n\nText", "", "---\nA line.\n\nText"),
  ])
  func cutsOffFrontMatter(_ text: String, _ title: String, _ body: String) throws {
    let (reading, file) = try read(text)
    #expect((reading.frontMatter.title?.value ?? "") == title)
    #expect(String(decoding: file.bytes[reading.bodyStart...], as: UTF8.self) == body)
    #expect(reading.diagnostics.isEmpty)
  }

  @Test(arguments: [
    "----\ntitle: x\n---\n", "\n---\ntitle: x\n---\n", " ---\ntitle: x\n---\n",
    "—-\ntitle: x\n—-\n", "<!-- a -->\n---\ntitle: x\ntags:\n- a\n---\n",
    "+++\ntitle = \"x\"\n+++\n", "{\n\"title\": \"x\"\n}\n",
  ])
  func namesWhatLooksLikeFrontMatter(_ text: String) throws {
    let (reading, file) = try read(text + "Text")
    #expect(reading.diagnostics.map(\.rule.id) == ["front-matter"])
    #expect(String(decoding: file.bytes[reading.bodyStart...], as: UTF8.self) == "Text")
  }

  @Test func readsEveryKey() throws {
    let (reading, _) = try read(
      """
      ---
      title: Fees
      kind: phrases
      summary: What to say
      tags: [a, b]
      heard: Why must I pay?
      synonyms: [charge]
      aliases: [old]
      owner: Lead
      reviewed: 2026-11-01
      review: 6 months
      sources: [jane]
      order: -1.5
      draft: yes
      language: pt-BR
      card: {title: Short, size: a7, category: policy, layout: pairs, rows: [1], back: [2], min: 11}
      extra: {anything: [goes, {here: too}]}
      ---
      """)
    let front = reading.frontMatter
    #expect(reading.diagnostics.isEmpty)
    #expect(front.kind == .phrases && front.summary == "What to say" && front.owner == "Lead")
    #expect(front.tags == ["a", "b"] && front.heard == ["Why must I pay?"])
    #expect(front.synonyms == ["charge"] && front.aliases.map(\.value) == ["old"])
    #expect(front.reviewed?.value.description == "2026-11-01" && front.review == .months(6))
    #expect(front.sources.map(\.value) == ["jane"] && front.order == -1.5 && front.isDraft)
    #expect(front.language == "pt-BR" && !front.hasForeignKeys)
    #expect(front.card?.title == "Short" && front.card?.size == .a7 && front.card?.minimum == 11)
    #expect(front.card?.category?.value == "policy" && front.card?.layout == .pairs)
    #expect(front.card?.rows.map(\.value) == ["1"] && front.card?.back.map(\.value) == ["2"])
  }

  @Test(arguments: [
    ("true", true), ("yes", true), ("on", true), ("", false), ("false", false), ("no", false),
  ])
  func takesACardInOneWord(_ word: String, _ isCard: Bool) throws {
    let (reading, _) = try read("---\ntitle: Fees\ncard: \(word)\n---\n")
    #expect((reading.frontMatter.card != nil) == isCard)
    #expect(reading.diagnostics.isEmpty)
  }

  @Test func leavesTextAlone() throws {
    let (reading, _) = try read(
      "---\ntitle: no\nsummary: 012\nowner: 12:30\ntags: [1.10, null]\n---\n")
    #expect(reading.frontMatter.title?.value == "no")
    #expect(reading.frontMatter.summary == "012")
    #expect(reading.frontMatter.owner == "12:30")
    #expect(reading.frontMatter.tags == ["1.10", "null"])
  }

  @Test(arguments: [
    ("guide", Severity.warning), ("model", .error), ("phrases", .error), ("script", .error),
    ("faq", .error), ("practice", .error), ("card", .error),
  ])
  func gradesAnUnknownKeyByKind(_ kind: String, _ severity: Severity) throws {
    let (reading, _) = try read("---\ntitle: Fees\nkind: \(kind)\nsumary: x\n---\n")
    let finding = try #require(reading.diagnostics.first)
    #expect(reading.diagnostics.count == 1)
    #expect(finding.rule.id == "unknown-key" && finding.severity == severity)
    #expect(finding.help == "did you mean summary?")
    #expect(reading.frontMatter.hasForeignKeys)
  }

  @Test(arguments: [
    ("acronym: HEART", "it belongs on pages of kind: model"),
    ("scenarios: []", "it belongs on pages of kind: script"),
    ("layout: post", "remove it, or put free data for themes under extra:"),
    ("titel: x", "did you mean title?"),
  ])
  func helpsWithAnUnknownKey(_ line: String, _ help: String) throws {
    let (reading, _) = try read("---\n\(line)\n---\n")
    #expect(reading.diagnostics.map(\.help) == [help])
  }

  @Test func marksWhatItRefuses() throws {
    try expectFindings(
      """
      ---
      title: ①[a]
      kind: ②phrase
      reviewed: ③yesterday
      review: "④soon"
      tags: [a, ⑤{b: c}]
      order: ⑥1st
      ⑦nonsense: 1
      language: ⑧x
      ---

      # Fees
      """,
      [
        "①": "invalid-value: title should be one text", "②": "invalid-value: no kind named phrase",
        "③": "review-date: yesterday is not a day", "④": "review-date: soon is not an interval",
        "⑤": "invalid-value: tags should be a list of texts",
        "⑥": "invalid-value: order should be a number",
        "⑦": "unknown-key: there is no key named nonsense",
        "⑧": "invalid-value: x is not a language tag",
      ])
  }

  @Test(arguments: ["---\ntitle: Fees\n\nText", "---\nkind: faq", "\u{FEFF}---\r\nkind: faq\r\n"])
  func reportsWhatIsNotClosed(_ text: String) throws {
    let (reading, _) = try read(text)
    #expect(reading.diagnostics.map(\.rule.id) == ["front-matter"])
    #expect(reading.isBroken)
  }

  @Test func refusesWhatIsTooLong() throws {
    let filler = String(repeating: "# comment\n", count: 2_000)
    let (reading, file) = try read("---\ntitle: Fees\n\(filler)---\nText")
    #expect(reading.diagnostics.map(\.rule.id) == ["front-matter"])
    #expect(String(decoding: file.bytes[reading.bodyStart...], as: UTF8.self) == "Text")
  }

  @Test func saysNothingOfTheTitleOfABrokenOne() throws {
    try expectFindings("---\ntitle: ①[Fees\n---\n\nText.", ["①": "yaml-syntax: not closed"])
  }

  @Test func keepsPlacesBehindAByteOrderMark() throws {
    try expectFindings(
      "\u{FEFF}---\r\ntitle: É\r\nreviewed: ①1.1.2026\r\n---\r\n\r\n②### Skipped\r\n",
      ["①": "review-date", "②": "heading-level"])
  }
}
