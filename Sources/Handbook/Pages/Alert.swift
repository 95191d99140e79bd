// `> [!SAY]` and its kin: block quotes with a meaning.

internal import CommonMark

/// A block quote that begins with a marker such as `[!SAY]`.
package struct Alert: Sendable {
  package enum Kind: String, Sendable, CaseIterable {
    case note, tip, important, warning, caution
    case say, avoid, why, outcome

    /// Whether it is one of GitHub's, a box that may have a title of its own.
    var isBox: Bool {
      switch self {
      case .note, .tip, .important, .warning, .caution: true
      case .say, .avoid, .why, .outcome: false
      }
    }
  }

  package let kind: Kind
  /// The nodes of the marker, which are not shown with the text: the marker, the title and the line
  /// break behind them, or the marker's whole paragraph.
  package let marker: Range<Int>
  /// What stands behind the marker on its line, where it is a title.
  package let title: Range<Int>?

  /// Reads a block quote; nil where it is an ordinary one.
  init?(at quote: Int, in tree: MarkupTree) {
    guard let first = tree.firstText(ofQuote: quote),
      let written = WrittenMarker(tree.slice(tree.nodes[first].text)),
      let kind = written.kind
    else { return nil }
    let paragraph = first - 1
    let paragraphEnd = Int(tree.nodes[paragraph].end)
    self.kind = kind
    if first + 1 == paragraphEnd {
      (marker, title) = (paragraph..<paragraphEnd, nil)
      return
    }
    if tree.nodes[first + 1].isBreak {
      (marker, title) = (first..<first + 2, nil)
      return
    }
    let siblings = tree.children(of: paragraph).dropFirst()
    let lineEnd = siblings.first { tree.nodes[$0].isBreak }
    let hasMore = lineEnd != nil || paragraphEnd < Int(tree.nodes[quote].end)
    if kind.isBox, hasMore {
      title = first + 1..<(lineEnd ?? paragraphEnd)
      marker = lineEnd.map { first..<$0 + 1 } ?? paragraph..<paragraphEnd
    } else {
      (marker, title) = (first..<first + 1, nil)
    }
  }

  /// Where texts are to be cut behind a marker that more stands behind on its line.
  static func cuts(in tree: MarkupTree) -> [Int: Int] {
    var cuts: [Int: Int] = [:]
    for (index, node) in tree.nodes.enumerated() where node.kind == .blockQuote {
      guard let first = tree.firstText(ofQuote: index) else { continue }
      let text = tree.slice(tree.nodes[first].text)
      guard let written = WrittenMarker(text), written.kind != nil, written.length < text.count
      else { continue }
      cuts[first] = written.length
    }
    return cuts
  }
}

extension MarkupTree {
  /// The text that a block quote begins with.
  func firstText(ofQuote quote: Int) -> Int? {
    let paragraph = quote + 1
    guard nodes[quote].end > paragraph + 1, nodes[paragraph].kind == .paragraph,
      nodes[paragraph + 1].kind == .text
    else { return nil }
    return paragraph + 1
  }
}

extension MarkupTree.Node {
  fileprivate var isBreak: Bool { kind == .softBreak || kind == .lineBreak }
}

/// A marker as typed, with the spaces behind it.
struct WrittenMarker {
  /// Between the brackets, without the exclamation mark.
  let name: String
  /// Whether it has the exclamation mark.
  let isMarked: Bool
  /// Bytes from `[` to where the text goes on; a fold sign, `-` or `+`, is of the marker.
  let length: Int

  /// Reads the marker that a text begins with.
  init?(_ text: ArraySlice<UInt8>) {
    guard text.first == UInt8(ascii: "["), let close = text.firstIndex(of: UInt8(ascii: "]")) else {
      return nil
    }
    let inner = text[(text.startIndex + 1)..<close]
    isMarked = inner.first == UInt8(ascii: "!")
    name = String(decoding: inner.dropFirst(isMarked ? 1 : 0), as: UTF8.self)
    var rest = text[(close + 1)...]
    if rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: "+") {
      rest = rest.dropFirst()
    }
    length = Self.withoutSpaces(rest).startIndex - text.startIndex
  }

  /// Its meaning; nil where it has none.
  var kind: Alert.Kind? { isMarked ? Alert.Kind(rawValue: name.lowercased()) : nil }

  /// A text from behind its spaces on, no-break ones too.
  private static func withoutSpaces(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var text = text
    while true {
      if text.first == 0x20 || text.first == 0x09 {
        text = text.dropFirst()
      } else if text.starts(with: [0xC2, 0xA0]) {
        text = text.dropFirst(2)
      } else {
        return text
      }
    }
  }
}
