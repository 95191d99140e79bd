// What models, FAQ pages, role-plays and titles are read as.

import Handbook
import Testing

@Suite struct KindTests {
  private func page(_ kind: String, _ body: String, _ front: String = "") throws -> Page {
    try TinyHandbook(["index.md": "---\ntitle: T\nkind: \(kind)\nowner: L\n\(front)---\n\n\(body)"])
      .page("index.md")
  }

  /// The lines of the blocks in a run of nodes.
  private func blocks(_ nodes: Range<Int>, of page: Page) -> [String] {
    page.blocks(in: nodes).map { block in
      String(decoding: page.file.bytes[page.text.blockRange(of: block)], as: UTF8.self)
    }
  }

  @Test func readsModelSteps() throws {
    let page = try page(
      "model", "Intro\n\n## *Hear*\n\nA\n\n### Not one\n\n## “empathize”\n\n## 3 things\n\n## …\n")
    guard case .model(let steps) = page.structure else {
      Issue.record("no model")
      return
    }
    #expect(steps.map(\.letter) == ["H", "E", "3", ""])
    #expect(steps.map(\.heading.text) == ["Hear", "“empathize”", "3 things", "…"])
  }

  @Test(arguments: [
    ("HEART", ["Hear", "Empathize", "Apologize", "Respond", "Thank"], 0),
    ("H.E.A.T.", ["Hear", "Echo", "Act", "Thank"], 0),
    ("heat", ["hear", "echo", "act", "thank"], 0), ("HEAT", ["Hear", "Act", "Echo", "Thank"], 1),
    ("HEAT", ["Hear", "Echo", "Act"], 1), ("HE", ["Hear", "Echo", "Act"], 1),
    ("ÉA", ["Écouter", "Agir"], 0),
    ("H", ["…"], 1), ("HEAT", [], 1),
  ])
  func comparesTheAcronym(_ acronym: String, _ steps: [String], _ findings: Int) throws {
    let body = steps.map { "## \($0)\n\nText.\n\n" }.joined()
    let tiny = try TinyHandbook([
      "index.md": "---\ntitle: T\nkind: model\nowner: L\nacronym: \(acronym)\n---\n\n\(body)"
    ])
    #expect(tiny.findings("acronym").count == findings)
  }

  @Test func readsQuestions() throws {
    let page = try page(
      "faq",
      "## First?\n\nA\n\n### Detail\n\nB\n\n### Nested?\n\nC\n\n## Heading\n\nD\n\n## 何ですか？\n\nE\n\n> ## Quoted?\n"
    )
    guard case .faq(let questions) = page.structure else {
      Issue.record("no questions")
      return
    }
    #expect(questions.map(\.heading.text) == ["First?", "Nested?", "何ですか？"])
    #expect(
      questions.map { blocks($0.content, of: page) }
        == [["A", "### Detail", "B"], ["C"], ["E", "> ## Quoted?"]])
  }

  @Test func readsScenarios() throws {
    let page = try page(
      "practice",
      """
      ## One

      > I have waited!

      > [!SAY]
      > You have, and I am sorry.

      > [!AVOID]
      > So what.

      - [ ] Named the feeling
      - [x] Stayed kind

      ## Two

      > [!NOTE]
      > No client.

      | Say |
      | --- |
      | A table will do. |

      - No rubric
      """)
    guard case .practice(let scenarios) = page.structure else {
      Issue.record("no scenarios")
      return
    }
    #expect(scenarios.map(\.heading.text) == ["One", "Two"])
    #expect(scenarios.map { $0.client != nil } == [true, false])
    #expect(scenarios.map(\.answers.count) == [1, 1])
    #expect(scenarios.map { $0.rubric != nil } == [true, false])
  }

  @Test func cutsPagesAtSecondLevelHeadings() throws {
    let page = try page(
      "guide", "Intro.\n\n# Title\n\nMore.\n\n## A\n\nx\n\n# Other\n\n> ## Not\n\nB\n-\n\ny\n")
    let (intro, sections) = page.text.sections()
    #expect(blocks(intro, of: page) == ["Intro.", "# Title", "More."])
    #expect(sections.map(\.heading.text) == ["A", "B"])
    #expect(
      sections.map { blocks($0.content, of: page) } == [["x", "# Other", "> ## Not"], ["y"]])
  }

  @Test(arguments: [
    ("# A\n\n## B\n", "A"), ("## B\n\n# A\n", "A"), ("Text\n\nA *b*\n=====\n", "A b"),
    ("> # Quoted\n", "Index"), ("#\n", "Index"), ("", "Index"), ("# ![Alt](x.png)\n", "Alt"),
  ])
  func takesTheTitleFromTheFirstTopHeading(_ text: String, _ title: String) throws {
    #expect(
      try TinyHandbook(["a/index.md": text, "index.md": "# H"]).page("a/index.md").title
        == (title == "Index" ? "A" : title))
  }
}
