// Macros and phrases from a spreadsheet, or from what help desks and knowledge bases export.

internal import Handbook

/// Reads a table of lines to say.
struct PhraseTableImport {
  private enum Column { case say, avoid, when, why, tags }

  private let source: ImportSource
  private var result = ImportResult()
  private var fields: [String: String] = [:]

  init(_ source: ImportSource) { self.source = source }

  func read() -> ImportResult {
    var reader = self
    for name in reader.source.files.keys.sorted() { reader.read(name) }
    reader.result.fields = reader.fields.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    return reader.result
  }

  private mutating func read(_ name: String) {
    guard let text = source.text(name) else {
      result.notes.append(ImportNote(name, 0, "this file is not UTF-8; save it as CSV UTF-8"))
      return
    }
    let table = CSVRows(text)
    if let line = table.unclosed {
      result.notes.append(ImportNote(name, line, "a quote that opens here is never closed"))
    }
    guard let header = table.rows.first else { return }
    let columns = header.cells.map(Self.column)
    guard columns.contains(.say) else {
      let message =
        "there is no column say; the columns are \(header.cells.joined(separator: ", "))"
      result.notes.append(ImportNote(name, 1, message))
      return
    }
    for (cell, column) in zip(header.cells, columns) where column == nil {
      result.notes.append(ImportNote(name, 1, "the column \(cell) is not carried over"))
    }
    var sections: [(name: String, rows: [[Column: String]])] = []
    var known: [String: Int] = [:]
    for row in table.rows.dropFirst() where !row.cells.allSatisfy({ $0.trimmed.isEmpty }) {
      guard let cells = cells(row, columns, name) else { continue }
      let section = cells[.tags]?.split { $0 == "," || $0 == ";" }.first?.trimmed ?? ""
      if let index = known[section] {
        sections[index].rows.append(cells)
      } else {
        known[section] = sections.count
        sections.append((section, [cells]))
      }
    }
    if !sections.isEmpty { add(sections, name) }
  }

  /// What a column is, by the names that exports give it.
  private static func column(_ name: String) -> Column? {
    switch name.lowercased().filter({ $0.isLetter }) {
    case "say", "phrase", "comment", "comments", "body", "text", "content", "reply", "answer",
      "macrotext", "response":
      .say
    case "insteadof", "avoid", "donotsay", "dontsay": .avoid
    case "when", "title", "name", "subject", "situation", "question", "cardtitle": .when
    case "why", "reason": .why
    case "tags", "tag", "labels", "category", "folder", "collection", "board": .tags
    default: nil
    }
  }

  private mutating func cells(
    _ row: CSVRows.Row, _ columns: [Column?], _ name: String
  ) -> [Column: String]? {
    if row.cells.count > columns.count {
      result.notes.append(ImportNote(name, row.line, "this row has more cells than the first"))
    }
    var cells: [Column: String] = [:]
    for (cell, column) in zip(row.cells, columns) {
      guard let column, !cell.trimmed.isEmpty, cells[column] == nil else { continue }
      cells[column] = column == .tags ? cell.trimmed : filled(MacroText.plain(cell.trimmed))
    }
    if cells[.say] == nil {
      result.notes.append(ImportNote(name, row.line, "this row has nothing to say"))
      return nil
    }
    return cells
  }

  /// A cell of a table: holes of other tools become fields, breaks and bars are kept.
  private mutating func filled(_ text: String) -> String {
    let holes = text.replacing(#/\{\{([^{}]*)\}\}/#) { match -> String in
      let name = match.1.trimmed.lowercased().map {
        $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-"
      }
      let words = String(name).split(separator: "-").filter { $0 != "ticket" && $0 != "current" }
      let field = words.joined(separator: "-")
      guard Placeholder.isName(field) else { return "\\" + String(match.0) }
      fields[field] = words.joined(separator: " ").capitalizedFirst
      return "{{\(field)}}"
    }
    return holes.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .map { $0.trimmed.replacing("|", with: "\\|") }.joined(separator: "<br>")
  }

  private mutating func add(_ sections: [(name: String, rows: [[Column: String]])], _ name: String)
  {
    let stem = name.split(separator: "/").last.map { String($0.dropLast(4)) } ?? name
    let all: [(Column, String)] = [
      (.say, "Say"), (.avoid, "Instead of"), (.when, "When"), (.why, "Why"),
    ]
    let used = all.filter { column, _ in
      sections.contains { $0.rows.contains { $0[column] != nil } }
    }
    var tags: [String] = []
    var known: Set<String> = []
    for cell in sections.flatMap(\.rows).compactMap({ $0[.tags] }) {
      for tag in cell.split(whereSeparator: { $0 == "," || $0 == ";" }).map(\.trimmed)
      where !tag.isEmpty && known.insert(tag).inserted {
        tags.append(tag)
      }
    }
    var text = "---\ntitle: \(YAMLText.scalar(Self.title(stem)))\nkind: phrases\n"
    if !tags.isEmpty { text += "tags: \(ForeignKeys.list(tags))\n" }
    text += "owner: Front desk lead\n---\n"
    for section in sections {
      if !section.name.isEmpty { text += "\n## \(section.name.capitalizedFirst)\n" }
      text +=
        "\n| \(used.map(\.1).joined(separator: " | ")) |\n|\(String(repeating: " --- |", count: used.count))\n"
      for row in section.rows {
        text += "| \(used.map { row[$0.0] ?? "" }.joined(separator: " | ")) |\n"
      }
    }
    let path = "phrases/\(Slug.base(stem).isEmpty ? "imported" : Slug.base(stem)).md"
    result.pages[path] = Array(text.utf8)
    result.navigation.append(path)
  }

  private static func title(_ stem: String) -> String {
    stem.split { $0 == "-" || $0 == "_" }.joined(separator: " ").capitalizedFirst
  }
}

extension String {
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}

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
