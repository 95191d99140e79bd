// `deskbook review` and `deskbook review stamp`.

internal import ArgumentParser
internal import Build
internal import Editing
internal import Handbook
internal import Site

/// Reviews: which are due, and which were done.
struct ReviewCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review", abstract: "List the pages whose review is due; record a review.",
    discussion: """
      Examples:
        deskbook review                            overdue, or due within 30 days
        deskbook review --within 0                 overdue only
        deskbook review --owner "Front desk lead" --format csv > due.csv
        deskbook review stamp policies/fees.md --by Ana
      """,
    subcommands: [ReviewListCommand.self, ReviewStampCommand.self],
    defaultSubcommand: ReviewListCommand.self)
}

/// The forms of the list of reviews.
enum ReviewFormat: String, ExpressibleByArgument, CaseIterable { case table, csv, json, ics }

/// Lists pages whose review is due.
struct ReviewListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the pages whose review is due, the longest due first.",
    discussion: """
      A page is due when `reviewed:` plus `review:` (or `review: {every: …}` of handbook.yml) is \
      past or near, when it was never reviewed, or when it was edited after its review. The ics \
      form is a calendar with the reviews that have a day. `deskbook review` alone does the same; \
      `deskbook review stamp` records a review.

      Examples:
        deskbook review                            overdue, or due within 30 days
        deskbook review --within 0                 overdue only
        deskbook review --owner "Front desk lead" --format csv > due.csv
      """)

  @OptionGroup var content: ContentOptions
  @OptionGroup var options: ConsoleOptions

  @Option(help: ArgumentHelp("List what is due within so many days.", valueName: "days"))
  var within = 30

  @Option(help: ArgumentHelp("Only pages of this owner.", valueName: "name"))
  var owner: String?

  @Option(help: "The form of the list.")
  var format = ReviewFormat.table

  func validate() throws {
    if !(0...36_500).contains(within) {
      throw ValidationError("--within takes a number of days from 0 to 36500")
    }
  }

  func run() async throws {
    let console = Console(options)
    let settings = try Settings(content)
    do {
      let outcome = try await Interruption.cancelling { () throws(BuildProblem) in
        try await Pipeline(settings).model()
      }
      try outcome.handbook.expectOwner(owner, console)
      let due = DueReviews(in: outcome.handbook, within: within, owner: owner)
      try console.write(text(due, outcome.handbook), to: .output)
      if format == .table, !console.isQuiet { try console.note(due.summary) }
    } catch let problem as BuildProblem {
      throw try console.report(ProblemText(problem))
    }
  }

  private func text(_ due: DueReviews, _ handbook: Handbook) -> String {
    switch format {
    case .table: due.table
    case .csv: due.csv
    case .json: due.json
    case .ics:
      DisplayWidth.visible(
        ReviewCalendar.text(due.rows.map(\.index), of: handbook), hasLines: true)
    }
  }
}

/// Records that pages were reviewed.
struct ReviewStampCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stamp", abstract: "Record that pages were reviewed.",
    discussion: """
      Sets `reviewed:` on the page and adds a line to Content/reviews.tsv: the page, the day, who \
      checked it, and a fingerprint of the text, by which Deskbook tells when the page was edited \
      after its review. Nothing else of the page changes.

      Examples:
        deskbook review stamp policies/fees.md --by Ana
        deskbook review stamp fees.md refunds.md --by Ana
        deskbook review stamp --all --owner "Front desk lead" --by Ana
        deskbook review stamp heart --by "Ana Lee" --on 2026-11-01 -C desk
      """)

  @Argument(help: ArgumentHelp("The pages, as their paths in the content.", valueName: "page"))
  var pages: [String] = []

  @Flag(help: "All pages that are to be reviewed; with --owner all of theirs.")
  var all = false

  @Option(help: ArgumentHelp("With --all, only pages of this owner.", valueName: "name"))
  var owner: String?

  @Option(help: ArgumentHelp("Who checked the page.", valueName: "name"))
  var by: String

  @Option(
    help: ArgumentHelp("The day of the review (default: today).", valueName: "YYYY-MM-DD"),
    transform: Clock.day)
  var on: CalendarDate?

  @OptionGroup var place: PlaceOptions
  @OptionGroup var options: ConsoleOptions

  func validate() throws {
    let isPrintable = by.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F }
    if !isPrintable || by.allSatisfy(\.isWhitespace) {
      throw ValidationError("--by takes a name on one line")
    }
    if pages.isEmpty != all { throw ValidationError("name pages, or give --all") }
    if owner != nil, !all { throw ValidationError("--owner goes with --all") }
  }

  func run() async throws {
    let console = Console(options)
    let settings = try place.settings()
    let day = on ?? settings.today
    if day > settings.today {
      try console.error(
        "\(day) is in the future", help: "give the day on which the page was checked")
      throw ExitStatus.usage
    }
    do {
      let run = try await EditingRun(
        ["review", "stamp"] + named + ["--by", by, "--on", "\(day)"], in: settings.content,
        of: settings.folder, console)
      defer { run.end() }
      if run.isDone { return }
      let outcome = try await Interruption.cancelling { () throws(BuildProblem) in
        try await Pipeline(settings).model()
      }
      let chosen = try chosen(in: outcome.handbook, settings, console)
      let stampings = try Self.stampings(chosen, day, by, outcome.texts[.reviews])
      try await run.commit { edits in
        for (page, stamping) in zip(chosen, stampings) {
          edits.change(page.path.text, page.file.bytes, to: stamping.page)
        }
        guard let last = stampings.last else { return }
        if let history = outcome.texts[.reviews] {
          edits.change(ContentPath.reviews.text, history.bytes, to: last.history)
        } else {
          edits.make(ContentPath.reviews.text, last.history)
        }
      }
      if console.isQuiet { return }
      for page in chosen {
        let shown = EditorFiles().join(settings.content, page.path.text)
        try console.print("\(shown): reviewed \(day) by \(by)")
      }
    } catch let problem as BuildProblem {
      throw try console.report(ProblemText(problem))
    } catch let problem as PageArgument.NotFound {
      try console.error("there is no page \(problem.name)", help: problem.help)
      throw ExitStatus.usage
    } catch let problem as Unstampable {
      try console.error(
        "the front matter of \(problem.page) cannot be changed by a program; nothing was written",
        help: "write reviewed: \(day) there by hand")
      throw ExitStatus.refused
    }
  }

  /// What was typed to name the pages.
  private var named: [String] {
    all ? ["--all"] + (owner.map { ["--owner", $0] } ?? []) : pages
  }

  /// A page with a front matter that a program cannot change.
  private struct Unstampable: Error { let page: ContentPath }

  /// The pages to stamp, each once.
  private func chosen(
    in handbook: Handbook, _ settings: Settings, _ console: Console
  ) throws -> [Page] {
    if all {
      try handbook.expectOwner(owner, console)
      return handbook.pages.filter { page in
        let isTheirs =
          owner.map { handbook.owner(of: page)?.lowercased() == $0.lowercased() } ?? true
        return isTheirs && ![.never, .none].contains(handbook.reviewState(of: page))
      }
    }
    var seen: Set<ContentPath> = []
    return try pages.map { name in
      try PageArgument.find(name, in: handbook, content: settings.content).get()
    }.filter { seen.insert($0.path).inserted }
  }

  /// The changes of each page, and after each the history with all that came before.
  private static func stampings(
    _ pages: [Page], _ day: CalendarDate, _ name: String, _ history: SourceFile?
  ) throws(Unstampable) -> [Stamping] {
    var history = history
    var stampings: [Stamping] = []
    for page in pages {
      let stamping: Stamping
      do throws(FrontMatterEditProblem) {
        stamping = try Stamping(page, day: day, name: name, history: history)
      } catch {
        throw Unstampable(page: page.path)
      }
      history = SourceFile(path: .reviews, bytes: stamping.history)
      stampings.append(stamping)
    }
    return stampings
  }
}
