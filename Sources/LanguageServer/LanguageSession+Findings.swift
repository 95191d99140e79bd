// What was found, as the editor is told.

internal import Handbook
internal import Text

extension LanguageSession {
  /// The findings of every file that differ from what the editor was told last.
  mutating func publish() -> [JSON] {
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
