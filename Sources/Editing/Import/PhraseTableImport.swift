// Macros and phrases from a spreadsheet, or from what help desks and knowledge bases export.

internal import Handbook

/// Columns that were named and are not there.
package enum ColumnProblem: Error, Sendable {
  /// What a column cannot be.
  case unknownRole(String, roles: [String])
  /// A name that no column has, and those that there are.
  case unknownName(String, names: [String])
  /// The source is no table.
  case noTable
}

/// Reads a table of lines to say.
struct PhraseTableImport {
  private enum Column: String, CaseIterable { case say, avoid, when, why, tags }

  private let source: ImportSource
  /// Names of columns that the user told.
  private var told: [Column: String] = [:]
  private var result = ImportResult()
  private var fields: [String: String] = [:]

  init(
    _ source: ImportSource, _ columns: [(role: String, name: String)] = []
  ) throws(ColumnProblem) {
    self.source = source
    for (role, name) in columns {
      guard let column = Column(rawValue: role.lowercased()) else {
        throw .unknownRole(role, roles: Column.allCases.map(\.rawValue))
      }
      told[column] = name
    }
  }

  func read() throws(ColumnProblem) -> ImportResult {
    var reader = self
    for name in reader.source.files.keys.sorted() { try reader.read(name) }
    reader.result.fields = reader.fields.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    return reader.result
  }

  private mutating func read(_ name: String) throws(ColumnProblem) {
    let text = SourceText(source.files[name] ?? [])
    if let doubt = text.doubt { result.notes.append(ImportNote(name, 0, doubt)) }
    let table = CSVRows(text.text)
    if let line = table.unclosed {
      result.notes.append(ImportNote(name, line, "a quote that opens here is never closed"))
    }
    guard let header = table.rows.first else { return }
    let columns = try columns(header.cells)
    guard columns.contains(.say) else {
      let message =
        "there is no column say; the columns are \(header.cells.joined(separator: ", ")). Tell which one it is with --columns say=NAME"
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

  /// What the columns are: as the user told, else by their names.
  private func columns(_ header: [String]) throws(ColumnProblem) -> [Column?] {
    var columns = header.map(Self.column).map { column in
      column.flatMap { told[$0] == nil ? $0 : nil }
    }
    for (column, name) in told.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      let wanted = name.trimmed.lowercased()
      guard let index = header.firstIndex(where: { $0.trimmed.lowercased() == wanted }) else {
        throw .unknownName(name, names: header.map(\.trimmed))
      }
      columns[index] = column
    }
    return columns
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
      let more = row.cells.dropFirst(columns.count).map(\.trimmed).filter { !$0.isEmpty }
      result.notes.append(
        ImportNote(
          name, row.line,
          "this row has more cells than the first; these are not carried over: \(Self.line(more))"))
    }
    var cells: [Column: String] = [:]
    for (cell, column) in zip(row.cells, columns) {
      guard let column, !cell.trimmed.isEmpty else { continue }
      if cells[column] != nil {
        result.notes.append(
          ImportNote(
            name, row.line,
            "a second column \(column.rawValue) is not carried over: \(Self.line([cell]))"))
        continue
      }
      cells[column] = column == .tags ? cell.trimmed : filled(MacroText.plain(cell.trimmed))
    }
    if cells[.say] == nil {
      let words = Self.line(zip(row.cells, columns).filter { $0.1 != nil }.map(\.0.trimmed))
      result.notes.append(
        ImportNote(
          name, row.line, "this row has nothing to say\(words.isEmpty ? "" : ": " + words)"))
      return nil
    }
    return cells
  }

  /// Cells as a line of a note.
  private static func line(_ cells: [String]) -> String {
    cells.filter { !$0.isEmpty }.joined(separator: ", ").split(whereSeparator: \.isNewline)
      .joined(separator: " ")
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
