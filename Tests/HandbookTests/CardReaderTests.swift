// Cards written and derived, and the size at which they fit.

import Handbook
import Testing

@Suite struct CardReaderTests {
  private func card(
    _ kind: String, _ options: String, _ body: String, path: String = "a/page.md"
  ) throws -> Card? {
    let text =
      "---\ntitle: Title\nkind: \(kind)\nreviewed: 2026-11-01\nreview: 6 months\n\(options)---\n\n\(body)"
    return try TinyHandbook([
      path: text,
      "handbook.yml": """
      values: {clinic: Willow}
      fields: {client: {label: Client's name}}
      cards: {size: a7, categories: {policy: {label: Policy, shape: star}}}
      """,
    ]).handbook.cards.first
  }

  /// A block in short, placeholders as `[label]`, bold as `*text*`.
  private func short(_ block: CardBlock) -> String {
    func text(_ runs: [CardRun]) -> String {
      runs.map { $0.isBlank ? "[\($0.text)]" : $0.isBold ? "*\($0.text)*" : $0.text }.joined()
    }
    switch block {
    case .letter(let letter, let runs): return "\(letter)) \(text(runs))"
    case .pair(let say, let avoid):
      return "say \(text(say))" + (avoid.isEmpty ? "" : " not \(text(avoid))")
    case .step(let number, let runs, let branches):
      return ["\(number). \(text(runs))"].joined() + branches.map { " > \(text($0))" }.joined()
    case .bullet(let runs): return "- \(text(runs))"
    case .heading(let runs): return "# \(text(runs))"
    case .text(let runs): return text(runs)
    }
  }

  @Test func readsAWrittenCard() throws {
    let card = try #require(
      try card(
        "card", "card: {title: Short, category: policy, min: 9, max: 12}\n",
        """
        Before the *title*.

        # A second title

        Hello **{{client}}** of {{clinic}}, {{other}}
        `code` [link](x.md).

        ## Sub

        - **H** Hear them
        - Say: Good morning
          - Instead of: Yes?
        - Plain *item*

        3. Ask
           - Yes
           - No
        4. End

        | Say | Instead of |
        | --- | --- |
        | A | B |

        > Quoted

        ---

        Back.

        ---

        Still back.
        """))
    #expect(
      card.front.map(short) == [
        "Before the title.", "# A second title",
        "Hello [Client's name] of Willow, [other] code link.", "# Sub",
        "H) Hear them", "say Good morning not Yes?", "- Plain item", "3. Ask > Yes > No", "4. End",
        "say A not B", "Quoted",
      ])
    #expect(card.back.map(short) == ["Back.", "Still back."])
    #expect(card.title == "Short" && card.size == .a7 && card.category?.shape == .star)
    #expect(card.minimum == 9 && card.maximum == 12 && card.isWritten)
    #expect(
      card.reviewed?.description == "2026-11-01" && card.reviewBy?.description == "2027-05-01")
  }

  @Test func fillsStepsAndTheirChoices() throws {
    let card = try #require(
      try card(
        "script", "card: {}\n",
        """
        ## At {{clinic}}

        > [!SAY]
        > Hello {{client}}.

        - [{{client}} **came** to {{clinic}}](#end-of-client)

        ## End of {{client}}

        > [!OUTCOME]
        > Done.
        """))
    #expect(
      card.front.map(short) == [
        "1. *At Willow*: Hello [Client's name]. > [Client's name] *came* to Willow → 2",
        "2. *End of *[Client's name]",
      ])
  }

  @Test(arguments: [
    ("", ["say One", "say Two not x", "say Three"], []),
    ("rows: [2, 1]", ["say Two not x", "say One"], []),
    ("rows: [p-three, two, 2]", ["say Three", "say Two not x"], []),
    ("back: [2]", ["say One", "say Three"], ["say Two not x"]),
    ("back: [p-one, three]", ["say Two not x"], ["say One", "say Three"]),
    ("rows: [1], back: [3]", ["say One"], ["say Three"]),
    ("rows: [1, 3], back: [3]", ["say One"], ["say Three"]),
    ("rows: [9, nothing]", [], []),
  ])
  func picksPhrases(_ options: String, _ front: [String], _ back: [String]) throws {
    let body =
      "| Say | Avoid |\n| - | - |\n| One | |\n| Two | x |\n| | Only avoided |\n| Three | |\n"
    let card = try #require(try card("phrases", "card: {size: a6, \(options)}\n", body))
    #expect(card.front.map(short) == front)
    #expect(card.back.map(short) == back)
    #expect(!card.isWritten && card.size == .a6)
  }

  @Test(arguments: [
    ("true", ["H) *Hear* — Listen.", "A) *Act*"], []), ("{steps: [act]}", ["A) *Act*"], []),
    ("{steps: [act, act, gone]}", ["A) *Act*"], []),
    ("{back: [hear]}", ["A) *Act*"], ["H) *Hear* — Listen."]),
    ("{steps: [hear], back: [act]}", ["H) *Hear* — Listen."], ["A) *Act*"]),
  ])
  func picksModelSteps(_ options: String, _ front: [String], _ back: [String]) throws {
    let card = try #require(
      try card("model", "card: \(options)\n", "## Hear\n\nListen.\n\nMore.\n\n## Act\n\n- Do\n"))
    #expect(card.front.map(short) == front)
    #expect(card.back.map(short) == back)
  }

  @Test(arguments: [
    ("true", ["1. *Ask*: Why? > Yes → 2 > Else", "2. *End*"]),
    ("{steps: [end, end, ask]}", ["1. *End*", "2. *Ask*: Why? > Yes → 1 > Else"]),
  ])
  func numbersScriptSteps(_ options: String, _ front: [String]) throws {
    let card = try #require(
      try card(
        "script", "card: \(options)\n",
        "## Ask\n\nText.\n\n> [!AVOID]\n> No\n\n> [!SAY]\n> Why?\n\n- [Yes](#end)\n- [Else](o.md)\n\n## End\n\n> [!OUTCOME]\n> Done.\n"
      ))
    #expect(card.front.map(short) == front)
  }

  @Test func readsQuestionsAndPlainPages() throws {
    let faq = try card("faq", "card: {back: [b]}\n", "## A?\n\nYes.\n\nMore.\n\n## B?\n\nNo.\n")
    #expect(faq?.front.map(short) == ["# A?", "Yes."])
    #expect(faq?.back.map(short) == ["# B?", "No."])
    #expect(
      try card("guide", "card: true\n", "## A\n\nFirst *words*.\n\nMore.\n")?.front.map(short) == [
        "First words."
      ])
    #expect(try card("guide", "", "Text.\n") == nil)
    #expect(try card("guide", "card: no\n", "Text.\n") == nil)
  }

  @Test(arguments: [
    ("a/page.md", "a-page"), ("cards/breathe.md", "breathe"),
    ("cards/de-esc/One Two.md", "de-esc-one-two"),
    ("policies/index.md", "policies"), ("index.md", "index"), ("cards/index.md", "index"),
    ("Ä/Ö.md", "ä-ö"),
    ("cards/…….md", "card"),
  ])
  func namesCards(_ path: String, _ id: String) throws {
    #expect(try card("card", "", "Text.\n", path: path)?.id == id)
  }

  @Test func givesEachCardANameOfItsOwn() throws {
    let card = "---\ntitle: T\nkind: card\nowner: L\n---\n\nText.\n"
    let tiny = try TinyHandbook(["a-b.md": card, "a/b.md": card, "cards/a/b.md": card])
    #expect(tiny.handbook.cards.map(\.id) == ["a-b", "a-b-1", "a-b-2"])
  }
}

@Suite struct CardOptionTests {
  @Test func refusesSizesThatContradict() throws {
    try expectFindings(
      "---\ntitle: T\nkind: card\nowner: L\ncard: {①max: 9}\n---\n\nText.\n",
      ["①": "invalid-value: max is below the smallest type, 10.5 points"])
  }

  @Test func saysWhereEachBlockStands() throws {
    let text = "---\ntitle: T\nkind: card\n---\n\n1. One\n2. Two\n\n---\n\n- Say: Back.\n"
    let tiny = try TinyHandbook(["cards/a.md": text])
    let card = try #require(tiny.handbook.cards.first)
    let bytes = Array(text.utf8)
    let places = (card.frontPlaces + card.backPlaces).map {
      String(decoding: bytes[$0], as: UTF8.self)
    }
    #expect(places == ["1. One", "2. Two", "- Say: Back."])
  }

  @Test func readsSheetsOfTheHandbooksOwn() throws {
    let tiny = try TinyHandbook([
      "handbook.yml":
        "cards: {sheets: {tabs: {paper: letter, size: a7, columns: 2, rows: 2, turned: yes, x: 4, row-pitch: 80}}}"
    ])
    let sheet = try #require(tiny.handbook.configuration.cards.sheets.first)
    #expect(
      sheet
        == CardSheet(
          name: "tabs", paper: "letter", size: .a7, columns: 2, rows: 2, isTurned: true, x: 4,
          rowPitch: 80))
    try expectFindings(
      "title: T\ncards: {sheets: {tabs: {paper: ①a9}}}\n", path: "handbook.yml",
      ["①": "invalid-value: there is no paper named a9"])
  }
}

@Suite struct PrintColorTests {
  @Test(arguments: [("#ffff00", "1"), ("#8a948f", "3.1"), ("#888888", "3.5")])
  func refusesWordsThatCanHardlyBeRead(_ color: String, _ contrast: String) throws {
    try expectFindings(
      "title: T\ncards: {categories: {policy: {color: \"①\(color)\"}}}\n", path: "handbook.yml",
      ["①": "invalid-value: words in \(color) can hardly be read on white: \(contrast) to 1"])
  }

  @Test(arguments: ["#767676", "#0b5c63", "#000000"])
  func acceptsWhatIsDark(_ color: String) throws {
    let tiny = try TinyHandbook([
      "handbook.yml": "cards: {categories: {p: {color: \"\(color)\"}}}\n"
    ])
    #expect(tiny.findings("invalid-value").isEmpty)
  }
}
