// Phrases in tables and alerts: columns, grouping, names.

import Handbook
import Testing

@Suite struct PhraseTests {
  /// `id|say|avoid|notes` of each phrase.
  private func phrases(_ text: String) throws -> [String] {
    try page("# T\n\n\(text)\n").phrases.map { phrase in
      let notes = phrase.notes.map { "\($0.kind)=\($0.part.text)" }.joined(separator: ";")
      return [phrase.id, phrase.say?.text ?? "", phrase.avoid?.text ?? "", notes]
        .joined(separator: "|")
    }
  }

  @Test func readsColumnsInAnyOrder() throws {
    let tables = [
      "| Say | Instead of | When | Why |\n| - | - | - | - |\n| A | B | C | D |",
      "| why | WHEN | avoid | say |\n| - | - | - | - |\n| D | C | B | A |",
      "| Why | Not | When | Say |\n| - | - | - | - |\n| D | B | C | A |",
    ]
    #expect(try phrases(tables[0]) == ["p-a|A|B|when=C;why=D"])
    #expect(try phrases(tables[1]) == ["p-a|A|B|why=D;when=C"])
    #expect(try phrases(tables[2]) == ["p-a|A|B|why=D;when=C"])
  }

  @Test(arguments: [
    ("Say:", "Don’t say"), ("What to say", "Instead of…"), ("✅ SAY", "❌ Do  not say"),
    ("“Say”", "Instead of:"), ("say!", "What not to say"),
  ])
  func readsHeadersAsEditorsTypeThem(_ say: String, _ avoid: String) throws {
    #expect(try phrases("| \(avoid) | \(say) |\n| - | - |\n| B | A |") == ["p-a|A|B|"])
  }

  @Test func losesNoColumnOfAMeaningThatAnotherHas() throws {
    let twice = "| Say | Avoid | What to say | Not |\n| - | - | - | - |\n| A | B | C | D |"
    #expect(
      try phrases(twice) == ["p-a|A|B|other(\"What to say\")=C;other(\"Not\")=D"])
    let picture = "| Say | Sign |\n| - | - |\n| A | ![](a.png) |"
    #expect(try phrases(picture) == ["p-a|A||other(\"Sign\")="])
  }

  @Test func readsTheRestOfATable() throws {
    let found = try phrases(
      """
      | Say | Tone | Instead of |
      | --- | --- | --- |
      | **Hello** `you` [there](x.md)<br>now | warm |  |
      |  |  | Go away |
      |  | cold |  |
      | Short |
      | A \\| B | x | y | too many |
      """)
    #expect(
      found == [
        "p-hello-you-there-now|Hello you there now||other(\"Tone\")=warm", "p-go-away||Go away|",
        "p-short|Short||", "p-a--b|A | B|y|other(\"Tone\")=x",
      ])
  }

  @Test(arguments: [
    "| Says | When |\n| - | - |\n| A | B |", "| When | Why |\n| - | - |\n| A | B |",
    "```\n| Say |\n| - |\n| A |\n```", "| Say |\nno table", "> Say",
  ])
  func leavesOtherBlocksAlone(_ text: String) throws {
    #expect(try phrases(text) == [])
  }

  @Test func groupsAlertsThatFollowEachOther() throws {
    let alerts = { (kinds: [String]) in
      kinds.enumerated().map { "> [!\($1)]\n> \($1.lowercased()) \($0)" }.joined(separator: "\n\n")
    }
    #expect(
      try phrases(alerts(["SAY", "AVOID", "WHY", "WHY"]))
        == ["p-say-0|say 0|avoid 1|why=why 2;why=why 3"])
    #expect(
      try phrases(alerts(["SAY", "SAY", "AVOID", "AVOID"]))
        == ["p-say-0|say 0||", "p-say-1|say 1|avoid 2|", "p-avoid-3||avoid 3|"])
    #expect(
      try phrases(alerts(["WHY", "AVOID", "SAY", "NOTE", "WHY"]))
        == ["p-avoid-1||avoid 1|", "p-say-2|say 2||"])
    #expect(
      try phrases("> [!SAY]\n> A\n\nText\n\n> [!AVOID]\n> B") == ["p-a|A||", "p-b||B|"])
  }

  @Test func keepsAlertsOfOneBlockTogetherOnly() throws {
    let text = "- > [!SAY]\n  > A\n\n  > [!WHY]\n  > B\n\n> [!AVOID]\n> C"
    #expect(try phrases(text) == ["p-a|A||why=B", "p-c||C|"])
    let page = try page("# T\n\n\(text)\n")
    for block in page.phraseBlocks.values {
      #expect(block.phrases.count == 1)
    }
  }

  @Test func readsAnAlertOfSeveralParagraphs() throws {
    #expect(
      try phrases("> [!SAY]\n>\n> One\n> two.\n>\n> Three.") == [
        "p-one-two-three|One two. Three.||"
      ])
    #expect(try phrases("> [!SAY]") == [])
  }

  @Test func givesStableNames() throws {
    let long = "One two three four five six seven eight nine ten"
    #expect(
      try phrases("> [!SAY]\n> \(long)").first?.hasPrefix(
        "p-one-two-three-four-five-six-seven-eight|") == true)
    #expect(try phrases("> [!SAY]\n> …?!") == ["p-phrase|…?!||"])
    let twice = "> [!SAY]\n> Hello.\n\n> [!SAY]\n> Hello!\n\nx\n\n> [!AVOID]\n> hello"
    #expect(try phrases(twice) == ["p-hello|Hello.||", "p-hello-1|Hello!||", "p-hello-2||hello|"])
    #expect(try phrases("> [!SAY]\n> Hello.\n\nMore text before it.\n") == ["p-hello|Hello.||"])
  }

  @Test func givesNoNameThatAHeadingHas() throws {
    #expect(try phrases("## P hello\n\n> [!SAY]\n> Hello.") == ["p-hello-1|Hello.||"])
  }

  @Test func takesTheNameThatItsEditorGivesIt() throws {
    let table = """
      | Say | Instead of | Note |
      | --- | --- | --- |
      | A fee is due. {#late-fee} | Pay {{fee}} | {#x} |
      | Not *this time* {#Now} | No {#other} | |
      | Braces \\{#a} | `{#b}` | {c} |
      """
    #expect(
      try phrases(table) == [
        "late-fee|A fee is due.|Pay {{fee}}|other(\"Note\")={#x}",
        "Now|Not this time|No {#other}|",
        "p-braces-a|Braces {#a}|{#b}|other(\"Note\")={c}",
      ])
    #expect(try phrases("> [!SAY]\n> One.\n>\n> Two. {#both}") == ["both|One. Two.||"])
    #expect(
      try phrases("## Fee\n\n> [!SAY]\n> A {#fee}\n\n> [!AVOID]\n> B {#c}")
        == ["fee-1|A|B {#c}|"])
  }

  @Test func findsPhrasesInsideOtherBlocks() throws {
    let text = """
      1. Step

         | Say |
         | --- |
         | In a list |

      > [!NOTE]
      > > [!SAY]
      > > In a note
      """
    #expect(try phrases(text) == ["p-in-a-list|In a list||", "p-in-a-note|In a note||"])
  }

  @Test func showsBlanksThatLookLikeTags() throws {
    let table = "| Say |\n| - |\n| Hello <name>, this is <your name>. |\n| A<p>B</p>C |"
    #expect(
      try phrases(table) == [
        "p-hello-name-this-is-your-name|Hello <name>, this is <your name>.||", "p-a-b-c|A B C||",
      ])
  }
}
