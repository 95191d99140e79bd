// What silencing comments cover, and what is wrong with them.

import Handbook
import Testing

@Suite struct SilenceTests {
  private let allow = "<!-- deskbook: allow raw-html shown by our theme -->"

  @Test func silenceTheBlockAfterThem() throws {
    try expectFindings(
      "# T\n\n①<q>x</q>\n\n\(allow)\n\n<q>x</q> and\n<q>y</q>\n\n②<q>x</q>\n",
      ["①": "raw-html", "②": "raw-html"])
  }

  @Test func silenceTheirOwnParagraph() throws {
    try expectFindings(
      "# T\n\n<q>x</q> and\nmore \(allow) of\n<q>it</q>\n\n①<q>x</q>\n", ["①": "raw-html"])
    try expectFindings(
      "# T\n\n| A |\n| - |\n| ①<q>x</q> |\n| <q>y</q> \(allow) |\n", ["①": "raw-html"])
  }

  @Test func silenceTheirOwnRuleOnly() throws {
    try expectFindings(
      "# T\n\n\(allow)\n\n①![](x.png) <q>x</q>\n", alongside: ["x.png": ""], ["①": "image-alt"])
  }

  @Test func silenceTheSameBlockSeveralTimes() throws {
    try expectFindings(
      "# T\n\n\(allow)\n<!-- deskbook: allow image-alt it says nothing -->\n<!-- a note -->\n\n<q>![](x.png)</q>\n",
      alongside: ["x.png": ""], [:])
    try expectFindings(
      "# T\n\n\(allow) <!-- deskbook: allow image-alt it says nothing -->\n\n<q>![](x.png)</q>\n",
      alongside: ["x.png": ""], [:])
  }

  @Test(arguments: [
    "<!-- deskbook: allow missing-owner nobody yet -->\n\n# T\n\nText.\n",
    "# T\n\n<!-- deskbook: allow missing-owner nobody yet -->\n\nText.\n",
    "<!-- a note -->\n\n# T\n\n\n<!-- deskbook: allow raw-html x -->\n<!-- deskbook: allow missing-owner nobody yet -->\n",
  ])
  func silenceFindingsAboutTheWholePageFromItsTop(_ body: String) throws {
    try expectFindings("---\nreviewed: 2026-11-01\n---\n\n\(body)", [:])
  }

  @Test func silenceWhatFrontMatterSays() throws {
    try expectFindings(
      "---\ntitle: T\nowner: L\nreviewed: 2020-01-01\nreview: 1 year\n---\n\n<!-- deskbook: allow stale-page as it was -->\n",
      [:])
  }

  @Test func doNotReachThePageFromFurtherDown() throws {
    try expectFindings(
      "①---\nreviewed: 2026-11-01\n---\n\n# T\n\nText.\n\n<!-- deskbook: allow missing-owner nobody yet -->\n",
      ["①": "missing-owner"])
  }

  @Test func silenceOthersNotAlreadySeen() throws {
    try expectFindings("\(allow)\n\n# T\n\n①<q>x</q>\n", ["①": "raw-html"])
  }

  @Test(arguments: [
    ("①<!-- deskbook: allow raw-html -->", "raw-html is silenced here without a reason"),
    ("①<!--deskbook:allow raw-html-->", "raw-html is silenced here without a reason"),
    ("①<!-- deskbook: allow raw-htm why -->", "there is no rule named raw-htm"),
    ("①<!-- deskbook: allow -->", "this comment names no rule"),
    ("①<!-- deskbook: -->", "this comment asks for nothing"),
    ("①<!-- deskbook: forbid raw-html x -->", "no order “forbid”"),
    ("Text ①<!-- deskbook: allow\nraw-html --> text", "raw-html is silenced here without a reason"),
    ("Text\ntext ①<!-- deskbook: allow x y -->", "there is no rule named x"),
    ("> Text\n> ①<!-- deskbook: allow x y -->", "there is no rule named x"),
  ])
  func sayWhatIsWrongWithThem(_ text: String, _ message: String) throws {
    try expectFindings("# T\n\n\(text)\n", ["①": "silence-reason: \(message)"])
  }

  @Test(arguments: [
    "<!-- deskbook is good -->", "`<!-- deskbook: allow x y -->`", "<!-- see deskbook: allow x -->",
  ])
  func leaveOtherCommentsAlone(_ text: String) throws {
    try expectFindings("# T\n\n\(text)\n", [:])
  }

  @Test func canBeSilencedThemselves() throws {
    try expectFindings(
      "# T\n\n<!-- deskbook: allow silence-reason we know -->\n\n<q>x</q> <!-- deskbook: allow raw-html -->\n",
      [:])
  }
}
