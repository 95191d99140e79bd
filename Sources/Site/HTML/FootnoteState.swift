// Footnotes, written as libcmark-gfm writes them.

internal import CommonMark

struct FootnoteState {
  private(set) var isOpen = false
  private var written = 0
  private var seen = 0
  /// References met so far, by the definition's number.
  private var references: [Int32: Int] = [:]

  mutating func reference(
    _ node: MarkupTree.Node, tree: MarkupTree, _ out: inout HTMLWriter
  ) {
    references[node.value, default: 0] += 1
    let label = Self.label(of: node.value, in: tree)
    out.markup("<sup class=\"footnote-ref\"><a href=\"#fn-")
    out.href(label)
    out.markup("\" id=\"fnref-")
    out.href(label)
    let count = references[node.value] ?? 1
    if count > 1 {
      out.markup("-")
      out.number(count)
    }
    out.markup("\" data-footnote-ref>")
    out.number(Int(node.value))
    out.markup("</a></sup>")
  }

  private static func label(of number: Int32, in tree: MarkupTree) -> ArraySlice<UInt8> {
    let definition = tree.nodes.last { $0.kind == .footnoteDefinition && $0.value == number }
    return definition.map { tree.slice($0.text) } ?? []
  }

  mutating func enter(_ node: MarkupTree.Node, tree: MarkupTree, _ out: inout HTMLWriter) {
    if !isOpen {
      out.markup("<section class=\"footnotes\" data-footnotes>\n<ol>\n")
      isOpen = true
    }
    seen += 1
    out.markup("<li id=\"fn-")
    out.href(tree.slice(node.text))
    out.markup("\">\n")
  }

  mutating func leave(_ node: MarkupTree.Node, tree: MarkupTree, _ out: inout HTMLWriter) {
    if written < seen {
      backReferences(node, tree: tree, &out)
      out.markup("\n")
    }
    out.markup("</li>\n")
  }

  mutating func backReferences(
    _ node: MarkupTree.Node, tree: MarkupTree, _ out: inout HTMLWriter
  ) {
    if written >= seen { return }
    written = seen
    let count = tree.nodes.count { $0.kind == .footnoteReference && $0.value == node.value }
    for number in 1...max(1, count) {
      out.markup(number == 1 ? "<a href=\"#fnref-" : " <a href=\"#fnref-")
      out.href(tree.slice(node.text))
      if number > 1 {
        out.markup("-")
        out.number(number)
      }
      out.markup(
        "\" class=\"footnote-backref\" data-footnote-backref aria-label=\"Back to content\">↩")
      if number > 1 {
        out.markup("<sup class=\"footnote-ref\">")
        out.number(number)
        out.markup("</sup>")
      }
      out.markup("</a>")
    }
  }

  mutating func close(_ out: inout HTMLWriter) {
    isOpen = false
    out.markup("</ol>\n</section>\n")
  }
}
