// too-large: a page of a size or shape that no reader and no browser can take.

internal import CommonMark

package enum PageSize {
  package static let rule = Rule(
    "too-large", .error, "A page is too large, or its shape takes too long.",
    explanation: """
      A page may have 20,000 headings, 50,000 links, tables of 1,000 columns and 250,000 cells, and \
      200 lists or quotes in one another, and 2 MB of values in its holes; a handbook 200,000 \
      pages. Some texts that repeat one sign \
      without blank lines keep the reader of Markdown busy for hours; they are refused before it sees \
      them, and a page that still takes it more than 20 seconds ends the build. Split the page, or \
      put blank lines between its parts.
      """,
    bad: "> > > > > (two hundred and one of them) Hello.", good: "> Hello.\n")

  /// Pages beyond the limit, at the first of them.
  static func findings(in handbook: Handbook) -> [Diagnostic] {
    guard handbook.pages.count > Limits.pages else { return [] }
    return [
      Diagnostic(
        rule, at: handbook.pages[Limits.pages].path, 0..<0,
        "this handbook has \(handbook.pages.count) pages; the limit is \(Limits.pages)",
        help: "make several handbooks of it")
    ]
  }

  static func findings(on page: Page) -> [Diagnostic] {
    [
      excess(of: "headings", page.headings.map(\.node), Limits.headings, on: page),
      excess(of: "links", page.links.map(\.node), Limits.links, on: page),
      tooDeep(on: page),
    ].compactMap(\.self)
  }

  /// A page that is refused before it is parsed.
  static func refusal(_ file: SourceFile, from start: Int) -> Diagnostic? {
    MarkdownEffort.excess(of: file.bytes[start...]).map { excess in
      Diagnostic(
        rule, at: file.path, firstLine(of: excess.range, in: file), excess.what,
        help: "split it into several pages, or put blank lines between its parts")
    }
  }

  /// A page that the parser did not end with in time.
  package static func overrun(_ file: SourceFile, budget: Duration) -> Diagnostic {
    let start = FrontMatter.read(file).bodyStart
    let seconds = Double(budget / .seconds(1)).shown
    return Diagnostic(
      rule, at: file.path, firstLine(of: start..<file.bytes.count, in: file),
      "this page takes more than \(seconds) s to read; the pages after it were not checked",
      help: "split it into several pages, or put blank lines between its parts")
  }

  private static func excess(
    of what: String, _ nodes: [Int], _ limit: Int, on page: Page
  ) -> Diagnostic? {
    guard nodes.count > limit else { return nil }
    return Diagnostic(
      rule, at: page.path, place(of: nodes[limit], on: page),
      "this page has \(nodes.count) \(what); the limit is \(limit)",
      help: "split it into several pages")
  }

  /// The first list or quote that lies in too many others.
  private static func tooDeep(on page: Page) -> Diagnostic? {
    var ends: [Int32] = []
    for (index, node) in page.tree.nodes.enumerated() {
      guard node.kind == .blockQuote || node.kind == .list else { continue }
      while let end = ends.last, end <= Int32(index) { ends.removeLast() }
      ends.append(node.end)
      if ends.count > Limits.nesting {
        return Diagnostic(
          rule, at: page.path, place(of: index, on: page),
          "this is the \(Limits.nesting + 1)th list or quote in another",
          help: "a reader sees no more than three or four; write paragraphs")
      }
    }
    return nil
  }

  static func place(of node: Int, on page: Page) -> Range<Int> {
    let node = page.tree.nodes[node]
    let start = page.file.lines.offset(line: Int(node.line), column: Int(node.column))
    return firstLine(of: start..<page.file.bytes.count, in: page.file)
  }

  private static func firstLine(of range: Range<Int>, in file: SourceFile) -> Range<Int> {
    let bytes = file.bytes[range].drop { $0 == 0x0A || $0 == 0x0D }
    let end = bytes.firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.endIndex
    return bytes.startIndex..<min(end, bytes.startIndex + 80)
  }
}
