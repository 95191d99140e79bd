// The first lines to say of a page that has them further down: who is on a call reads no more.

internal import CommonMark
internal import Handbook
internal import Text

/// Writes, for the place under the title, the lines with which a guide or a model helps first.
struct FirstLines {
  private static let most = 3

  private let context: RenderContext
  private let lines: [Phrase]
  /// The block that holds the first of them.
  private let block: PhraseBlock

  /// Nil where a page has none, begins with them, or is no guide and no model.
  init?(_ context: RenderContext) {
    let page = context.page
    let lines = page.phrases.filter { $0.say != nil }
    guard page.kind == .guide || page.kind == .model, !context.input.isHome,
      let first = lines.first,
      let block = page.phraseBlocks.values.first(where: { $0.nodes.contains(first.node) }),
      page.blocks.first != block.nodes.lowerBound
    else { return nil }
    (self.context, self.lines, self.block) = (context, lines, block)
  }

  func html() -> [UInt8] {
    var renderer = MarkupRenderer(context: context)
    renderer.out.markup("<section class=\"first-lines\" aria-label=\"")
    renderer.out.text(context.strings["say"])
    renderer.out.markup("\"><div class=\"phrases compact\">\n")
    for line in lines.prefix(Self.most) { renderer.phrase(line, id: nil, isBrief: true) }
    renderer.out.markup("</div>\n")
    if lines.count > Self.most { rest(&renderer.out) }
    renderer.out.markup("</section>\n")
    return renderer.out.bytes
  }

  /// Leads to where all lines stand: those of the first one's table, else those of the whole page.
  private func rest(_ out: inout HTMLWriter) {
    let inBlock = context.page.phrases[block.phrases].count { $0.say != nil }
    let count = inBlock > Self.most ? inBlock : lines.count
    out.markup("<p class=\"all-lines\"><a href=\"#")
    out.text(urlPath(anchor))
    out.markup("\">")
    out.text(context.strings["all-lines"].filled(["n": String(count)]))
    out.markup("</a></p>\n")
  }

  /// The heading over the first line, or the line itself.
  private var anchor: String {
    let page = context.page
    let above = page.headings.last { $0.node < block.nodes.lowerBound && $0.node != page.titleNode }
    return above?.slug.text ?? lines[0].id
  }
}
