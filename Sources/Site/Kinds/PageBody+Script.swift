// A script: its steps, the model step each serves, and the ways on.

internal import CommonMark
internal import Handbook
internal import Text

extension PageBody {
  mutating func script(_ script: Script) {
    let page = context.page
    render(trimmed(page.text.sections().intro))
    // The browser's script puts buttons into the bar; its room is kept, so that nothing moves
    // then.
    out.markup("<div class=\"script\">\n<div class=\"script-bar js-only\"></div>\n")
    for (index, step) in script.steps.enumerated() {
      out.markup(index == 0 ? "<section class=\"step current\"" : "<section class=\"step\"")
      out.markup(" data-step=\"")
      out.text(step.heading.slug.text)
      out.markup("\" data-number=\"")
      out.number(index + 1)
      out.markup("\">\n")
      heading(step.heading)
      for block in page.blocks(in: trimmed(step.content)) where !page.isInsidePhraseBlock(block) {
        scriptBlock(block, step)
      }
      out.markup("</section>\n")
    }
    out.markup("</div>\n")
  }

  private mutating func scriptBlock(_ block: Int, _ step: ScriptStep) {
    if block == step.serves?.node, let served = step.serves, serves(served) { return }
    if block == step.choiceList {
      choices(step)
    } else {
      let end = context.page.phraseBlocks[block]?.nodes.upperBound
      render(block..<(end ?? Int(context.page.tree.nodes[block].end)))
    }
  }

  /// Writes the model steps that a step serves; false where the handbook has none of these names.
  private mutating func serves(_ served: ScriptStep.Served) -> Bool {
    let found = served.names.compactMap { context.shared.modelSteps[$0.lowercased()] }
    guard found.count == served.names.count else { return false }
    out.markup("<p class=\"serves\">")
    for step in found {
      out.markup("<a href=\"")
      let path = context.url(step.output)
      out.href(Array((path + "#" + urlPath(step.anchor)).utf8)[...])
      out.markup("\"><span class=\"letter\">")
      out.text(step.letter)
      out.markup("</span> ")
      out.text(step.title)
      out.markup("</a> ")
    }
    out.markup("</p>\n")
    return true
  }

  private mutating func choices(_ step: ScriptStep) {
    let tree = context.page.tree
    out.markup("<ol class=\"choices\">\n")
    for item in step.choiceList.map(tree.children) ?? [] {
      out.markup("<li>")
      let blocks = tree.children(of: item)
      for block in blocks {
        let range = block..<Int(tree.nodes[block].end)
        render(tree.nodes[block].kind == .paragraph ? block + 1..<range.upperBound : range)
      }
      if let link = step.choices.first(where: { $0.item == item })?.link { goal(of: link) }
      out.markup("</li>\n")
    }
    out.markup("</ol>\n")
  }

  /// Writes what a choice leads to, for paper; a style sheet hides it on the screen.
  private mutating func goal(of link: Int) {
    guard let goal = context.input.goals[link] else { return }
    out.markup(" <span class=\"goal\">")
    out.text(goal)
    out.markup("</span>")
  }
}
