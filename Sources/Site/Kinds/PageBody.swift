// The text of a page as its kind shows it.

internal import CommonMark
internal import Handbook
internal import Text

/// Writes the inside of a page.
struct PageBody {
  let context: RenderContext
  var out = HTMLWriter()
  /// Kept from one run to the next, so that a term is explained once a page.
  private var terms: TermMarks?

  init(context: RenderContext) {
    self.context = context
    terms = TermMarks(context)
  }

  private var page: Page { context.page }
  private var tree: MarkupTree { page.tree }

  /// The HTML of a page's text.
  static func html(_ context: RenderContext) -> [UInt8] {
    var body = PageBody(context: context)
    body.fields()
    body.structure()
    return body.out.bytes
  }

  /// The same without what only the page itself has.
  static func text(_ context: RenderContext) -> [UInt8] {
    var body = PageBody(context: context)
    body.structure()
    return body.out.bytes
  }

  private mutating func structure() {
    let whole = 1..<Int(tree.nodes[0].end)
    switch page.structure {
    case .plain: if !whole.isEmpty { render(whole) }
    case .model(let steps): model(steps)
    case .script(let script): self.script(script)
    case .faq(let questions): faq(questions)
    case .practice(let scenarios): practice(scenarios)
    case .card: card()
    }
    footnotes()
  }

  mutating func render(_ range: Range<Int>) {
    if range.isEmpty { return }
    var renderer = MarkupRenderer(context: context)
    renderer.terms = terms
    renderer.render(range)
    terms = renderer.terms
    out.html(renderer.out.bytes)
  }

  /// Footnotes stand after everything; kinds with sections of their own write them here.
  private mutating func footnotes() {
    if case .plain = page.structure { return }
    guard let first = page.blocks.first(where: { tree.nodes[$0].kind == .footnoteDefinition })
    else {
      return
    }
    render(first..<Int(tree.nodes[0].end))
  }

  /// A section's nodes without the footnotes, which stand at the document's end.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    let first = page.blocks(in: range).first { tree.nodes[$0].kind == .footnoteDefinition }
    return range.lowerBound..<(first ?? range.upperBound)
  }

  mutating func heading(_ heading: Page.Heading, prefix: String? = nil, isLinked: Bool = true) {
    out.markup("<h2 id=\"")
    out.text(heading.slug.text)
    out.markup("\">")
    if let prefix {
      out.markup("<span class=\"letter\" aria-hidden=\"true\">")
      out.text(prefix)
      out.markup("</span>")
    }
    render(heading.node + 1..<Int(tree.nodes[heading.node].end))
    if isLinked { anchor(heading) }
    out.markup("</h2>\n")
  }

  private mutating func anchor(_ heading: Page.Heading) {
    out.markup("<a class=\"anchor\" href=\"#")
    out.text(urlPath(heading.slug.text))
    out.markup("\" aria-label=\"")
    out.text(context.strings["link-section"])
    out.markup("\"></a>")
  }

  private mutating func card() {
    let cards = context.input.card.map { [$0] } ?? []
    out.html(
      CardHTML.html(
        cards, strings: context.strings, previews: context.shared.previews, heading: 2,
        root: context.root))
  }
}

extension PageBody {
  private mutating func model(_ steps: [ModelStep]) {
    render(trimmed(page.text.sections().intro))
    out.markup("<ol class=\"letters\">\n")
    for step in steps {
      out.markup("<li><a href=\"#")
      out.text(urlPath(step.heading.slug.text))
      out.markup("\"><b>")
      out.text(step.letter)
      out.markup("</b> ")
      out.text(step.heading.text)
      out.markup("</a></li>\n")
    }
    out.markup("</ol>\n")
    for step in steps {
      out.markup("<section class=\"letter-step\">\n")
      heading(step.heading, prefix: step.letter)
      render(trimmed(step.content))
      out.markup("</section>\n")
    }
  }

  private mutating func faq(_ questions: [Question]) {
    var index = 1
    for (number, question) in questions.enumerated() {
      if index < question.heading.node { render(index..<question.heading.node) }
      if number == 0, questions.count > 1 {
        out.markup("<div class=\"question-bar js-only\"></div>\n")
      }
      out.markup("<details class=\"question\" open><summary>")
      // A summary is a control, which may hold no link: the one to the question follows the answer.
      heading(question.heading, isLinked: false)
      out.markup("</summary><div class=\"answer\">\n")
      render(trimmed(question.content))
      anchor(question.heading)
      out.markup("\n</div></details>\n")
      index = question.content.upperBound
    }
    let rest = index..<Int(tree.nodes[0].end)
    if !rest.isEmpty { render(trimmed(rest)) }
  }

  private mutating func practice(_ scenarios: [Scenario]) {
    render(trimmed(page.text.sections().intro))
    if !scenarios.isEmpty { out.markup("<div class=\"practice-bar js-only\"></div>\n") }
    for scenario in scenarios {
      out.markup("<section class=\"scenario\">\n")
      heading(scenario.heading)
      for block in page.blocks(in: trimmed(scenario.content)) { practice(block, scenario) }
      out.markup("</section>\n")
    }
  }

  private mutating func practice(_ block: Int, _ scenario: Scenario) {
    let range = block..<Int(tree.nodes[block].end)
    if block == scenario.client {
      out.markup("<blockquote class=\"client\"><p class=\"label\">")
      out.text(context.strings["client-says"])
      out.markup("</p>\n")
      render(block + 1..<range.upperBound)
      out.markup("</blockquote>\n")
    } else if let answer = page.phraseBlocks[block] {
      out.markup("<details class=\"good-answer\"><summary>")
      out.text(context.strings["show-answer"])
      out.markup("</summary>\n")
      render(answer.nodes)
      out.markup("</details>\n")
    } else if block == scenario.rubric {
      rubric(block)
    } else if !page.isInsidePhraseBlock(block) {
      render(range)
    }
  }

  private mutating func rubric(_ list: Int) {
    out.markup("<ul class=\"rubric\">\n")
    for item in tree.children(of: list) {
      out.markup("<li><label><input type=\"checkbox\"> <span>")
      for block in tree.children(of: item) where tree.nodes[block].kind == .paragraph {
        render(block + 1..<Int(tree.nodes[block].end))
      }
      out.markup("</span></label></li>\n")
    }
    out.markup("</ul>\n")
  }
}

extension Page {
  /// Whether a block is part of a phrase block that began before it.
  func isInsidePhraseBlock(_ block: Int) -> Bool {
    phraseBlocks.contains { $0.key < block && $0.value.nodes.contains(block) }
  }
}
