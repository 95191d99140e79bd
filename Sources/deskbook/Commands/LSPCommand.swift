// `deskbook lsp`.

internal import ArgumentParser
internal import Build
internal import Glibc
internal import Handbook
internal import LanguageServer
internal import MessageFrames

/// Serves an editor over standard input and output.
struct LSPCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lsp", abstract: "Help an editor: findings as you type, completion, links.",
    discussion: """
      A language server (Language Server Protocol 3.17) that editors start themselves. It shows \
      findings as you type and offers their mends, offers pages, anchors, placeholders, tags and \
      keys, explains phrases and steps, follows links, tells what leads to a page or heading, and \
      mends links when a page is renamed.

      Examples:
        deskbook lsp              the handbook of the folder that the editor has open
        deskbook lsp -C desk
      """)

  @Option(
    name: .customShort("C"),
    help: ArgumentHelp(
      "The handbook's folder (default: that of the folder which the editor has open).",
      valueName: "dir"),
    completion: .directory)
  var folder: String?

  @OptionGroup var reading: ReadingOptions

  @Flag(help: "Standard input and output are used in any case; editors like to say so.")
  var stdio = false

  func run() async throws {
    let console = Console()
    let (given, content, today) = (folder, reading.content, try reading.clock ?? Clock.today())
    let cache = SessionCache()
    let workers = ContentOptions.processors
    var session = LanguageSession(
      version: Version.current,
      load: { opened in
        let found = OpenedHandbook(given: given, opened, content: content)
        guard let folder = found.folder else { return .init(nil, words: found.words) }
        let settings = Settings(folder: folder, content: content, today: today, workers: workers)
        do throws(BuildProblem) {
          return .init(try await ContentSnapshot(settings), words: found.words)
        } catch {
          return .init(nil, words: ProblemText(error).sentence)
        }
      },
      check: { await Self.check($0, open: $1, cache) })
    var frames = MessageFrames()
    while let bytes = Self.input() {
      frames.append(bytes)
      do {
        while let message = try frames.next() {
          for answer in await session.handle(message) {
            try Self.send(answer, console)
          }
          if let status = session.status { throw ExitCode(status) }
        }
        if !Self.hasInput() {
          for finding in await session.findings() { try Self.send(finding, console) }
        }
      } catch is MessageFrames.Problem {
        try console.error("standard input is no talk with an editor")
        throw ExitStatus.usage
      }
    }
  }

  /// Checks a handbook as the editor has it, and sets the cards of the pages that are open.
  private static func check(
    _ snapshot: ContentSnapshot, open: Set<ContentPath>, _ cache: SessionCache
  ) async -> LanguageSession.Checked {
    // Drafts are pages to an editor.
    let settings = Settings(
      folder: snapshot.folder, includesDrafts: true, today: snapshot.today,
      workers: ContentOptions.processors)
    let pipeline = Pipeline(settings, session: cache)
    let outcome: Outcome
    do throws(BuildProblem) {
      outcome = try await pipeline.check(snapshot.content)
    } catch {
      if case .tooSlow(let finding, _) = error { return .init(nil, [finding]) }
      return .init(nil, [], problem: ProblemText(error).sentence)
    }
    do throws(BuildProblem) {
      let whole = try await pipeline.addCards(of: open, to: outcome)
      return .init(whole.handbook, whole.diagnostics)
    } catch {
      let problem = "cards are not checked: " + ProblemText(error).sentence
      return .init(outcome.handbook, outcome.diagnostics, problem: problem)
    }
  }

  private static func send(_ message: [UInt8], _ console: Console) throws(Console.Failure) {
    let text = String(decoding: MessageFrames.framed(message), as: UTF8.self)
    try console.write(text, to: .output)
  }

  /// Whether more bytes can be read without waiting.
  private static func hasInput() -> Bool {
    var ready = pollfd(fd: 0, events: Int16(POLLIN), revents: 0)
    return poll(&ready, 1, 0) > 0 && ready.revents & Int16(POLLIN) != 0
  }

  /// Waits for bytes, and returns those that have come; nil at the end of the input.
  private static func input() -> [UInt8]? {
    let room = 65_536
    while true {
      var count = 0
      let bytes = [UInt8](unsafeUninitializedCapacity: room) { buffer, filled in
        count = read(0, buffer.baseAddress, room)
        filled = max(0, count)
      }
      if count > 0 { return bytes }
      if count == 0 || errno != EINTR { return nil }
    }
  }
}

extension ContentSnapshot {
  /// Reads a content folder.
  fileprivate init(_ settings: Settings) async throws(BuildProblem) {
    let folder = try ContentFolder(settings.content)
    let content = try await folder.load(width: settings.workers)
    self.init(
      folder: settings.folder, root: folder.root, content: content, today: settings.today)
  }
}
