// Which headings ask, and values that are lists.

import Handbook
import Testing

@Suite struct QuestionTests {
  @Test(arguments: [
    ("Really?!", true), ("“Why?”", true), ("Fees? (updated 2026)", true), ("Fees? 🙂", true),
    ("費用？", true), ("Τι ώρα είναι;", true), ("(Why?)", true), ("Fees; late", false),
    ("Late fees;", false), ("“Why?” she asked", false), ("Ask why? Then wait", false),
  ])
  func tellsAQuestion(_ heading: String, _ isQuestion: Bool) throws {
    let page = try page("---\ntitle: T\nkind: faq\n---\n\n## \(heading)\n\nText.\n")
    guard case .faq(let questions) = page.structure else {
      Issue.record("no FAQ")
      return
    }
    #expect(questions.isEmpty != isQuestion)
  }

  @Test func readsTagsWithCommasAsAList() throws {
    #expect(
      try page("---\ntags: billing, late  refunds,\n---\n").front.tags
        == ["billing", "late refunds"])
    #expect(try page("---\ntags: [\"a, b\", c]\n---\n").front.tags == ["a, b", "c"])
  }
}
