// Text, placeholders, links and images.

internal import CommonMark
internal import Handbook

extension MarkupRenderer {
  /// What editors write between a link and what it is for.
  private static let tileMarks = [" — ", " – ", " - ", ": "]

  mutating func text(_ index: Int) {
    var text = tree.slice(tree.nodes[index].text)
    if let mark = Self.tileMarks.first(where: { text.starts(with: $0.utf8) }),
      isAfterTileTitle(index)
    {
      // The item is shown as a tile, whose layout separates title and text already.
      out.markup("<span class=\"tile-dash\">")
      out.text(mark)
      out.markup("</span>")
      text = text.dropFirst(mark.utf8.count)
    }
    guard context?.mayHavePlaceholders ?? true, Placeholder.mayStand(in: text) else {
      prose(text)
      return
    }
    for segment in Placeholder.segments(of: text) {
      switch segment {
      case .literal(let literal): prose(literal)
      case .hole(let name, let source): hole(name, source)
      }
    }
  }

  /// Whether a text follows the link that begins a list's item on the home page.
  private func isAfterTileTitle(_ index: Int) -> Bool {
    guard context?.input.isHome == true, open.count > 1 else { return false }
    let (item, paragraph) = (open[open.count - 2].node, open[open.count - 1].node)
    let title = tree.nodes[paragraph + 1]
    return tree.nodes[item].kind == .item && paragraph == item + 1 && title.kind == .link
      && Int(title.end) == index
  }

  /// Writes words; in a paragraph glossary terms are explained, but not in a heading, a link or a
  /// line to say.
  private mutating func prose(_ text: ArraySlice<UInt8>) {
    guard terms != nil, isExplained else {
      out.text(text)
      return
    }
    terms?.write(text, &out)
  }

  private var isExplained: Bool {
    var isParagraph = false
    for element in open {
      switch tree.nodes[element.node].kind {
      case .paragraph: isParagraph = true
      case .link, .heading, .footnoteDefinition: return false
      case .blockQuote: if context?.page.alerts[element.node] == nil { return false }
      default: break
      }
    }
    return isParagraph
  }

  mutating func hole(_ name: String, _ source: ArraySlice<UInt8>) {
    let configuration = context?.configuration
    if let value = configuration?.values[name] {
      out.text(value)
    } else if let field = configuration?.field(name) {
      out.markup("<span class=\"field\" data-field=\"")
      out.text(field.name)
      out.markup("\" data-type=\"")
      out.text(field.type.rawValue)
      out.markup("\">")
      out.text(field.label)
      out.markup("</span>")
    } else {
      out.text(source)
    }
  }

  /// Where a link or an image leads; nil for one that is written without a target.
  private func target(_ index: Int) -> [UInt8]? {
    target(index, tree.slice(tree.nodes[index].text))
  }

  /// The same for a node that holds its destination otherwise.
  func target(_ index: Int, _ destination: ArraySlice<UInt8>) -> [UInt8]? {
    guard let context else {
      let scheme = Handbook.scheme(of: String(decoding: destination, as: UTF8.self))
      return scheme.map { Handbook.schemes.contains($0) } ?? true ? Array(destination) : nil
    }
    return context.target(of: index)
      .map { Array($0.utf8) }
  }

  func linkIsShown(_ index: Int) -> Bool { target(index) != nil }

  mutating func enterLink(_ index: Int) {
    guard let target = target(index) else { return }
    out.markup("<a href=\"")
    out.href(target[...])
    title(tree.nodes[index])
    out.markup("\">")
  }

  private mutating func title(_ node: MarkupTree.Node) {
    guard !node.extra.isEmpty else { return }
    out.markup("\" title=\"")
    out.text(tree.slice(node.extra))
  }

  mutating func image(_ index: Int) {
    let node = tree.nodes[index]
    out.markup("<img src=\"")
    out.href((target(index) ?? [])[...])
    out.markup("\" alt=\"")
    description(in: index + 1..<Int(node.end))
    title(node)
    out.markup("\" />")
  }

  /// Writes what an image shows.
  mutating func description(in nodes: Range<Int>) {
    for inner in tree.nodes[nodes] {
      switch inner.kind {
      case .text: description(inner)
      case .code: out.text(tree.slice(inner.text))
      case .softBreak, .lineBreak: out.markup(" ")
      default: break
      }
    }
  }

  /// Writes a text into an attribute, where no element can stand.
  private mutating func description(_ node: MarkupTree.Node) {
    let configuration = context?.configuration
    for segment in Placeholder.segments(of: tree.slice(node.text)) {
      switch segment {
      case .literal(let literal): out.text(literal)
      case .hole(let name, let source):
        if let shown = configuration?.values[name] ?? configuration?.field(name)?.label {
          out.text(shown)
        } else {
          out.text(source)
        }
      }
    }
  }
}
