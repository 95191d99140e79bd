// Raw HTML: the few tags that are kept, and the text between all others.

internal import CommonMark
internal import Handbook

extension MarkupRenderer {
  mutating func rawBlock(_ node: MarkupTree.Node) {
    out.freshLine()
    let opened = raw.count
    let html = tree.slice(node.text)
    var scanner = RawScanner(html)
    while true {
      let place = scanner.index
      guard let piece = scanner.next() else { break }
      switch piece {
      case .text(let range): rawText(html[range])
      case .start(let name, _) where !HTMLNames.known.contains(name),
        .end(let name) where !HTMLNames.known.contains(name):
        out.text(html[place..<scanner.index])
      case .start(let name, _) where HTMLNames.parts(name),
        .end(let name) where HTMLNames.parts(name):
        out.freshLine()
      case .start(let name, let attributes): start(name, attributes, of: html, &scanner)
      case .end(let name): raw.end(name, depth: open.count, &out)
      case .code, .nothing: break
      }
    }
    raw.closePhrasing(from: opened, &out)
    out.freshLine()
  }

  /// Writes a tag inside a text.
  ///
  /// - Returns: the index to go on with, which is behind a script's or style's content.
  mutating func rawInline(_ index: Int) -> Int {
    let html = tree.slice(tree.nodes[index].text)
    var scanner = RawScanner(html)
    switch scanner.next() {
    case .start(let name, let attributes): start(name, attributes, of: html, &scanner)
    case .end(let name): raw.end(name, depth: open.count, &out)
    case .code(let name, isWhole: false): return endOfCode(name, from: index) ?? index + 1
    case .code, .text, .nothing, nil: break
    }
    return index + 1
  }

  private mutating func start(
    _ name: String, _ attributes: Range<Int>, of html: ArraySlice<UInt8>,
    _ scanner: inout RawScanner
  ) {
    guard RawHTML.allowed.contains(name) else { return }
    if name == "br" {
      out.markup("<br />")
      return
    }
    guard raw.hasRoom else { return }
    raw.append(name, depth: open.count)
    out.markup("<")
    out.text(name)
    if name == "details", scanner.value(of: "open", in: attributes) != nil { out.markup(" open") }
    if name == "abbr", let title = scanner.value(of: "title", in: attributes) {
      out.markup(" title=\"")
      out.rawText(html[title])
      out.markup("\"")
    }
    out.markup(">")
  }

  /// Writes text between tags; white space alone becomes a line break or a single space.
  private mutating func rawText(_ text: ArraySlice<UInt8>) {
    if text.contains(where: { $0 != 0x20 && !(0x09...0x0D).contains($0) }) {
      out.rawText(text)
    } else if text.contains(0x0A) {
      out.freshLine()
    } else {
      out.markup(" ")
    }
  }

  /// The index behind the end tag of a script or style that begins inside a text.
  ///
  /// Without an end only the tag is left out: what follows is more likely prose than code.
  private mutating func endOfCode(_ name: String, from index: Int) -> Int? {
    let end = open.last?.end ?? limit
    let parent = CodeParent(name: name, node: open.last?.node, end: end)
    guard !parentsWithoutEnd.contains(parent) else { return nil }
    var sibling = index + 1
    while sibling < end {
      let node = tree.nodes[sibling]
      sibling = Int(node.end)
      guard node.kind == .htmlInline else { continue }
      var scanner = RawScanner(tree.slice(node.text))
      if scanner.next() == .end(name: name) { return sibling }
    }
    parentsWithoutEnd.insert(parent)
    return nil
  }

  /// An element in which a search for the end of a script or style found none.
  struct CodeParent: Hashable {
    let name: String
    let node: Int?
    let end: Int
  }
}
