// Random documents through both renderers.

import Testing

struct RandomTests {
  @Test(arguments: [false, true])
  func writesRandomDocumentsAsTheLibraryDoes(smartPunctuation: Bool) {
    var random = RandomMarkdown(seed: smartPunctuation ? 2 : 1)
    for _ in 0..<1_500 {
      let markdown = Array(random.document().utf8)
      expectEqualHTML(markdown, smartPunctuation: smartPunctuation)
      #expect(Balance.problem(in: deskbookHTML(markdown)) == nil)
    }
  }
}
