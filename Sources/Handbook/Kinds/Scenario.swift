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

  static func read(
    _ text: PageText, _ phrases: [Phrase], _ phraseBlocks: [Int: PhraseBlock]
  ) -> [Scenario] {
    let tree = text.tree
    return text.sections().sections.map { section in
      let blocks = text.blocks(in: section.content)
      return Scenario(
        heading: section.heading, content: section.content,
        client: blocks.first { tree.nodes[$0].kind == .blockQuote && text.alerts[$0] == nil },
        answers: blocks.filter { block in
          phraseBlocks[block].map { found in
            found.phrases.contains { phrases[$0].say != nil }
          } ?? false
        },
        rubric: blocks.first { block in
          tree.nodes[block].kind == .list
            && tree.children(of: block).allSatisfy { tree.nodes[$0].value > 0 }
        })
    }
  }
}
