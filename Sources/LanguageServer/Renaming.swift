// Renames that mend links, as edits for the editor to make.

internal import Editing
internal import Handbook
internal import Text

/// Why the server does not do what it was asked for.
struct Refusal: Error {
  let words: String
}

/// Turns a planned move into the editor's terms.
struct Renaming {
  let workspace: Workspace
  let unit: ColumnUnit

  /// The edits to make when a file or a folder gets another path: for each file that changes its
  /// address and one `TextEdit`.
  ///
  /// - Throws: ``Refusal`` where the move cannot be made, or a link not be mended.
  func edits(from: String, to: String) throws(Refusal) -> [(uri: String, edit: JSON)] {
    let plan: MovePlan
    do throws(MoveProblem) {
      plan = try MovePlan(from: from, to: to, in: workspace.handbook, texts: workspace.texts)
    } catch {
      throw Refusal(words: Self.words(error))
    }
    return plan.changes.map { change in
      let path = workspace.texts.keys.first { $0.text == change.oldPath }
      let file = SourceFile(path: path ?? .configuration, bytes: change.old)
      return (workspace.uri(change.oldPath), edit(file, change.new))
    }
  }

  /// The one `TextEdit` from a file's bytes to new ones, without what they have in common at both
  /// ends.
  private func edit(_ file: SourceFile, _ new: [UInt8]) -> JSON {
    let old = file.bytes
    var start = zip(old, new).prefix { $0 == $1 }.count
    // A change may not cut a character in two.
    while start > 0, start < old.count, old[start] & 0xC0 == 0x80 { start -= 1 }
    let most = min(old.count, new.count) - start
    var end = zip(old.reversed(), new.reversed()).prefix { $0 == $1 }.count
    end = min(end, most)
    while end > 0, old[old.count - end] & 0xC0 == 0x80 { end -= 1 }
    return .object([
      ("range", file.range(start..<old.count - end, unit)),
      ("newText", .string(String(decoding: new[start..<new.count - end], as: UTF8.self))),
    ])
  }

  private static func words(_ problem: MoveProblem) -> String {
    switch problem {
    case .taken(let path): "\(path) is there already"
    case .intoItself(let folder): "\(folder) cannot go into itself"
    case .cannotMend(let path, let line, let destination):
      "the link to \(destination) in \(path), line \(line), cannot be mended"
    case .breaks(let finding): "\(finding.path): after the move \(finding.message)"
    }
  }
}
