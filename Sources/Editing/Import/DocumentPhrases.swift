// Tables of a document that hold lines to say.

internal import Handbook

/// Makes phrases of a document's tables.
struct DocumentPhrases {
  private let names: ColumnNames
  private var page: ForeignPage
  /// Where in the document the table stands.
  private var place = ""

  /// The page with its phrases; what was done, and which tables look as if they had some, is noted.
  static func mark(_ page: ForeignPage, _ names: ColumnNames) throws(ColumnProblem) -> ForeignPage {
    var reader = Self(names: names, page: page)
    let tables = reader.tables()
    try names.check(tables.map(\.header))
    for table in tables { reader.mark(table) }
    return reader.page
  }

  private struct Table {
    let place: String
    /// The index of its first line.
    let line: Int
    let header: [String]
    let rows: [[String]]
  }

  private func tables() -> [Table] {
    var tables: [Table] = []
    var heading = ""
    for (index, line) in page.lines.enumerated() where !line.isCode {
      if line.text.hasPrefix("#") { heading = line.text.drop { $0 == "#" }.trimmed }
      guard line.text.trimmed.hasPrefix("|"), index + 1 < page.lines.count,
        page.lines[index + 1].text.contains("-"), Self.row(page.lines[index + 1]).isDelimiter
      else { continue }
      let rows = page.lines[(index + 2)...].prefix { $0.text.trimmed.hasPrefix("|") }
      let below = heading.isEmpty ? "" : ", below “\(heading)”"
      tables.append(
        Table(
          place: "table \(tables.count + 1)\(below)", line: index,
          header: Self.cells(line), rows: rows.map(Self.cells)))
    }
    return tables
  }

  private mutating func mark(_ table: Table) {
    let columns = names.columns(of: table.header, named: LineColumn.init(told:))
    guard columns.contains(.say) else { return offer(table) }
    var cells = Self.row(page.lines[table.line]).cells.map { String(decoding: $0, as: UTF8.self) }
    var done: Set<LineColumn> = []
    for (index, column) in columns.enumerated() {
      guard let column, let header = column.header, done.insert(column).inserted,
        LineColumn(read: table.header[index]) != column
      else { continue }
      cells[index] = header
      page.note(
        page.lines[table.line].number,
        "\(table.place): the column “\(table.header[index])” is called \(header) now")
    }
    guard !done.isEmpty else { return }
    let margin = page.lines[table.line].text.prefix { $0 == " " }
    page.lines[table.line].text = "\(margin)| \(cells.joined(separator: " | ")) |"
  }

  /// Notes that a table looks like one of lines to say, and how it becomes one.
  private mutating func offer(_ table: Table) {
    let columns = table.header.indices
    let avoided = columns.first { Self.isOfWords(table.header[$0], Self.forbidding) }
    let rest = columns.filter { $0 != avoided }
    let spoken = rest.filter { isSpoken($0, table) }
    let named = rest.filter { Self.isOfWords(table.header[$0], Self.speaking) }
    guard let say = spoken.first(where: named.contains) ?? spoken.first ?? named.first else {
      return
    }
    let number = page.lines[table.line].number
    if Self.isQuoted(table.header[say]) || table.header[say].isEmpty {
      page.note(
        number,
        "\(table.place) looks like lines to say: for phrases, put a first row above it such as "
          + "Say, Instead of, When, Why")
      return
    }
    var command =
      "deskbook import \(page.path.hasPrefix("-") ? "./" : "")\(Self.quoted(page.path)) DIR --say \(Self.quoted(table.header[say]))"
    if let avoided { command += " --instead \(Self.quoted(table.header[avoided]))" }
    page.note(
      number,
      "\(table.place) looks like lines to say: for phrases, delete this page and type \(command)")
  }

  private static let speaking = [
    "say", "script", "scripts", "wording", "phrase", "phrases", "reply", "replies", "response",
    "responses", "macro", "greeting",
  ]
  private static let forbidding = ["not", "dont", "avoid", "instead", "never"]

  /// Whether a header has one of some words.
  private static func isOfWords(_ header: String, _ words: [String]) -> Bool {
    let plain = header.lowercased().filter { $0 != "'" && $0 != "’" }
    return plain.split { !$0.isLetter }.contains { words.contains(String($0)) }
  }

  /// Whether most cells of a column are quotes.
  private func isSpoken(_ column: Int, _ table: Table) -> Bool {
    let cells = table.rows.compactMap { column < $0.count ? $0[column] : nil }
      .filter { !$0.isEmpty }
    return cells.count { Self.isQuoted($0) } * 2 > cells.count
  }

  private static func isQuoted(_ cell: String) -> Bool {
    cell.first.map { "\"“„«‘".contains($0) } ?? false
  }

  /// A name as a shell takes it.
  private static func quoted(_ name: String) -> String {
    if name.contains(where: { "\"$`\\!".contains($0) }) {
      return "'\(name.replacing("'", with: "'\\''"))'"
    }
    return name.contains { !($0.isLetter || $0.isNumber || "-_.".contains($0)) }
      ? "\"\(name)\"" : name
  }

  private static func row(_ line: ForeignLine) -> TableLine {
    TableLine(Array(line.text.utf8)[...])
  }

  /// The cells of a row without what makes them bold or parts their lines.
  private static func cells(_ line: ForeignLine) -> [String] {
    row(line).cells.map { cell in
      String(decoding: cell, as: UTF8.self).replacing("<br>", with: " ")
        .filter { !"*_`\\".contains($0) }.trimmed
    }
  }
}
