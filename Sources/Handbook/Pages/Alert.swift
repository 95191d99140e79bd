// `> [!SAY]` and its kin: block quotes with a meaning.

internal import CommonMark

/// A block quote that begins with a marker line such as `[!SAY]`.
package struct Alert: Sendable {
  package enum Kind: String, Sendable, CaseIterable {
    case note, tip, important, warning, caution
    case say, avoid, why, outcome
  }

  package let kind: Kind
  /// The nodes of the marker, which are not shown: its text and line break, or its whole paragraph.
  package let marker: Range<Int>

  /// Reads a block quote; nil where it is an ordinary one.
  init?(at quote: Int, in tree: MarkupTree) {
    let paragraph = quote + 1
    guard tree.nodes[quote].end > paragraph + 1, tree.nodes[paragraph].kind == .paragraph,
      tree.nodes[paragraph + 1].kind == .text
    else { return nil }
    let text = tree.slice(tree.nodes[paragraph + 1].text)
    guard text.starts(with: "[!".utf8), let close = text.firstIndex(of: UInt8(ascii: "]")),
      text[(close + 1)...].allSatisfy({ $0 == UInt8(ascii: " ") }),
      let kind = Kind(
        rawValue: String(decoding: text[(text.startIndex + 2)..<close], as: UTF8.self).lowercased())
    else { return nil }
    self.kind = kind
    let after = paragraph + 2
    let paragraphEnd = Int(tree.nodes[paragraph].end)
    if after == paragraphEnd {
      marker = paragraph..<paragraphEnd
    } else if tree.nodes[after].kind == .softBreak || tree.nodes[after].kind == .lineBreak {
      marker = paragraph + 1..<after + 1
    } else {
      return nil
    }
  }
}
