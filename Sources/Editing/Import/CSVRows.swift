// Comma-separated values.

/// Rows of comma-separated values, with the lines that they begin on, which libraries leave out.
struct CSVRows {
  struct Row {
    let line: Int
    var cells: [String]
  }

  private(set) var rows: [Row] = []
  /// The line of a quote that nothing closes.
  private(set) var unclosed: Int?

  /// - Source: RFC 4180; the first line tells whether commas, semicolons or tabs stand between.
  init(_ text: String) {
    let first = text.prefix { !$0.isNewline }
    let separator = [",", ";", "\t"].max { left, right in
      first.count { $0 == Character(left) } < first.count { $0 == Character(right) }
    }
    let comma = Character(separator ?? ",")
    var (row, cell, line) = (Row(line: 1, cells: []), "", 1)
    var (isQuoted, wasQuote, opened) = (false, false, 0)
    func endRow() {
      row.cells.append(cell)
      if row.cells != [""] { rows.append(row) }
      cell = ""
    }
    for character in text {
      if character.isNewline { line += 1 }
      if isQuoted {
        if character == "\"" {
          (isQuoted, wasQuote) = (false, true)
        } else {
          cell.append(character)
        }
        continue
      }
      switch character {
      case "\"" where wasQuote || cell.isEmpty:
        if wasQuote { cell.append("\"") } else { opened = line }
        isQuoted = true
      case comma:
        row.cells.append(cell)
        cell = ""
      case _ where character.isNewline:
        endRow()
        row = Row(line: line, cells: [])
      default: cell.append(character)
      }
      wasQuote = false
    }
    if isQuoted { unclosed = opened }
    if !cell.isEmpty || !row.cells.isEmpty { endRow() }
  }
}
