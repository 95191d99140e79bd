// Connections that rest: for an answer that is being made, or for news.

internal import Synchronization

/// Holds each connection that is suspended, and resumes it once.
///
/// The server may only be stopped when none rests, so both are settled under one lock: after ``stop()``
/// nothing is suspended any more, and whoever comes late with an answer finds nobody.
final class SuspendedConnections: Sendable {
  /// What came of the wish to rest.
  enum Rest: Equatable {
    case resting
    /// There was news meanwhile.
    case woken
    /// The server ends.
    case stopped
  }

  private struct State {
    var isStopped = false
    var calls = 0
    var asking: [ObjectIdentifier: Connection] = [:]
    var listening: [Connection] = []
  }

  private let state = Mutex(State())

  /// How often ``wakeListeners()`` was called.
  var calls: Int { state.withLock { $0.calls } }

  /// Suspends a connection until ``resume(_:)``.
  func suspend(_ connection: Connection, for response: PendingResponse) -> Rest {
    state.withLock { state in
      if state.isStopped { return .stopped }
      connection.suspend()
      state.asking[ObjectIdentifier(response)] = connection
      return .resting
    }
  }

  /// Suspends a connection until ``wakeListeners()``, unless that was called more than `calls` times.
  func suspend(_ connection: Connection, heard calls: Int) -> Rest {
    state.withLock { state in
      if state.isStopped { return .stopped }
      if state.calls != calls { return .woken }
      connection.suspend()
      state.listening.append(connection)
      return .resting
    }
  }

  func resume(_ response: PendingResponse) {
    state.withLock { $0.asking.removeValue(forKey: ObjectIdentifier(response))?.resume() }
  }

  func wakeListeners() {
    state.withLock { state in
      state.calls += 1
      for connection in state.listening { connection.resume() }
      state.listening = []
    }
  }

  /// Resumes all for good.
  func stop() {
    state.withLock { state in
      state.isStopped = true
      for connection in state.listening + state.asking.values { connection.resume() }
      (state.listening, state.asking) = ([], [:])
    }
  }
}
