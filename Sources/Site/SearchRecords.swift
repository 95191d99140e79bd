// What search can find on a page: the page, its sections, phrases, steps, questions and card.

internal import CommonMark
internal import Handbook
internal import Search
internal import Text

/// Makes the search records of one page.
struct SearchRecords {
  private let handbook: Handbook
  private let page: Page
  private let url: String
  private let crumbs: [String]
  private let keywords: [String]
  private let reviewDue: String?
  private let prominence: Int
  private let taught: [TaughtQuery]
  /// Nodes of `[!SAY]` and its kin, which no reader sees.
  private let markers: Set<Int>

  init(handbook: Handbook, index: Int) {
    self.handbook = handbook
    page = handbook.pages[index]
    url = urlPath(handbook.outputPath(of: index))
    crumbs = Self.crumbs(of: page.path.folder, handbook)
    keywords = page.front.synonyms + page.front.tags + page.front.aliases.map(\.value)
    reviewDue = handbook.nextReview(of: page)?.description
    markers = Set(page.alerts.values.flatMap(\.marker))
    taught = handbook.searchTests.taught[index] ?? []
    prominence = page.kind == .practice ? 48 : url == "index.html" ? 48 : 64
  }

  private static func crumbs(of folder: String, _ handbook: Handbook) -> [String] {
    var result: [String] = []
    var path = ""
    for part in folder.pathNames {
      path += path.isEmpty ? String(part) : "/" + part
      if let title = handbook.folders.folders[path]?.title { result.append(title) }
    }
    return result
  }

  /// The page itself first, then its parts in reading order.
  func all() -> [SearchRecord] {
    var records = [whole()]
    switch page.structure {
    case .faq(let questions):
      records += questions.map {
        part(.question, $0.heading.text, "#" + $0.heading.slug.text, body: $0.content)
      }
    case .card: break
    default: records += sections()
    }
    records += page.phrases.compactMap(phrase)
    if let card = handbook.card(of: page), card.isWritten {
      records.append(
        part(.card, card.title, "#" + card.anchor, body: 1..<Int(page.tree.nodes[0].end)))
    }
    for query in taught { teach(query, &records) }
    if page.kind == .script { for index in records.indices { records[index].isScript = true } }
    return records
  }

  /// Adds a query to what callers say at its place; to the page itself where that has no record.
  private func teach(_ query: TaughtQuery, _ records: inout [SearchRecord]) {
    let target = query.anchor.map { url + urlAnchor("#" + $0) } ?? url
    let record = records.firstIndex { $0.url == target } ?? 0
    if !records[record].heard.contains(query.text) { records[record].heard.append(query.text) }
  }

  /// Whether the page is only a list, each of whose entries is found by itself.
  private var isList: Bool {
    if case .faq = page.structure { return true }
    let edition = handbook.editions[handbook.edition(at: page.path.folder)]
    return page.path.text == edition.prefix + "glossary.md"
  }

  private func part(
    _ kind: SearchRecord.Kind, _ title: String, _ anchor: String, body: Range<Int>
  ) -> SearchRecord {
    var record = SearchRecord(
      kind: kind, url: url + urlAnchor(anchor), title: title, page: page.title, crumbs: crumbs,
      tags: page.front.tags, reviewDue: reviewDue, prominence: prominence)
    append(body, to: &record.body)
    return record
  }

  private func urlAnchor(_ anchor: String) -> String {
    "#" + urlPath(String(decoding: anchor.utf8.dropFirst(), as: UTF8.self))
  }

  private func whole() -> SearchRecord {
    let firstHeading = page.headings.first { $0.node != page.titleNode && $0.level >= 2 }
    let end = firstHeading?.node ?? Int(page.tree.nodes[0].end)
    var record = SearchRecord(
      kind: .page, url: url, title: page.title, page: page.title, crumbs: crumbs,
      heard: page.front.heard, keywords: keywords, tags: page.front.tags,
      headings: isList ? [] : page.headings.filter { $0.node != page.titleNode }.map(\.text),
      body: page.front.summary.map { $0 + " " } ?? "", reviewDue: reviewDue,
      prominence: prominence)
    if page.kind != .card, end > 1 { append(1..<end, to: &record.body) }
    return record
  }

  /// A record for each heading below the title; a script's second-level ones are its steps.
  private func sections() -> [SearchRecord] {
    let headings = page.headings.filter { $0.node != page.titleNode }
    var isScript = false
    if case .script = page.structure { isScript = true }
    return headings.enumerated().map { position, heading in
      let next = position + 1 < headings.count ? headings[position + 1].node : nil
      let start = Int(page.tree.nodes[heading.node].end)
      let range = start..<max(start, next ?? Int(page.tree.nodes[0].end))
      return part(
        isScript && heading.level == 2 ? .step : .section, heading.text,
        "#" + heading.slug.text, body: range)
    }
  }

  /// The page's lines to say as plain text, in reading order.
  var linesToSay: [String] { page.phrases.compactMap { $0.say.map { text($0.nodes) } } }

  private func phrase(_ phrase: Phrase) -> SearchRecord? {
    guard let say = phrase.say else { return nil }
    var record = SearchRecord(
      kind: .phrase, url: url + urlAnchor("#" + phrase.id), title: text(say.nodes),
      page: page.title, crumbs: crumbs, tags: page.front.tags,
      avoid: phrase.avoid.map { [text($0.nodes)] } ?? [],
      when: phrase.notes.filter { $0.kind == .when }.map { text($0.part.nodes) },
      reviewDue: reviewDue, prominence: prominence)
    for note in phrase.notes where note.kind != .when {
      if !record.body.isEmpty { record.body.append(UInt8(ascii: " ")) }
      append(note.part.nodes, to: &record.body)
    }
    return record
  }

  /// Plain text as a reader sees it: values filled in, fields by their labels in brackets.
  private func text(_ range: Range<Int>) -> String {
    var result: [UInt8] = []
    append(range, to: &result, blockBreak: UInt8(ascii: " "))
    return String(decoding: result, as: UTF8.self)
  }

  /// Adds plain text.
  ///
  /// Between blocks stands `blockBreak`: numbers in neighbouring cells are not one.
  private func append(
    _ range: Range<Int>, to result: inout [UInt8], blockBreak: UInt8 = UInt8(ascii: "\n")
  ) {
    let configuration = handbook.configuration
    let tree = page.tree
    let start = result.count
    for index in range where !markers.contains(index) {
      let node = tree.nodes[index]
      switch node.kind {
      case .text:
        let slice = tree.slice(node.text)
        guard Placeholder.mayStand(in: slice) else {
          result += slice
          continue
        }
        for segment in Placeholder.segments(of: slice) {
          switch segment {
          case .literal(let bytes): result += bytes
          case .hole(let name, let source):
            let label = configuration.field(name).map { "[\($0.label)]" }
            let value = configuration.values[name] ?? label
            result += value.map { Array($0.utf8) } ?? Array(source)
          }
        }
      case .code, .codeBlock: result += tree.slice(node.text)
      case .softBreak, .lineBreak:
        if result.count > start, let last = result.last, last > 0x20 { result.append(0x20) }
      case .paragraph, .heading, .item, .tableCell, .blockQuote, .list, .htmlBlock:
        if result.count > start, let last = result.last, last > 0x20 { result.append(blockBreak) }
      default: break
      }
    }
  }
}
