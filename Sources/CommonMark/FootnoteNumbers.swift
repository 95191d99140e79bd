// Labels of footnotes, and which of its references each reference is: the library knows both, but
// hands out neither.

internal import CCmarkGFM

/// Footnotes met while a tree is copied.
struct FootnoteNumbers {
  private var definitions: [Int] = []
  private var references: [(node: Int, line: Int32)] = []
  private var labels: [Int32: MarkupTree.Slice] = [:]
  /// The first line of the last block that holds inlines.
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
  /// The library keeps only definitions that are referred to, in the order of their numbers. It
  /// counts references in the order of the source: definitions stand at a tree's end, but what
  /// they refer to counts where it was typed.
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

  /// The label that a reference leads to, as the library's renderer writes it into addresses.
  ///
  /// `cmark_node_get_literal` has a definition's label in later versions of the library only.
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
