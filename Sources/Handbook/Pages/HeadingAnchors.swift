// `## Late fee {#fee}`: a heading that brings its anchor.

internal import CommonMark

/// Anchors that headings bring along, as Pandoc, Hugo, MkDocs and kramdown read them.
enum HeadingAnchors {
  /// Takes the anchors out of the headings of a text.
  ///
  /// - Returns: the anchor of each heading that has one.
  static func take(from tree: inout MarkupTree, of file: SourceFile) -> [Int: String] {
    var anchors: [Int: String] = [:]
    for heading in tree.nodes.indices where tree.nodes[heading].kind == .heading {
      let last = Int(tree.nodes[heading].end) - 1
      guard last > heading, tree.nodes[last].kind == .text,
        tree.children(of: heading).last == last
      else { continue }
      let text = tree.slice(tree.nodes[last].text)
      guard let start = text.lastIndex(of: UInt8(ascii: "{")), text.last == UInt8(ascii: "}"),
        let name = name(in: text[start...]),
        isWritten(text[start...], in: tree.nodes[heading], of: file)
      else { continue }
      let words = text[..<start].lastIndex { $0 != 0x20 }
      guard words != nil || last > heading + 1 else { continue }
      tree.shorten(last, to: words.map { $0 + 1 - text.startIndex } ?? 0)
      anchors[heading] = name
    }
    return anchors
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
    _ braces: ArraySlice<UInt8>, in heading: MarkupTree.Node, of file: SourceFile
  ) -> Bool {
    let start = file.lines.offset(line: Int(heading.line), column: 1)
    let end = file.range(ofLine: Int(max(heading.line, heading.endLine))).upperBound
    guard let place = file.range(of: braces, in: start..<max(start, end)) else { return false }
    return !file.isEscaped(at: place.lowerBound)
  }
}
