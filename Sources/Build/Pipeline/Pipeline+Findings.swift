// Checks of all pages, side by side; those that still hold are taken from the build before.

internal import Handbook

extension Pipeline {
  /// Findings, those on a page where an earlier build made them from the same; and what makes
  /// ``PageNotes`` for a later one.
  func findings(
    in handbook: Handbook, _ begun: BegunBuild?, _ onReading: [ContentPath: [Diagnostic]]
  ) async throws(BuildProblem) -> (Findings, (@Sendable () -> [UInt8])?) {
    guard let begun else { return (try await findings(in: handbook), nil) }
    let keys = PageFindings.keys(of: handbook, surroundings: begun.inputs.onSurroundings)
    let known = begun.notes?.findings(in: handbook, begun.inputs)
    let findings = try await findings(in: handbook, known, keys)
    let notes = { @Sendable () -> [UInt8] in
      let notes = handbook.pages.enumerated().compactMap { index, page in
        begun.inputs.texts[page.path].map { text in
          PageNote(
            page, text: text, onReading: onReading[page.path] ?? [],
            findings.onPage(index, key: keys[index]))
        }
      }
      return PageNotes.file(notes, surroundings: begun.inputs.onSurroundings)
    }
    return (findings, notes)
  }

  /// Findings; `known` are those of an earlier build by page, which hold where their keys are the same.
  func findings(
    in handbook: Handbook, _ known: [PageFindings?]? = nil, _ keys: [ContentHash] = []
  ) async throws(BuildProblem) -> Findings {
    let pages = Array(handbook.pages.indices)
    let counter = ProgressCounter(.check, total: pages.count, observer)
    // What needs all pages at once is one long task: the pages go on beside it.
    async let whole = WholeFindings(in: handbook)
    let onPages = try await pages.mapConcurrently(width: settings.workers) {
      (index) throws(BuildProblem) in
      try counter.advance()
      if let known = known?[index], known.key == keys[index] { return known.found }
      return Checks.pageFindings(on: index, in: handbook)
    }
    return Findings(onPages: onPages, await whole)
  }
}
