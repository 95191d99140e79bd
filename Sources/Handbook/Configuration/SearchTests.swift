// `search-tests.yml`: what staff type, and what they must find.

internal import Algorithms
internal import Text

/// One query and what it must find.
package struct SearchTest: Sendable {
  /// What counts as found.
  package enum Expectation: Sendable, Equatable {
    /// Any record of a page.
    case page(Int)
    /// The record at an anchor of a page.
    case place(Int, anchor: String)
    /// The record of a line to say, as search shows it.
    case line(String)
  }

  package let query: String
  /// Any of them counts.
  package let expectations: [Expectation]
  /// What is expected, as written; several joined by “or”.
  package let expected: String
  /// How many of the first results it must be among.
  package let top: Int
  /// Whether the query is a line by which the first of its expectations is found.
  package let isTaught: Bool

  /// A query as queries are compared: capitals, spaces and forms of quotation marks mean nothing.
  package static func folded(_ query: String) -> String { FoldedWords.text(of: query) }
}

extension SearchTest.Expectation {
  /// The page that it is on; nil where that is not said.
  package var page: Int? {
    switch self {
    case .page(let page), .place(let page, _): page
    case .line: nil
    }
  }
}

/// A query by which a record is found, as if it stood among what callers say.
package struct TaughtQuery: Sendable, Equatable {
  package let text: String
  /// The record's place on its page; nil for the page itself.
  package let anchor: String?
}

/// Reads `search-tests.yml`: a list of `{query, expect, top, teach}`.
package struct SearchTests: Sendable {
  package static let rule = Rule(
    "search-test", .warning, "A search test names nothing that can be found.",
    explanation: """
      Each entry of `search-tests.yml` has a `query`, what to `expect` (a page as `fees.md`, a \
      section, step, question, card or line to say as `fees.md#late`, the text of a line, or a \
      list of these of which any will do) and `top`, the number of first results it must be among (3 where it \
      is left out). `deskbook search-test` runs them. Search also learns from them: who types the \
      query finds what the entry expects first, so a query leads to one place in each language. \
      With `teach: false` an entry only tests.
      """,
    bad: "- {query: no show, expect: policies/missing.md}\n",
    good: "- {query: no show, expect: policies/missed-appointment.md, top: 1}\n")

  package private(set) var tests: [SearchTest] = []
  package private(set) var diagnostics: [Diagnostic] = []
  /// By page.
  package private(set) var taught: [Int: [TaughtQuery]] = [:]

  private let pages: [Page]
  private let index: [String: Int]
  private let options: PageOptions
  private let editions: [Edition]
  /// The anchors of cards that are pages of their own, by page.
  private let cards: [Int: String]
  /// Where each line to say stands first, by its text.
  private let lines: [String: (page: Int, anchor: String)]
  /// Where each query that was taught first stands, and what it was taught to, by language.
  private var taughtTo: [Int: [String: (line: Int, expected: String)]] = [:]

  private typealias Target = (expectation: SearchTest.Expectation, page: Int, anchor: String?)

  /// Reads the tests of a handbook; an entry that names nothing is reported and left out.
  ///
  /// `file` is nil where there is none, `index` has the place of each page in `pages` by its path.
  init(
    _ file: SourceFile?, pages: [Page], index: [String: Int], cards: [Card], editions: [Edition],
    configuration: Configuration
  ) {
    (self.pages, self.index, options) = (pages, index, configuration.pageOptions)
    self.editions = editions
    self.cards = Dictionary(
      firstWins: cards.filter(\.isWritten).compactMap { card in
        index[card.page.text].map { ($0, card.anchor) }
      })
    guard let file else {
      lines = [:]
      return
    }
    lines = Dictionary(
      firstWins: pages.enumerated().flatMap { index, page in
        page.phrases.compactMap { phrase in phrase.say.map { ($0.text, (index, phrase.id)) } }
      })
    let yaml = YAML.read(0..<file.bytes.count, of: file)
    diagnostics = yaml.diagnostics
    for item in yaml.value?.items ?? [] { read(item, of: file) }
  }

  private mutating func read(_ item: YAML, of file: SourceFile) {
    var reader = MappingReader(item, at: file.path, what: "a search test")
    let query = reader.text("query")
    let expected = reader.texts("expect")
    let top = reader.number("top", in: 1...1_000).map { Int($0) } ?? 3
    let teach = reader.flag("teach") ?? true
    reader.finish()
    diagnostics += reader.diagnostics
    guard let query, !expected.isEmpty else {
      diagnostics.append(
        Diagnostic(
          Self.rule, at: file.path, item.range, "this search test lacks query or expect",
          help: "write - {query: no show, expect: policies/missed-appointment.md}"))
      return
    }
    let found = expected.map { target($0.value) }
    for (name, found) in zip(expected, found) where found == nil {
      diagnostics.append(missing(name, at: file.path))
    }
    let whole = expected.map(\.value).joined(separator: " or ")
    let expectations = found.compactMap { $0?.expectation }
    tests.append(
      SearchTest(
        query: query.value, expectations: expectations, expected: whole, top: top,
        isTaught: teach))
    if teach, let first = found[0] { self.teach(query, first, expected[0].value, in: file) }
  }

  private mutating func teach(
    _ query: Located<String>, _ target: Target, _ expected: String, in file: SourceFile
  ) {
    let line = file.lines.position(of: query.range.lowerBound).line
    let key = SearchTest.folded(query.value)
    // Who reads one language does not find the pages of another.
    let edition = editions.index(holding: pages[target.page].path.folder)
    if let before = taughtTo[edition]?[key] {
      if before.expected == expected { return }
      diagnostics.append(
        Diagnostic(
          Self.rule, at: file.path, query.range,
          "line \(before.line) teaches this query to \(before.expected) already",
          help: "list both under one expect:, or add teach: false here"))
      return
    }
    taughtTo[edition, default: [:]][key] = (line, expected)
    taught[target.page, default: []].append(
      TaughtQuery(text: query.value, anchor: target.anchor))
  }

  private func target(_ text: String) -> Target? {
    guard String(text.cut(at: "#").before).ends(with: ".md") else {
      return lines[text].map { (.line(options.filling(text)), $0.page, $0.anchor) }
    }
    return place(text).map { page, anchor in
      (anchor.map { .place(page, anchor: $0) } ?? .page(page), page, anchor)
    }
  }

  /// The page and the anchor that a text such as `fees.md#late` names; nil where they are not there.
  package func place(_ text: String) -> (page: Int, anchor: String?)? {
    let (path, anchor) = text.cut(at: "#")
    guard let page = index[String(path)] else { return nil }
    guard let anchor else { return (page, nil) }
    let spelled = pages[page].spelling(ofAnchor: String(anchor))
    return pages[page].hasAnchor(spelled) || cards[page] == spelled ? (page, spelled) : nil
  }

  private func missing(_ expected: Located<String>, at path: ContentPath) -> Diagnostic {
    Diagnostic(
      Self.rule, at: path, expected.range,
      "the handbook has no page, anchor or line \(expected.value)",
      help: Suggestion.question(nearest(to: expected.value))
        ?? "write a page's path, or a line exactly as it stands")
  }

  /// The pages, anchors or lines that are most like what is not there, the likeliest first.
  package func nearest(to expected: String) -> [String] {
    let (before, after) = expected.cut(at: "#")
    let path = String(before)
    guard path.ends(with: ".md") else {
      return [Suggestion.nearest(to: expected, in: lines.keys.sorted())].compactMap(\.self)
    }
    guard let page = index[path] else {
      let old = Redirects.output(of: path)
      let moved = pages.filter { page in
        page.front.aliases.contains { Redirects.output(of: $0.value) == old }
      }
      let paths =
        moved.map(\.path.text)
        + [Suggestion.nearest(to: path, in: index.keys.sorted())]
        .compactMap(\.self)
      return paths.uniqued().map { path in
        let whole = after.map { "\(path)#\($0)" } ?? path
        return place(whole) == nil ? path : whole
      }
    }
    let anchor = String(after ?? "")
    let near = Suggestion.nearest(
      to: anchor, in: pages[page].anchors + [cards[page]].compactMap(\.self))
    let elsewhere = pages.filter { $0.hasAnchor(anchor) }.prefix(2).map { "\($0.path)#\(anchor)" }
    return near.map { ["\(path)#\($0)"] + elsewhere } ?? elsewhere
  }
}
