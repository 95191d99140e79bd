// `deskbook search-log`.

internal import ArgumentParser
internal import Build
internal import Editing
internal import Handbook
internal import Search

/// Turns what readers searched for in vain into what search has learned.
struct SearchLogCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search-log", abstract: "Teach search what readers looked for in vain.",
    discussion: """
      Readers' browsers keep the searches that found nothing or were given up, and readers send \
      them as files. These are merged; a file that is given twice counts once. Each query that is \
      not found now is shown with three places that it may mean, what readers opened in the end \
      first. What you choose is added to Content/search-tests.yml when you are through or stop: \
      from the next build on, search finds it.

      A query counts as found where all that readers opened is among the first three hits. Where \
      there was no hit and nothing was opened, it counts as found where the first hit now has a \
      match for every word of it. Queries in search-tests.yml and those of more than 32 words are \
      left out. A query with … lacks a word that the reader's browser took out: it is searched for \
      without it, and you type it whole before it is taught. Pages of which readers said that they \
      did not help are named.

      Examples:
        deskbook search-log from-ana.tsv from-ben.tsv
        deskbook search-log logs/*.tsv --tsv -C desk > missed.tsv
      """)

  @Argument(
    help: ArgumentHelp("The files that readers sent.", valueName: "files"), completion: .file())
  var files: [String]

  @Flag(help: "Ask nothing: teach each query its first place, and print what was taught.")
  var acceptFirst = false

  @Flag(help: "Print the list with its places for a spreadsheet, and write nothing.")
  var tsv = false

  @OptionGroup var place: PlaceOptions
  @OptionGroup var options: ConsoleOptions

  func validate() throws {
    if acceptFirst, tsv { throw ValidationError("--accept-first and --tsv exclude each other") }
  }

  func run() async throws {
    let console = Console(options)
    if !acceptFirst, !tsv, !Console.hasInput {
      try console.error(
        "nobody can choose: standard input is no terminal",
        help: "--accept-first teaches each query its first place, --tsv prints the list")
      throw ExitStatus.usage
    }
    do {
      try await teach(try merged(console), console)
    } catch let problem as BuildProblem {
      throw try console.report(ProblemText(problem))
    }
  }

  private func teach(_ queries: [MissedQuery], _ console: Console) async throws {
    var settings = try place.settings()
    // Readers do not find drafts.
    settings.includesDrafts = false
    // What was interrupted is finished before the handbook is read; nobody waits for an editor who thinks.
    if !tsv { try await turn(settings, console).end() }
    let outcome = try await Interruption.cancelling { [settings] () throws(BuildProblem) in
      try await Pipeline(settings).model()
    }
    try showFindings(outcome, console)
    let known = SearchTestsEdit(outcome.texts[.searchTests]?.bytes).queries
    var sieve = SearchLogSieve(outcome.handbook)
    if tsv {
      let open = try opened(queries, &sieve, console)
      try console.write(SearchLogTable.text(of: open), to: .output)
      return try sum(up: sieve, console)
    }
    let entries: [SearchTestsEdit.Entry]
    if acceptFirst {
      entries = try firstPlaces(of: try opened(queries, &sieve, console), console)
    } else {
      var dialogue = SearchLogDialogue(sieve, known: known, content: settings.content, console)
      try dialogue.ask(about: queries)
      (entries, sieve) = (dialogue.entries, dialogue.sieve)
    }
    try sum(up: sieve, console)
    try await write(entries, known, settings, console)
  }

  /// The queries of all files.
  private func merged(_ console: Console) throws -> [MissedQuery] {
    var queries = MissedQueries()
    var room = Limits.logBytes
    for file in files {
      do {
        let bytes = try EditorFiles().read(file, within: room)
        if try queries.add(bytes) {
          room -= bytes.count
        } else if !console.isQuiet {
          try console.note("\(file): read already, so it does not count again")
        }
      } catch let problem as SearchLog.Problem {
        try console.error(
          "\(file):\(problem.line):\(problem.column): \(problem.message); nothing was written",
          help: "give files as readers' browsers save them")
        throw ExitStatus.refused
      }
    }
    for page in queries.unhelpful where !console.isQuiet {
      let all = Wording.count(page.helped + page.notHelped, "answer", "answers")
      try console.note("\(page.address) did not help: \(page.notHelped) of \(all)")
    }
    return queries.sorted
  }

  /// Shows what is wrong with the tests; what cannot be read as a whole cannot be added to.
  private func showFindings(_ outcome: Outcome, _ console: Console) throws {
    let findings = outcome.handbook.searchTests.diagnostics
    let report = Report(
      findings, texts: outcome.texts, folder: place.content ?? "Content")
    try console.write(report.text(isColored: console.isColored(.error)), to: .error)
    if findings.contains(where: { $0.severity == .error }) { throw ExitStatus.refused }
  }

  /// All queries that are not left out.
  private func opened(
    _ queries: [MissedQuery], _ sieve: inout SearchLogSieve, _ console: Console
  ) throws -> [OpenQuery] {
    let progress = ProgressLine(console)
    defer { progress.end() }
    var result: [OpenQuery] = []
    for (number, query) in queries.enumerated() {
      progress.show(
        "Asking \(Wording.grouped(number)) of \(Wording.count(queries.count, "query", "queries"))")
      if let open = try sieve.open(query) { result.append(open) }
    }
    return result
  }

  /// What is taught where nobody is asked; says what is left to a person.
  private func firstPlaces(
    of queries: [OpenQuery], _ console: Console
  ) throws -> [SearchTestsEdit.Entry] {
    var entries: [SearchTestsEdit.Entry] = []
    for open in queries {
      let name = "“\(open.query.text)”"
      for gone in open.gone { try console.note("\(name): readers opened \(gone.words)") }
      if open.query.isMasked {
        try console.note("\(name): a word was taken out, so only a person can teach it")
      } else if open.isDisputed {
        let places = open.candidates.filter { $0.openings > 0 }.map(\.name)
        try console.note(
          "\(name): readers opened \(places.joined(separator: " and ")), so a person has to choose")
      } else if let first = open.candidates.first {
        entries.append(SearchTestsEdit.Entry(query: open.query.text, place: first.name))
      } else {
        try console.note("\(name): search has no candidate")
      }
    }
    return entries
  }

  private func sum(up sieve: SearchLogSieve, _ console: Console) throws {
    for words in sieve.disagreements { try console.note(words) }
    if let words = sieve.summary, !console.isQuiet { try console.note(words) }
  }
}

extension SearchLogCommand {
  private func turn(_ settings: Settings, _ console: Console) async throws -> EditingRun {
    try await EditingRun(
      ["search-log"] + files, in: settings.content, of: settings.folder, console)
  }

  /// Adds entries to the tests, all or none.
  private func write(
    _ entries: [SearchTestsEdit.Entry], _ known: Set<String>, _ settings: Settings,
    _ console: Console
  ) async throws {
    let path = ContentPath.searchTests.text
    let shown = EditorFiles().join(settings.content, path)
    if entries.isEmpty {
      if !console.isQuiet { try console.note("nothing to teach; \(shown) stays as it is") }
      return
    }
    let run = try await turn(settings, console)
    defer { run.end() }
    // Much time may have passed since the handbook was read.
    let bytes = try EditorFiles().read(shown)
    let edit = SearchTestsEdit(bytes)
    let new = edit.queries.subtracting(known)
    let entries = entries.filter { !new.contains(SearchTest.folded($0.query)) }
    do {
      let after = try edit.appending(entries)
      try await run.commit { edits in
        if let bytes {
          edits.change(path, bytes, to: after)
        } else {
          edits.make(path, after)
        }
      }
    } catch is SearchTestsEdit.NoList {
      try console.error(
        "\(shown) is no list of lines that begin with -, so nothing was written",
        help: "write each entry as - query: … with expect: … below it")
      for entry in entries { try console.note("\(entry.query) → \(entry.place)") }
      throw ExitStatus.refused
    }
    for entry in entries { try console.print("\(entry.query) → \(entry.place)") }
    if !console.isQuiet {
      try console.note(
        "\(Wording.count(entries.count, "query", "queries")) added to \(shown); search knows \(entries.count == 1 ? "it" : "them") from the next build on"
      )
    }
  }
}

/// The list of queries as tab-separated values.
enum SearchLogTable {
  private static let columns =
    ["query", "count", "nothing", "abandoned", "last", "opened"]
    + (1...SearchLogSieve.shown).flatMap { ["place \($0)", "title \($0)"] }

  static func text(of queries: [OpenQuery]) -> String {
    let rows = queries.map { open -> [String] in
      let query = open.query
      let counts = [LoggedSearch.Outcome.nothing, .abandoned].map { "\(query.counts[$0] ?? 0)" }
      return [query.text, "\(query.count)"] + counts
        + ["\(query.last)", query.opened.map(\.address).joined(separator: ", ")]
        + open.candidates.flatMap { [$0.name, $0.title] }
    }
    return CSVText.tabbed([columns] + rows)
  }
}
