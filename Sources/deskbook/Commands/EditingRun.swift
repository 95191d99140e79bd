// What commands share that change files of a handbook.

internal import Build

/// One command's turn at the files of a handbook.
struct EditingRun {
  private let session: EditSession
  private let command: [String]
  let console: Console

  /// Waits for its turn, and says what was finished that another command had begun.
  ///
  /// - Parameters:
  ///   - command: the command and its arguments.
  ///   - root: the folder of the files to be changed.
  ///   - folder: that of the handbook.
  ///   - isMaking: whether a root that is missing is made.
  ///   - console: where to say it.
  /// - Throws: `BuildProblem` where the turn does not come, or what was interrupted cannot be finished.
  init(
    _ command: [String], in root: String, of folder: String, isMaking: Bool = false,
    _ console: Console
  ) async throws {
    self.command = command
    self.console = console
    session = try await Interruption.cancelling { () throws(BuildProblem) in
      try await EditSession.begin(
        root, besides: [folder], isMaking: isMaking,
        onWait: {
          do throws(Console.Failure) {
            try console.note("Waiting for another command to end")
          } catch {
            return
          }
        })
    }
    for edits in session.finished {
      try console.note("finished what was interrupted: \(edits.command.joined(separator: " "))")
      for path in edits.left {
        try console.note("\(path) was changed meanwhile; it was left as it is")
      }
    }
  }

  /// Whether the command had been interrupted and is done now.
  var isDone: Bool { session.finished.contains { $0.command == command } }

  /// Does all edits, or none, through `fill`, which plans them.
  func commit(_ fill: (inout Edits) throws -> Void) async throws {
    var edits = Edits(command)
    try fill(&edits)
    let (session, planned) = (session, edits)
    try await Interruption.cancelling { () throws(BuildProblem) in try session.commit(planned) }
  }

  /// Lets the next command in.
  func end() { session.end() }
}
