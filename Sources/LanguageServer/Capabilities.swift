// What the server tells an editor that it can do.

internal import Text

extension LanguageSession {
  /// The protocol's `ServerCapabilities`, for an editor with capabilities of its own.
  func capabilities(for editor: JSON?) -> JSON {
    let files = JSON.object([
      ("filters", .array([.object([("pattern", .object([("glob", .string("**/*"))]))])]))
    ])
    let kinds = [CodeActions.quickFix, CodeActions.all].map { JSON.string($0) }
    // Only editors that ask before a rename know what to make of the option.
    let asksFirst = editor?["textDocument"]?["rename"]?["prepareSupport"]?.isTrue == true
    return .object([
      ("positionEncoding", .string(unit.rawValue)),
      (
        "textDocumentSync",
        .object([("openClose", .bool(true)), ("change", .number(2)), ("save", .bool(true))])
      ),
      (
        "completionProvider",
        .object([("triggerCharacters", .array(["(", "#", "{", "/", "!"].map { .string($0) }))])
      ),
      ("hoverProvider", .bool(true)), ("definitionProvider", .bool(true)),
      ("referencesProvider", .bool(true)), ("documentSymbolProvider", .bool(true)),
      ("workspaceSymbolProvider", .bool(true)), ("foldingRangeProvider", .bool(true)),
      ("documentLinkProvider", .object([("resolveProvider", .bool(false))])),
      ("codeActionProvider", .object([("codeActionKinds", .array(kinds))])),
      (
        "renameProvider",
        asksFirst ? .object([("prepareProvider", .bool(true))]) : .bool(true)
      ),
      ("workspace", .object([("fileOperations", .object([("willRename", files)]))])),
    ])
  }
}
