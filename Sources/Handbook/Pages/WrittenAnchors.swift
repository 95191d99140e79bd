// `## Late fee {#fee}`, `| We do charge a fee. {#fee} |`: headings and phrases that bring their anchors.

internal import CommonMark

/// Anchors that headings bring along, as Pandoc, Hugo, MkDocs and kramdown read them, and phrases.
enum WrittenAnchors {
  /// Takes the anchors out of a text: its headings, the rows of its phrase tables and its alerts
  /// with something to say.
  ///
  /// Of two in one row the second is text.
  ///
  /// - Returns: the anchor of each heading, row and block quote that has one.
  static func take(from tree: inout MarkupTree, of file: SourceFile) -> [Int: String] {
    var anchors: [Int: String] = [:]
    for index in tree.nodes.indices {
      for (owner, node) in endings(index, in: tree) where anchors[owner] == nil {
        if let anchor = take(from: node, of: &tree, file) { anchors[owner] = anchor }
      }
    }
    return anchors
  }

  /// What an anchor may belong to, and the node at whose end it would be written.
  private static func endings(_ index: Int, in tree: MarkupTree) -> [(owner: Int, node: Int)] {
    switch tree.nodes[index].kind {
    case .heading: return [(index, index)]
    case .table:
      let rows = tree.children(of: index)
      guard let header = rows.first,
        PhraseColumn.columns(ofHeader: header, in: tree).contains(.say)
      else { return [] }
      return rows.dropFirst().flatMap { row in tree.children(of: row).map { (row, $0) } }
    case .blockQuote:
      guard Alert(at: index, in: tree)?.kind == .say else { return [] }
      return tree.children(of: index).suffix(1).map { (index, $0) }
    default: return []
    }
  }

  private static func take(
    from node: Int, of tree: inout MarkupTree, _ file: SourceFile
  ) -> String? {
    let last = Int(tree.nodes[node].end) - 1
    guard last > node, tree.nodes[last].kind == .text, tree.children(of: node).last == last else {
      return nil
    }
    let text = tree.slice(tree.nodes[last].text)
    guard let start = text.lastIndex(of: UInt8(ascii: "{")), text.last == UInt8(ascii: "}"),
      let name = name(in: text[start...]),
      isWritten(text[start...], in: tree.nodes[node], of: file)
    else { return nil }
    let words = text[..<start].lastIndex { $0 != 0x20 }
    guard words != nil || last > node + 1 else { return nil }
    tree.shorten(last, to: words.map { $0 + 1 - text.startIndex } ?? 0)
    return name
  }

  /// The name in `{#name}`, behind which classes may stand.
  private static func name(in braces: ArraySlice<UInt8>) -> String? {
    let parts = braces.dropFirst().dropLast().split(separator: 0x20)
    guard let first = parts.first(where: { $0.first != UInt8(ascii: ":") }),
      first.first == UInt8(ascii: "#") || first.starts(with: ":#".utf8),
      parts.allSatisfy({ $0 == first || $0.first == UInt8(ascii: ".") || $0 == [0x3A] })
    else { return nil }
    let name = first.drop { $0 == 0x3A }.dropFirst()
    let isName = name.allSatisfy { byte in
      (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || byte >= 0x80
        || "-_.:".utf8.contains(byte)
    }
    return name.isEmpty || !isName ? nil : String(decoding: name, as: UTF8.self)
  }

  /// Whether the braces are real ones, and not `\{`.
  private static func isWritten(
    _ braces: ArraySlice<UInt8>, in node: MarkupTree.Node, of file: SourceFile
  ) -> Bool {
    let start = file.lines.offset(line: Int(node.line), column: 1)
    let end = file.range(ofLine: Int(max(node.line, node.endLine))).upperBound
    guard let place = file.range(of: braces, in: start..<max(start, end)) else { return false }
    return !file.isEscaped(at: place.lowerBound)
  }
}
