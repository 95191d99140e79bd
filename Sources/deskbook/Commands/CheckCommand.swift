// `deskbook check`.

internal import ArgumentParser
internal import Build

/// Checks a handbook and writes nothing.
struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Report every problem of a handbook; write nothing.",
    discussion: """
      Examples:
        deskbook check
        deskbook check desk --strict
        deskbook check --format sarif > findings.sarif
      """)

  @OptionGroup var content: ContentOptions
  @OptionGroup var site: SiteOptions
  @OptionGroup var findings: FindingOptions
  @OptionGroup var options: ConsoleOptions

  func run() async throws {
    let settings = try Settings(content, site, isStrict: findings.strict)
    let run = HandbookRun(
      settings: settings, content: content.run, findings: findings, console: Console(options))
    let result = try await run.run { (pipeline) throws(BuildProblem) in
      RunResult(try await pipeline.check())
    } ending: { result in
      "Checked \(result.counts.words); \(Wording.time(result.timings.total))"
    }
    result.endProgram()
  }
}
