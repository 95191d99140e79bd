// What `deskbook check --fix` does before it checks.

internal import ArgumentParser
internal import Build
internal import Editing
internal import Handbook

/// Makes the mends that findings are sure of, all of them or none.
struct FixingRun {
  let run: HandbookRun
  let settings: Settings

  private var console: Console { run.console }

  /// Changes the files, and says what changed.
  ///
  /// - Parameter isDry: whether it is only said.
  /// - Throws: the exit status, where the files could not be read or written.
  func fix(isDry: Bool) async throws {
    do {
      let turn =
        isDry
        ? nil
        : try await EditingRun(
          ["check", "--fix"], in: settings.content, of: settings.folder, console)
      defer { turn?.end() }
      let settings = settings
      let mended = try await Interruption.cancelling { () throws(BuildProblem) in
        try await Pipeline(settings).mend()
      }
      try await turn?.commit { edits in
        for (old, new) in mended.files { edits.change(old.path.text, old.bytes, to: new.bytes) }
      }
      try show(mended, isDry: isDry)
    } catch let problem as BuildProblem {
      throw try console.report(ProblemText(problem))
    }
  }

  private func show(_ mended: Mended, isDry: Bool) throws(Console.Failure) {
    // Where the findings are a document on standard output, nothing else may stand there.
    let stream: Console.Stream = run.findings.format == .text ? .output : .error
    if !console.isQuiet {
      for change in mended.changes {
        let place = EditorFiles().join(run.content.shownContent, change.path.text)
        try console.print(
          "\(place):\(change.line): \(change.before) → \(change.after) [\(change.rule.id)]",
          to: stream)
      }
      let count = Wording.count(mended.changes.count, "mend")
      let files = Wording.count(mended.files.count, "file")
      if !mended.changes.isEmpty, !isDry { try console.note("\(count) made in \(files)") }
      if mended.changes.isEmpty { try console.note("no finding has a mend that is certain") }
    }
    if isDry { try console.note("nothing was changed") }
  }
}
