// `deskbook check`.

internal import ArgumentParser
internal import Build

/// Checks a handbook, and writes nothing unless it shall mend what it can.
struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Report every problem of a handbook; mend what is certain.",
    discussion: """
      Nothing is written but with --fix, which makes the mends that findings are sure of: names \
      with a slip in them, anchors, links, placeholders, dates in another order. What is left is \
      reported.

      Examples:
        deskbook check
        deskbook check desk --strict
        deskbook check --fix --dry-run       shows what would change
        deskbook check --format sarif > findings.sarif
      """)

  @Flag(help: "Make the mends that are certain, then report what is left.")
  var fix = false

  @Flag(help: "With --fix: show what would change, and change nothing.")
  var dryRun = false

  @OptionGroup var content: ContentOptions
  @OptionGroup var site: SiteOptions
  @OptionGroup var findings: FindingOptions
  @OptionGroup var options: ConsoleOptions

  func validate() throws {
    if dryRun, !fix { throw ValidationError("--dry-run goes with --fix") }
  }

  func run() async throws {
    let settings = try Settings(content, site, isStrict: findings.strict)
    let console = Console(options)
    let run = HandbookRun(
      settings: settings, content: content.run, findings: findings, console: console)
    if fix {
      try await FixingRun(run: run, settings: settings).fix(isDry: dryRun)
      if dryRun { return }
    }
    let result = try await run.run { (pipeline) throws(BuildProblem) in
      RunResult(try await pipeline.check())
    } ending: { result in
      "Checked \(result.counts.words); \(Wording.time(result.timings.total))"
    }
    result.endProgram()
  }
}
