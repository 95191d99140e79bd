// One session with an editor: messages in, messages out. It reads and writes nothing itself, and
// waits only for the content.

package import Handbook
internal import Text

/// A language server for one handbook.
///
/// - Source: Language Server Protocol 3.17.
package struct LanguageSession {
  /// Finds and reads the handbook of the folders that the editor has open.
  package typealias Loader = @Sendable (_ folders: [String]) async -> Loaded

  /// What a ``Loader`` found, with what its person has to know of that.
  package struct Loaded: Sendable {
    package let snapshot: ContentSnapshot?
    package let words: String?

    package init(_ snapshot: ContentSnapshot?, words: String? = nil) {
      (self.snapshot, self.words) = (snapshot, words)
    }
  }

  /// Reads and checks a handbook as the editor has it, and sets the cards of the open pages.
  package typealias Checker =
    @Sendable (
      _ content: ContentSnapshot, _ open: Set<ContentPath>
    ) async -> Checked

  /// What a ``Checker`` found.
  package struct Checked: Sendable {
    /// Nil where a page could not be read in time: what was known before stays.
    package let handbook: Handbook?
    package let findings: [Diagnostic]
    /// Why something could not be checked, for its person.
    package let problem: String?

    package init(_ handbook: Handbook?, _ findings: [Diagnostic], problem: String? = nil) {
      (self.handbook, self.findings, self.problem) = (handbook, findings, problem)
    }
  }

  private let load: Loader
  private let check: Checker
  private let version: String
  private var folders: [String] = []
  var workspace: Workspace?
  /// Whether the editor watches files for servers that ask for it.
  private var canWatch = false
  /// Messages to a person, each shown once.
  private var told: Set<String> = []
  private var waiting: [JSON] = []
  /// What a person has to know of the handbook that was found, or not.
  private var greeting: String?
  var unit = ColumnUnit.utf16
  /// The findings last sent for each file, as JSON.
  var published: [String: String] = [:]
  private(set) var isShutDown = false
  /// The status to exit with, once the editor has asked for that: 0 after `shutdown`, else 1.
  package private(set) var status: Int32?

  package init(version: String, load: @escaping Loader, check: @escaping Checker) {
    self.version = version
    self.load = load
    self.check = check
  }

  /// Handles a message, and returns those to send; all are JSON without headers.
  ///
  /// After a notification there are none but what waits for the editor to be ready: findings wait for
  /// ``findings()``, or go ahead of the next answer.
  package mutating func handle(_ bytes: [UInt8]) async -> [[UInt8]] {
    guard let message = JSON(EditorText.repaired(bytes)) else {
      return [Self.bytes(Self.error(nil, -32_700, "this message is not JSON"))]
    }
    guard let method = message["method"]?.string else { return [] }
    if let id = message["id"] {
      let told = await findings()
      return told + [Self.bytes(await answer(method, message["params"], id))]
    }
    await hear(method, message["params"])
    defer { waiting = [] }
    return waiting.map(Self.bytes)
  }

  /// The messages that report findings which have changed.
  ///
  /// To be called when no further message is waiting, so that fast typing is checked once.
  package mutating func findings() async -> [[UInt8]] {
    await workspace?.settle()
    if let problem = workspace?.problem { tell(problem, isWarning: true) }
    defer { waiting = [] }
    return (publish() + waiting).map(Self.bytes)
  }

  /// Has the editor show some words, once.
  private mutating func tell(_ words: String, isWarning: Bool) {
    guard !isShutDown, told.insert(words).inserted else { return }
    waiting.append(
      .object([
        ("jsonrpc", .string("2.0")), ("method", .string("window/showMessage")),
        (
          "params",
          .object([
            ("type", .number(isWarning ? 2 : 3)), ("message", .string("Deskbook: " + words)),
          ])
        ),
      ]))
  }

  private static func bytes(_ message: JSON) -> [UInt8] { Array(message.text.utf8) }

  private static func id(_ id: JSON?) -> JSON {
    id?.number.map { .number($0) } ?? JSON(id?.string)
  }

  private static func error(_ id: JSON?, _ code: Int, _ words: String) -> JSON {
    .object([
      ("jsonrpc", .string("2.0")), ("id", Self.id(id)),
      ("error", .object([("code", .number(code)), ("message", .string(words))])),
    ])
  }

  private mutating func answer(
    _ method: String, _ params: JSON?, _ id: JSON
  ) async -> JSON {
    if isShutDown { return Self.error(id, -32_600, "the server was shut down") }
    if workspace == nil, method != "initialize", method != "shutdown" {
      return Self.error(id, -32_002, "the server is not ready, or found no content folder")
    }
    do throws(Refusal) {
      guard let result = try await result(method, params) else {
        return Self.error(id, -32_601, "there is no method \(method)")
      }
      return .object([("jsonrpc", .string("2.0")), ("id", Self.id(id)), ("result", result)])
    } catch {
      return Self.error(id, -32_803, error.words)
    }
  }

  private mutating func result(
    _ method: String, _ params: JSON?
  ) async throws(Refusal) -> JSON? {
    switch method {
    case "initialize": return await initialize(params)
    case "shutdown":
      isShutDown = true
      return .null
    case "textDocument/completion": return completion(params)
    case "textDocument/hover": return hover(params)
    case "textDocument/definition": return definition(params)
    case "textDocument/codeAction": return codeActions(params)
    case "textDocument/documentSymbol": return documentSymbols(params)
    case "textDocument/documentLink": return documentLinks(params)
    case "textDocument/foldingRange": return foldingRanges(params)
    case "textDocument/references": return references(params)
    case "workspace/symbol": return workspaceSymbols(params)
    case "textDocument/prepareRename": return try prepareRename(params)
    case "textDocument/rename": return try rename(params)
    case "workspace/willRenameFiles": return try willRename(params)
    default: return nil
    }
  }

  private mutating func initialize(_ params: JSON?) async -> JSON {
    let opened = params?["workspaceFolders"]?.array?.compactMap { $0["uri"]?.string } ?? []
    let uris = opened.isEmpty ? [params?["rootUri"]?.string].compactMap(\.self) : opened
    folders = uris.compactMap(Workspace.filePath)
    let editor = params?["capabilities"]
    let units = editor?["general"]?["positionEncodings"]?.array ?? []
    unit = units.contains { $0.string == "utf-8" } ? .utf8 : .utf16
    canWatch =
      editor?["workspace"]?["didChangeWatchedFiles"]?["dynamicRegistration"]?.isTrue == true
    let loaded = await load(folders)
    workspace = loaded.snapshot.map { Workspace($0, check) }
    greeting = loaded.words
    await workspace?.settle()
    return .object([
      ("capabilities", capabilities(for: editor)),
      ("serverInfo", .object([("name", .string("Deskbook")), ("version", .string(version))])),
    ])
  }

  private mutating func hear(_ method: String, _ params: JSON?) async {
    let document = params?["textDocument"]
    let path = document?["uri"]?.string.flatMap { workspace?.path($0) }
    switch method {
    case "exit": status = isShutDown ? 0 : 1
    case "textDocument/didOpen":
      if let path, let text = document?["text"]?.string {
        workspace?.edit(path, Array(text.utf8))
      }
    case "textDocument/didChange":
      if let path { workspace?.change(path, params?["contentChanges"]?.array ?? [], unit) }
    case "textDocument/didClose": if let path { workspace?.edit(path, nil) }
    case "initialized": begin()
    case "textDocument/didSave", "workspace/didRenameFiles": await reload()
    case "workspace/didChangeWatchedFiles":
      let uris = params?["changes"]?.array?.map { $0["uri"]?.string } ?? []
      // A build writes many files beside the content.
      let concern = uris.isEmpty || uris.contains { $0.map { workspace?.path($0) != nil } ?? true }
      if concern { await reload() }
    default: break
    }
  }

  /// What can be said and asked for once the editor is ready.
  private mutating func begin() {
    if let greeting { tell(greeting, isWarning: workspace == nil) }
    guard canWatch, workspace != nil else { return }
    let watcher = JSON.object([("globPattern", .string("**/*"))])
    let registration = JSON.object([
      ("id", .string("files")), ("method", .string("workspace/didChangeWatchedFiles")),
      ("registerOptions", .object([("watchers", .array([watcher]))])),
    ])
    waiting.append(
      .object([
        ("jsonrpc", .string("2.0")), ("id", .string("watch")),
        ("method", .string("client/registerCapability")),
        ("params", .object([("registrations", .array([registration]))])),
      ]))
  }

  private mutating func reload() async {
    guard let snapshot = await load(folders).snapshot else { return }
    if workspace == nil { workspace = Workspace(snapshot, check) }
    workspace?.reload(snapshot)
  }
}
