// The fixes of findings, for the editor to offer and to make.

internal import Handbook
internal import Text

/// The protocol's names for what is offered.
enum CodeActions {
  static let quickFix = "quickfix"
  static let all = "source.fixAll"

  /// Whether the editor asks for a kind: it names the kind or one above it, or nothing.
  static func asks(for kind: String, _ only: [String]?) -> Bool {
    only?.contains { kind == $0 || kind.hasPrefix($0 + ".") } ?? true
  }
}

extension LanguageSession {
  /// The fixes of what is found in a range, and all of the file's at once where that is asked for.
  func codeActions(_ params: JSON?) -> JSON {
    guard let workspace, let uri = params?["textDocument"]?["uri"]?.string,
      let path = workspace.path(uri), let file = workspace.texts[path]
    else { return .array([]) }
    let only = params?["context"]?["only"]?.array?.compactMap(\.string)
    let findings = workspace.findings.filter { $0.path == path && $0.fix != nil }
    let start = file.offset(params?["range"]?["start"], unit)
    let end = max(start, file.offset(params?["range"]?["end"], unit))
    var actions: [JSON] = []
    if CodeActions.asks(for: CodeActions.quickFix, only) {
      actions = findings.filter { $0.range.lowerBound <= end && start <= $0.range.upperBound }
        .map { finding in
          action(
            finding.fix?.title ?? "", CodeActions.quickFix, [finding], file,
            [
              ("diagnostics", .array([Self.json(finding, workspace, unit)])),
              ("isPreferred", .bool(true)),
            ])
        }
    }
    // In a menu it would stand beside each fix; editors ask for it by name.
    if let only, CodeActions.asks(for: CodeActions.all, only) {
      let together = Fix.together(findings, in: file.bytes.count)
      if !together.isEmpty {
        actions.append(action("Make all mends of this file", CodeActions.all, together, file))
      }
    }
    return .array(actions)
  }

  private func action(
    _ title: String, _ kind: String, _ findings: [Diagnostic], _ file: SourceFile,
    _ more: [(key: String, value: JSON)] = []
  ) -> JSON {
    let edits = findings.flatMap { $0.fix?.edits ?? [] }.map { edit in
      JSON.object([("range", file.range(edit.range, unit)), ("newText", .string(edit.text))])
    }
    let uri = workspace?.uri(file.path.text) ?? ""
    let change = JSON.object([("changes", .object([(uri, .array(edits))]))])
    return .object(
      [("title", .string(title)), ("kind", .string(kind)), ("edit", change)] + more)
  }
}
