// `kind: faq`: each heading that ends in `?` is a question.

internal import CommonMark

/// A question and its answer.
package struct Question: Sendable {
  package let heading: Page.Heading
  /// The answer: up to the next heading of the same or a higher level, or the next question.
  package let content: Range<Int>

  static func read(_ text: PageText) -> [Question] {
    let topLevel = Set(text.tree.children(of: 0))
    let heads = text.headings.filter { topLevel.contains($0.node) && $0.node != text.titleNode }
    let end = Int(text.tree.nodes[0].end)
    return heads.enumerated().compactMap { index, heading in
      guard heading.isQuestion else { return nil }
      let next = heads[(index + 1)...].first { $0.level <= heading.level || $0.isQuestion }
      return Question(
        heading: heading, content: Int(text.tree.nodes[heading.node].end)..<(next?.node ?? end))
    }
  }
}

extension Page.Heading {
  /// Whether the heading asks: it ends in a question mark of any script.
  var isQuestion: Bool {
    guard let last = text.last(where: { $0 != " " }) else { return false }
    return last == "?" || last == "？" || last == "؟" || last == "⁇"
  }
}
