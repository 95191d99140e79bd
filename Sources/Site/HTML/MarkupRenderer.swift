// A tree's nodes to HTML, in one loop with a stack of open elements.

package import CommonMark
internal import Handbook

/// Writes runs of nodes as HTML.
///
/// Without a context the output is libcmark-gfm's own, byte for byte, but for raw HTML and for
/// links with a scheme that is not let through.
package struct MarkupRenderer {
  let tree: MarkupTree
  let context: RenderContext?
  package var out = HTMLWriter()
  var open: [Element] = []
  var raw: OpenRawTags
  /// The end of the run that is being written.
  private(set) var limit = 0
  /// Elements that hold no end of a script or style: to search them again at each tag would take
  /// quadratic time.
  var parentsWithoutEnd: Set<CodeParent> = []
  private var footnotes = FootnoteState()
  /// The terms that are still to be explained; nil where none is.
  var terms: TermMarks?

  /// Of the page; kept here, as they are asked for at every node.
  let titleNode: Int?
  let hasAlerts: Bool

  /// An element that waits for its end.
  struct Element {
    let node: Int
    let end: Int
  }

  /// For tests and for text outside pages.
  package init(tree: MarkupTree) {
    self.tree = tree
    context = nil
    raw = OpenRawTags(wrapsTables: false)
    titleNode = nil
    hasAlerts = false
  }

  package init(context: RenderContext) {
    tree = context.page.tree
    self.context = context
    raw = OpenRawTags(wrapsTables: true)
    titleNode = context.page.titleNode
    hasAlerts = !context.page.alerts.isEmpty
  }

  /// The HTML of a run of sibling nodes.
  package static func html(_ range: Range<Int>, in context: RenderContext) -> [UInt8] {
    var renderer = MarkupRenderer(context: context)
    renderer.render(range)
    return renderer.out.bytes
  }

  /// Writes a run of sibling nodes, and the end of the footnotes if it has any.
  package mutating func render(_ range: Range<Int>) {
    write(range)
    footnotes.close(&out)
  }

  /// Writes a run of sibling nodes inside what is open.
  mutating func write(_ range: Range<Int>) {
    let (base, outerLimit) = (open.count, limit)
    limit = range.upperBound
    let rawBase = raw.beginRun()
    var index = range.lowerBound
    while index < range.upperBound {
      close(upTo: index, above: base)
      if let next = special(at: index) ?? whole(at: index) {
        index = next
        continue
      }
      enter(index)
      if Self.isContainer(tree.nodes[index].kind) {
        open.append(Element(node: index, end: Int(tree.nodes[index].end)))
      }
      index += 1
    }
    close(upTo: range.upperBound, above: base)
    raw.endRun(rawBase, &out)
    limit = outerLimit
  }

  private mutating func close(upTo index: Int, above base: Int) {
    while open.count > base, let last = open.last, last.end <= index {
      raw.close(from: open.count, &out)
      open.removeLast()
      leave(last.node)
    }
  }

  /// Writes a node together with all inside it.
  ///
  /// - Returns: the index to go on with; nil where the node is written by its parts.
  private mutating func whole(at index: Int) -> Int? {
    switch tree.nodes[index].kind {
    case .image:
      image(index)
      return Int(tree.nodes[index].end)
    case .htmlInline: return rawInline(index)
    case .htmlBlock: return rawBlock(index)
    default: return nil
    }
  }

  private static func isContainer(_ kind: MarkupTree.Kind) -> Bool {
    switch kind {
    case .text, .softBreak, .lineBreak, .code, .codeBlock, .thematicBreak, .footnoteReference:
      false
    default: true
    }
  }

  /// Whether a paragraph stands in a tight list, where it has no element of its own.
  private var isInTightList: Bool {
    guard open.count >= 2 else { return false }
    let list = tree.nodes[open[open.count - 2].node]
    return tree.nodes[open[open.count - 1].node].kind == .item && list.kind == .list && list.isTight
  }

  private mutating func enter(_ index: Int) {
    let node = tree.nodes[index]
    switch node.kind {
    case .text: text(index)
    case .softBreak: out.markup("\n")
    case .lineBreak: out.markup("<br />\n")
    case .code:
      out.markup("<code>")
      out.text(tree.slice(node.text))
      out.markup("</code>")
    case .paragraph: if !isInTightList { block("<p>") }
    case .emphasis: out.markup("<em>")
    case .strong: out.markup("<strong>")
    case .strikethrough: out.markup("<del>")
    case .link: enterLink(index)
    case .footnoteReference: footnotes.reference(node, tree: tree, &out)
    default: enterBlock(index)
    }
  }

  private mutating func enterBlock(_ index: Int) {
    let node = tree.nodes[index]
    switch node.kind {
    case .heading: enterHeading(index)
    case .blockQuote:
      if isMessage(index) { messageBegins() }
      block("<blockquote>\n")
    case .list: enterList(node)
    case .item: enterItem(node)
    case .codeBlock: codeBlock(node)
    case .thematicBreak: block("<hr />\n")
    case .table: enterTable()
    case .tableRow: enterRow(index)
    case .tableCell: enterCell(node)
    case .footnoteDefinition: footnotes.enter(node, tree: tree, &out)
    default: break
    }
  }

  private mutating func leave(_ index: Int) {
    let node = tree.nodes[index]
    switch node.kind {
    case .paragraph: leaveParagraph(index)
    case .emphasis: out.markup("</em>")
    case .strong: out.markup("</strong>")
    case .strikethrough: out.markup("</del>")
    case .link: if linkIsShown(index) { out.markup("</a>") }
    case .heading: leaveHeading(index)
    case .blockQuote: leaveQuote(index)
    case .list:
      out.markup(node.value < 0 ? "</ul>\n" : "</ol>\n")
    case .item: out.markup("</li>\n")
    case .table: leaveTable(index)
    case .tableRow: leaveRow(node)
    case .tableCell: leaveCell()
    case .footnoteDefinition: footnotes.leave(node, tree: tree, &out)
    default: break
    }
  }

  /// Starts a block on a line of its own.
  mutating func block(_ markup: StaticString) {
    out.freshLine()
    out.markup(markup)
  }

  private mutating func leaveParagraph(_ index: Int) {
    if isInTightList { return }
    if let parent = open.last, tree.nodes[parent.node].kind == .footnoteDefinition,
      Int(tree.nodes[index].end) == parent.end
    {
      out.markup(" ")
      footnotes.backReferences(tree.nodes[parent.node], tree: tree, &out)
    }
    out.markup("</p>\n")
  }
}
