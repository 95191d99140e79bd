// Letters and messages: quotes and fenced texts that are sent once their blanks are filled.

internal import CommonMark
internal import Handbook

extension MarkupRenderer {
  /// Whether a quote is a template of something to send: it has blanks for the reader, or says what it is about.
  ///
  /// On pages of practice quotes are what clients say.
  func isMessage(_ quote: Int) -> Bool {
    guard let context, open.isEmpty, context.page.kind != .practice,
      context.page.alerts[quote] == nil
    else { return false }
    let texts = (quote + 1..<Int(tree.nodes[quote].end)).filter { tree.nodes[$0].kind == .text }
    if let first = texts.first, beginsWithSubject(tree.slice(tree.nodes[first].text)) {
      return true
    }
    return context.mayHavePlaceholders
      && texts.contains { hasBlank(tree.slice(tree.nodes[$0].text)) }
  }

  private func beginsWithSubject(_ text: ArraySlice<UInt8>) -> Bool {
    context?.isMessage(text) ?? false
  }

  /// Writes a fenced message; false for any other code, which is left alone.
  mutating func fencedMessage(_ text: ArraySlice<UInt8>) -> Bool {
    guard beginsWithSubject(text) else { return false }
    messageBegins()
    out.markup("<pre>")
    for segment in Placeholder.segments(of: text) {
      switch segment {
      case .literal(let literal): out.text(literal)
      case .hole(let name, let source): hole(name, source)
      }
    }
    out.markup("</pre></div>\n")
    return true
  }

  private func hasBlank(_ text: ArraySlice<UInt8>) -> Bool {
    guard Placeholder.mayStand(in: text) else { return false }
    return Placeholder.segments(of: text).contains { segment in
      guard case .hole(let name, _) = segment else { return false }
      return context?.configuration.field(name) != nil
    }
  }

  /// Begins a message with what one does with it.
  mutating func messageBegins() {
    guard let strings = context?.strings else { return }
    block("<div class=\"message\"><p class=\"message-tools js-only\">")
    out.markup("<button type=\"button\" class=\"copy\">")
    out.text(strings["copy"])
    out.markup("</button> <a class=\"way mail\" href=\"mailto:\">")
    out.text(strings["message-mail"])
    out.markup("</a></p>\n")
  }
}
