// `deskbook publish`.

internal import ArgumentParser
internal import Build

/// Brings the site to the folder that everybody opens it from.
struct PublishCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "publish", abstract: "Bring the site to a shared folder, whole or not at all.",
    discussion: """
      Builds the handbook, then makes a copy of its site beside TARGET and puts it there in one step, \
      or in two where the file system cannot. TARGET is a folder that is empty, is still to be made \
      in one that is there, or holds a site of Deskbook. Where it holds other files, where the \
      content has errors, or where anything fails, TARGET stays as it is; run the command again to \
      finish what was interrupted. Where TARGET has the same site nothing is written.

      Examples:
        deskbook publish /mnt/shared/handbook
        deskbook publish /mnt/shared/handbook -C desk --strict
        deskbook publish /mnt/shared/handbook --no-build    the site as it was last built
      """)

  @Argument(
    help: ArgumentHelp("The folder that the handbook is opened from.", valueName: "target"),
    completion: .directory)
  var target: String

  @Flag(inversion: .prefixedNo, help: "Build the handbook first.")
  var build = true

  @Flag(help: "Write .gz and .br copies beside the files, for servers that send them.")
  var precompress = false

  @OptionGroup var place: FolderOption
  @OptionGroup var reading: RunOptions
  @OptionGroup var site: SiteOptions
  @OptionGroup var findings: FindingOptions
  @OptionGroup var options: ConsoleOptions

  func validate() throws {
    if target.isEmpty { throw ValidationError("the folder to publish to has no name") }
    if !build, findings.strict || findings.format != .text || precompress {
      throw ValidationError("--strict, --format and --precompress need a build")
    }
  }

  func run() async throws {
    var settings = try Settings(
      folder: place.folder, reading, output: site.output, theme: site.theme,
      isStrict: findings.strict)
    settings.precompresses = precompress
    settings.remembers = true
    let (target, console) = (target, Console(options))
    let run = HandbookRun(
      settings: settings, content: reading, findings: findings, console: console)
    try await run.reporting { (pipeline) throws(BuildProblem) in
      try pipeline.examine(target: target)
    } then: { _ in
    }
    if build { try await make(run, console) }
    try await run.reporting { (pipeline) throws(BuildProblem) in
      try await pipeline.copySite(to: target)
    } then: { copy in
      for shortfall in console.isVerbose ? copy.shortfalls : [] {
        try console.note(shortfall.words)
      }
      if console.isQuiet { return }
      let count = Wording.count(copy.files, "file")
      try console.print(
        copy.stands
          ? "Nothing has changed: \(target) has this site, \(count)"
          : "Published \(count) → \(target)",
        to: findings.format == .text ? .output : .error)
    }
  }

  /// Builds the site; says what became of the published one where that is refused.
  private func make(_ run: HandbookRun, _ console: Console) async throws {
    do {
      try await run.run { (pipeline) throws(BuildProblem) in
        try await pipeline.publish()
      } ending: { _ in
        ""
      }
    } catch let status as ExitCode where status == ExitStatus.refused {
      try console.note("nothing was published; \(target) is as it was")
      throw status
    }
  }
}
