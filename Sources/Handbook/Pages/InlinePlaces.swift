// Where inlines stand in the file, for findings.

internal import CommonMark

/// Finds the places of inlines of one page.
///
/// The parser's own place of an inline is right but after lazy lines, escaped pipes and definitions,
/// so it counts where the bytes there agree. Elsewhere the text is searched in its block, on from the
/// place found last: asked in document order, each occurrence is found once. After some vain
/// searches in a block its first line is the answer, so that no page costs more than a few passes.
struct InlinePlaces {
  private let page: PageText
  /// The block of the last inline: its nodes and its bytes.
  private var nodes = 0..<0
  private var bytes = 0..<0
  private var cursor = 0
  private var misses = 0
  /// How far the last text's literal was followed.
  private var walk: (node: Int, walk: LiteralWalk)?

  private static let mostMisses = 32
  /// Bytes of an inline that must agree before the parser's place is believed.
  private static let witness = 16

  init(_ page: PageText) { self.page = page }

  init(_ page: Page) { self.init(page.text) }

  /// The bytes of the block that holds a node.
  mutating func block(of node: Int) -> Range<Int> {
    if nodes.contains(node) { return bytes }
    let block = page.block(of: node)
    switch page.tree.nodes[block].kind {
    case .paragraph, .heading, .tableRow, .htmlBlock:
      nodes = block..<Int(page.tree.nodes[block].end)
    default: nodes = 0..<0
    }
    bytes = page.blockRange(of: block)
    cursor = bytes.lowerBound
    misses = 0
    return bytes
  }

  /// The first line of the block that was last asked for: its start is known, and not looked for again.
  private func firstLine(of node: Int) -> Range<Int> {
    page.firstLine(of: nodes.contains(node) ? nodes.lowerBound : node)
  }

  /// Where a part of an inline's literal stands, else its block's first line.
  ///
  /// - Parameters:
  ///   - text: the part, as in the tree.
  ///   - node: the inline, or a block of HTML.
  ///   - offset: where the part begins in the literal.
  /// - Returns: bytes of the file.
  mutating func place(of text: ArraySlice<UInt8>, at node: Int, offset: Int) -> Range<Int> {
    let block = block(of: node)
    if let start = follow(node, to: offset), page.file.holds(text, at: start) {
      cursor = start + text.count
      return start..<cursor
    }
    return search(text, in: block) ?? firstLine(of: node)
  }

  /// Where a byte of a literal stands, from the parser's place on.
  private mutating func follow(_ node: Int, to offset: Int) -> Int? {
    if walk?.node != node || (walk?.walk.offset ?? 0) > offset {
      walk = hint(of: node).map { (node, literal(of: node, at: $0)) }
    }
    guard walk?.walk.advance(to: offset) == true else { return nil }
    return walk?.walk.place
  }

  /// Where an image stands, from `![` on, else its target.
  mutating func place(ofImage link: Page.Link) -> Range<Int> {
    let target = place(of: link)
    guard let start = start(of: link.node), start <= target.lowerBound else { return target }
    let closes = page.file.holds(")".utf8, at: target.upperBound)
    return start..<target.upperBound + (closes ? 1 : 0)
  }

  /// Where a link's target stands, else the link's text.
  mutating func place(of link: Page.Link) -> Range<Int> {
    let block = block(of: link.node)
    let target = Array(link.destination.utf8)[...]
    let isRaw = page.tree.nodes[link.node].kind == .htmlInline
    guard let start = start(of: link.node) else {
      return search(block) { $0.target(target, in: $1, from: nil, isRaw: isRaw) }
        ?? search([UInt8(ascii: "[")] + page.tree.plainText(of: link.node).utf8, in: block)
        ?? firstLine(of: link.node)
    }
    let next = Int(page.tree.nodes[link.node].end)
    let known = nodes.contains(next) ? self.start(of: next) : nil
    let end = known ?? block.upperBound
    if known != nil || misses < Self.mostMisses {
      if let found = self.target(
        target, in: start..<max(start, end), from: start, isRaw: isRaw)
      {
        cursor = found.upperBound
        return found
      }
      if known == nil { misses += 1 }
    }
    // A reference: the target stands elsewhere.
    let line = page.file.range(ofLine: page.file.lines.position(of: start).line)
    return start..<max(start, min(end, line.upperBound))
  }

  /// A target between parentheses or angle brackets, in HTML behind `=`, or one that is its own text.
  private func target(
    _ target: ArraySlice<UInt8>, in range: Range<Int>, from start: Int?, isRaw: Bool
  ) -> Range<Int>? {
    if target.isEmpty { return page.file.range(of: "]()".utf8, in: range).map { $0.dropFirst() } }
    var from = range.lowerBound
    while let found = page.file.range(of: target, in: from..<range.upperBound) {
      let before = page.file.bytes[range.lowerBound..<found.lowerBound].last {
        $0 != 0x20 && $0 != 0x0A && $0 != 0x0D && $0 != UInt8(ascii: ">")
      }
      let isBegun =
        isRaw ? before.map { "=\"'".utf8.contains($0) } : before.map { "(<".utf8.contains($0) }
      if isBegun == true || found.lowerBound == start { return found }
      from = found.upperBound
    }
    return nil
  }

  private mutating func search(
    _ text: some Collection<UInt8>, in block: Range<Int>
  ) -> Range<Int>? {
    search(block) { $0.page.file.range(of: text, in: $1) }
  }

  private mutating func search(
    _ block: Range<Int>, _ find: (Self, Range<Int>) -> Range<Int>?
  ) -> Range<Int>? {
    guard misses < Self.mostMisses else { return nil }
    if let found = find(self, cursor..<block.upperBound) {
      cursor = found.upperBound
      return found
    }
    misses += 1
    return find(self, block)
  }

  private func literal(of node: Int, at start: Int) -> LiteralWalk {
    let inline = page.tree.nodes[node]
    return LiteralWalk(
      page.tree.slice(inline.text), in: page.file.bytes, at: start, isRaw: inline.kind != .text)
  }

  /// The parser's place of an inline.
  private func hint(of node: Int) -> Int? {
    let inline = page.tree.nodes[node]
    guard inline.line > 0, inline.column > 0 else { return nil }
    let start = page.file.lines.offset(line: Int(inline.line), column: Int(inline.column))
    return bytes.contains(start) ? start : nil
  }

  /// The parser's place of an inline, where the bytes there agree.
  private func start(of node: Int) -> Int? {
    guard let start = hint(of: node) else { return nil }
    let inline = page.tree.nodes[node]
    switch inline.kind {
    case .text, .htmlInline, .htmlBlock:
      var walk = literal(of: node, at: start)
      return walk.advance(to: min(Self.witness, page.tree.slice(inline.text).count)) ? start : nil
    case .image: return page.file.holds("![".utf8, at: start) ? start : nil
    case .link:
      let text = page.tree.plainText(of: node).utf8.prefix(Self.witness)
      let isWritten = page.file.holds("[".utf8, at: start) || page.file.holds("<".utf8, at: start)
      return isWritten || !text.isEmpty && page.file.holds(text, at: start) ? start : nil
    default: return nil
    }
  }
}

extension Page {
  /// Where a phrase's part stands: its first run of text.
  func range(ofPart part: Phrase.Part) -> Range<Int> {
    let first = part.nodes.first { node in
      tree.nodes[node].kind == .text && tree.slice(tree.nodes[node].text).contains { $0 != 0x20 }
    }
    guard let first else { return text.firstLine(of: part.nodes.lowerBound) }
    let literal = tree.slice(tree.nodes[first].text)
    let words = literal.drop { $0 == 0x20 }
    var places = InlinePlaces(self)
    return places.place(of: words, at: first, offset: words.startIndex - literal.startIndex)
  }
}
