// Copies a finished libcmark-gfm tree into a MarkupTree.

internal import CCmarkGFM

struct TreeBuilder {
  private var tree = MarkupTree()
  private let lineOffset: Int32
  private var open: [Int] = []
  /// Whether the node before is literal text of the same parent, to which more text is joined.
  private var followsText = false
  private var footnotes = FootnoteNumbers()
  /// The next cell's column in the open table row.
  private var column = 0

  private let table = deskbook_node_table()
  private let tableRow = deskbook_node_table_row()
  private let tableCell = deskbook_node_table_cell()
  private let strikethrough = deskbook_node_strikethrough()

  private let hasEscapes: Bool

  init(firstLine: Int32, sourceSize: Int, hasEscapes: Bool) {
    lineOffset = firstLine - 1
    self.hasEscapes = hasEscapes
    tree.nodes.removeAll()
    tree.nodes.reserveCapacity(sourceSize / 16 + 8)
    tree.bytes.reserveCapacity(sourceSize)
  }

  /// The tree, without the room that was reserved: every page stays in memory.
  func finished() -> MarkupTree {
    var result = tree
    result.nodes = unsafe tree.nodes.withUnsafeBufferPointer { unsafe Array($0) }
    result.bytes = unsafe tree.bytes.withUnsafeBufferPointer { unsafe Array($0) }
    return result
  }

  mutating func copy(_ root: OpaquePointer) {
    guard let iterator = unsafe cmark_iter_new(root) else { return }
    defer { unsafe cmark_iter_free(iterator) }
    while true {
      let event = unsafe cmark_iter_next(iterator)
      if event == CMARK_EVENT_DONE { break }
      guard let node = unsafe cmark_iter_get_node(iterator) else { return }
      if event == CMARK_EVENT_ENTER {
        unsafe enter(node)
      } else if unsafe kind(of: cmark_node_get_type(node).rawValue) != nil,
        let index = open.popLast()
      {
        tree.nodes[index].end = Int32(tree.nodes.count)
        followsText = false
      }
    }
    footnotes.complete(&tree.nodes)
  }

  private mutating func enter(_ node: OpaquePointer) {
    guard let kind = unsafe kind(of: cmark_node_get_type(node).rawValue) else {
      followsText = false
      return
    }
    if kind == .text, followsText {
      let literal = unsafe append(cmark_node_get_literal(node))
      tree.nodes[tree.nodes.count - 1].text.upper = literal.upper
      return
    }
    var copy = MarkupTree.Node(kind: kind, end: Int32(tree.nodes.count + 1))
    let line = unsafe cmark_node_get_start_line(node)
    copy.line = line > 0 ? line + lineOffset : 0
    copy.column = unsafe cmark_node_get_start_column(node)
    copy.endLine = unsafe cmark_node_get_end_line(node) + lineOffset
    unsafe fill(&copy, from: node)
    if hasEscapes, kind != .text { unmarkEscapes(in: &copy) }
    footnotes.note(copy, at: tree.nodes.count)
    if !Self.isLeaf(kind) { open.append(tree.nodes.count) }
    tree.nodes.append(copy)
    followsText = kind == .text
  }

  /// Which nodes the iterator enters but never leaves (`S_is_leaf` of the library's `iterator.c`).
  private static func isLeaf(_ kind: MarkupTree.Kind) -> Bool {
    switch kind {
    case .htmlBlock, .thematicBreak, .codeBlock, .text, .softBreak, .lineBreak, .code, .htmlInline:
      true
    default: false
    }
  }

  private func kind(of type: UInt32) -> MarkupTree.Kind? {
    switch type {
    case CMARK_NODE_TEXT.rawValue: .text
    case CMARK_NODE_PARAGRAPH.rawValue: .paragraph
    case CMARK_NODE_SOFTBREAK.rawValue: .softBreak
    case CMARK_NODE_LINEBREAK.rawValue: .lineBreak
    case CMARK_NODE_CODE.rawValue: .code
    case CMARK_NODE_EMPH.rawValue: .emphasis
    case CMARK_NODE_STRONG.rawValue: .strong
    case CMARK_NODE_LINK.rawValue: .link
    case CMARK_NODE_IMAGE.rawValue: .image
    case CMARK_NODE_ITEM.rawValue: .item
    case CMARK_NODE_LIST.rawValue: .list
    case CMARK_NODE_HEADING.rawValue: .heading
    case CMARK_NODE_CODE_BLOCK.rawValue: .codeBlock
    case CMARK_NODE_HTML_BLOCK.rawValue: .htmlBlock
    case CMARK_NODE_HTML_INLINE.rawValue: .htmlInline
    case CMARK_NODE_BLOCK_QUOTE.rawValue: .blockQuote
    case CMARK_NODE_THEMATIC_BREAK.rawValue: .thematicBreak
    case CMARK_NODE_DOCUMENT.rawValue: .document
    case CMARK_NODE_FOOTNOTE_DEFINITION.rawValue: .footnoteDefinition
    case CMARK_NODE_FOOTNOTE_REFERENCE.rawValue: .footnoteReference
    case table: .table
    case tableRow: .tableRow
    case tableCell: .tableCell
    case strikethrough: .strikethrough
    default: nil
    }
  }

  private mutating func fill(
    _ copy: inout MarkupTree.Node, from node: OpaquePointer
  ) {
    switch copy.kind {
    case .text, .code, .htmlInline, .htmlBlock:
      copy.text = unsafe append(cmark_node_get_literal(node))
    case .codeBlock:
      copy.text = unsafe append(cmark_node_get_literal(node))
      copy.extra = unsafe append(cmark_node_get_fence_info(node))
    case .link, .image:
      copy.text = unsafe append(cmark_node_get_url(node))
      copy.extra = unsafe append(cmark_node_get_title(node))
    case .heading: copy.value = unsafe cmark_node_get_heading_level(node)
    case .list: unsafe fillList(&copy, from: node)
    case .item: unsafe fillItem(&copy, from: node)
    case .table, .tableRow, .tableCell: unsafe fillTable(&copy, from: node)
    case .footnoteReference: unsafe fillReference(&copy, from: node)
    default: break
    }
  }

  /// Outside literal text the escape is what the editor typed.
  private mutating func unmarkEscapes(in node: inout MarkupTree.Node) {
    for field in [\MarkupTree.Node.text, \MarkupTree.Node.extra] {
      let literal = MarkupTree.unmarking(
        tree.slice(node[keyPath: field]), with: MarkupTree.writtenEscape)
      guard literal.count == tree.slice(node[keyPath: field]).count else { continue }
      let start = Int(node[keyPath: field].lower)
      tree.bytes.replaceSubrange(start..<start + literal.count, with: literal)
    }
  }

  private mutating func fillReference(
    _ copy: inout MarkupTree.Node, from node: OpaquePointer
  ) {
    let number = unsafe append(cmark_node_get_literal(node))
    copy.value = Int32(tree.string(number)) ?? 0
    if footnotes.hasLabel(of: copy.value) { return }
    let start = Int32(tree.bytes.count)
    unsafe tree.bytes.append(contentsOf: FootnoteNumbers.label(of: node))
    let label = MarkupTree.Slice(lower: start, upper: Int32(tree.bytes.count))
    footnotes.setLabel(label, of: copy.value)
  }

  private func fillList(
    _ copy: inout MarkupTree.Node, from node: OpaquePointer
  ) {
    let isOrdered = unsafe cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
    copy.value = isOrdered ? unsafe cmark_node_get_list_start(node) : -1
    copy.isTight = unsafe cmark_node_get_list_tight(node) != 0
  }

  private func fillItem(
    _ copy: inout MarkupTree.Node, from node: OpaquePointer
  ) {
    guard let name = unsafe cmark_node_get_type_string(node),
      unsafe String(cString: name) == "tasklist"
    else { return }
    copy.value = unsafe cmark_gfm_extensions_get_tasklist_item_checked(node) ? 2 : 1
  }

  private mutating func fillTable(
    _ copy: inout MarkupTree.Node, from node: OpaquePointer
  ) {
    switch copy.kind {
    case .table:
      let columns = unsafe Int(cmark_gfm_extensions_get_table_columns(node))
      copy.value = Int32(columns)
      let start = Int32(tree.bytes.count)
      if let alignments = unsafe cmark_gfm_extensions_get_table_alignments(node) {
        unsafe tree.bytes.append(
          contentsOf: UnsafeBufferPointer(start: alignments, count: columns))
      }
      copy.extra = MarkupTree.Slice(lower: start, upper: Int32(tree.bytes.count))
    case .tableRow:
      copy.value = unsafe cmark_gfm_extensions_get_table_row_is_header(node) != 0 ? 1 : 0
      column = 0
    default:
      guard open.count >= 2 else { return }
      let alignments = tree.slice(tree.nodes[open[open.count - 2]].extra)
      if column < alignments.count {
        copy.value = Int32(alignments[alignments.startIndex + column])
      }
      column += 1
    }
  }

  private mutating func append(_ text: UnsafePointer<CChar>?) -> MarkupTree.Slice {
    let start = Int32(tree.bytes.count)
    if let text = unsafe text {
      let length = unsafe deskbook_length(text)
      unsafe text.withMemoryRebound(to: UInt8.self, capacity: length) { bytes in
        unsafe tree.bytes.append(contentsOf: UnsafeBufferPointer(start: bytes, count: length))
      }
    }
    return MarkupTree.Slice(lower: start, upper: Int32(tree.bytes.count))
  }
}
