// Ctrl-C and kill: the run is cancelled and cleans up behind itself.

internal import Build
internal import Dispatch
internal import Glibc

/// Runs work that signals can cancel.
enum Interruption {
  private static let signals = [SIGINT, SIGTERM, SIGHUP]

  /// The value of `work`, whose task is cancelled by the first signal; a second one ends the program.
  static func cancelling<Value: Sendable>(
    _ work: @escaping @Sendable () async throws(BuildProblem) -> Value
  ) async throws(BuildProblem) -> Value {
    let task = Task { () -> Result<Value, BuildProblem> in
      do throws(BuildProblem) { return .success(try await work()) } catch { return .failure(error) }
    }
    let sources = signals.map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number)
      source.setEventHandler { if task.isCancelled { _exit(130) } else { task.cancel() } }
      source.resume()
      return source
    }
    let result = await task.value
    for source in sources { source.cancel() }
    for number in signals { signal(number, SIG_DFL) }
    return try result.get()
  }
}
