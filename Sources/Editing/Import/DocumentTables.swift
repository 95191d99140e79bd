// What pandoc leaves of a document's tables.

internal import Handbook

extension ForeignPage {
  /// Gives a table without headers its first row as such, and names tables that were left out.
  ///
  /// - Parameter losingHeaders: whether pandoc leaves out rows that the document marks as headers, as its
  ///   reader of .odt files does.
  mutating func mendTables(losingHeaders: Bool) {
    var kept: [ForeignLine] = []
    for line in lines {
      if !line.isCode, line.text.trimmed == "[TABLE]" {
        note(
          line.number,
          "a table was left out that Markdown cannot hold; its place says [TABLE]")
      }
      kept.append(line)
      let last = kept.count - 1
      guard !line.isCode, last >= 2, line.text.hasPrefix("|"), Self.isEmptyRow(kept[last - 2].text),
        Self.isDelimiter(kept[last - 1].text)
      else { continue }
      if losingHeaders {
        note(
          line.number,
          "the table that begins here may lack its header: pandoc leaves header rows of .odt files out. "
            + "Compare it, or save the document as .docx and import that")
      }
      kept[last - 2] = line
      kept.removeLast()
    }
    lines = kept
  }

  private static func isEmptyRow(_ line: String) -> Bool {
    line.hasPrefix("|") && line.allSatisfy { $0 == "|" || $0 == " " }
  }

  private static func isDelimiter(_ line: String) -> Bool {
    line.hasPrefix("|") && line.contains("-") && line.allSatisfy { "|-: ".contains($0) }
  }
}
