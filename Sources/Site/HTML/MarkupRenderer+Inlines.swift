// Text, placeholders, links, images, and the few raw tags that are kept.

internal import CommonMark
internal import Handbook

extension MarkupRenderer {
  mutating func text(_ node: MarkupTree.Node) {
    let text = tree.slice(node.text)
    guard Placeholder.mayStand(in: text) else {
      out.text(text)
      return
    }
    for segment in Placeholder.segments(of: text) {
      switch segment {
      case .literal(let literal): out.text(literal)
      case .hole(let name, let source): hole(name, source)
      }
    }
  }

  private mutating func hole(_ name: String, _ source: ArraySlice<UInt8>) {
    let configuration = context?.handbook.configuration
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

  /// Where a link or an image leads; nil where it is shown without.
  private func target(_ index: Int) -> [UInt8]? {
    let destination = tree.slice(tree.nodes[index].text)
    guard let context else {
      let scheme = Handbook.scheme(of: String(decoding: destination, as: UTF8.self))
      return scheme.map { Handbook.schemes.contains($0) } ?? true ? Array(destination) : nil
    }
    return context.target(of: index, destination: String(decoding: destination, as: UTF8.self))
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
    for inner in tree.nodes[index + 1..<Int(node.end)] {
      switch inner.kind {
      case .text, .code, .htmlInline: out.text(tree.slice(inner.text))
      case .softBreak, .lineBreak: out.markup(" ")
      default: break
      }
    }
    title(node)
    out.markup("\" />")
  }

  /// Keeps the allowed tags and the text between tags; drops the rest.
  mutating func rawHTML(_ node: MarkupTree.Node) {
    let html = tree.string(node.text)
    if node.kind == .htmlBlock { out.freshLine() }
    var index = html.startIndex
    var isHidden = false
    for tag in RawTag.all(in: html) {
      if !isHidden { rawText(html[index..<max(index, tag.range.lowerBound)]) }
      index = tag.range.upperBound
      if tag.name == "script" || tag.name == "style" { isHidden = !tag.isClosing }
      if RawHTML.allowed.contains(tag.name) { raw(tag) }
    }
    if !isHidden { rawText(html[index...]) }
    if node.kind == .htmlBlock { out.freshLine() }
  }

  /// Text between raw tags: comments and declarations dropped, character references as they are.
  private mutating func rawText(_ text: Substring) {
    var rest = text
    while let open = rest.firstIndex(of: "<") {
      escapedText(rest[..<open])
      if rest[open...].hasPrefix("<!--") {
        rest = String(rest)[...]
        let whole = String(rest)
        let start = whole.firstIndex(of: "<") ?? whole.startIndex
        rest = whole[whole.afterNext("-->", from: start)...]
      } else if let close = rest[open...].firstIndex(of: ">"),
        ["!", "?", "/"].contains(rest[rest.index(after: open)...].first)
      {
        rest = rest[rest.index(after: close)...]
      } else {
        out.markup("&lt;")
        rest = rest[rest.index(after: open)...]
      }
    }
    escapedText(rest)
  }

  private mutating func escapedText(_ text: Substring) {
    guard text.contains(where: { $0 != "\n" && $0 != " " }) else {
      if !text.isEmpty { out.markup(text.contains("\n") ? "\n" : " ") }
      return
    }
    out.text(String(text))
  }

  private mutating func raw(_ tag: RawTag) {
    if tag.name == "br" {
      if !tag.isClosing { out.markup("<br />") }
    } else if tag.isClosing {
      guard let last = rawTags.last, last.name == tag.name, last.depth == open.count else { return }
      rawTags.removeLast()
      closing(tag.name)
    } else {
      rawTags.append((tag.name, open.count))
      out.markup("<")
      out.text(tag.name)
      if tag.name == "details", tag.attributes.lowercased().contains("open") {
        out.markup(" open")
      }
      if tag.name == "abbr", let title = Self.title(in: tag.attributes) {
        out.markup(" title=\"")
        out.text(title)
        out.markup("\"")
      }
      out.markup(">")
    }
  }

  private static func title(in attributes: String) -> String? {
    guard attributes.contains("title=\"") else { return nil }
    let start = attributes.afterNext("title=\"", from: attributes.startIndex)
    return String(attributes[start...].prefix { $0 != "\"" })
  }

  /// Ends the raw tags that were opened deeper than a level and never closed.
  mutating func closeRawTags(above depth: Int) {
    while let last = rawTags.last, last.depth > depth {
      rawTags.removeLast()
      closing(last.name)
    }
  }

  private mutating func closing(_ name: String) {
    out.markup("</")
    out.text(name)
    out.markup(">")
  }
}
