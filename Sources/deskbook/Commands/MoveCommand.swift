// `deskbook move`.

internal import ArgumentParser
internal import Build
internal import Editing
internal import Handbook

/// Renames a page without breaking what leads to it.
struct MoveCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "move", abstract: "Rename a page, a file or a folder, and mend every link.",
    discussion: """
      Links to and from what moves are changed, and nothing else of the pages they stand in; so \
      are its paths in handbook.yml, search-tests.yml and reviews.tsv. `aliases:` leads who has \
      the old address to the new one. Where something cannot be mended, nothing is moved; what is \
      interrupted half-way, the next command that changes the handbook finishes.

      Examples:
        deskbook move policies/late.md policies/late-fee.md
        deskbook move policies rules --dry-run       a whole folder; shows what would change
        deskbook move fees.md policies/ -C desk      into a folder, with its name
      """)

  @Argument(help: ArgumentHelp("What to move, as its path in the content.", valueName: "from"))
  var from: String

  @Argument(help: ArgumentHelp("Its new path.", valueName: "to"))
  var to: String

  @Flag(help: "Show what would change, and change nothing.")
  var dryRun = false

  @OptionGroup var place: PlaceOptions
  @OptionGroup var options: ConsoleOptions

  func run() async throws {
    let console = Console(options)
    let settings = try place.settings()
    do {
      let run =
        dryRun
        ? nil
        : try await EditingRun(
          ["move", from, to], in: settings.content, of: settings.folder, console)
      defer { run?.end() }
      if run?.isDone == true { return }
      let outcome = try await Interruption.cancelling { () throws(BuildProblem) in
        try await Pipeline(settings).model()
      }
      let handbook = outcome.handbook
      let from = try PageArgument.standing(from, in: handbook, content: settings.content).get()
      guard let to = PageArgument.target(to, of: from, in: handbook, content: settings.content)
      else {
        try console.error(
          "\(to) is not a place for \(from)",
          help: "give a path in the content; names that begin with . or _ are left out of the site")
        throw ExitStatus.usage
      }
      let plan = try MovePlan(from: from, to: to, in: handbook, texts: outcome.texts)
      try await run?.commit { edits in
        edits.move(plan.from, to: plan.to)
        for change in plan.changes {
          edits.change(change.path, standing: change.oldPath, change.old, to: change.new)
        }
      }
      if !console.isQuiet { try show(plan, console) }
    } catch let problem as BuildProblem {
      throw try console.report(ProblemText(problem))
    } catch let problem as PageArgument.NotFound {
      try console.error("there is no page, file or folder \(problem.name)", help: problem.help)
      throw ExitStatus.usage
    } catch let problem as MoveProblem {
      throw try report(problem, console)
    }
  }

  private func show(_ plan: MovePlan, _ console: Console) throws {
    try console.print("\(plan.from) → \(plan.to)")
    for note in plan.notes {
      switch note {
      case .mended(let path, let line, let before, let after):
        try console.print("\(path):\(line): \(before) → \(after)")
      case .redirected(let page, let old): try console.print("\(page): \(old) leads here")
      case .restored(let page, let old): try console.print("\(page): \(old) is this page again")
      case .notRedirected(let page, let old):
        try console.note("\(page): no page can be made at \(old), so that address leads nowhere")
      case .byHand(let path, let line, let text):
        try console.note("\(path):\(line): change \(text) by hand")
      }
    }
    if dryRun { try console.note("nothing was changed") }
  }

  private func report(_ problem: MoveProblem, _ console: Console) throws -> ExitCode {
    switch problem {
    case .taken(let path):
      try console.error(
        "\(path) is there already; nothing was moved", help: "choose another name")
      return ExitStatus.usage
    case .intoItself(let folder):
      try console.error("\(folder) cannot go into itself; nothing was moved")
      return ExitStatus.usage
    case .cannotMend(let path, let line, let destination):
      try console.error(
        "\(path):\(line): the link to \(destination) cannot be mended; nothing was moved",
        help: "write the link in a simpler way, such as [text](\(destination)), and try again")
    case .breaks(let finding):
      try console.error(
        "\(finding.path): after the move \(finding.message); nothing was moved",
        help: finding.help)
    }
    return ExitStatus.refused
  }
}
