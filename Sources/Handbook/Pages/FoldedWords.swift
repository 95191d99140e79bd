// Words as they are compared where a difference in typing means nothing.

/// Folds what word processors and habits change: capitals, quotes, dashes, spaces.
enum FoldedWords {
  /// A text in lower case, with plain quotes and hyphens and single spaces.
  static func text(of text: String) -> String {
    var result = ""
    for character in text.lowercased() {
      switch character {
      case "‘", "’", "ʼ", "`", "´": result.append("'")
      case "“", "”", "„", "«", "»": result.append("\"")
      case "‐", "‑", "–", "—", "−": result.append("-")
      case "…": result.append("...")
      case _ where character.isWhitespace: if result.last != " " { result.append(" ") }
      default: result.append(character)
      }
    }
    return result.split(separator: " ").joined(separator: " ")
  }

  /// The same without what is no letter or digit at its ends: a name such as a table's header.
  static func name(of text: String) -> String {
    let folded = self.text(of: text)
    guard let first = folded.firstIndex(where: { $0.isLetter || $0.isNumber }),
      let last = folded.lastIndex(where: { $0.isLetter || $0.isNumber })
    else { return "" }
    return String(folded[first...last])
  }
}
