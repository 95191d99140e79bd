// `kind: faq`: each heading that asks is a question.

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
  /// Whether the heading asks: behind its last question mark, of any script, stand no words but
  /// some in brackets.
  var isQuestion: Bool {
    guard let mark = text.lastIndex(where: isQuestionMark) else { return false }
    var depth = 0
    for character in text[text.index(after: mark)...] {
      switch character {
      case "(", "[", "（": depth += 1
      case ")", "]", "）": depth = max(0, depth - 1)
      default: if depth == 0, character.isLetter || character.isNumber { return false }
      }
    }
    return true
  }

  /// Greek asks with a semicolon.
  private func isQuestionMark(_ character: Character) -> Bool {
    if character == ";" || character == "\u{37E}" {
      return text.unicodeScalars.contains { (0x370...0x3FF).contains($0.value) }
    }
    return "?？؟⁇⁈⁉❓❔՞፧".contains(character)
  }
}
