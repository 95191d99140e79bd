// What a preview prints, and what its pages show.

internal import Build
internal import Handbook
internal import Preview
internal import Text

/// The words of a preview.
struct PreviewReport: Sendable {
  let console: Console
  /// The content folder as findings show it.
  let folder: String
  /// The folder that such paths begin in.
  let start: String
  /// What opens a finding's place, if the editor has named a program.
  let editor: EditorAddress?

  /// Says where the handbook is.
  func begin(_ address: String, wanted: UInt16, port: UInt16, isOpen: Bool) {
    printing { () throws(Console.Failure) in
      if wanted != port, wanted != 0 {
        try console.note("port \(wanted) is in use; \(port) is the next free one")
      }
      if isOpen {
        try console.note(
          "others can see this preview: everybody who reaches this machine at port \(port)")
      }
      try console.print("Serving \(address) (Ctrl-C ends)")
    }
  }

  func noBrowser() {
    printing { () throws(Console.Failure) in
      try console.note("there is no xdg-open to open a browser with; open the address yourself")
    }
  }

  /// Prints findings as `check` does, and what became of the pages; `hasPages` tells whether any are
  /// shown.
  func show(_ event: PreviewSession.Event, hasPages: Bool) {
    let kept =
      hasPages ? "The pages stay as they were" : "There is no earlier version to show"
    printing { () throws(Console.Failure) in
      switch event {
      case .checked(let outcome, let time, let isLate):
        let report = Report(outcome.diagnostics, texts: outcome.foundTexts, folder: folder)
        try console.write(report.text(isColored: console.isColored(.error)), to: .error)
        if console.isQuiet || isLate { return }
        try console.note(
          outcome.isRefused
            ? "\(kept); \(Self.milliseconds(time))"
            : "Built \(outcome.counts.words); \(Self.milliseconds(time))")
        if console.isVerbose {
          for row in outcome.timings.stages {
            try console.note("\(row.stage.rawValue): \(Self.milliseconds(row.time))")
          }
        }
      case .stopped(let problem):
        let text = ProblemText(problem)
        try console.error(text.message, help: text.help)
        if !console.isQuiet { try console.note(kept) }
      }
    }
  }

  /// What the pages are told: findings as `check --format json` gives them, or why there are none.
  func news(of event: PreviewSession.Event) -> JSON {
    switch event {
    case .checked(let outcome, _, _):
      let report = Report(outcome.diagnostics, texts: outcome.foundTexts, folder: folder)
      guard let editor, case .object(let members) = report.json() else { return report.json() }
      return .object(
        members + [
          ("editor", .string(editor.template)), ("folder", .string(HandbookFolder.absolute(start))),
        ])
    case .stopped(let problem):
      let text = ProblemText(problem)
      return .object([
        ("diagnostics", .array([])),
        (
          "summary",
          .object([("errors", .number(1)), ("warnings", .number(0)), ("notes", .number(0))])
        ),
        ("problem", .string(text.message)), ("help", JSON(text.help)),
      ])
    }
  }

  private static func milliseconds(_ time: Duration) -> String {
    let (seconds, rest) = time.components
    return "\(Wording.grouped(Int(seconds) * 1_000 + Int(rest / 1_000_000_000_000_000))) ms"
  }

  /// A terminal that is gone need not stop the pages.
  private func printing(_ print: () throws(Console.Failure) -> Void) {
    do throws(Console.Failure) { try print() } catch { return }
  }
}
