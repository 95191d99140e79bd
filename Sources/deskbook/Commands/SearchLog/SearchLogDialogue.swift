// Asks an editor, query by query, what readers meant.

internal import Build
internal import Editing
internal import Handbook
internal import Search
internal import Text

/// A dialogue on the terminal; a line from the keyboard is an answer.
struct SearchLogDialogue {
  private enum Answer {
    case teach(String)
    case skip, stop
  }

  /// What was chosen so far.
  private(set) var entries: [SearchTestsEdit.Entry] = []
  private(set) var sieve: SearchLogSieve
  private let console: Console
  private let content: String
  /// The queries of the tests and of what was chosen.
  private var known: Set<String>

  init(_ sieve: SearchLogSieve, known: Set<String>, content: String, _ console: Console) {
    (self.sieve, self.known, self.content, self.console) = (sieve, known, content, console)
  }

  /// Asks about each query, until the answer is to stop.
  mutating func ask(about queries: [MissedQuery]) throws {
    try console.note(
      "\(Self.count(queries.count)) to look at; what you choose is written at the end or at q, and not at all after Ctrl-C"
    )
    for (number, query) in queries.enumerated() {
      // One that was typed for another may come again.
      if entries.contains(where: { SearchTest.folded($0.query) == SearchTest.folded(query.text) }) {
        continue
      }
      guard let open = try sieve.open(query) else { continue }
      try show(open, "\(Wording.grouped(number + 1)) of \(Wording.grouped(queries.count))")
      switch try answer(open) {
      case .teach(let place): try teach(open, place)
      case .skip: continue
      case .stop:
        return try console.note("stopped before \(Self.count(queries.count - number))")
      }
    }
  }

  private static func count(_ queries: Int) -> String {
    Wording.count(queries, "query", "queries")
  }

  private func show(_ open: OpenQuery, _ progress: String) throws {
    let ink = console.isColored(.error)
    let title = Ink.strong.paint(DisplayWidth.visible(open.query.text), ink)
    try console.write("\n\(title)  (\(progress))\n", to: .error)
    try console.note("  " + open.query.facts)
    for gone in open.gone { try console.note("  opened: \(gone.words)") }
    for (index, candidate) in open.candidates.enumerated() {
      let openings =
        candidate.openings == 0 ? "" : ", opened \(Wording.count(candidate.openings, "time"))"
      try console.note(
        "  \(index + 1)  \(candidate.title) [\(candidate.kind.rawValue)\(openings)]")
      let name = Ink.help.paint(DisplayWidth.visible(candidate.name), ink)
      try console.write("     \(name)\n", to: .error)
    }
    if open.candidates.isEmpty { try console.note("  search has no candidate") }
  }

  private func answer(_ open: OpenQuery) throws -> Answer {
    let keys = open.candidates.indices.map { "\($0 + 1)" }
    let teaches = keys.isEmpty ? "" : keys.joined(separator: ", ") + ": teach it · "
    while let line = try line(teaches + "Enter: skip · t: another place · q: stop") {
      switch line.lowercased() {
      case "": return .skip
      case "q": return .stop
      case "t": if let place = try place() { return .teach(place) }
      case let key:
        if let index = keys.firstIndex(of: key) { return .teach(open.candidates[index].name) }
        try console.note("  that is none of the keys")
      }
    }
    return .stop
  }

  /// A place that the editor types; nil where they think better of it.
  private func place() throws -> String? {
    while let line = try line("Place, such as policies/fees.md#late (Enter: back)"), !line.isEmpty {
      switch sieve.places.find(typed: line, content: content) {
      case .success(let place): return sieve.places.name(of: place)
      case .failure(let gone):
        let nearest = gone.nearest.map { " " + $0 }.joined(separator: " or")
        try console.note(
          "  there is no such place\(nearest.isEmpty ? "" : "; did you mean\(nearest)?")")
      }
    }
    return nil
  }

  private mutating func teach(_ open: OpenQuery, _ place: String) throws {
    guard let query = open.query.isMasked ? try wording() : open.query.text else { return }
    known.insert(SearchTest.folded(query))
    entries.append(SearchTestsEdit.Entry(query: query, place: place))
    try console.note("  → \(place)")
  }

  /// A query in the editor's words, for one of which a part was taken out; nil for none.
  private func wording() throws -> String? {
    let prompt = "A word was taken out at “\(MissedQuery.mask)”. Type the query whole (Enter: skip)"
    while let line = try line(prompt), !line.isEmpty {
      if line.contains(MissedQuery.mask) || !line.contains(where: { $0.isLetter || $0.isNumber }) {
        try console.note("  type the words that colleagues will type")
      } else if known.contains(SearchTest.folded(line)) {
        try console.note("  that query is taught already")
      } else {
        return line
      }
    }
    return nil
  }

  /// A line from the keyboard; nil at its end.
  private func line(_ prompt: String) throws -> String? {
    try console.write("\(prompt) > ", to: .error)
    if let line = readLine() { return SearchLog.cleaned(line) }
    try console.note("")
    return nil
  }
}

extension MissedQuery {
  /// How often it was asked, when last, and with what outcome.
  fileprivate var facts: String {
    let outcomes = [(LoggedSearch.Outcome.nothing, "found nothing"), (.abandoned, "given up")]
      .compactMap { outcome, words in
        counts[outcome].map { "\(words) \(Wording.count($0, "time"))" }
      }
    return "\(outcomes.joined(separator: ", ")), last on \(last)"
  }
}
