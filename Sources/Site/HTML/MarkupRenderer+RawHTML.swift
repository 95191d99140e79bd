// Raw HTML: the plain tags that are kept, and the text between all others.

internal import CommonMark
internal import Handbook

extension MarkupRenderer {
  /// Writes a block of raw HTML.
  ///
  /// - Returns: the index behind it.
  mutating func rawBlock(_ index: Int) -> Int {
    out.freshLine()
    let end = Int(tree.nodes[index].end)
    var child = index + 1
    while child < end {
      switch tree.nodes[child].kind {
      case .text: text(child)
      case .softBreak: out.freshLine()
      case .htmlInline: rawTag(child, amongBlocks: true)
      default: break
      }
      child = Int(tree.nodes[child].end)
    }
    raw.closeLines(depth: open.count, &out)
    out.freshLine()
    return end
  }

  /// Writes a tag inside a text.
  ///
  /// - Returns: the index to go on with, which is behind a script's or style's content.
  mutating func rawInline(_ index: Int) -> Int {
    let node = tree.nodes[index]
    var scanner = RawScanner(tree.slice(node.text))
    if case .code(let name, isWhole: false) = scanner.next() {
      return endOfCode(name, from: index) ?? index + 1
    }
    rawTag(index, amongBlocks: open.last.map { tree.nodes[$0.node].kind == .tableCell } ?? false)
    return Int(node.end)
  }

  private mutating func rawTag(_ index: Int, amongBlocks: Bool) {
    let html = tree.slice(tree.nodes[index].text)
    var scanner = RawScanner(html)
    let allowed = amongBlocks ? RawHTML.allowed : RawHTML.allowedInLines
    switch scanner.next() {
    case .start("img", _): rawImage(index, html)
    case .start(let name, let attributes) where allowed.contains(name):
      let isBlock = amongBlocks && HTMLNames.blocks.contains(name)
      guard raw.makeRoom(for: name, isBlock: isBlock, depth: open.count, &out) else { return }
      if name == "table", let context { tableBegins(context) }
      out.markup("<")
      out.text(name)
      rawAttributes(of: name, attributes, in: html, &scanner)
      out.markup(HTMLNames.void.contains(name) ? " />" : ">")
      if !HTMLNames.void.contains(name) { raw.append(name, depth: open.count) }
    case .end(let name): raw.end(name, depth: open.count, &out)
    default: break
    }
  }

  /// Writes the attributes that neither style nor run anything.
  private mutating func rawAttributes(
    of name: String, _ attributes: Range<Int>, in html: ArraySlice<UInt8>,
    _ scanner: inout RawScanner
  ) {
    switch name {
    case "details": if scanner.value(of: "open", in: attributes) != nil { out.markup(" open") }
    case "abbr":
      guard let title = scanner.value(of: "title", in: attributes) else { return }
      out.markup(" title=\"")
      out.rawText(html[title])
      out.markup("\"")
    case "ol": number("start", attributes, in: html, &scanner)
    case "li": number("value", attributes, in: html, &scanner)
    case "td", "th":
      number("colspan", attributes, in: html, &scanner)
      number("rowspan", attributes, in: html, &scanner)
    default: break
    }
  }

  private mutating func number(
    _ name: String, _ attributes: Range<Int>, in html: ArraySlice<UInt8>,
    _ scanner: inout RawScanner
  ) {
    guard let range = scanner.value(of: name, in: attributes), (1...3).contains(range.count),
      html[range].allSatisfy({ (0x30...0x39).contains($0) })
    else { return }
    attribute(name, html[range])
  }

  private mutating func attribute(_ name: String, _ value: ArraySlice<UInt8>) {
    out.markup(" ")
    out.text(name)
    out.markup("=\"")
    out.text(value)
    out.markup("\"")
  }

  /// Writes an image of raw HTML as one of Markdown is written.
  private mutating func rawImage(_ index: Int, _ html: ArraySlice<UInt8>) {
    guard let image = RawImage(html) else { return }
    out.markup("<img src=\"")
    out.href((target(index, Array(image.source.utf8)[...]) ?? [])[...])
    out.markup("\" alt=\"")
    description(in: index + 1..<Int(tree.nodes[index].end))
    out.markup("\"")
    if let width = image.width { attribute("width", width) }
    if let height = image.height { attribute("height", height) }
    out.markup(" />")
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
