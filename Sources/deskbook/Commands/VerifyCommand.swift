// `deskbook verify`.

internal import ArgumentParser
internal import Build
internal import Glibc
internal import Text

/// Checks a copy of a site against its manifest.
struct VerifyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Check that a published copy is whole and unchanged.",
    discussion: """
      Every file of the site is compared with the SHA-256 in its deskbook.json; files that are \
      missing, changed or added are named, and the exit status is 1. A manifest can be changed \
      too: sign deskbook.json where that matters (see Trust in the README).

      Examples:
        deskbook verify
        deskbook verify /mnt/share/handbook
        deskbook verify Output --format json
      """)

  /// The forms of the answer.
  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  @Argument(
    help: ArgumentHelp("The copy to check (default: DIR/Output).", valueName: "output"),
    completion: .directory)
  var output: String?

  @OptionGroup var place: FolderOption

  @Option(help: "The form of the answer.")
  var format = Format.text

  @Flag(name: .shortAndLong, help: "Print differences only.")
  var quiet = false

  @Option(help: "Colours: auto means on a terminal, unless NO_COLOR is set.")
  var color = ConsoleOptions.Color.auto

  /// The copy as it is shown.
  private var folder: String { output ?? EditorFiles().join(place.folder, "Output") }

  func validate() throws {
    if output?.isEmpty == true { throw ValidationError("the copy's folder has no name") }
  }

  func run() async throws {
    let console = Console(color: color, isQuiet: quiet)
    let site = folder
    do {
      let found = try await Interruption.cancelling { () throws(BuildProblem) in
        try await Verification.verify(
          site, width: ContentOptions.processors)
      }
      try show(found, console)
      if !found.isSound { throw ExitStatus.refused }
    } catch let problem as BuildProblem {
      throw try console.report(ProblemText(problem))
    }
  }

  private func show(_ found: Verification, _ console: Console) throws {
    let count = Wording.count(found.files, "file")
    switch format {
    case .json: try console.write(Self.json(found).text, to: .output)
    case .text:
      for (path, difference) in found.differences {
        try console.print("\(difference.rawValue): \(path)")
      }
      if found.isSound, !quiet { try console.print("\(folder) is whole: \(count), as published") }
    }
    if !found.isSound, !quiet {
      let differences = Wording.count(found.differences.count, "file")
      try console.error(
        "\(differences) of \(folder) not as published",
        help: "copy the site again from where it was built, or build it again")
    }
  }

  private static func json(_ found: Verification) -> JSON {
    .object([
      ("sound", .bool(found.isSound)), ("files", .number(found.files)),
      (
        "differences",
        .array(
          found.differences.map { path, difference in
            .object([("path", .string(path)), ("difference", .string(difference.rawValue))])
          })
      ),
    ])
  }
}
