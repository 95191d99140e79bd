// From nodes to bytes of the file, for diagnostics only: nothing here runs for a page without one.

internal import CommonMark

extension Page {
  /// The lines of the block that holds a node, as bytes.
  package func blockRange(of node: Int) -> Range<Int> {
    let block = tree.nodes[self.block(of: node)]
    let start = file.lines.offset(line: Int(max(block.line, 1)), column: 1)
    let end = file.range(ofLine: Int(max(block.endLine, block.line, 1))).upperBound
    return start..<max(start, end)
  }

  /// The first line of a block without its indent, as bytes.
  package func firstLine(of node: Int) -> Range<Int> {
    let line = file.range(ofLine: Int(max(tree.nodes[self.block(of: node)].line, 1)))
    let start = file.bytes[line].firstIndex { $0 != 0x20 && $0 != 0x09 } ?? line.lowerBound
    return start..<line.upperBound
  }

  /// The innermost block at or above a node whose lines the parser gives.
  private func block(of node: Int) -> Int {
    var index = node
    while index > 0 {
      switch tree.nodes[index].kind {
      case .paragraph, .heading, .tableRow, .table, .codeBlock, .htmlBlock, .blockQuote, .list,
        .item, .thematicBreak, .footnoteDefinition:
        if tree.nodes[index].end > node, tree.nodes[index].line > 0 { return index }
      default: break
      }
      index -= 1
    }
    return 0
  }

  /// Where a text of an inline stands: the occurrence that belongs to it, else its block's first line.
  ///
  /// - Parameters:
  ///   - text: what to look for, as written.
  ///   - node: the inline.
  ///   - earlier: how many times the same text stands before it in the block.
  package func range(of text: String, at node: Int, after earlier: Int = 0) -> Range<Int> {
    let block = blockRange(of: node)
    return file.range(of: text, in: block, skipping: earlier)
      ?? file.range(of: text, in: block) ?? firstLine(of: node)
  }

  /// Where a link's target stands, else where its text begins.
  package func range(of link: Link) -> Range<Int> {
    let block = self.block(of: link.node)
    let earlier = links.count {
      $0.node < link.node && $0.node > block && $0.destination == link.destination
    }
    let place = range(of: link.destination, at: link.node, after: earlier)
    if place != firstLine(of: link.node) || link.destination.isEmpty { return place }
    // A reference link: the target stands elsewhere, the parser's own position is a hint.
    let node = tree.nodes[link.node]
    let hint = file.lines.offset(line: Int(node.line), column: Int(node.column))
    if node.line > 0, hint < file.bytes.count,
      [UInt8(ascii: "["), UInt8(ascii: "!"), UInt8(ascii: "<")].contains(file.bytes[hint])
    {
      return hint..<hint + 1
    }
    return range(of: "[" + tree.plainText(of: link.node), at: link.node)
  }
}
