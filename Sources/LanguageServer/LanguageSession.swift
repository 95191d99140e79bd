// One session with an editor: messages in, messages out. It reads and writes nothing itself, and
// waits only for the content.

package import Handbook
internal import Text

/// A language server for one handbook.
///
/// - Source: Language Server Protocol 3.17.
package struct LanguageSession {
  /// Reads the content of the handbook in a folder, which is nil where the editor has none open;
  /// returns nil where there is no content.
  package typealias Loader = @Sendable (_ folder: String?) async -> ContentSnapshot?

  /// Reads and checks a handbook whose content is given; nil where it cannot.
  package typealias Checker =
    @Sendable (
      _ content: ContentFiles, _ today: CalendarDate
    ) async -> (handbook: Handbook, findings: [Diagnostic])?

  private let load: Loader
  private let check: Checker
  private let version: String
  private var folder: String?
  var workspace: Workspace?
  var unit = ColumnUnit.utf16
  /// The findings last sent for each file, as JSON.
  private var published: [String: String] = [:]
  private var isShutDown = false
  /// The status to exit with, once the editor has asked for that: 0 after `shutdown`, else 1.
  package private(set) var status: Int32?

  package init(version: String, load: @escaping Loader, check: @escaping Checker) {
    self.version = version
    self.load = load
    self.check = check
  }

  /// Handles a message, and returns those to send; all are JSON without headers.
  ///
  /// After a notification there are none: findings wait for ``findings()``, or go ahead of the
  /// next answer.
  package mutating func handle(_ bytes: [UInt8]) async -> [[UInt8]] {
    guard let message = JSON(bytes) else {
      return [Self.bytes(Self.error(nil, -32_700, "this message is not JSON"))]
    }
    guard let method = message["method"]?.string else { return [] }
    if let id = message["id"] {
      let told = await findings()
      return told + [Self.bytes(await answer(method, message["params"], id))]
    }
    await hear(method, message["params"])
    return []
  }

  /// The messages that report findings which have changed.
  ///
  /// To be called when no further message is waiting, so that fast typing is checked once.
  package mutating func findings() async -> [[UInt8]] {
    await workspace?.settle()
    return publish().map(Self.bytes)
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
    let folders = params?["workspaceFolders"]?.array?.compactMap { $0["uri"]?.string } ?? []
    folder = (folders.first ?? params?["rootUri"]?.string).flatMap(Workspace.filePath)
    let units = params?["capabilities"]?["general"]?["positionEncodings"]?.array ?? []
    unit = units.contains { $0.string == "utf-8" } ? .utf8 : .utf16
    workspace = await load(folder).map { Workspace($0, check) }
    await workspace?.settle()
    return .object([
      ("capabilities", capabilities(for: params?["capabilities"])),
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
      if let path, let text = params?["contentChanges"]?.array?.last?["text"]?.string {
        workspace?.edit(path, Array(text.utf8))
      }
    case "textDocument/didClose": if let path { workspace?.edit(path, nil) }
    case "textDocument/didSave", "workspace/didChangeWatchedFiles", "workspace/didRenameFiles":
      if let snapshot = await load(folder) { workspace?.reload(snapshot) }
    default: break
    }
  }

  /// The findings of every file that differ from what the editor was told last.
  private mutating func publish() -> [JSON] {
    guard let workspace, status == nil, !isShutDown else { return [] }
    var lists: [String: [JSON]] = [:]
    for finding in workspace.findings {
      lists[finding.path.text, default: []].append(Self.json(finding, workspace, unit))
    }
    var messages: [JSON] = []
    for path in Set(lists.keys).union(published.keys).sorted() {
      let list = JSON.array(lists[path] ?? [])
      if published[path] == list.text { continue }
      published[path] = lists[path] == nil ? nil : list.text
      messages.append(
        .object([
          ("jsonrpc", .string("2.0")), ("method", .string("textDocument/publishDiagnostics")),
          (
            "params",
            .object([("uri", .string(workspace.uri(path))), ("diagnostics", list)])
          ),
        ]))
    }
    return messages
  }

  static func json(
    _ finding: Diagnostic, _ workspace: Workspace, _ unit: ColumnUnit
  ) -> JSON {
    let empty = SourceFile(path: finding.path, bytes: [])
    let file = workspace.texts[finding.path] ?? empty
    let isInside = finding.range.upperBound <= file.bytes.count
    let help = finding.help.map { "\n\($0)" } ?? ""
    return .object([
      ("range", file.range(isInside ? finding.range : 0..<0, unit)),
      ("severity", .number(finding.severity.number)),
      ("code", .string(finding.rule.id)), ("source", .string("deskbook")),
      ("message", .string(finding.message + help)),
    ])
  }
}

extension Severity {
  /// Error, warning or information, as the protocol numbers them.
  fileprivate var number: Int {
    switch self {
    case .error: 1
    case .warning: 2
    case .note: 3
    }
  }
}
