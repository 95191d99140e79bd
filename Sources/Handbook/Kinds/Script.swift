// `kind: script`: each H2 is a step; choices lead from step to step, outcomes end the talk.

internal import CommonMark
internal import Text

/// A policy script: a graph of steps.
package struct Script: Sendable {
  package let steps: [ScriptStep]
  private let indices: [String: Int]
  private let choiceLinks: Set<Int>

  init(steps: [ScriptStep]) {
    self.steps = steps
    indices = Dictionary(
      firstWins: steps.enumerated().map { ($1.heading.slug.text, $0) }
    )
    choiceLinks = Set(steps.flatMap { $0.choices.map(\.link) })
  }

  /// The index of a step by its anchor.
  package func index(of slug: String) -> Int? { indices[slug] }

  /// Whether a link's node is that of a choice.
  package func isChoice(link: Int) -> Bool { choiceLinks.contains(link) }
}

/// One step: what to do and say, and where it leads.
package struct ScriptStep: Sendable {
  /// A way on: a list item that begins with a link.
  package struct Choice: Sendable {
    /// The item and its link.
    package let item: Int
    package let link: Int
    package let text: String
    package let destination: String
    /// The step of the same page that the link names; nil for another page.
    package var anchor: String? {
      let (page, anchor) = destination.cut(at: "#")
      return page.isEmpty ? anchor.map { PercentEncoding.decoded(String($0)) } : nil
    }
  }

  package let heading: Page.Heading
  package let content: Range<Int>
  package let choices: [Choice]
  /// Items among the choices that begin with no link.
  let looseItems: [Int]
  /// The list that holds the choices.
  package let choiceList: Int?
  /// The alert that ends the script here.
  package let outcome: Int?
  /// A first paragraph of one bold text: the model's steps that this one serves.
  package let serves: Served?

  /// Names of model steps, as written in a step's first line.
  package struct Served: Sendable {
    package let node: Int
    package let names: [String]
  }
}

extension Script {
  static func read(_ text: PageText) -> Script {
    Script(
      steps: text.sections().sections.map { section in
        let blocks = text.blocks(in: section.content)
        let last = blocks.last { !isAfterChoices(text.tree.nodes[$0].kind) }
        let outcome = blocks.first { text.alerts[$0]?.kind == .outcome }
        let list = last.flatMap { choices(of: $0, in: text.tree) }
        // Where a talk ends, a list need not be one of choices.
        let isList =
          list.map { list in
            list.loose.isEmpty || outcome == nil && list.choices.count >= list.loose.count
          } ?? false
        return ScriptStep(
          heading: section.heading, content: section.content,
          choices: isList ? list?.choices ?? [] : [], looseItems: isList ? list?.loose ?? [] : [],
          choiceList: isList ? last : nil, outcome: outcome,
          serves: blocks.first.flatMap { served(at: $0, in: text.tree) })
      })
  }

  /// Blocks that may follow a step's choices: comments, a line across, and notes, which the parser
  /// moves to the page's end.
  private static func isAfterChoices(_ kind: MarkupTree.Kind) -> Bool {
    kind == .htmlBlock || kind == .thematicBreak || kind == .footnoteDefinition
  }

  /// The items of a list that begin with a link, and those that do not; nil for other blocks.
  private static func choices(
    of list: Int, in tree: MarkupTree
  ) -> (choices: [ScriptStep.Choice], loose: [Int])? {
    guard tree.nodes[list].kind == .list else { return nil }
    var result: [ScriptStep.Choice] = []
    var loose: [Int] = []
    for item in tree.children(of: list) {
      guard item + 2 < tree.nodes.count, tree.nodes[item + 1].kind == .paragraph,
        let link = firstLink(from: item + 2, to: Int(tree.nodes[item + 1].end), in: tree)
      else {
        loose.append(item)
        continue
      }
      result.append(
        ScriptStep.Choice(
          item: item, link: link, text: tree.plainText(of: link),
          destination: tree.string(tree.nodes[link].text)))
    }
    return (result, loose)
  }

  /// The link that a run of inlines begins with, bold or plain.
  private static func firstLink(from start: Int, to end: Int, in tree: MarkupTree) -> Int? {
    var index = start
    while index < end {
      switch tree.nodes[index].kind {
      case .link: return index
      case .strong, .emphasis: index += 1
      default: return nil
      }
    }
    return nil
  }

  /// Names in a paragraph that holds nothing but one bold text, split at `·`, `,` and `+`.
  private static func served(at block: Int, in tree: MarkupTree) -> ScriptStep.Served? {
    guard tree.nodes[block].kind == .paragraph, block + 1 < tree.nodes.count,
      tree.nodes[block + 1].kind == .strong, tree.nodes[block + 1].end == tree.nodes[block].end
    else { return nil }
    let names = tree.plainText(of: block + 1).split { "·,+&".contains($0) }
      .map { $0.split(separator: " ").joined(separator: " ") }
      .filter { !$0.isEmpty }
    return names.isEmpty ? nil : ScriptStep.Served(node: block, names: names)
  }
}
