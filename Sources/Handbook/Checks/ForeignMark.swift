// foreign-mark: marks of other Markdown dialects, which show as typed.

internal import CommonMark

enum ForeignMark {
  static let rule = Rule(
    "foreign-mark", .warning, "A mark of another tool's Markdown shows as typed.",
    explanation: """
      Deskbook reads Markdown as GitHub does. Other tools add marks of their own: boxes that begin \
      with `!!!`, `???` or `:::`, tabs, `{.class}`, `*[ABBR]:`, lists of terms with `:`, \
      `[[links]]`, `[TOC]`, snippets and imports; some take a heading without a space after `##`. \
      Here they stay in the text as they are. Write plain Markdown, or put real ones between \
      backticks. `{#name}` behind a heading is read: it is what links to the heading have behind their `#`. Of many marks of \
      one sort the first places are shown, and the others counted.
      """,
    bad: "# Fees\n\n!!! warning\n    Ask first.\n", good: "# Fees\n\n> [!WARNING]\n> Ask first.\n")

  static func findings(on page: Page) -> [Diagnostic] {
    var marks = ForeignMarks(page)
    marks.read()
    return ForeignSort.allCases.flatMap { sort in
      (marks.found[sort] ?? []).map { place in
        Diagnostic(
          rule, at: page.path, place, "\(sort.name) shows as typed", help: sort.help,
          fix: sort == .heading ? spaced(place, in: page.file) : nil)
      }
    }
  }
}

extension ForeignMark {
  /// A plain space behind the signs of a heading.
  private static func spaced(_ line: Range<Int>, in file: SourceFile) -> Fix {
    let signs = file.bytes[line].prefix { $0 == UInt8(ascii: "#") }
    let isNoBreak = file.holds([0xC2, 0xA0], at: signs.endIndex)
    let gap = signs.endIndex..<signs.endIndex + (isNoBreak ? 2 : 0)
    return Fix("Write a space behind the #", [Fix.Edit(gap, " ")])
  }
}

/// A sort of mark.
private enum ForeignSort: CaseIterable {
  case box, container, tab, attributes, abbreviation, term, wikiLink, contents, snippet, module
  case heading

  var name: String {
    switch self {
    case .box: "this box of MkDocs"
    case .container: "this box with :::"
    case .tab: "this tab of MkDocs"
    case .attributes: "this list of attributes"
    case .abbreviation: "this abbreviation"
    case .term: "this list of terms"
    case .wikiLink: "this wiki link"
    case .contents: "this mark for a table of contents"
    case .snippet: "this snippet"
    case .module: "this import"
    case .heading: "this heading"
    }
  }

  var help: String {
    switch self {
    case .box, .container: "write > [!NOTE] and the text under it, each line with >"
    case .tab: "write a heading for each tab"
    case .attributes: "remove it; pages have no styles of their own"
    case .abbreviation: "write <abbr title=\"…\"> round it, or say it in full"
    case .term: "write a list: - **Term**: what it means"
    case .wikiLink: "write [text](page.md)"
    case .contents: "remove it; every page has a list of its headings"
    case .snippet, .module: "copy the text into the page, or link to it"
    case .heading: "write a plain space between the # and the words"
    }
  }
}

/// Looks for the marks of a page.
private struct ForeignMarks {
  let page: Page
  private(set) var found: [ForeignSort: [Range<Int>]] = [:]

  init(_ page: Page) { self.page = page }

  mutating func read() {
    let tree = page.tree
    var places = InlinePlaces(page)
    var headingEnd: Int32 = 0
    for (index, node) in tree.nodes.enumerated() {
      switch node.kind {
      case .paragraph: readLines(of: index)
      case .heading: headingEnd = node.end
      case .text:
        let text = tree.slice(node.text)
        let isLast = node.end == headingEnd
        let followsLink =
          index > 0 && !isLast && endsLink(before: index)
        if isLast, let start = Self.attributesAtEnd(of: text) {
          note(.attributes, text[start...], at: index, text, &places)
        } else if followsLink, Self.beginsAttributes(text) {
          note(.attributes, text.prefix { $0 != UInt8(ascii: "}") }, at: index, text, &places)
        }
        readWikiLinks(in: text, at: index, &places)
      default: break
      }
    }
  }

  /// Whether a link or an image ends right before a node.
  private func endsLink(before index: Int) -> Bool {
    var node = index - 1
    while node > 0, page.tree.nodes[node].end == Int32(index) {
      let kind = page.tree.nodes[node].kind
      if kind == .link || kind == .image { return true }
      node -= 1
    }
    return false
  }

  private mutating func note(
    _ sort: ForeignSort, _ mark: ArraySlice<UInt8>, at node: Int, _ text: ArraySlice<UInt8>,
    _ places: inout InlinePlaces
  ) {
    let place = places.place(of: mark, at: node, offset: mark.startIndex - text.startIndex)
    let isWritten =
      page.file.holds(mark.prefix(2), at: place.lowerBound)
      && !page.file.isEscaped(at: place.lowerBound)
    if isWritten { found[sort, default: []].append(place) }
  }

  /// `[[name]]` and `![[name]]` in a text.
  private mutating func readWikiLinks(
    in text: ArraySlice<UInt8>, at node: Int, _ places: inout InlinePlaces
  ) {
    var rest = text.starts(with: "[[_".utf8) ? text.dropFirst(2) : text
    while let start = rest.firstIndex(of: UInt8(ascii: "[")) {
      rest = text[(start + 1)...]
      guard rest.first == UInt8(ascii: "["),
        let end = rest.dropFirst().firstIndex(where: { $0 == UInt8(ascii: "[") || $0 == 0x5D }),
        text[end...].starts(with: "]]".utf8), end > start + 2
      else { continue }
      note(.wikiLink, text[start...end + 1], at: node, text, &places)
      rest = text[(end + 2)...]
    }
  }

  private static func beginsAttributes(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.first == UInt8(ascii: "{"), let end = text.firstIndex(of: UInt8(ascii: "}")) else {
      return false
    }
    let inner = text[..<end].dropFirst().drop { $0 == 0x20 }
    guard let first = inner.first else { return false }
    return "#.:".utf8.contains(first)
      || inner.contains(UInt8(ascii: "=")) && (0x61...0x7A).contains(first | 0x20)
  }

  private static func attributesAtEnd(of text: ArraySlice<UInt8>) -> Int? {
    guard text.last == UInt8(ascii: "}"), let start = text.lastIndex(of: UInt8(ascii: "{")),
      beginsAttributes(text[start...])
    else { return nil }
    return start
  }
}

// Marks that begin a line of a paragraph.
extension ForeignMarks {
  private mutating func readLines(of paragraph: Int) {
    let node = page.tree.nodes[paragraph]
    guard node.line > 0 else { return }
    var range = page.firstLine(of: paragraph)
    for number in Int(node.line)...max(Int(node.line), Int(node.endLine)) {
      if number > Int(node.line) {
        range = page.file.range(ofLine: number)
        let start = page.file.bytes[range].firstIndex { $0 != 0x20 && $0 != 0x09 && $0 != 0x3E }
        range = (start ?? range.upperBound)..<range.upperBound
      }
      // Letters begin nearly every line.
      guard let first = page.file.bytes[range].first,
        !(0x61...0x7A).contains(first | 0x20) || first == UInt8(ascii: "i")
      else { continue }
      let line = String(decoding: page.file.bytes[range], as: UTF8.self)
      let isFirst = number == Int(node.line)
      if let sort = Self.sort(of: line, isFirst: isFirst, isOnly: node.line == node.endLine) {
        found[sort, default: []].append(range)
      }
    }
  }

  private static func sort(of line: String, isFirst: Bool, isOnly: Bool) -> ForeignSort? {
    let rest = { (count: Int) in line.dropFirst(count) }
    if line.hasPrefix("!!! ") || line.hasPrefix("??? ") || line.hasPrefix("???+ ") {
      return rest(4).first?.isLetter == true || rest(5).first?.isLetter == true ? .box : nil
    }
    if line.hasPrefix(":::") {
      return rest(3).drop { $0 == ":" || $0 == " " }.first.map { $0.isLetter || $0 == "{" } == true
        ? .container : nil
    }
    if line.hasPrefix("=== \"") || line.hasPrefix("===! \"") { return .tab }
    if line.hasPrefix("{:") || line.hasPrefix("{.") || line.hasPrefix("{#") {
      let end = line.firstIndex(of: "}")
      return end.map { line[line.index(after: $0)...].allSatisfy { $0 == " " } } == true
        ? .attributes : nil
    }
    if line.hasPrefix("*["), line.contains("]: ") { return .abbreviation }
    if !isFirst, line.hasPrefix(": ") || line.hasPrefix(":\t") { return .term }
    if isOnly, ["[toc]", "[[toc]]", "[[_toc_]]"].contains(line.lowercased()) { return .contents }
    if line.hasPrefix("--8<--") || line.hasPrefix("-8<-") { return .snippet }
    if isFirst, line.hasPrefix("import ") {
      return line.contains(" from '") || line.contains(" from \"") ? .module : nil
    }
    let signs = line.prefix { $0 == "#" }.count
    guard (1...6).contains(signs), let next = rest(signs).first else { return nil }
    return next == "\u{A0}" || signs > 1 && next.isLetter ? .heading : nil
  }
}
