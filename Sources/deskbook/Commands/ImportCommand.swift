// `deskbook import`.

internal import ArgumentParser
internal import Build
internal import Editing
internal import Handbook

/// Brings in what was written for another tool.
struct ImportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Bring in a folder of Markdown, another tool's site, a table, or a document.",
    discussion: """
      SOURCE is one of these; --from says which where it cannot be seen:

      - a folder of Markdown (or one .md file), also of Obsidian ([[links]], callouts), an export of \
      Notion, GitBook, Docusaurus, VitePress, Starlight, or Jekyll
      - an mdBook (SUMMARY.md), a MkDocs site (mkdocs.yml) or a Hugo site (content)
      - a CSV file with a column say (and instead_of, when, why, tags; names of help desks' exports \
      are understood too, and --say, --instead or --columns tell of others)
      - a workbook, each sheet of it a table as in a CSV file: .xlsx where xlsx2csv or LibreOffice is \
      installed, .ods and .xls where LibreOffice is; elsewhere save it as CSV UTF-8 first
      - a folder of web pages: a space of Confluence (export as HTML), a document of Google Docs (Web \
      page), articles of Zendesk Guide (pages, or their JSON), a site as it was saved; pandoc reads them
      - a zip file of any of these folders, for which unzip must be installed
      - a document saved as .docx, .odt or .html, for which pandoc (2.15 or later) must be \
      installed; of a document only what it holds itself is read, never a file or an address that \
      it names; a table with a column say becomes phrases, and --say, --instead or --columns tell of \
      other names

      DIR is a handbook, or becomes one. No file that is there already is touched. What comes in \
      builds at once; what could not be carried over stays as text or is left out, and is told with \
      its file and line here and in import-report.md in DIR. What remains to be mended is what \
      deskbook check then finds.

      Examples:
        deskbook import ~/notes desk
        deskbook import ../old-book desk
        deskbook import --from obsidian ~/vault desk
        deskbook import macros.csv desk
        deskbook import --columns say=Body,when=Name macros.csv desk
        deskbook import "Call guide.docx" desk
        deskbook import Confluence-export.zip desk
        deskbook import scripts.docx desk --say "Script wording" --instead "Don't say"
      """)

  @Argument(help: ArgumentHelp("What to bring in.", valueName: "source"), completion: .file())
  var source: String

  @Argument(help: ArgumentHelp("The handbook's folder.", valueName: "dir"), completion: .directory)
  var folder: String

  @Option(name: .customLong("from"), help: "The form of the source (default: what it looks like).")
  var form: ImportFormat?

  @Option(
    help: ArgumentHelp(
      "Which columns of a table are say, avoid, when, why and tags.",
      valueName: "say=NAME,when=NAME"))
  var columns: String?

  @Option(
    help: ArgumentHelp("The column of a table that holds what to say.", valueName: "name"))
  var say: String?

  @Option(
    help: ArgumentHelp("The column of a table that holds what not to say.", valueName: "name"))
  var instead: String?

  @OptionGroup var options: ConsoleOptions

  func run() async throws {
    let console = Console(options)
    do {
      let (read, files) = try await ImportReading(
        source: source, form: form, columns: try columnList(), console: console
      ).read()
      let settings = Settings(
        folder: folder, today: try Clock.today(), workers: 2)
      let place = ImportFiles(source)
      let result = try await Interruption.cancelling { () throws(BuildProblem) in
        try await ImportTrial(read, settings).mended()
      }
      let (isNew, report) = try await write(result, files, from: place, to: settings, console)
      for note in result.notes { try console.print(Self.text(note)) }
      if !isNew { try Self.tellSettings(result, console) }
      try await Self.tellFindings(settings, console)
      if !console.isQuiet {
        try console.print(
          "Imported \(Wording.count(result.pages.count, "page")) and \(Wording.count(result.copies.count, "other file")) into \(settings.content); \(Wording.count(result.notes.count, "note"))\(report.map { ", also in \($0)" } ?? "")"
        )
      }
    } catch let problem as BuildProblem {
      throw try console.report(ProblemText(problem))
    } catch let problem as Pandoc.Problem {
      throw try ImportFailure.report(problem, source, console)
    } catch is ImportReading.UnknownForm {
      try console.error(
        "\(source) is nothing that can be imported",
        help:
          "it takes a folder of Markdown or of web pages, another tool's site, a CSV file, or a document; see deskbook help import"
      )
      throw ExitStatus.usage
    } catch let problem as WorkbookReader.Problem {
      throw try ImportFailure.report(problem, source, console)
    } catch let problem as ImportArchive.Problem {
      throw try ImportFailure.report(problem, source, console)
    } catch let problem as ColumnProblem {
      throw try ImportFailure.report(problem, console)
    } catch is ImportReading.NothingFound {
      try console.error("\(source) holds no page", help: "see the notes above")
      throw ExitStatus.refused
    }
  }

  /// Writes what was read; whether `handbook.yml` is part of it, and where the report is.
  private func write(
    _ result: ImportResult, _ files: [String: [UInt8]], from place: ImportFiles,
    to settings: Settings, _ console: Console
  ) async throws -> (isNew: Bool, report: String?) {
    let run = try await EditingRun(
      ["import", source], in: settings.content, of: settings.folder, isMaking: true, console)
    defer { run.end() }
    if run.isDone { return (true, nil) }
    var made = (isNew: false, report: "")
    try await run.commit { edits in
      made = try place.add(result, files, to: &edits, content: settings.content)
    }
    let report = made.report.split(separator: "/").last.map(String.init)
    return (made.isNew, report.map { EditorFiles().join(settings.folder, $0) })
  }

  /// What columns hold by their names, as the options say: `say=Body,when=Name`, part by part.
  private func columnList() throws -> [(role: String, name: String)] {
    let named = [("say", say), ("instead", instead)].compactMap { role, name in
      name.map { (role: role, name: $0) }
    }
    guard let columns else { return named }
    return try named
      + columns.split(separator: ",").map { part in
        let halves = part.split(separator: "=", maxSplits: 1)
        guard halves.count == 2 else {
          throw ColumnProblem.unknownRole(
            String(part), roles: ["say", "avoid", "when", "why", "tags"])
        }
        return (String(halves[0]), String(halves[1]))
      }
  }

  static func text(_ note: ImportNote) -> String {
    let line = note.line > 0 ? ":\(note.line)" : ""
    return "\(note.path)\(line): \(note.message)"
  }

  /// Prints the settings that the import would have written, had there been no `handbook.yml`.
  private static func tellSettings(_ result: ImportResult, _ console: Console) throws {
    let lines = result.configuration.split(separator: "\n").dropFirst()
    try console.note("handbook.yml was left as it is. For these pages it would say:")
    for line in lines { try console.note("  \(line)") }
  }

  private static func tellFindings(_ settings: Settings, _ console: Console) async throws {
    let outcome = try await Interruption.cancelling { () throws(BuildProblem) in
      try await Pipeline(settings).check()
    }
    let report = Report(outcome.diagnostics, texts: outcome.texts, folder: settings.content)
    try console.write(report.text(isColored: console.isColored(.error)), to: .error)
  }
}

extension ImportFormat: ExpressibleByArgument {}
