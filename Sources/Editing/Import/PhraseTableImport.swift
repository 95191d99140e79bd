// Macros and phrases from a spreadsheet, or from what help desks and knowledge bases export.

internal import Handbook

/// Reads a table of lines to say.
struct PhraseTableImport {
  private let source: ImportSource
  private let names: ColumnNames
  private var result = ImportResult()
  private var fields: [String: String] = [:]

  init(
    _ source: ImportSource, _ columns: [(role: String, name: String)] = []
  ) throws(ColumnProblem) {
    self.source = source
    names = try ColumnNames(columns)
  }

  func read() throws(ColumnProblem) -> ImportResult {
    var reader = self
    let tables = reader.source.files.sorted { $0.key < $1.key }.map { name, bytes in
      let text = SourceText(bytes)
      return (name: name, doubt: text.doubt, rows: CSVRows(text.text))
    }
    try reader.names.check(tables.compactMap { Self.filled($0.rows).first?.cells })
    for table in tables { reader.read(table.name, table.doubt, table.rows) }
    reader.result.fields = reader.fields.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    return reader.result
  }

  /// The rows in which something stands.
  private static func filled(_ table: CSVRows) -> [CSVRows.Row] {
    table.rows.filter { !$0.cells.allSatisfy(\.trimmed.isEmpty) }
  }

  private mutating func read(_ name: String, _ doubt: String?, _ table: CSVRows) {
    if let doubt { result.notes.append(ImportNote(name, 0, doubt)) }
    if let line = table.unclosed {
      result.notes.append(ImportNote(name, line, "a quote that opens here is never closed"))
    }
    let rows = Self.filled(table)
    guard let header = rows.first else {
      result.notes.append(ImportNote(name, 0, "nothing stands in it, so it was left out"))
      return
    }
    let columns = names.columns(of: header.cells, named: LineColumn.init(exported:))
    guard columns.contains(.say) else {
      let message =
        "there is no column say; the columns are \(header.cells.joined(separator: ", ")). Tell which one it is with --columns say=NAME"
      result.notes.append(ImportNote(name, header.line, message))
      return
    }
    for (cell, column) in zip(header.cells, columns) where column == nil {
      result.notes.append(ImportNote(name, header.line, "the column \(cell) is not carried over"))
    }
    var sections: [(name: String, rows: [[LineColumn: String]])] = []
    var known: [String: Int] = [:]
    for row in rows.dropFirst() {
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

  private mutating func cells(
    _ row: CSVRows.Row, _ columns: [LineColumn?], _ name: String
  ) -> [LineColumn: String]? {
    if row.cells.count > columns.count {
      let more = row.cells.dropFirst(columns.count).map(\.trimmed).filter { !$0.isEmpty }
      result.notes.append(
        ImportNote(
          name, row.line,
          "this row has more cells than the first; these are not carried over: \(Self.line(more))"))
    }
    var cells: [LineColumn: String] = [:]
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

  private mutating func add(
    _ sections: [(name: String, rows: [[LineColumn: String]])], _ name: String
  ) {
    let stem = name.split(separator: "/").last.map { String($0.dropLast(4)) } ?? name
    let used = LineColumn.allCases.filter { column in
      column.header != nil && sections.contains { $0.rows.contains { $0[column] != nil } }
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
        "\n| \(used.compactMap(\.header).joined(separator: " | ")) |\n|\(String(repeating: " --- |", count: used.count))\n"
      for row in section.rows {
        text += "| \(used.map { row[$0] ?? "" }.joined(separator: " | ")) |\n"
      }
    }
    let slug = Slug.base(stem).isEmpty ? "imported" : Slug.base(stem)
    let path = ImportResult.free("phrases/\(slug).md") { result.pages[$0] != nil }
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
