// Footnotes, written as libcmark-gfm writes them.

internal import CommonMark

struct FootnoteState {
  /// Definitions begun, and those whose links back have been written.
  private var begun = 0
  private var linkedBack = 0

  mutating func reference(
    _ node: MarkupTree.Node, tree: MarkupTree, _ out: inout HTMLWriter
  ) {
    out.markup("<sup class=\"footnote-ref\"><a href=\"#fn-")
    out.html(Array(tree.slice(node.text)))
    out.markup("\" id=\"fnref-")
    out.html(Array(tree.slice(node.text)))
    if node.ordinal > 1 {
      out.markup("-")
      out.number(Int(node.ordinal))
    }
    out.markup("\" data-footnote-ref>")
    out.number(Int(node.value))
    out.markup("</a></sup>")
  }

  mutating func enter(_ node: MarkupTree.Node, tree: MarkupTree, _ out: inout HTMLWriter) {
    if begun == 0 { out.markup("<section class=\"footnotes\" data-footnotes>\n<ol>\n") }
    begun += 1
    out.markup("<li id=\"fn-")
    out.html(Array(tree.slice(node.text)))
    out.markup("\">\n")
  }

  mutating func leave(_ node: MarkupTree.Node, tree: MarkupTree, _ out: inout HTMLWriter) {
    if linkedBack < begun {
      backReferences(node, tree: tree, &out)
      out.markup("\n")
    }
    out.markup("</li>\n")
  }

  mutating func backReferences(
    _ node: MarkupTree.Node, tree: MarkupTree, _ out: inout HTMLWriter
  ) {
    if linkedBack >= begun { return }
    linkedBack = begun
    for number in 1...max(1, Int(node.ordinal)) {
      out.markup(number == 1 ? "<a href=\"#fnref-" : " <a href=\"#fnref-")
      out.html(Array(tree.slice(node.text)))
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

  /// Ends the list of footnotes if there is one.
  mutating func close(_ out: inout HTMLWriter) {
    guard begun > 0 else { return }
    out.markup("</ol>\n</section>\n")
    (begun, linkedBack) = (0, 0)
  }
}
