// `deskbook serve`.

internal import ArgumentParser
internal import Build
internal import Glibc
internal import Preview

/// Serves a handbook while it is written.
struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve", abstract: "Show the handbook in a browser; every save shows at once.",
    discussion: """
      Answers to browsers of this machine only, unless --host says otherwise, from memory: the output folder is left alone. Open \
      pages reload when a file is saved, and keep their place. Where the content has errors the \
      pages stay as they were, and say what is wrong. Ctrl-C ends it.

      Examples:
        deskbook serve
        deskbook serve desk --open            in the browser at once
        deskbook serve --port 8080 --drafts
        deskbook serve --editor vscode        findings on a page open their file in the editor
        deskbook serve --poll                 where saves on a network drive go unnoticed
      """)

  @OptionGroup var content: ContentOptions

  @Option(
    help: ArgumentHelp(
      "The theme: a folder in DIR/Themes or among the tool's own, or a path.", valueName: "name"))
  var theme: String?

  @Option(help: ArgumentHelp("The port; where it is taken, the next free one.", valueName: "n"))
  var port: UInt16 = 8_000

  @Option(
    help: ArgumentHelp(
      """
      The address of this machine to answer at. Beyond the default, as with 0.0.0.0 in a container, \
      others can see the preview too. (default: 127.0.0.1)
      """, valueName: "address"))
  var host: ListeningAddress?

  @Flag(help: "Open the handbook in the browser.")
  var open = false

  @Flag(help: "Look for changes now and then, instead of waiting for the system's notices.")
  var poll = false

  @Option(
    help: ArgumentHelp(
      """
      Findings on a page open their file: an editor's name, or an address with {path}, {line} and \
      {column}. By default what DESKBOOK_EDITOR says.
      """, valueName: "name"))
  var editor: EditorAddress?

  @OptionGroup var options: ConsoleOptions

  func validate() throws {
    if editor == nil, let named = Environment.value("DESKBOOK_EDITOR"),
      EditorAddress(argument: named) == nil
    {
      throw ValidationError(
        "DESKBOOK_EDITOR is '\(named)', which is neither an address with {path} nor one of "
          + EditorAddress.allValueStrings.joined(separator: ", "))
    }
  }

  func run() async throws {
    var settings = try Settings(content)
    settings.theme = theme
    let console = Console(options)
    do {
      _ = try ContentFolder(settings.content)
      let run = PreviewRun(
        settings: settings, port: port, host: host ?? .loopback, isPolling: poll,
        opensBrowser: open,
        tools: try PreviewFolder.files(),
        report: PreviewReport(
          console: console, folder: content.shownContent,
          start: content.run.reading.content == nil ? content.folder : ".",
          editor: editor
            ?? Environment.value("DESKBOOK_EDITOR").flatMap(EditorAddress.init(argument:))))
      let problem = try await Interruption.cancelling { () throws(BuildProblem) in
        await run.run()
      }
      // Ctrl-C is how a preview ends.
      guard let problem else { throw ExitStatus.interrupted }
      throw try console.report(ProblemText(problem))
    } catch let problem as BuildProblem {
      throw try console.report(ProblemText(problem))
    }
  }

}

extension ListeningAddress: ExpressibleByArgument {
  init?(argument: String) { self.init(argument) }
}
