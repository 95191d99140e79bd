// Things to say: rows of tables with a Say column, and `[!SAY]` alerts.

internal import Algorithms
package import CommonMark
internal import Text

/// Something to say, or not to say, with when and why.
package struct Phrase: Sendable {
  /// A part of a phrase: nodes to show, and their text.
  package struct Part: Sendable {
    package let nodes: Range<Int>
    package let text: String
  }

  /// A further column of a phrase table: `When`, `Why`, or the editor's own.
  package struct Note: Sendable {
    package enum Kind: Sendable, Equatable { case when, why, other(String) }
    package let kind: Kind
    package let part: Part
  }

  /// The anchor: the editor's own, `{#name}`, or `p-` and the line's first words.
  package let id: String
  /// The anchor that its editor gave it; ``id`` differs where something before it has that name.
  let anchor: String?
  package let say: Part?
  package let avoid: Part?
  package let notes: [Note]
  /// The row or block quote.
  package let node: Int

  /// When to say it.
  package var when: String? { notes.first { $0.kind == .when }?.part.text }
}

/// Blocks that are shown as phrases: a table, or a run of alerts.
package struct PhraseBlock: Sendable {
  /// The nodes that it replaces.
  package let nodes: Range<Int>
  /// Which of the page's phrases.
  package let phrases: Range<Int>
}

extension Phrase {
  /// The phrases of a text in document order, and the blocks that are shown as phrases.
  static func read(_ text: PageText) -> (phrases: [Phrase], blocks: [Int: PhraseBlock]) {
    var reader = PhraseReader(text)
    let tree = text.tree
    /// Ends of the blocks that hold the node.
    var ends = [tree.nodes.count]
    var index = 1
    while index < tree.nodes.count {
      while let end = ends.last, ends.count > 1, end <= index { ends.removeLast() }
      let end = Int(tree.nodes[index].end)
      switch tree.nodes[index].kind {
      case .table where reader.readTable(index): index = end
      case .blockQuote where reader.readAlerts(index, until: ends.last ?? end):
        index = reader.blockEnd
      default:
        if end > index + 1 { ends.append(end) }
        index += 1
      }
    }
    return (reader.phrases, reader.blocks)
  }
}

extension Page {
  /// The phrases that stand in a run of nodes.
  func phrases(in nodes: Range<Int>) -> ArraySlice<Phrase> {
    let first = phrases.partitioningIndex { $0.node >= nodes.lowerBound }
    return phrases[first..<phrases.partitioningIndex { $0.node >= nodes.upperBound }]
  }
}

private struct PhraseReader {
  let text: PageText
  var phrases: [Phrase] = []
  var blocks: [Int: PhraseBlock] = [:]
  var blockEnd = 0
  /// Names that anchors of the page have.
  private var taken: [String: Int]

  init(_ text: PageText) {
    self.text = text
    taken = Dictionary(
      firstWins: text.headings.map { ($0.slug.text, 0) })
  }

  private func part(_ nodes: Range<Int>) -> Phrase.Part? {
    let text = SpacedWords.text(of: text.tree.plainBytes(in: nodes))
    return text.isEmpty ? nil : Phrase.Part(nodes: nodes, text: text)
  }

  /// A note may be a picture alone.
  private func note(_ nodes: Range<Int>) -> Phrase.Part? {
    if let part = part(nodes) { return part }
    let hasImage = text.links.contains { $0.isImage && nodes.contains($0.node) }
    return hasImage ? Phrase.Part(nodes: nodes, text: "") : nil
  }

  mutating func readTable(_ table: Int) -> Bool {
    let tree = text.tree
    let rows = tree.children(of: table)
    guard let header = rows.first, tree.nodes[header].value == 1 else { return false }
    let columns = PhraseColumn.columns(ofHeader: header, in: tree)
    guard columns.contains(.say) else { return false }
    let first = phrases.count
    for row in rows.dropFirst() { readRow(row, columns) }
    blocks[table] = PhraseBlock(
      nodes: table..<Int(tree.nodes[table].end), phrases: first..<phrases.count)
    return true
  }

  private mutating func readRow(_ row: Int, _ columns: [PhraseColumn]) {
    var say: Phrase.Part?
    var avoid: Phrase.Part?
    var notes: [Phrase.Note] = []
    for (cell, column) in zip(text.tree.children(of: row), columns) {
      let nodes = cell + 1..<Int(text.tree.nodes[cell].end)
      switch column {
      case .say: say = part(nodes)
      case .avoid: avoid = part(nodes)
      case .note(let kind):
        if let part = note(nodes) { notes.append(Phrase.Note(kind: kind, part: part)) }
      }
    }
    add(say: say, avoid: avoid, notes: notes, node: row)
  }

  /// Reads a `SAY` with the `AVOID` and `WHY` right after it in the same block, or an `AVOID` alone.
  mutating func readAlerts(_ quote: Int, until end: Int) -> Bool {
    guard let alert = text.alerts[quote], alert.kind == .say || alert.kind == .avoid else {
      return false
    }
    let tree = text.tree
    var say: Phrase.Part?
    var avoid: Phrase.Part?
    var notes: [Phrase.Note] = []
    var index = quote
    loop: while index < end, let next = text.alerts[index] {
      let content = part(next.content(at: index, in: tree))
      switch next.kind {
      case .say where index == quote: say = content
      case .avoid where avoid == nil: avoid = content
      case .why where index > quote:
        if let content { notes.append(Phrase.Note(kind: .why, part: content)) }
      default: break loop
      }
      index = Int(tree.nodes[index].end)
    }
    let first = phrases.count
    add(say: say, avoid: avoid, notes: notes, node: quote)
    blocks[quote] = PhraseBlock(nodes: quote..<index, phrases: first..<phrases.count)
    blockEnd = index
    return true
  }

  private mutating func add(
    say: Phrase.Part?, avoid: Phrase.Part?, notes: [Phrase.Note], node: Int
  ) {
    guard let line = say ?? avoid else { return }
    let base = Slug.base(SpacedWords.first(8, of: line.text))
    let anchor = text.anchors[node]
    let slug = Slug(
      named: anchor, orOf: "p-" + (base.isEmpty ? "phrase" : base), avoiding: &taken)
    phrases.append(
      Phrase(
        id: slug.text, anchor: anchor, say: say, avoid: avoid, notes: notes, node: node))
  }
}

extension Alert {
  /// The nodes of the alert's text, marker left out.
  package func content(at quote: Int, in tree: MarkupTree) -> Range<Int> {
    let end = Int(tree.nodes[quote].end)
    return min(marker.upperBound, end)..<end
  }
}
