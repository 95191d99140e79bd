// Cards are set as large as they fit, and what does not fit is said.

import Handbook
import Testing

@testable import Cards

@Suite struct FittingTests {
  private func words(_ count: Int) -> String {
    Array(repeating: "word", count: count).joined(separator: " ")
  }

  @Test func setsMoreTextSmallerAndThenRefusesIt() throws {
    var before = 64
    var isRefused = false
    for count in stride(from: 10, through: 260, by: 10) {
      let deck = try TinyDeck(words(count), options: "size: a7")
      if let front = try deck.card().front {
        #expect(!isRefused, "more text fits than less")
        #expect(front.size <= before && (42...64).contains(front.size))
        before = front.size
      } else {
        isRefused = true
        #expect(deck.findings.count == 1 && deck.findings[0].contains("mm too long at 10.5 pt"))
      }
    }
    #expect(isRefused)
  }

  @Test func failsExactlyWhereTheTextNeedsMoreThanItsRoom() throws {
    var last = ""
    for count in 100...200 {
      let deck = try TinyDeck(words(count), options: "size: a7")
      let card = try deck.card()
      guard let front = card.front else {
        last = deck.findings[0]
        break
      }
      // Every line stands above the footer.
      let body = front.groups.filter { $0.kind == .paragraph }.flatMap(\.lines)
      let foot = front.groups.filter { $0.kind == .control }.flatMap(\.lines)
      let lowest = try #require(body.map(\.baseline).max())
      #expect(lowest < (try #require(foot.map(\.baseline).min())) - 3)
    }
    // One line over: less than two lines are too many.
    #expect(last.contains("the front of card a is "))
    let excess = try #require(
      last.split(separator: " ").compactMap { Double($0) }.first, "no length in \(last)")
    #expect(excess > 0 && excess <= 42.millimetres * 1.28 + 0.1)
  }

  @Test func saysWhereTheFirstBlockStandsThatDoesNotFit() throws {
    let lines = (1...30).map { "- Line \($0) of the card" }.joined(separator: "\n")
    let deck = try TinyDeck(lines, options: "size: a7")
    let finding = try #require(deck.card().findings.first)
    #expect(finding.rule == CardFit.rule && finding.range.lowerBound > 200)
    #expect(finding.help?.hasPrefix("cut about") == true)
  }

  @Test(arguments: ["words ", "a", "a\u{301}", "\u{1F468}\u{200D}", "1. x\n", "**b** "])
  func refusesABookBeforeItIsSet(_ text: String) throws {
    let deck = try TinyDeck(String(repeating: text, count: 20_000))
    #expect(deck.findings.count == 1)
    let finding = try #require(deck.card().findings.first)
    #expect(finding.rule == CardFit.rule && finding.message.contains("no more than 16384 bytes"))
  }

  @Test func setsALargerCardLarger() throws {
    let sizes = try ["a7", "a6", "a5"].map { size in
      try #require(TinyDeck(words(90), options: "size: \(size)").card().front).size
    }
    #expect(sizes == sizes.sorted() && sizes[0] < sizes[2])
  }

  @Test func keepsTheGivenSizes() throws {
    let deck = try TinyDeck("Five words and no more.", options: "size: a6, min: 8.1, max: 9")
    #expect(try deck.card().front?.size == 36)
  }

  @Test func keepsBothSidesAlike() throws {
    let deck = try TinyDeck(words(180) + "\n\n---\n\nShort.")
    let card = try deck.card()
    let (front, back) = (try #require(card.front), try #require(card.back))
    #expect(back.size - front.size <= 8 && back.size > front.size)
  }

  @Test func refusesAWordWiderThanTheCard() throws {
    let word = String(repeating: "Rückerstattung", count: 3)
    let deck = try TinyDeck("- \(word)", options: "size: 3x5")
    #expect(deck.findings.count == 1)
    #expect(deck.findings[0].hasPrefix("card-fit: “\(word)” is wider than the "))
  }

  @Test func namesTheCharactersThatNoFontHas() throws {
    let deck = try TinyDeck("1. 日本語 and ☎\n2. Fine.")
    #expect(
      deck.findings == [
        "card-glyph: no font has 日 (U+65E5), 本 (U+672C), 語 (U+8A9E) on the front of card a"
      ])
    #expect(try deck.card().front == nil)
  }

  @Test func hasAGlyphForEveryLanguageAtTheDesk() throws {
    for text in [
      "¿Cuándo? Niño, año.", "Tôi sẽ gọi lại trước 4 giờ chiều.", "سأتصل بك غدًا.", "אתקשר מחר.",
      "Żółć, Straße, Ψυχή, Утро.", "→ ← ✓ ✗ ≥ • – — “ ” … €",
    ] {
      #expect(try TinyDeck(text).findings == [], "\(text)")
    }
  }

  @Test func refusesATitleThatTwoLinesDoNotHold() throws {
    let title = "A title that goes on and on and on, far longer than any two lines of a card"
    let deck = try TinyDeck("Text.", options: "size: a7", title: title)
    #expect(deck.findings.contains { $0.contains("the title does not fit on two lines") })
  }

  @Test func warnsOfACodeThatPhonesCannotRead() throws {
    let url = "https://intranet.clinic.example/departments/front-desk/handbook/current/"
    let large = try TinyDeck("Text.", options: "size: a7", url: url)
    #expect(large.findings.count == 1 && large.findings[0].hasPrefix("card-link: "))
    let small = try TinyDeck("Text.", options: "size: business-us", url: url)
    #expect(try small.card().findings.map(\.severity) == [.warning])
    #expect(try small.card().front?.code == nil)
  }

  @Test func warnsOfSmallTypeAtTheSidesFirstBlock() throws {
    let decks = try (50...110).map { count in
      try TinyDeck("Short.\n\n---\n\n" + words(count), options: "size: a7")
    }
    let found = try decks.first { try ($0.card().back?.size ?? 0) < 44 }
    let deck = try #require(found)
    let card = try deck.card()
    let (front, back) = (try #require(card.front), try #require(card.back))
    #expect((42..<44).contains(back.size) && front.size >= 44)
    let points = "\(Double(back.size) / 4)"
    #expect(
      deck.findings == [
        "card-type: the back of card a is set at \(points) pt; under 11 pt is hard to read"
      ])
    let finding = try #require(card.findings.first)
    #expect(finding.severity == .warning && finding.range.lowerBound > 100)
    #expect(try TinyDeck(words(40), options: "size: a7, max: 11").findings == [])
  }

  @Test func leavesTheNameOutOfALinkThatIsTooLong() throws {
    let text = "---\ntitle: T\nkind: card\ncard: {size: business-us}\n---\n\nText.\n"
    let deck = try TinyDeck(["cards/closing-the-call.md": text], url: "https://desk.example/")
    let card = try #require(deck.cards.first)
    let code = try #require(card.front?.code).code
    #expect(code.text == "https://desk.example/c/#\(card.code)")
    #expect(code.module(in: card.measures.code) >= 0.5)
  }

  @Test func climbsALadder() throws {
    let deck = try TinyDeck("1. You\n2. Manager\n3. Police", options: "size: a6, layout: ladder")
    let front = try #require(deck.card().front)
    let markers = front.groups.compactMap { $0.marker?.runs.first?.text }
    #expect(markers == ["3.", "2.", "1."])
  }

  @Test func mirrorsACardThatIsReadFromTheRight() throws {
    let text = "---\ntitle: T\nkind: card\nlanguage: ar\n---\n\n1. تنفّس بعمق.\n"
    let front = try #require(TinyDeck(["cards/a.md": text]).cards.first?.front)
    let item = try #require(front.groups.first { $0.kind == .item })
    let (marker, line) = (try #require(item.marker), try #require(item.lines.first))
    #expect(marker.x > line.x + line.width)
  }
}

@Suite struct LineTests {
  private func paragraph(_ text: String) throws -> Paragraph {
    let fonts = try FontStock(TinyDeck.fontFiles())
    fonts.speak("en", rightToLeft: false)
    return Paragraph([CardRun(text: text)], in: fonts)
  }

  private func lines(_ text: String, in column: Double) throws -> [String] {
    let paragraph = try paragraph(text)
    return paragraph.balancedLines(in: column).map { line in
      paragraph.runs(of: line).map(\.text).joined()
    }
  }

  @Test func takesAsFewLinesAsCanBe() throws {
    let text = "Tell them what happens next, who does it, and by when they will hear from you."
    for column in stride(from: 6.0, through: 40, by: 0.5) {
      let paragraph = try paragraph(text)
      #expect(paragraph.balancedLines(in: column).count == paragraph.lineCount(in: column))
    }
  }

  @Test func leavesNoWordAloneWhereItNeedNot() throws {
    #expect(try lines("one two three four five six", in: 11.5).last != "six")
  }

  @Test func keepsHyphenatedWordsWhole() throws {
    let text = "Wi-Fi e-mail R-2 self-care"
    let pieces = try paragraph(text).pieces.map { piece in
      String(decoding: Array(text.utf8)[piece.bytes], as: UTF8.self)
    }
    #expect(pieces == ["Wi-Fi ", "e-mail ", "R-2 ", "self-", "care"])
  }

  @Test func beginsNoLineWithADash() throws {
    for column in stride(from: 3.0, through: 20, by: 0.25) {
      #expect(try lines("Manager — only if asked", in: column).allSatisfy { !$0.hasPrefix("—") })
    }
  }

  @Test func measuresAsPangoDraws() throws {
    let fonts = try FontStock(TinyDeck.fontFiles())
    fonts.speak("en", rightToLeft: false)
    let whole = Paragraph([CardRun(text: "Avoid Tax, AV To")], in: fonts)
    let bold = Paragraph([CardRun(text: "Avoid Tax, AV To", isBold: true)], in: fonts)
    #expect(whole.width > 5 && bold.width > whole.width)
  }
}
