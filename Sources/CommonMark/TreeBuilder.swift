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
  /// Where in the source the last literal that was found there ends; the next is looked for from
  /// here.
  private var place: Int

  /// Begins a tree of `source`; `hasEscapes` says that the parser was given it with escapes
  /// swapped.
  init(firstLine: Int32, source: ArraySlice<UInt8>, hasEscapes: Bool) {
    lineOffset = firstLine - 1
    self.hasEscapes = hasEscapes
    place = source.startIndex
    // With escapes, literals are other bytes than the file's, so that all of them are copied.
    tree.source = hasEscapes ? [] : source
    tree.nodes.removeAll()
    tree.nodes.reserveCapacity(source.count / 16 + 8)
  }

  /// The tree, with its arrays cut to size: every page stays in memory, and would keep its
  /// reserve.
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
      unsafe join(cmark_node_get_literal(node), to: tree.nodes.count - 1)
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
      copy.text = unsafe literal(cmark_node_get_literal(node))
    case .codeBlock:
      copy.text = unsafe literal(cmark_node_get_literal(node))
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

  /// Puts `\{{` back as the editor typed it: in code, raw HTML and link targets it is no escape.
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

// Literals that are a part of the source are not copied.
extension TreeBuilder {
  /// How many bytes after the last literal the next one is looked for: between the two stand
  /// marks, link targets and blanks.
  private static let reach = 256

  private mutating func literal(_ text: UnsafePointer<CChar>?) -> MarkupTree.Slice {
    guard let text = unsafe text else { return unsafe append(nil) }
    let length = unsafe deskbook_length(text)
    let last = min(place + Self.reach, tree.source.endIndex - length)
    guard length > 0, place <= last, let start = unsafe find(text, length, in: place...last) else {
      return unsafe append(text)
    }
    place = start + length
    return Self.slice(start..<place)
  }

  /// Appends text to the text node that was copied last.
  private mutating func join(_ text: UnsafePointer<CChar>?, to node: Int) {
    guard let text = unsafe text else { return }
    let length = unsafe deskbook_length(text)
    let first = tree.nodes[node].text
    guard first.lower < 0 else {
      tree.nodes[node].text.upper = unsafe append(text).upper
      return
    }
    if place + length <= tree.source.endIndex, unsafe find(text, length, in: place...place) != nil {
      place += length
      tree.nodes[node].text.upper += Int32(length)
      return
    }
    let start = Int32(tree.bytes.count)
    tree.bytes.append(contentsOf: tree.slice(first))
    tree.nodes[node].text = MarkupTree.Slice(lower: start, upper: unsafe append(text).upper)
  }

  /// Where a text first begins in the source, among these places.
  private func find(
    _ text: UnsafePointer<CChar>, _ length: Int, in places: ClosedRange<Int>
  ) -> Int? {
    unsafe tree.source.withUnsafeBytes { source in
      let base = tree.source.startIndex
      return places.first { place in
        unsafe source[place - base] == UInt8(bitPattern: text[0])
          && deskbook_is_equal(source.baseAddress?.advanced(by: place - base), text, length) != 0
      }
    }
  }

  private static func slice(_ range: Range<Int>) -> MarkupTree.Slice {
    MarkupTree.Slice(
      lower: Int32(range.lowerBound) | Int32.min, upper: Int32(range.upperBound) | Int32.min)
  }
}
