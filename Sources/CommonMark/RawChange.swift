// Raw HTML taken apart, so that its words are text like any other.

extension MarkupTree {
  /// A node that is made of a part of raw HTML.
  package enum RawPart: Sendable {
    /// A tag, by its place in the literal; the words are what an image shows.
    case tag(Range<Int>, words: [UInt8])
    /// Text that stands in the literal as it is.
    case text(Range<Int>)
    /// Text that is written otherwise there.
    case words([UInt8])
    case space
  }

  /// What becomes of a node of raw HTML.
  package enum RawChange: Sendable {
    /// It becomes literal text; a block of HTML becomes a paragraph.
    case text
    /// A soft break is put after it, so that the words around it do not run together.
    case space
    /// A block gets these children.
    case parts([RawPart])
    /// A tag gets its words as a child.
    case words([UInt8])
  }

  /// Changes nodes of raw HTML, given by index.
  package mutating func change(_ changes: [Int: RawChange]) {
    if changes.isEmpty { return }
    var rebuilt = RebuiltNodes(capacity: nodes.count + changes.count)
    for (index, node) in nodes.enumerated() {
      rebuilt.begin(index)
      switch changes[index] {
      case nil: rebuilt.keep(node)
      case .space:
        rebuilt.add(node)
        rebuilt.add(Node(kind: .softBreak))
      case .words(let words): rebuilt.add(node, with: words.isEmpty ? nil : child(words))
      case .parts(let parts):
        rebuilt.keep(node)
        var place = RawPlace(of: node, in: slice(node.text))
        for part in parts { add(part, of: node, at: &place, to: &rebuilt) }
      case .text:
        if node.kind == .htmlBlock {
          var paragraph = Node(kind: .paragraph, end: node.end)
          (paragraph.line, paragraph.column) = (node.line, node.column)
          paragraph.endLine = node.endLine
          rebuilt.keep(paragraph)
        }
        var text = Node(kind: .text)
        (text.line, text.column) = (node.line, node.column)
        text.text = withoutLineEnd(node.text)
        rebuilt.add(text)
      }
    }
    nodes = rebuilt.finished()
  }

  private mutating func add(
    _ part: RawPart, of block: Node, at place: inout RawPlace, to rebuilt: inout RebuiltNodes
  ) {
    switch part {
    case .space: rebuilt.add(Node(kind: .softBreak))
    case .words(let words): rebuilt.add(child(words))
    case .text(let range): rebuilt.add(piece(.text, range, of: block, at: &place))
    case .tag(let range, let words):
      rebuilt.add(
        piece(.htmlInline, range, of: block, at: &place), with: words.isEmpty ? nil : child(words))
    }
  }

  /// Text that does not stand in the source; its place is not known.
  private mutating func child(_ words: [UInt8]) -> Node {
    var node = Node(kind: .text)
    let start = Int32(bytes.count)
    bytes += words
    node.text = Slice(lower: start, upper: Int32(bytes.count))
    return node
  }

  /// A part of a block's literal.
  private func piece(
    _ kind: Kind, _ range: Range<Int>, of block: Node, at place: inout RawPlace
  ) -> Node {
    var node = Node(kind: kind)
    place.advance(to: range.lowerBound, in: slice(block.text))
    (node.line, node.column) = (place.line, place.column)
    node.text = block.text
    node.text.lower += Int32(place.offset)
    node.text.upper = node.text.lower + Int32(range.count)
    return node
  }

  private func withoutLineEnd(_ text: Slice) -> Slice {
    var text = text
    while let last = slice(text).last, last == 0x0A || last == 0x0D { text.upper -= 1 }
    return text
  }
}

/// A place in a block's literal, with line and column as far as the literal tells them.
private struct RawPlace {
  private(set) var line: Int32
  private(set) var column: Int32
  private(set) var offset = 0
  private var index: Int

  init(of block: MarkupTree.Node, in literal: ArraySlice<UInt8>) {
    (line, column) = (block.line, block.column)
    index = literal.startIndex
  }

  /// Goes on to a later byte.
  mutating func advance(to end: Int, in literal: ArraySlice<UInt8>) {
    for byte in literal[index..<end] {
      column += 1
      if byte == 0x0A { (line, column) = (line + 1, 1) }
    }
    offset += end - index
    index = end
  }
}

/// Nodes in the making: those that were there keep what lies in them, however much is added.
private struct RebuiltNodes {
  private var nodes: [MarkupTree.Node] = []
  /// Where each node that was there stands now, or what stands in its place.
  private var places: [Int32] = []
  private var kept: [Int] = []

  init(capacity: Int) {
    nodes.reserveCapacity(capacity)
    places.reserveCapacity(capacity)
  }

  /// Begins what stands for the next node that was there.
  mutating func begin(_ index: Int) { places.append(Int32(nodes.count)) }

  /// Adds a node whose end is that of one that was there.
  mutating func keep(_ node: MarkupTree.Node) {
    kept.append(nodes.count)
    nodes.append(node)
  }

  /// Adds a node, with a child or without.
  mutating func add(_ node: MarkupTree.Node, with child: MarkupTree.Node? = nil) {
    nodes.append(node)
    let index = nodes.count - 1
    if let child { add(child) }
    nodes[index].end = Int32(nodes.count)
  }

  func finished() -> [MarkupTree.Node] {
    var nodes = nodes
    let places = places + [Int32(nodes.count)]
    for index in kept { nodes[index].end = places[Int(nodes[index].end)] }
    return nodes
  }
}
