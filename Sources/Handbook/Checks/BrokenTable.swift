// broken-table: cells and rows that the page does not show as they were typed.

internal import CommonMark

enum BrokenTable {
  static let rule = Rule(
    "broken-table", .warning, "A part of a table is not shown as one.",
    explanation: """
      A table is a row of headers, a line such as `|---|---|` with one part for each header, and \
      rows, without a blank line between them. Cells beyond the last header are not shown at all. \
      Write `\\|` for a real bar in a cell. A line right under a table is its next row: put a blank \
      line before other text.
      """,
    bad: "# Fees\n\n| Fee | Due |\n| --- | --- |\n| Late | Now | Ask first |\n",
    good: "# Fees\n\n| Fee | Due | Note |\n| --- | --- | --- |\n| Late | Now | Ask first |\n")

  static func findings(on page: Page) -> [Diagnostic] {
    let tree = page.tree
    var found: [Diagnostic] = []
    var columns = 0
    var tableEnd = 0
    for (index, node) in tree.nodes.enumerated() {
      switch node.kind {
      case .table: (columns, tableEnd) = (Int(node.value), Int(node.end))
      case .tableRow:
        if let lost = strayCells(of: index, of: columns, on: page) { found.append(lost) }
      case .paragraph:
        if let problem = looseRow(index, follows: index == tableEnd, on: page) {
          found.append(problem)
        }
      default: break
      }
    }
    return found
  }

  /// Cells beyond the last column, which the parser drops, or words that it takes for a row.
  private static func strayCells(of row: Int, of columns: Int, on page: Page) -> Diagnostic? {
    let line = page.firstLine(of: row)
    let written = TableLine(page.file.bytes[line])
    let cells = written.cells
    if written.bars == 0, columns > 1 {
      return Diagnostic(
        rule, at: page.path, line, "this line is shown as a row of the table above it",
        help: "put a blank line before it, or write it as a row: | … |")
    }
    guard cells.count > columns, columns > 0,
      let first = cells[columns...].first(where: { !$0.isEmpty })
    else { return nil }
    return Diagnostic(
      rule, at: page.path, first.startIndex..<line.upperBound,
      "the table has \(columns) column\(columns == 1 ? "" : "s"), so this cell is not shown",
      help: "add a header for it, or write \\| for a real bar")
  }

  /// A paragraph that is a table's row as typed.
  private static func looseRow(_ paragraph: Int, follows: Bool, on page: Page) -> Diagnostic? {
    let line = page.firstLine(of: paragraph)
    let bytes = page.file.bytes[line]
    guard bytes.first == UInt8(ascii: "|") else { return nil }
    let row = TableLine(bytes)
    guard row.bars >= 2, row.cells.contains(where: { !$0.isEmpty }) else { return nil }
    let position = page.file.lines.position(of: line.lowerBound)
    let isAlone = Int(page.tree.nodes[paragraph].endLine) == position.line
    let next =
      isAlone ? nil : TableLine(page.file.bytes[page.file.range(ofLine: position.line + 1)])
    if follows, next?.isDelimiter != true {
      return Diagnostic(
        rule, at: page.path, line, "a blank line parts this row from its table",
        help: "remove the blank line")
    }
    guard let next, next.bars >= 1 else { return nil }
    if next.isDelimiter {
      return Diagnostic(
        rule, at: page.path, line,
        "this header has \(row.cells.count) cells and the line under it \(next.cells.count), "
          + "so this is no table",
        help: "write one --- under each header")
    }
    let mark = "|" + String(repeating: "---|", count: row.cells.count)
    return Diagnostic(
      rule, at: page.path, line, "this looks like a table, but no \(mark) stands under its header",
      help: "write \(mark) as the second line")
  }
}

/// A line of a table as typed.
package struct TableLine {
  /// Without the spaces round them; the bars at the line's ends part nothing.
  package private(set) var cells: [ArraySlice<UInt8>] = []
  private(set) var bars = 0

  /// Takes a line apart.
  package init(_ line: ArraySlice<UInt8>) {
    var line = Self.trimmed(line)
    while line.first == UInt8(ascii: ">") { line = Self.trimmed(line.dropFirst()) }
    if line.first == UInt8(ascii: "|") {
      bars += 1
      line = line.dropFirst()
    }
    var start = line.startIndex
    var isEscaped = false
    for index in line.indices {
      if line[index] == UInt8(ascii: "|"), !isEscaped {
        bars += 1
        cells.append(Self.trimmed(line[start..<index]))
        start = index + 1
      }
      isEscaped = line[index] == UInt8(ascii: "\\") && !isEscaped
    }
    let rest = Self.trimmed(line[start...])
    if !rest.isEmpty || cells.isEmpty { cells.append(rest) }
  }

  /// Whether the line is one such as `|---|:-:|`.
  package var isDelimiter: Bool {
    cells.allSatisfy { cell in
      cell.contains(UInt8(ascii: "-"))
        && cell.allSatisfy { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ":") }
    }
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let start = bytes.drop { $0 == 0x20 || $0 == 0x09 }
    let end = start.lastIndex { $0 != 0x20 && $0 != 0x09 }
    return end.map { start[...$0] } ?? start.prefix(0)
  }
}
