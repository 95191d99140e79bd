// The labels of footnotes, and whether a reference is the first, second or a later one to its
// footnote: libcmark-gfm knows both, but has no call that returns them.

internal import CCmarkGFM

/// Footnotes met while a tree is copied.
struct FootnoteNumbers {
  private var definitions: [Int] = []
  private var references: [(node: Int, line: Int32)] = []
  private var labels: [Int32: MarkupTree.Slice] = [:]
  /// The first line of the latest block that holds inlines: references are ordered by it, as they
  /// have no reliable line of their own.
  private var line: Int32 = 0

  func hasLabel(of number: Int32) -> Bool { labels[number] != nil }

  mutating func setLabel(_ label: MarkupTree.Slice, of number: Int32) { labels[number] = label }

  /// Takes note of a node that is about to be added.
  mutating func note(_ node: MarkupTree.Node, at index: Int) {
    switch node.kind {
    case .paragraph, .heading, .tableRow: line = node.line
    case .footnoteReference: references.append((index, line))
    case .footnoteDefinition: definitions.append(index)
    default: break
    }
  }

  /// Numbers definitions and the references to each.
  ///
  /// The library keeps only definitions that are referred to, in the order of their numbers, and
  /// moves them to the end of the tree. References inside them are counted where they were typed,
  /// so they are sorted by line first.
  func complete(_ nodes: inout [MarkupTree.Node]) {
    for (position, definition) in definitions.enumerated() {
      nodes[definition].value = Int32(position + 1)
      nodes[definition].text = labels[Int32(position + 1)] ?? MarkupTree.Slice()
    }
    for reference in references.sorted(by: { ($0.line, $0.node) < ($1.line, $1.node) }) {
      let number = nodes[reference.node].value
      guard definitions.indices.contains(Int(number) - 1) else { continue }
      let definition = definitions[Int(number) - 1]
      nodes[definition].ordinal += 1
      nodes[reference.node].ordinal = nodes[definition].ordinal
      nodes[reference.node].text = nodes[definition].text
    }
  }

  /// The label of a reference's footnote, escaped as the library's own renderer writes it into
  /// `href`.
  ///
  /// Read out of rendered HTML, as `cmark_node_get_literal` returns a definition's label only in
  /// later versions of the library.
  static func label(of reference: OpaquePointer) -> [UInt8] {
    guard let html = unsafe cmark_render_html(reference, CMARK_OPT_DEFAULT, nil) else { return [] }
    let length = unsafe deskbook_length(html)
    let written = unsafe html.withMemoryRebound(to: UInt8.self, capacity: length) {
      unsafe Array(UnsafeBufferPointer(start: $0, count: length))
    }
    let mark = Array("#fn-".utf8)
    let start = written.indices.first { written[$0...].starts(with: mark) } ?? written.endIndex
    return Array(written[start...].dropFirst(mark.count).prefix { $0 != UInt8(ascii: "\"") })
  }
}
