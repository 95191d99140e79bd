// `deskbook import`.

internal import ArgumentParser
internal import Build
internal import Editing
internal import Handbook

/// Brings in what was written for another tool.
struct ImportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Bring in an mdBook, a MkDocs or Hugo site, a table of phrases, or a document.",
    discussion: """
      SOURCE is the folder of an mdBook (SUMMARY.md), a MkDocs site (mkdocs.yml) or a Hugo site \
      (content), a CSV file with a column say (and instead_of, when, why, tags; names of help \
      desks' exports are understood too), or a document saved as .docx, .odt or .html, for which \
      pandoc (2.15 or later) must be installed; of a document only what it holds itself is read, never \
      a file or an address that it names. DIR is a handbook, or becomes one. No file that is there already \
      is touched. What could not be carried over is printed with its file and line; what remains to be \
      mended is what deskbook check then finds.

      Examples:
        deskbook import ../old-book desk
        deskbook import macros.csv desk
        deskbook import "Call guide.docx" desk
      """)

  @Argument(help: ArgumentHelp("What to bring in.", valueName: "source"), completion: .file())
  var source: String

  @Argument(help: ArgumentHelp("The handbook's folder.", valueName: "dir"), completion: .directory)
  var folder: String

  @Option(name: .customLong("from"), help: "The form of the source (default: what it looks like).")
  var form: ImportFormat?

  @OptionGroup var options: ConsoleOptions

  func run() async throws {
    let console = Console(options)
    do {
      let (result, files) = try read()
      let settings = Settings(
        folder: folder, today: try Clock.today(), workers: 2)
      let place = ImportFiles(source)
      let isNew = try await write(result, files, from: place, to: settings, console)
      for note in result.notes { try console.print(Self.text(note, in: place)) }
      if !isNew { try Self.tellSettings(result, console) }
      try await Self.tellFindings(settings, console)
      if !console.isQuiet {
        try console.print(
          "Imported \(Wording.count(result.pages.count, "page")) and \(Wording.count(result.copies.count, "other file")) into \(settings.content); \(Wording.count(result.notes.count, "note"))"
        )
      }
    } catch let problem as BuildProblem {
      let text = ProblemText(problem)
      try console.error(text.message, help: text.help)
      throw text.status
    } catch let problem as Pandoc.Problem {
      throw try Self.report(problem, source, console)
    } catch is UnknownForm {
      try console.error(
        "\(source) is nothing that can be imported",
        help:
          "it takes an mdBook, a MkDocs or Hugo site, a CSV file, or a document; see deskbook help import"
      )
      throw ExitStatus.usage
    } catch is NothingFound {
      try console.error("\(source) holds no page", help: "see the notes above")
      throw ExitStatus.refused
    }
  }

  /// Writes what was read; whether `handbook.yml` is part of it.
  private func write(
    _ result: ImportResult, _ files: [String: [UInt8]], from place: ImportFiles,
    to settings: Settings, _ console: Console
  ) async throws -> Bool {
    let run = try await EditingRun(
      ["import", source], in: settings.content, of: settings.folder, isMaking: true, console)
    defer { run.end() }
    if run.isDone { return true }
    var isNew = false
    try await run.commit { edits in
      isNew = try place.add(result, files, to: &edits, content: settings.content)
    }
    return isNew
  }

  /// The source has no form that is known.
  private struct UnknownForm: Error {}
  /// The source has a known form and nothing in it.
  private struct NothingFound: Error {}

  /// What the source holds, and the files to copy from.
  private func read() throws -> (ImportResult, [String: [UInt8]]) {
    let files = ImportFiles(source)
    let end = files.name.split(separator: ".").last?.lowercased() ?? ""
    if try files.isFile(), form == nil, let pandoc = Pandoc.forms[end] {
      let stem = DocumentImport.stem(of: files.name)
      let output = try Pandoc().convert(source, form: pandoc, media: stem)
      let result = DocumentImport.read(
        name: files.name, markdown: output.markdown, media: output.media.keys.sorted(),
        warnings: output.warnings)
      return (result, output.media)
    }
    let source = try files.read()
    guard let form = form ?? ImportFormat(of: source) else { throw UnknownForm() }
    let result = form.read(source).placed()
    if result.pages.isEmpty {
      for note in result.notes { try Console(options).note(Self.text(note, in: files)) }
      throw NothingFound()
    }
    return (result, source.files)
  }

  private static func text(_ note: ImportNote, in files: ImportFiles) -> String {
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

  private static func report(
    _ problem: Pandoc.Problem, _ source: String, _ console: Console
  ) throws -> ExitCode {
    switch problem {
    case .notInstalled:
      try console.error(
        "documents are read through pandoc, which is not installed",
        help: "install pandoc (pandoc.org), or save the document as Markdown")
      return ExitStatus.usage
    case .tooOld:
      try console.error(
        "the pandoc that is installed cannot be kept from reading other files than \(source)",
        help: "install pandoc 2.15 or later (pandoc.org), or save the document as Markdown")
      return ExitStatus.usage
    case .tooLarge(let limit):
      try console.error(
        "\(source) is too large: no more than \(Wording.size(limit)) of it can be taken in",
        help: "split the document, or make its pictures smaller")
      return ExitStatus.refused
    case .refused(let words):
      try console.error("pandoc cannot read \(source): \(words)")
      return ExitStatus.refused
    case .files(let problem):
      let text = ProblemText(problem)
      try console.error(text.message, help: text.help)
      return text.status
    }
  }
}

extension ImportFormat: ExpressibleByArgument {}
