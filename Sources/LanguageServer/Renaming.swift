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
  /// address and its `TextEdit`s.
  ///
  /// - Throws: ``Refusal`` where the move cannot be made, or a link not be mended.
  func edits(from: String, to: String) throws(Refusal) -> [(uri: String, edits: [JSON])] {
    let plan: MovePlan
    do throws(MoveProblem) {
      plan = try MovePlan(from: from, to: to, in: workspace.handbook, texts: workspace.texts)
    } catch {
      throw Refusal(words: Self.words(error))
    }
    return plan.changes.map(edits)
  }

  /// The edits to make when a heading gets another text.
  ///
  /// - Throws: ``Refusal`` where it cannot, or something that names it not be mended.
  func edits(heading: Int, of page: Int, text: String) throws(Refusal) -> [(
    uri: String, edits: [JSON]
  )] {
    do throws(HeadingProblem) {
      let plan = try HeadingPlan(
        heading: heading, of: page, text: text, in: workspace.handbook, texts: workspace.texts)
      return plan.changes.map(edits)
    } catch {
      throw Refusal(words: Self.words(error))
    }
  }

  private func edits(_ change: MovePlan.Change) -> (uri: String, edits: [JSON]) {
    let path = workspace.texts.keys.first { $0.text == change.oldPath }
    let file = SourceFile(path: path ?? .configuration, bytes: change.old)
    return (workspace.uri(change.oldPath), edits(file, change.new))
  }

  /// An edit for each line that differs, so that an editor touches nothing between; one for all where
  /// lines were added.
  private func edits(_ file: SourceFile, _ new: [UInt8]) -> [JSON] {
    let old = file.bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    let lines = new.split(separator: 0x0A, omittingEmptySubsequences: false)
    if old.count != lines.count { return [edit(file, file.bytes[...], new[...])] }
    return zip(old, lines).filter { $0 != $1 }.map { edit(file, $0, $1) }
  }

  /// The `TextEdit` from a run of a file's bytes to new ones, without what they have in common at both
  /// ends.
  private func edit(
    _ file: SourceFile, _ old: ArraySlice<UInt8>, _ new: ArraySlice<UInt8>
  ) -> JSON {
    var start = zip(old, new).prefix { $0 == $1 }.count
    // A change may not cut a character in two.
    while start > 0, start < old.count, Self.continues(old[old.startIndex + start]) { start -= 1 }
    let most = min(old.count, new.count) - start
    var end = min(zip(old.reversed(), new.reversed()).prefix { $0 == $1 }.count, most)
    while end > 0, Self.continues(old[old.endIndex - end]) { end -= 1 }
    let words = String(decoding: new.dropFirst(start).dropLast(end), as: UTF8.self)
    let range = old.startIndex + start..<old.endIndex - end
    return .object([("range", file.range(range, unit)), ("newText", .string(words))])
  }

  /// Whether a byte of UTF-8 begins no character.
  private static func continues(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }

  private static func words(_ problem: HeadingProblem) -> String {
    switch problem {
    case .notOneLine: "a heading is one line with some words"
    case .noPlace: "this heading is not written on one line; change it by hand"
    case .changesMore: "with these words it would no longer be this heading; change it by hand"
    case .cannotMend(let path, let line, let name):
      "what leads to it as \(name) in \(path), line \(line), cannot be mended"
    }
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
