// What build, check and cards share: run the pipeline, show the findings, choose the exit status.

internal import ArgumentParser
internal import Build
internal import Glibc
internal import Handbook
internal import Text

/// One run of the pipeline and its report.
struct HandbookRun {
  let settings: Settings
  let content: RunOptions
  let findings: FindingOptions
  let console: Console
  /// Whether a table of what each stage cost is printed.
  var showsTimings = false

  /// Runs the pipeline, and prints what came of it.
  ///
  /// - Parameters:
  ///   - work: what to run.
  ///   - ending: the last line, printed after success; none where empty.
  /// - Returns: what came of it.
  /// - Throws: the exit status, where it is not 0.
  @discardableResult
  func run(
    _ work: @escaping @Sendable (Pipeline) async throws(BuildProblem) -> RunResult,
    ending: (RunResult) -> String
  ) async throws -> RunResult {
    if EditSession.isUnfinished(in: settings.content) {
      try console.note(
        "a command was stopped half-way; the next deskbook move, new, import, search-log, review stamp or check --fix finishes it"
      )
    }
    do {
      let result = try await result(work)
      try show(result)
      if result.isRefused { throw ExitStatus.refused }
      let ending = console.isQuiet ? "" : ending(result)
      if !ending.isEmpty {
        // Where the findings are a document on standard output, nothing else may stand there.
        try console.print(ending, to: findings.format == .text ? .output : .error)
      }
      return result
    } catch let problem as BuildProblem {
      throw try report(problem)
    }
  }

  /// Runs work that has no findings, and shows what came of it.
  func reporting<Result: Sendable>(
    _ work: @escaping @Sendable (Pipeline) async throws(BuildProblem) -> Result,
    then show: (Result) throws -> Void
  ) async throws {
    let progress = ProgressLine(console)
    let pipeline = Pipeline(settings, observer: progress.observer)
    do {
      defer { progress.end() }
      let result = try await Interruption.cancelling { () throws(BuildProblem) in
        try await work(pipeline)
      }
      progress.end()
      try show(result)
    } catch let problem as BuildProblem {
      throw try report(problem)
    }
  }

  private func result(
    _ work: @escaping @Sendable (Pipeline) async throws(BuildProblem) -> RunResult
  ) async throws(BuildProblem) -> RunResult {
    let progress = ProgressLine(console)
    defer { progress.end() }
    let pipeline = Pipeline(settings, observer: progress.observer)
    return try await Interruption.cancelling { () throws(BuildProblem) in try await work(pipeline) }
  }

  private func show(_ result: RunResult) throws {
    try show(report(result.diagnostics, result.texts), summary: summary(result))
    if console.isVerbose {
      for row in result.timings.stages {
        try console.note("\(row.stage.rawValue): \(Wording.time(row.time))")
      }
      for shortfall in result.publication?.shortfalls ?? [] { try console.note(shortfall.words) }
    }
    if showsTimings { try console.write(Table(timings: result.timings).text, to: .error) }
  }

  private func show(
    _ report: Report, summary: [(key: String, value: JSON)] = []
  ) throws(Console.Failure) {
    switch findings.format {
    case .text: try console.write(report.text(isColored: console.isColored(.error)), to: .error)
    case .json: try console.write(report.json(summary: summary).text, to: .output)
    case .github:
      try console.write(DisplayWidth.visible(report.github, hasLines: true), to: .output)
    case .sarif: try console.write(report.sarif(version: settings.version).text, to: .output)
    }
  }

  private func report(
    _ diagnostics: [Diagnostic], _ texts: [ContentPath: SourceFile]
  ) -> Report {
    // GitHub and code scanners look for files from the folder that the command runs in.
    let isFromHere = findings.format == .github || findings.format == .sarif
    let folder = isFromHere ? settings.content : content.shownContent
    return Report(diagnostics, texts: texts, folder: folder)
  }

  private func summary(_ result: RunResult) -> [(key: String, value: JSON)] {
    var members: [(key: String, value: JSON)] = [
      ("pages", .number(result.counts.pages)), ("phrases", .number(result.counts.phrases)),
      ("cards", .number(result.counts.cards)),
    ]
    if let publication = result.publication {
      members.append(("files", .number(publication.files)))
      members.append(("searchBytes", .number(publication.searchBytes)))
    }
    return members
  }

  /// Prints why there is no outcome, and returns the status to exit with.
  private func report(_ problem: BuildProblem) throws -> ExitCode {
    let text = ProblemText(problem)
    if case .tooSlow(let finding, let file) = problem {
      try show(report([finding], [file.path: file]))
      return text.status
    }
    if findings.format == .json {
      let empty = Report([], texts: [:], folder: "").json()
      if case .object(let members) = empty {
        let document = JSON.object(members + [("problem", .string(text.message))])
        try console.write(document.text, to: .output)
      }
    }
    try console.error(text.message, help: text.help)
    return text.status
  }
}

extension Table {
  /// A row for each stage: its time, the bytes it wrote, and the peak of memory until its end.
  fileprivate init(timings: Timings) {
    let rows = timings.stages.map { row in
      [
        row.stage.rawValue, Wording.time(row.time),
        row.written == 0 ? "–" : Wording.size(row.written), Wording.size(row.peak),
      ]
    }
    self.init(
      [["stage", "time", "written", "peak memory"]] + rows
        + [["all", Wording.time(timings.total)]])
  }
}

extension RunResult {
  /// Exits with success while the handbook is still in memory: to free a large one first would
  /// take a fortieth of the build's time, for nothing.
  func endProgram() -> Never { withExtendedLifetime(self) { exit(EXIT_SUCCESS) } }
}

extension RunResult.Counts {
  /// `42 pages, 120 phrases, 12 cards`.
  var words: String {
    [
      Wording.count(pages, "page"), Wording.count(phrases, "phrase"), Wording.count(cards, "card"),
    ].joined(separator: ", ")
  }
}
