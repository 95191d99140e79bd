// The glossary's terms, and where a page's text uses one for the first time.

internal import CommonMark
package import Handbook
internal import Text

/// The second-level headings of `glossary.md`, with what they mean.
package struct Glossary: Sendable {
  /// A term: its letters folded to lower case, its anchor, its meaning in whole sentences.
  struct Term: Sendable {
    let name: [UInt8]
    let slug: String
    let meaning: String
  }

  /// The place of its page in the site.
  let output: String
  let terms: [Term]
  /// Terms by their first byte, longest first.
  private let byFirst: [UInt8: [Int]]

  /// Nil where an edition has no `glossary.md` with second-level headings.
  package init?(_ handbook: Handbook, _ edition: Edition) {
    guard let page = handbook.page(at: edition.prefix + "glossary.md") else { return nil }
    let source = handbook.pages[page]
    let terms = source.text.sections().sections.compactMap { section -> Term? in
      let heading = section.heading
      let name = heading.text.lowercased()
      let meaning = Self.meaning(source, section.content, handbook.configuration)
      guard name.utf8.count > 2, !meaning.isEmpty else { return nil }
      return Term(name: Array(name.utf8), slug: heading.slug.text, meaning: meaning)
    }
    if terms.isEmpty { return nil }
    output = handbook.outputPath(of: page)
    self.terms = terms
    var byFirst: [UInt8: [Int]] = [:]
    let order = terms.indices.sorted { terms[$0].name.count > terms[$1].name.count }
    for index in order { byFirst[terms[index].name[0], default: []].append(index) }
    self.byFirst = byFirst
  }

  /// The text of the first paragraph, up to the last full stop before a link.
  private static func meaning(
    _ page: Page, _ content: Range<Int>, _ configuration: Configuration
  ) -> String {
    let tree = page.tree
    let first = page.blocks(in: content).first { tree.nodes[$0].kind == .paragraph }
    guard let first else { return "" }
    var text = ""
    for index in first + 1..<Int(tree.nodes[first].end) {
      let node = tree.nodes[index]
      switch node.kind {
      case .text:
        for segment in Placeholder.segments(of: tree.slice(node.text)) {
          switch segment {
          case .literal(let bytes): text += String(decoding: bytes, as: UTF8.self)
          case .hole(let name, _):
            text += configuration.values[name] ?? configuration.field(name)?.label ?? name
          }
        }
      case .code: text += String(decoding: tree.slice(node.text), as: UTF8.self)
      case .softBreak, .lineBreak: text += " "
      case .link:
        // What follows is said better by the page that it names.
        if let end = text.lastIndex(of: ".") { return String(text[...end]) }
      default: break
      }
    }
    return text
  }

  /// The term that stands at a place of a text, and where it ends.
  func term(at start: Int, in text: ArraySlice<UInt8>) -> (index: Int, end: Int)? {
    for index in byFirst[Self.folded(text[start])] ?? [] {
      let name = terms[index].name
      guard text.endIndex - start >= name.count,
        zip(text[start...], name).allSatisfy({ Self.folded($0) == $1 })
      else { continue }
      var end = start + name.count
      // A plural is the same word.
      if end < text.endIndex, Self.folded(text[end]) == UInt8(ascii: "s") { end += 1 }
      if end == text.endIndex || !Self.isLetter(text[end]) { return (index, end) }
    }
    return nil
  }

  private static func folded(_ byte: UInt8) -> UInt8 {
    (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
  }

  /// Letters, digits, and every byte of a letter outside ASCII.
  static func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
  }
}

/// The terms that a page has not explained yet.
struct TermMarks: Sendable {
  let glossary: Glossary
  /// What leads to the glossary's page.
  let address: String
  private var used: Set<Int> = []

  /// Nil on the glossary itself, on cards, and in handbooks without a glossary.
  init?(_ context: RenderContext) {
    guard let glossary = context.shared.glossary, glossary.output != context.input.output,
      context.page.kind != .card
    else { return nil }
    self.glossary = glossary
    address = context.url(glossary.output)
  }

  /// Writes a text; the first use of a term becomes a link to what it means.
  mutating func write(_ text: ArraySlice<UInt8>, _ out: inout HTMLWriter) {
    var run = text.startIndex
    var index = run
    var isInside = false
    while index < text.endIndex {
      let isLetter = Glossary.isLetter(text[index])
      defer { isInside = isLetter }
      guard isLetter, !isInside, let found = glossary.term(at: index, in: text),
        used.insert(found.index).inserted
      else {
        index += 1
        continue
      }
      out.text(text[run..<index])
      out.markup("<a class=\"term\" href=\"")
      out.text(address + "#" + urlPath(glossary.terms[found.index].slug))
      out.markup("\">")
      out.text(text[index..<found.end])
      out.markup("</a>")
      run = found.end
      index = found.end
    }
    out.text(text[run...])
  }
}
