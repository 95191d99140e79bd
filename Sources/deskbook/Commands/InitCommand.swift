// `deskbook init`.

internal import ArgumentParser
internal import Build

/// Begins a handbook.
struct InitCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Begin a handbook: settings, a page of each kind, the theme.",
    discussion: """
      Makes a small handbook that builds without a finding, with a README for those who write \
      it, recipes that publish it (GitHub Actions, GitLab CI, cron), and settings for VS Code. A \
      folder that is there already may hold other files; where one of the new files would take the \
      place of one of them, nothing is written.

      Examples:
        deskbook init desk
        deskbook init . --no-theme     use the theme that comes with the tool, and its updates
      """)

  @Argument(
    help: ArgumentHelp("Where the handbook goes.", valueName: "dir"), completion: .directory)
  var folder: String

  @Flag(inversion: .prefixedNo, help: "Copy the default theme, to change it.")
  var theme = true

  @OptionGroup var options: ConsoleOptions

  func validate() throws {
    if folder.isEmpty { throw ValidationError("the handbook's folder has no name") }
  }

  func run() async throws {
    let console = Console(options)
    let files = EditorFiles()
    do {
      let made = try Self.files(withTheme: theme)
      let paths = made.keys.sorted()
      let run = try await EditingRun(
        ["init", theme ? "--theme" : "--no-theme"], in: folder, of: folder, isMaking: true, console)
      defer { run.end() }
      if !run.isDone {
        try await run.commit { edits in
          for path in paths { edits.make(path, made[path] ?? []) }
        }
      }
      if console.isQuiet { return }
      try console.print("Made a handbook in \(folder): \(Wording.count(paths.count, "file"))")
      try console.note("Next:")
      let page = files.join(folder, "Output/index.html")
      try console.note("  deskbook build \(folder)     then open \(page)")
      let readme = files.join(folder, "README.md")
      try console.note("  \(readme)     how to write pages and publish them")
    } catch let problem as BuildProblem {
      throw try console.report(ProblemText(problem))
    }
  }

  /// Every file of a new handbook by its path.
  private static func files(withTheme: Bool) throws -> [String: [UInt8]] {
    var files = try TemplateFolder(handbook: nil).handbook()
    if withTheme {
      for (path, bytes) in try ThemeFolder.find("default", handbook: nil).files() {
        files["Themes/default/\(path)"] = bytes
      }
    }
    return files
  }
}
