// Fixes made until none is left: one may uncover another, such as behind YAML that could not be read.

package import Editing
package import Handbook

/// What `check --fix` would write.
package struct Mended: Sendable {
  package fileprivate(set) var changes: [Mending.Change] = []
  /// Each file that changes, as it was and as it shall be, by path.
  package fileprivate(set) var files: [(old: SourceFile, new: SourceFile)] = []
}

extension Pipeline {
  /// More rounds than any page of slips needs; a fix that calls for itself again ends here.
  private static let mostRounds = 8

  /// Makes the fixes that findings know, and writes nothing.
  package func mend() async throws(BuildProblem) -> Mended {
    var outcome = try await check()
    let first = outcome.texts
    var content = outcome.content
    var mended = Mended()
    var changed: [ContentPath: SourceFile] = [:]
    for _ in 0..<Self.mostRounds {
      let round = Mending(outcome.diagnostics, in: content.texts)
      if round.texts.isEmpty { break }
      mended.changes += round.changes
      for file in round.texts {
        content.replace(file)
        changed[file.path] = file
      }
      outcome = try await check(content)
    }
    mended.files = changed.values.sorted { $0.path < $1.path }.compactMap { new in
      first[new.path].map { ($0, new) }
    }
    return mended
  }
}
