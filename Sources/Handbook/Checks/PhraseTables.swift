// phrase-table: a table or page of phrases that does not say what its editor meant.

internal import CommonMark

enum PhraseTables {
  static let rule = Rule(
    "phrase-table", .warning, "A table of phrases is not read as it was meant.",
    explanation: """
      A table with a column *Say* is shown as phrases. *Instead of* (or *Avoid*, *Do not say*) \
      holds what not to say; *When* and *Why* say more; any other column is a note under its own \
      name. There is one *Say* and one *Instead of* in a table, and each row has something to say \
      and a cell for each header. A page of `kind: phrases`, or in a folder called `phrases`, has \
      at least one phrase.
      """,
    bad: "# Fees\n\n| Say | When |\n| --- | --- |\n|  | The fee is late. |\n",
    good: "# Fees\n\n| Say | When |\n| --- | --- |\n| Let me look. | The fee is late. |\n")

  static func findings(on page: Page) -> [Diagnostic] {
    var found: [Diagnostic] = []
    for (index, node) in page.tree.nodes.enumerated() where node.kind == .table {
      let table = PhraseTable(index, on: page)
      found += page.phraseBlocks[index] == nil ? table.nearProblem : table.problems
    }
    if found.isEmpty, page.phrases.isEmpty, page.kind == .phrases || page.standsAmongPhrases {
      found.append(
        Diagnostic(
          rule, at: page.path, 0..<0,
          page.kind == .phrases
            ? "this page of phrases has no phrase"
            : "this page of the folder phrases has no phrase",
          help: "write a table with a column Say, or > [!SAY] above a line to say"))
    }
    return found
  }
}

extension Page {
  /// Whether the page is a plain one in a folder of phrases, and not the folder's own.
  fileprivate var standsAmongPhrases: Bool {
    kind == .guide && path.folder.split(separator: "/").last?.lowercased() == "phrases"
      && !["index", "readme"].contains(path.stem.lowercased())
  }
}

/// A table, and what is wrong with it as one of phrases.
private struct PhraseTable {
  let page: Page
  let rows: [Int]
  let headers: [Int]
  let columns: [PhraseColumn]

  init(_ table: Int, on page: Page) {
    self.page = page
    rows = page.tree.children(of: table)
    headers = rows.first.map { page.tree.children(of: $0) } ?? []
    columns = rows.first.map { PhraseColumn.columns(ofHeader: $0, in: page.tree) } ?? []
  }

  private func name(_ column: Int) -> String {
    PhraseColumn.header(of: headers[column], in: page.tree)
  }

  private func finding(_ node: Int, _ message: String, help: String, fix: Fix? = nil) -> Diagnostic
  {
    Diagnostic(PhraseTables.rule, at: page.path, place(of: node), message, help: help, fix: fix)
  }

  /// A cell's text, or the row's line.
  private func place(of node: Int) -> Range<Int> {
    page.range(
      ofPart: Phrase.Part(nodes: node..<Int(page.tree.nodes[node].end), text: ""))
  }

  /// Another name in a header's cell, where that is written as it reads.
  private func fix(_ cell: Int, _ header: String, _ name: String) -> Fix? {
    let place = place(of: cell)
    return page.file.bytes[place].elementsEqual(header.utf8) ? Fix(place, name) : nil
  }

  /// What is wrong with a table that has a *Say* column.
  var problems: [Diagnostic] { columnProblems + rows.dropFirst().compactMap(rowProblem) }

  private var columnProblems: [Diagnostic] {
    columns.indices.compactMap { index in
      guard case .note(.other(let header)) = columns[index] else { return nil }
      if let near = PhraseColumn.nearest(to: header) {
        return finding(
          headers[index], "the column “\(header)” is shown as a note of its own",
          help: "did you mean \(near)?", fix: fix(headers[index], header, near))
      }
      let twin = columns[..<index].firstIndex(of: PhraseColumn(header: header))
      return twin.map {
        finding(
          headers[index],
          "“\(header)” and “\(name($0))” mean the same; the second is shown as a note",
          help: "join the two columns, or make a row for each line")
      }
    }
  }

  private func rowProblem(_ row: Int) -> Diagnostic? {
    let cells = page.tree.children(of: row)
    let isFilled = cells.map { page.tree.nodes[$0].end > Int32($0) + 1 }
    guard isFilled.contains(true) else { return nil }
    let isSaid = page.phrases(in: row..<row + 1).first
    if isSaid == nil {
      return finding(
        row, "this row says nothing, so it is left out",
        help: "write the words into the column Say")
    }
    if isSaid?.say == nil {
      return finding(
        row, "this row has a line to avoid and none to say", help: "write what to say instead")
    }
    let written = TableLine(page.file.bytes[page.firstLine(of: row)])
    // A row without a bar is a finding of its own.
    if written.bars > 0, written.cells.count < headers.count {
      return finding(
        row,
        "this row has \(Self.count(written.cells.count)), and the table \(headers.count) columns",
        help: "write a cell for each header, an empty one where there is nothing to say: | |")
    }
    return nil
  }

  private static func count(_ cells: Int) -> String { cells == 1 ? "1 cell" : "\(cells) cells" }

  /// A table that would be one of phrases but for a header.
  var nearProblem: [Diagnostic] {
    let isOfPhrases =
      page.kind == .phrases
      || columns.contains { if case .note(.other) = $0 { false } else { true } }
    guard isOfPhrases,
      let index = headers.indices.first(where: { PhraseTable.asksToSay(name($0)) })
    else { return [] }
    let message = "this table has no column Say, so its lines are not shown as phrases"
    // A column of lines to avoid has its name rightly: another one is what to say.
    let help =
      columns[index] == .avoid
      ? "give the column with what to say the name Say"
      : "did you mean Say instead of “\(name(index))”?"
    return [finding(headers[index], message, help: help)]
  }

  /// Whether a header is most likely *Say* with something more, or mistyped.
  private static func asksToSay(_ header: String) -> Bool {
    let name = FoldedWords.name(of: header)
    return ["sya", "saay", "says", "saying"].contains(name)
      || name.split(separator: " ").contains("say")
  }
}
