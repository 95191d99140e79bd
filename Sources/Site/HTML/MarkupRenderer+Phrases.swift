// Alerts and phrases: blocks with a meaning of their own.

internal import CommonMark
package import Handbook

extension MarkupRenderer {
  /// Writes a node that is not shown as plain Markdown: the title, which stands elsewhere, a
  /// phrase, an alert or its marker.
  ///
  /// - Returns: the index to go on with; nil where the node is ordinary.
  mutating func special(at index: Int) -> Int? {
    if index == titleNode { return Int(tree.nodes[index].end) }
    if hasAlerts, let end = endOfMarker(at: index) { return end }
    guard tree.nodes[index].kind == .blockQuote || tree.nodes[index].kind == .table,
      let page = context?.page
    else { return nil }
    if let block = page.phraseBlocks[index] {
      phrases(block)
      return block.nodes.upperBound
    }
    guard let alert = page.alerts[index] else { return nil }
    enter(alert, at: index)
    return index + 1
  }

  /// The end of the alert's marker that a node is a part of; nil where it is of none.
  private func endOfMarker(at index: Int) -> Int? {
    for parent in open.suffix(2).reversed() {
      if let marker = context?.page.alerts[parent.node]?.marker, marker.contains(index) {
        return marker.upperBound
      }
    }
    return nil
  }

  private mutating func enter(_ alert: Alert, at index: Int) {
    out.freshLine()
    out.markup("<aside class=\"alert alert-")
    out.text(alert.kind.rawValue)
    out.markup("\"><p class=\"alert-title\">")
    out.text(context?.strings["alert-" + alert.kind.rawValue] ?? "")
    if let title = alert.title {
      out.markup(": ")
      inline(title)
    }
    out.markup("</p>\n")
    open.append(Element(node: index, end: Int(tree.nodes[index].end)))
  }

  private mutating func phrases(_ block: PhraseBlock) {
    guard let page = context?.page else { return }
    let terms = terms
    self.terms = nil
    defer { self.terms = terms }
    self.block("<div class=\"phrases\">\n")
    for phrase in page.phrases[block.phrases] { self.phrase(phrase, id: phrase.id) }
    out.markup("</div>\n")
  }

  /// Writes one phrase.
  ///
  /// - Parameters:
  ///   - phrase: one of the context's page.
  ///   - id: its anchor; nil on pages that only list it.
  ///   - link: where its own page is, for lists.
  ///   - isBrief: whether what not to say is left out.
  package mutating func phrase(
    _ phrase: Phrase, id: String?, link: String? = nil, isBrief: Bool = false
  ) {
    guard let strings = context?.strings else { return }
    out.markup("<div class=\"phrase\"")
    if let id {
      out.markup(" id=\"")
      out.text(id)
      out.markup("\"")
    }
    out.markup(">\n")
    if let say = phrase.say { line("say", strings["say"], say) }
    if let avoid = phrase.avoid, !isBrief {
      line("avoid", strings[phrase.say == nil ? "do-not-say" : "instead-of"], avoid)
    }
    // Reasons stand on the phrase's own page only: with them a list of all phrases would be too
    // long.
    notes(id == nil ? phrase.notes.filter { $0.kind == .when } : phrase.notes, strings)
    out.markup("<div class=\"tools\">")
    if phrase.say != nil {
      out.markup("<button type=\"button\" class=\"copy\">")
      out.text(strings["copy"])
      out.markup("</button>")
    }
    tools(id: id, link: link, strings)
    out.markup("</div>\n</div>\n")
  }

  private mutating func tools(id: String?, link: String?, _ strings: Strings) {
    if let id {
      anchor(id, "link-phrase")
    } else if let link {
      out.markup("<a class=\"anchor\" href=\"")
      out.href(Array(link.utf8)[...])
      out.markup("\" aria-label=\"")
      out.text(strings["link-phrase"])
      out.markup("\"></a>")
    }
  }

  private mutating func line(_ side: StaticString, _ label: String, _ part: Phrase.Part) {
    out.markup("<div class=\"")
    out.markup(side)
    out.markup("\"><span class=\"label\">")
    out.text(label)
    out.markup("</span>")
    if let paragraph = singleParagraph(part.nodes) {
      out.markup("<p class=\"line\">")
      inline(paragraph)
      out.markup("</p>")
    } else {
      out.markup("<div class=\"line\">")
      inline(part.nodes)
      out.markup("</div>")
    }
    out.markup("</div>\n")
  }

  /// The inlines of a part that is a single paragraph or holds no blocks; nil for any other.
  private func singleParagraph(_ nodes: Range<Int>) -> Range<Int>? {
    let first = tree.nodes[nodes.lowerBound]
    if first.kind == .paragraph {
      return Int(first.end) == nodes.upperBound ? nodes.lowerBound + 1..<nodes.upperBound : nil
    }
    let hasBlocks = tree.nodes[nodes].contains {
      $0.kind == .paragraph || $0.kind == .list || $0.kind == .codeBlock || $0.kind == .blockQuote
    }
    return hasBlocks ? nil : nodes
  }

  /// Writes a part by itself, as if no element were open around it.
  private mutating func inline(_ nodes: Range<Int>) {
    let outer = open
    open = []
    // The part of an alert begins in the middle of its first paragraph, after the marker.
    var start = nodes.lowerBound
    if tree.nodes[start].kind != .paragraph, let block = firstBlock(in: nodes) {
      out.markup("<p>")
      write(start..<block)
      out.markup("</p>\n")
      start = block
    }
    write(start..<nodes.upperBound)
    open = outer
  }

  private func firstBlock(in nodes: Range<Int>) -> Int? {
    nodes.first { index in
      switch tree.nodes[index].kind {
      case .paragraph, .list, .codeBlock, .blockQuote: true
      default: false
      }
    }
  }

  private mutating func notes(_ notes: [Phrase.Note], _ strings: Strings) {
    if notes.isEmpty { return }
    out.markup("<dl class=\"notes\">")
    for note in notes {
      out.markup("<div><dt>")
      switch note.kind {
      case .when: out.text(strings["when"])
      case .why: out.text(strings["why"])
      case .other(let header): out.text(header)
      }
      out.markup("</dt><dd>")
      inline(note.part.nodes)
      out.markup("</dd></div>")
    }
    out.markup("</dl>\n")
  }
}
