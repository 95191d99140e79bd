// A page's text as blocks and inlines, before its kind makes anything of them.

package import CommonMark

/// The parsed text of one page.
package final class PageText: Sendable {
  package let file: SourceFile
  package let tree: MarkupTree
  /// The level-1 heading that stands as the page's title, left out of its text.
  package let titleNode: Int?
  package let headings: [Page.Heading]
  package let links: [Page.Link]
  /// Block quotes that begin with a marker such as `[!SAY]`.
  package let alerts: [Int: Alert]
  /// The anchors that headings and phrases bring along, by heading, row or block quote.
  let anchors: [Int: String]

  /// Gathers headings, links and alerts in one pass over a tree.
  ///
  /// - Parameters:
  ///   - file: the page's file.
  ///   - tree: its text.
  ///   - title: what front matter calls the page.
  ///   - anchors: those that headings and phrases bring along.
  ///   - options: what placeholders of headings become; anchors are made of the text as it stands.
  init(
    _ file: SourceFile, _ tree: MarkupTree, title: String?, anchors: [Int: String],
    _ options: PageOptions
  ) {
    self.file = file
    self.tree = tree
    var (headings, links): ([Page.Heading], [Page.Link]) = ([], [])
    var alerts: [Int: Alert] = [:]
    var taken: [String: Int] = [:]
    for (index, node) in tree.nodes.enumerated() {
      switch node.kind {
      case .heading:
        let words = tree.plainText(of: index).trimmingLeadingSpaces
        let filled = tree.plainBytes(in: index..<Int(node.end), filling: options.filling)
        headings.append(
          Page.Heading(
            node: index, level: Int(node.value),
            text: String(decoding: filled, as: UTF8.self).trimmingLeadingSpaces,
            slug: Slug(named: anchors[index], orOf: words, avoiding: &taken),
            anchor: anchors[index]))
      case .link, .image:
        links.append(
          Page.Link(
            node: index, destination: tree.string(node.text), isImage: node.kind == .image))
      case .htmlInline:
        if let image = RawImage(tree.slice(node.text)) {
          links.append(Page.Link(node: index, destination: image.source, isImage: true))
        }
      case .blockQuote:
        if let alert = Alert(at: index, in: tree), !alert.isEscaped(in: tree, of: file) {
          alerts[index] = alert
        }
      default: break
      }
    }
    titleNode = tree.titleNode(among: headings, besides: title)
    (self.headings, self.links, self.alerts) = (headings, links, alerts)
    self.anchors = anchors
  }
}

extension Slug {
  /// The anchor that a heading or a phrase brings along, where nothing before it has it.
  init(named name: String?, orOf words: String, avoiding taken: inout [String: Int]) {
    if let name, taken[name] == nil {
      taken[name] = 0
      self.init(link: name)
    } else {
      self.init(name ?? words, avoiding: &taken)
    }
  }
}

extension MarkupTree {
  /// The level-1 heading that is the title.
  ///
  /// Beside a title in front matter it is only one that begins the text and says the same: any other
  /// has words of its own.
  fileprivate func titleNode(among headings: [Page.Heading], besides title: String?) -> Int? {
    let blocks = children(of: 0)
    guard let title else {
      let topLevel = Set(blocks)
      return headings.first { $0.level == 1 && topLevel.contains($0.node) }?.node
    }
    let first = blocks.first { !isComment($0) }
    return headings.first {
      $0.node == first && $0.level == 1
        && FoldedWords.text(of: $0.text) == FoldedWords.text(of: title)
    }?.node
  }

  /// Whether a block is an HTML comment.
  func isComment(_ node: Int) -> Bool {
    nodes[node].kind == .htmlBlock
      && slice(nodes[node].text).drop { $0 == 0x20 }.starts(with: "<!--".utf8)
  }
}

extension String {
  fileprivate var trimmingLeadingSpaces: String { String(drop { $0 == " " }) }
}

extension Alert {
  /// Whether the marker is written `\[!SAY]`, to show it.
  fileprivate func isEscaped(in tree: MarkupTree, of file: SourceFile) -> Bool {
    let first = tree.nodes[marker.lowerBound]
    let text = first.kind == .text ? first : tree.nodes[marker.lowerBound + 1]
    let start = file.lines.offset(line: Int(text.line), column: Int(text.column))
    return file.holds("\\[".utf8, at: start)
  }
}

extension PageText {
  /// The indices of the top-level blocks, in order, the title's heading left out.
  package var blocks: [Int] { tree.children(of: 0).filter { $0 != titleNode } }

  /// The page cut at its H2s: the nodes before the first, title included, and the sections.
  package func sections() -> (intro: Range<Int>, sections: [Page.Section]) {
    let topLevel = Set(tree.children(of: 0))
    let heads = headings.filter { $0.level == 2 && topLevel.contains($0.node) }
    let end = Int(tree.nodes[0].end)
    guard let first = heads.first else { return (1..<end, []) }
    var sections: [Page.Section] = []
    for (index, heading) in heads.enumerated() {
      let next = index + 1 < heads.count ? heads[index + 1].node : end
      sections.append(
        Page.Section(heading: heading, content: Int(tree.nodes[heading.node].end)..<next))
    }
    return (1..<first.node, sections)
  }

  /// The sibling blocks inside a run of nodes.
  package func blocks(in range: Range<Int>) -> [Int] {
    let nodes = tree.nodes
    var result: [Int] = []
    var index = range.lowerBound
    while index < range.upperBound {
      result.append(index)
      index = Int(nodes[index].end)
    }
    return result
  }
}

// From blocks to bytes of the file.
extension PageText {
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
