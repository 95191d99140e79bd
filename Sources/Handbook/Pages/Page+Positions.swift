// From blocks to bytes of the file.

internal import CommonMark

extension Page {
  /// The lines of the block that holds a node, as bytes.
  package func blockRange(of node: Int) -> Range<Int> {
    let block = tree.nodes[self.block(of: node)]
    let start = file.lines.offset(line: Int(max(block.line, 1)), column: 1)
    let end = file.range(ofLine: Int(max(block.endLine, block.line, 1))).upperBound
    return start..<max(start, end)
  }

  /// The first line of a block, from where the block begins in it, as bytes.
  package func firstLine(of node: Int) -> Range<Int> {
    let block = tree.nodes[self.block(of: node)]
    let line = file.range(ofLine: Int(max(block.line, 1)))
    let column = file.lines.offset(line: Int(max(block.line, 1)), column: Int(block.column))
    let start = file.bytes[line].firstIndex { $0 != 0x20 && $0 != 0x09 } ?? line.lowerBound
    return min(max(start, column), line.upperBound)..<line.upperBound
  }

  /// The innermost block at or above a node whose lines the parser gives; the document else.
  func block(of node: Int) -> Int {
    let nodes = tree.nodes
    var index = node
    while index > 0 {
      switch nodes[index].kind {
      case .paragraph, .heading, .tableRow, .table, .codeBlock, .htmlBlock, .blockQuote, .list,
        .item, .thematicBreak, .footnoteDefinition:
        if nodes[index].end > node, nodes[index].line > 0 { return index }
      default: break
      }
      index -= 1
    }
    return 0
  }
}
