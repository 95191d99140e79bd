// `kind: practice`: each H2 is a role-play.

internal import CommonMark

/// A role-play: what the client says, a good answer, and what to watch for.
package struct Scenario: Sendable {
  package let heading: Page.Heading
  package let content: Range<Int>
  /// The block quote with the client's words.
  package let client: Int?
  /// Where the good answers begin: phrase blocks.
  package let answers: [Int]
  /// The task list.
  package let rubric: Int?

  static func read(_ page: Page) -> [Scenario] {
    let tree = page.tree
    return page.sections().sections.compactMap { section in
      guard let heading = page.heading(at: section.heading) else { return nil }
      let blocks = page.blocks(in: section.content)
      return Scenario(
        heading: heading, content: section.content,
        client: blocks.first { tree.nodes[$0].kind == .blockQuote && page.alerts[$0] == nil },
        answers: blocks.filter { block in
          page.phraseBlocks[block].map { found in
            found.phrases.contains { page.phrases[$0].say != nil }
          } ?? false
        },
        rubric: blocks.first { block in
          tree.nodes[block].kind == .list
            && tree.children(of: block).allSatisfy { tree.nodes[$0].value > 0 }
        })
    }
  }
}
