// Questions about a place in a file.

internal import Handbook
internal import Text

extension LanguageSession {
  /// The page and the byte that a question is about.
  func place(_ params: JSON?) -> (workspace: Workspace, page: Page, offset: Int)? {
    guard let (workspace, page) = page(params) else { return nil }
    return (workspace, page, page.file.offset(params?["position"], unit))
  }

  func completion(_ params: JSON?) -> JSON {
    if let (workspace, page, offset) = place(params) {
      return offered(
        Completion(workspace: workspace, page: page).proposals(at: offset), in: page.file)
    }
    guard let workspace, let uri = params?["textDocument"]?["uri"]?.string,
      workspace.path(uri) == .configuration, let file = workspace.texts[.configuration]
    else { return .array([]) }
    let offset = file.offset(params?["position"], unit)
    return offered(SettingsCompletion(file: file).proposals(at: offset), in: file)
  }

  private func offered(
    _ proposals: (items: [Proposal], range: Range<Int>), in file: SourceFile
  ) -> JSON {
    let place = file.range(proposals.range, unit)
    return .array(
      proposals.items.map { item in
        let edit = JSON.object([("range", place), ("newText", .string(item.text ?? item.label))])
        return .object(present: [
          ("label", .string(item.label)), ("kind", .number(item.kind.rawValue)),
          ("detail", item.detail.map { .string($0) }), ("textEdit", edit),
        ])
      })
  }

  func hover(_ params: JSON?) -> JSON {
    guard let (workspace, page, offset) = place(params),
      let (text, range) = Hover(workspace: workspace).text(at: offset, on: page)
    else { return .null }
    return .object([
      ("contents", .object([("kind", .string("markdown")), ("value", .string(text))])),
      ("range", page.file.range(range, unit)),
    ])
  }

  func definition(_ params: JSON?) -> JSON {
    guard let (workspace, page, offset) = place(params),
      let link = LinkAtPlace(offset, on: page, in: workspace.handbook)
    else { return .null }
    switch link.resolution {
    case .page(let index, let anchor):
      let target = workspace.handbook.pages[index]
      return location(target.path.text, target.file.range(target.place(of: anchor), unit))
    case .file(let path):
      let empty = SourceFile(path: .configuration, bytes: [])
      return location(path, empty.range(0..<0, unit))
    case .external, .folder, .generated, .refused, .outside, .missing: return .null
    }
  }

  func location(_ path: String, _ range: JSON) -> JSON {
    .object([("uri", .string(workspace?.uri(path) ?? "")), ("range", range)])
  }

  /// The edits to links that go with renames which a person makes in the editor's list of files.
  func willRename(_ params: JSON?) throws(Refusal) -> JSON {
    guard let workspace else { return .null }
    var changes: [(key: String, value: JSON)] = []
    for file in params?["files"]?.array ?? [] {
      guard let from = file["oldUri"]?.string.flatMap(workspace.path),
        let to = file["newUri"]?.string.flatMap(workspace.path)
      else { continue }
      let edits = try Renaming(workspace: workspace, unit: unit).edits(
        from: from.text, to: to.text)
      changes += edits.map { ($0.uri, .array($0.edits)) }
    }
    return .object([("changes", .object(changes))])
  }
}
