// Raw HTML that becomes text or a break in it, where words would otherwise vanish or run together.

extension MarkupTree {
  /// What becomes of a node of raw HTML.
  package enum RawChange: Sendable {
    /// It becomes literal text; a block of HTML becomes a paragraph.
    case text
    /// A soft break is put after it, so that the words around it do not run together.
    case space
  }

  /// Changes nodes of raw HTML, given by index.
  package mutating func change(_ changes: [Int: RawChange]) {
    if changes.isEmpty { return }
    var result: [Node] = []
    result.reserveCapacity(nodes.count + changes.count)
    var added: Int32 = 0
    let shifts = nodes.indices.map { index in
      defer {
        if let change = changes[index], change == .space || nodes[index].kind == .htmlBlock {
          added += 1
        }
      }
      return added
    }
    for (index, node) in nodes.enumerated() {
      let end = node.end + (Int(node.end) < shifts.count ? shifts[Int(node.end)] : added)
      guard let change = changes[index] else {
        result.append(node)
        result[result.count - 1].end = end
        continue
      }
      if change == .space {
        result.append(node)
        result[result.count - 1].end = end - 1
        result.append(Node(kind: .softBreak, end: end))
        continue
      }
      if node.kind == .htmlBlock {
        var paragraph = Node(kind: .paragraph, end: end)
        (paragraph.line, paragraph.column) = (node.line, node.column)
        paragraph.endLine = node.endLine
        result.append(paragraph)
      }
      var text = Node(kind: .text, end: end)
      (text.line, text.column) = (node.line, node.column)
      text.text = withoutLineEnd(node.text)
      result.append(text)
    }
    nodes = result
  }

  private func withoutLineEnd(_ text: Slice) -> Slice {
    var text = text
    while let last = slice(text).last, last == 0x0A || last == 0x0D { text.upper -= 1 }
    return text
  }
}
