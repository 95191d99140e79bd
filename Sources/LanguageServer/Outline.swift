// The headings, steps and phrases of a page, as lists and folds of the editor show them.

internal import Handbook
internal import Text

/// A place of a page that has a name.
struct OutlineEntry {
  /// Numbers of the protocol's `SymbolKind`.
  enum Kind: Int { case page = 1, heading = 3, step = 12, phrase = 15 }

  let name: String
  let kind: Kind
  /// That of the heading; phrases stand below every heading.
  let level: Int
  /// Its line, and all that belongs to it.
  let line: Range<Int>
  let range: Range<Int>
}

extension Page {
  /// Headings, steps and phrases, in the order of the page.
  var outline: [OutlineEntry] {
    let steps = stepNodes
    let starts = headings.map { (level: $0.level, line: firstLine(of: $0.node)) }
    var entries = headings.enumerated().map { index, heading in
      let line = starts[index].line
      let next = starts[(index + 1)...].first { $0.level <= heading.level }
      let end = next?.line.lowerBound ?? file.bytes.count
      return OutlineEntry(
        name: heading.text.isEmpty ? "(no words)" : heading.text,
        kind: steps.contains(heading.node) ? .step : .heading, level: heading.level, line: line,
        range: line.lowerBound..<max(line.upperBound, file.trimmed(line.lowerBound..<end)))
    }
    entries += phrases.compactMap { phrase in
      guard let words = (phrase.say ?? phrase.avoid)?.text, !words.isEmpty else { return nil }
      let line = firstLine(of: phrase.node)
      let block = file.trimmed(text.blockRange(of: phrase.node))
      return OutlineEntry(
        name: words, kind: .phrase, level: 7, line: line,
        range: line.lowerBound..<max(line.upperBound, block))
    }
    return entries.sorted { $0.line.lowerBound < $1.line.lowerBound }
  }

  private var stepNodes: Set<Int> {
    switch structure {
    case .model(let steps): Set(steps.map(\.heading.node))
    case .script(let script): Set(script.steps.map(\.heading.node))
    case .plain, .card, .faq, .practice: []
    }
  }
}

extension SourceFile {
  /// The end of a range without the blanks and line ends behind its last word.
  fileprivate func trimmed(_ range: Range<Int>) -> Int {
    bytes[range].lastIndex { $0 > 0x20 }.map { $0 + 1 } ?? range.lowerBound
  }
}

extension LanguageSession {
  /// The open page that a question is about.
  func page(_ params: JSON?) -> (workspace: Workspace, page: Page)? {
    guard let workspace, let uri = params?["textDocument"]?["uri"]?.string,
      let path = workspace.path(uri), let page = workspace.page(path)
    else { return nil }
    return (workspace, page)
  }

  func documentSymbols(_ params: JSON?) -> JSON {
    guard let (_, page) = page(params) else { return .array([]) }
    var entries = page.outline[...]
    return .array(symbols(&entries, below: 0, of: page.file))
  }

  /// The entries at the beginning of a list that stand below a level, each with those below it.
  private func symbols(
    _ entries: inout ArraySlice<OutlineEntry>, below level: Int, of file: SourceFile
  ) -> [JSON] {
    var symbols: [JSON] = []
    while let entry = entries.first, entry.level > level {
      entries.removeFirst()
      let children = self.symbols(&entries, below: entry.level, of: file)
      symbols.append(
        .object([
          ("name", .string(entry.name)), ("kind", .number(entry.kind.rawValue)),
          ("range", file.range(entry.range, unit)),
          ("selectionRange", file.range(entry.line, unit)), ("children", .array(children)),
        ]))
    }
    return symbols
  }

  /// More than anybody reads in a list.
  private static let mostSymbols = 200

  /// Pages, headings, steps and phrases whose name has every word that was typed.
  func workspaceSymbols(_ params: JSON?) -> JSON {
    guard let workspace else { return .array([]) }
    let words = (params?["query"]?.string ?? "").lowercased().split(separator: " ")
    var found: [JSON] = []
    for page in workspace.handbook.pages {
      let title = OutlineEntry(name: page.title, kind: .page, level: 0, line: 0..<0, range: 0..<0)
      let entries = [title] + page.outline.filter { !page.isTitle($0) }
      for entry in entries where found.count < Self.mostSymbols {
        let name = entry.name.lowercased()
        guard words.allSatisfy({ name.contains($0) }) else { continue }
        let place = location(page.path.text, page.file.range(entry.line, unit))
        found.append(
          .object([
            ("name", .string(entry.name)), ("kind", .number(entry.kind.rawValue)),
            ("location", place), ("containerName", .string(page.path.text)),
          ]))
      }
    }
    return .array(found)
  }

  /// The front matter, and every section of more than one line.
  func foldingRanges(_ params: JSON?) -> JSON {
    guard let (_, page) = page(params) else { return .array([]) }
    // With the line that closes it.
    let front = FrontMatter.yamlRange(of: page.file).map { 0..<$0.upperBound + 1 }
    let ranges = [front].compactMap(\.self) + page.outline.map(\.range)
    return .array(
      ranges.compactMap { range in
        let start = page.file.lines.position(of: range.lowerBound).line - 1
        let end = page.file.lines.position(of: max(range.lowerBound, range.upperBound - 1)).line - 1
        guard end > start else { return nil }
        return .object([("startLine", .number(start)), ("endLine", .number(end))])
      })
  }
}

extension Page {
  /// Whether an entry is the title's own heading.
  fileprivate func isTitle(_ entry: OutlineEntry) -> Bool {
    titleNode.map { firstLine(of: $0) == entry.line } ?? false
  }
}
