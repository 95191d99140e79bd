// Markdown of other tools, line by line.

/// One line of a source.
struct ForeignLine {
  var text: String
  /// 1-based, in the source.
  let number: Int
  /// Whether it is code, or the fence of code: nothing in it is changed.
  var isCode = false

  /// The spaces at its start.
  var indent: Int { text.prefix { $0 == " " }.count }
  var isBlank: Bool { text.allSatisfy(\.isWhitespace) }

  /// The text with a change made outside of `code` in it.
  func mapping(_ change: (String) -> String) -> String {
    if isCode { return text }
    let parts = text.split(separator: "`", omittingEmptySubsequences: false)
    // An odd number of ticks closes nothing: all of it is text.
    if parts.count.isMultiple(of: 2) { return change(text) }
    return parts.enumerated().map {
      $0.offset.isMultiple(of: 2) ? change(String($0.element)) : String($0.element)
    }
    .joined(separator: "`")
  }
}

enum ForeignLines {
  /// The lines of a text, code told from the rest.
  static func of(_ text: some StringProtocol, from first: Int = 1) -> [ForeignLine] {
    var fence: (mark: Character, count: Int)?
    var number = first - 1
    return text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map { part in
      number += 1
      var line = ForeignLine(text: String(part), number: number)
      let body = part.drop { $0 == " " || $0 == "\t" }
      let mark = body.first ?? " "
      let count = body.prefix { $0 == mark }.count
      if let open = fence {
        line.isCode = true
        let closes = mark == open.mark && count >= open.count
        if closes, body.dropFirst(count).allSatisfy(\.isWhitespace) { fence = nil }
      } else if (mark == "`" || mark == "~") && count >= 3 {
        line.isCode = true
        fence = (mark, count)
      }
      return line
    }
  }

  /// The lines below a head that are indented by at least so many spaces, blank ones between them
  /// too, with that indent taken off; and the index after them.
  static func block(
    in lines: [ForeignLine], after head: Int, indent: Int
  ) -> (lines: [ForeignLine], end: Int) {
    var end = head + 1
    while end < lines.count, lines[end].isBlank || lines[end].indent >= indent { end += 1 }
    while end > head + 1, lines[end - 1].isBlank { end -= 1 }
    let body = lines[head + 1..<end].map { line in
      var line = line
      line.text = String(line.text.dropFirst(min(indent, line.indent)))
      return line
    }
    return (Array(body.drop(while: \.isBlank)), end)
  }

  /// Lines as an alert.
  static func alert(
    _ kind: String?, title: String?, _ lines: [ForeignLine], at number: Int, indent: Int
  ) -> [ForeignLine] {
    let margin = String(repeating: " ", count: indent)
    var texts = kind.map { ["> [!\($0)]"] } ?? []
    if let title, !title.isEmpty { texts += ["> **\(title)**", ">"] }
    let head = texts.map { ForeignLine(text: margin + $0, number: number) }
    let body = lines.map { line in
      var line = line
      line.text = margin + (line.isBlank ? ">" : "> " + line.text)
      return line
    }
    return head + body + [ForeignLine(text: "", number: number)]
  }

  /// The alert that stands for another tool's name of a box; nil for a plain quote.
  static func alertKind(_ name: String) -> String? {
    switch name.lowercased() {
    case "tip", "hint", "success", "check", "done": "TIP"
    case "important": "IMPORTANT"
    case "warning", "attention", "bug", "warn": "WARNING"
    case "caution", "danger", "error", "failure", "fail", "missing", "alert": "CAUTION"
    case "say", "avoid", "why", "outcome": name.uppercased()
    case "quote", "cite": nil
    default: "NOTE"
    }
  }
}
