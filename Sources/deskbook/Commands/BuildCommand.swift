// `deskbook build`.

internal import ArgumentParser
internal import Build

/// Checks a handbook and publishes its site.
struct BuildCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build", abstract: "Check a handbook and build its site.",
    discussion: """
      The site is made beside the old one and takes its place in one step. Where the content has \
      errors nothing is written, and the earlier site stands.

      Examples:
        deskbook build
        deskbook build desk --strict --output /srv/www/desk
        deskbook build --format github        in a workflow on GitHub
        deskbook build --timings              where the time goes
      """)

  @OptionGroup var content: ContentOptions
  @OptionGroup var site: SiteOptions
  @OptionGroup var findings: FindingOptions
  @OptionGroup var options: ConsoleOptions

  @Flag(help: "Print time, bytes and peak memory of each stage as a table.")
  var timings = false

  @Flag(help: "Write .gz and .br copies beside the files, for servers that send them.")
  var precompress = false

  @Flag(
    inversion: .prefixedNo,
    help:
      "Do nothing where nothing has changed since the last build; what it remembers is in DIR/.deskbook."
  )
  var cache = true

  func run() async throws {
    var settings = try Settings(content, site, isStrict: findings.strict)
    settings.precompresses = precompress
    settings.remembers = cache
    let console = Console(options)
    let run = HandbookRun(
      settings: settings, content: content.run, findings: findings, console: console,
      showsTimings: timings)
    do {
      let result = try await run.run { (pipeline) throws(BuildProblem) in
        try await pipeline.publish()
      } ending: { result in
        let size = Wording.size(result.publication?.searchBytes ?? 0)
        let time = Wording.time(result.timings.total)
        let done = result.stands ? "Nothing has changed since the last build:" : "Built"
        return "\(done) \(result.counts.words); search index \(size); \(time) → \(settings.output)"
      }
      result.endProgram()
    } catch let status as ExitCode where status == ExitStatus.refused {
      let hasEarlier = try Pipeline(settings).hasEarlierSite()
      try console.note(
        "nothing was written" + (hasEarlier ? "; the earlier site stands" : ""))
      throw status
    }
  }
}
