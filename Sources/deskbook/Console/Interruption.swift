// Ctrl-C and kill: the run is cancelled and cleans up behind itself.

internal import Build
internal import Foundation
internal import Glibc
internal import Synchronization

/// Runs work that signals can cancel.
enum Interruption {
  /// How to cancel the work that is running, and whether that has been asked for.
  private struct State {
    var cancel: (@Sendable () -> Void)?
    var isCancelled = false
  }

  private static let state = Mutex(State())

  /// The writing end of the pipe by which the signal handler wakes the thread that waits.
  ///
  /// Safe without a lock, which a handler may not take: it is written once, by ``watch()``, before
  /// the handlers that read it are set up.
  nonisolated(unsafe) private static var bell: Int32 = -1

  /// Watches for signals from now on; called once, before a command runs.
  ///
  /// A handler may do next to nothing, so it writes one byte into a pipe, and a thread of its own
  /// does the rest. No signal is lost however early it comes; a dispatch source is deaf until its
  /// queue has set it up.
  static func watch() {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return }
    let waiting = ends[0]
    bell = ends[1]
    Thread.detachNewThread {
      var byte: UInt8 = 0
      while true { if read(waiting, &byte, 1) == 1 { receive() } }
    }
    for number in [SIGINT, SIGTERM, SIGHUP] where number != SIGHUP || !isIgnored(number) {
      var action = sigaction()
      action.sa_flags = SA_RESTART
      action.__sigaction_handler.sa_handler = { _ in
        var byte: UInt8 = 0
        write(Interruption.bell, &byte, 1)
      }
      sigaction(number, &action, nil)
    }
  }

  /// Whether a signal is ignored (`SIG_IGN` is 1), as SIGHUP is for a program that nohup started:
  /// it is to outlive its terminal.
  private static func isIgnored(_ number: Int32) -> Bool {
    var action = sigaction()
    sigaction(number, nil, &action)
    return action.__sigaction_handler.sa_handler.map { unsafeBitCast($0, to: Int.self) } == 1
  }

  /// Cancels what runs; ends the program where nothing does, or where it was asked before.
  private static func receive() {
    let cancel = state.withLock { state in
      let cancel = state.isCancelled ? nil : state.cancel
      state.isCancelled = true
      return cancel
    }
    guard let cancel else { _exit(130) }
    cancel()
  }

  /// The value of `work`; the first signal cancels its task, and a second one ends the program.
  static func cancelling<Value: Sendable>(
    _ work: @escaping @Sendable () async throws(BuildProblem) -> Value
  ) async throws(BuildProblem) -> Value {
    let task = Task { () -> Result<Value, BuildProblem> in
      do throws(BuildProblem) { return .success(try await work()) } catch { return .failure(error) }
    }
    state.withLock { $0.cancel = { task.cancel() } }
    let result = await task.value
    state.withLock { $0.cancel = nil }
    return try result.get()
  }
}
