// `deskbook new`.

internal import ArgumentParser
internal import Build
internal import Editing
internal import Handbook

/// Begins a page.
struct NewCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Begin a page from its kind's template.",
    discussion: """
      The page explains itself in notes that the build leaves out. A title can stand in the place of \
      its path: "Late Fee Policy" becomes late-fee-policy.md. A file that is there already is \
      never touched. A handbook's own templates, in DIR/Themes/starter/pages/KIND.md, come \
      first; in them %TITLE% and %OWNER% are filled in.

      Examples:
        deskbook new script policies/late-fee
        deskbook new faq faq/billing.md --title "Questions about bills"
        deskbook new guide "policies/Late Fee Policy"
        deskbook new guide parking/ -C desk      the page of a new folder
      """)

  @Argument(help: "The kind of page.")
  var kind: PageKind

  @Argument(help: ArgumentHelp("Where it goes in the content; .md is added.", valueName: "path"))
  var path: String

  @Option(help: ArgumentHelp("Its title (default: made of its name).", valueName: "title"))
  var title: String?

  @OptionGroup var place: PlaceOptions
  @OptionGroup var options: ConsoleOptions

  func validate() throws {
    if let title, title.isEmpty || title.contains(where: \.isNewline) {
      throw ValidationError("--title takes a text of one line")
    }
  }

  func run() async throws {
    let console = Console(options)
    let settings = try place.settings()
    let files = EditorFiles()
    do {
      guard try files.isFolder(settings.content) else {
        throw BuildProblem.noContent(path: settings.content)
      }
      let named = NewPageName(path)
      guard let path = PageArgument.newPage(named.path, content: settings.content) else {
        try console.error(
          "\(path) is not a place for a page",
          help:
            "give a path in the content, such as policies/late-fee.md; names that begin with . or _ are left out of the site"
        )
        throw ExitStatus.usage
      }
      let configuration = try Self.configuration(files, settings)
      let template = PageTemplate(try TemplateFolder(handbook: settings.folder).page(kind.rawValue))
      let title = title ?? named.title ?? PageTemplate.title(of: path)
      let shown = files.join(settings.content, path.text)
      let run = try await EditingRun(
        ["new", kind.rawValue, path.text, title], in: settings.content, of: settings.folder, console
      )
      defer { run.end() }
      if !run.isDone {
        try await run.commit { edits in
          edits.make(path.text, template.filled(title: title, owner: configuration.review?.owner))
        }
      }
      try console.print(shown)
      if !console.isQuiet, kind != .card, !PageArgument.isIndex(path) {
        try console.note(
          "Now link to it from a page where it is needed: [\(title)](\(NewPageName.link(to: path)))"
        )
      }
    } catch let problem as BuildProblem {
      throw try console.report(ProblemText(problem))
    }
  }

  private static func configuration(
    _ files: EditorFiles, _ settings: Settings
  ) throws(BuildProblem) -> Configuration {
    let path = ContentPath.configuration
    let bytes = try files.read(files.join(settings.content, path.text))
    let file = bytes.map { SourceFile(path: path, bytes: $0) }
    return HandbookSettings.read(file.map { [path: $0] } ?? [:], today: settings.today).settings
      .configuration
  }
}

extension PageKind: ExpressibleByArgument {}
