// Connections that are open: none that says nothing keeps others out.

internal import Synchronization

/// Knows each connection from its beginning to its end, and hangs up where there are too many.
///
/// Those that were silent longest go first; where all wait for an answer or listen, the oldest: a page
/// that listens comes back by itself.
final class OpenConnections: Sendable {
  private struct State {
    /// What was heard of longest ago comes first.
    var order: [Int: UInt64] = [:]
    var known: [Int: (connection: Connection, isBusy: Bool)] = [:]
    var next: UInt64 = 0
    var leaving: Set<Int> = []

    mutating func touch(_ id: Int) {
      next += 1
      order[id] = next
    }
  }

  private let most: Int
  private let state = Mutex(State())

  /// - Parameter most: how many may stay open.
  init(most: Int) { self.most = most }

  /// A connection begins; another one ends where there are too many now.
  ///
  /// - Returns: whether one was hung up that listens, and hears of it only when it is woken.
  func add(_ connection: Connection) -> Bool {
    state.withLock { state in
      state.known[connection.id] = (connection, false)
      state.touch(connection.id)
      if state.known.count - state.leaving.count <= most { return false }
      let staying = state.known.filter {
        !state.leaving.contains($0.key) && $0.key != connection.id
      }
      let idle = staying.filter { !$0.value.isBusy }
      let oldest = (idle.isEmpty ? staying : idle).min {
        state.order[$0.key] ?? 0 < state.order[$1.key] ?? 0
      }
      guard let (id, (connection, isBusy)) = oldest else { return false }
      state.leaving.insert(id)
      connection.hangUp()
      return isBusy
    }
  }

  /// A connection asks for something, or has its answer.
  func set(_ connection: Connection, isBusy: Bool) {
    state.withLock { state in
      guard state.known[connection.id] != nil else { return }
      state.known[connection.id]?.isBusy = isBusy
      state.touch(connection.id)
    }
  }

  /// A connection ends.
  func remove(_ connection: Connection) {
    state.withLock { state in
      state.known[connection.id] = nil
      state.order[connection.id] = nil
      state.leaving.remove(connection.id)
    }
  }
}
