// A count that tasks can wait for.

internal import Synchronization

/// Counts events; those that come while nobody waits are not lost.
package final class ChangeSignal: Sendable {
  private struct State {
    var count = 0
    var tickets = 0
    var waiting: [Int: CheckedContinuation<Void, Never>] = [:]
  }

  private let state = Mutex(State())

  package init() {}

  package var count: Int { state.withLock { $0.count } }

  /// Counts one more event, and wakes all who wait.
  package func ring() {
    let waiting = state.withLock { state in
      state.count += 1
      defer { state.waiting = [:] }
      return state.waiting.values
    }
    for continuation in waiting { continuation.resume() }
  }

  /// Returns when the count is no longer `seen`, or the task is cancelled.
  package func wait(past seen: Int) async {
    let ticket = state.withLock { state in
      state.tickets += 1
      return state.tickets
    }
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let isOver = state.withLock { state in
          if state.count != seen || Task.isCancelled { return true }
          state.waiting[ticket] = continuation
          return false
        }
        if isOver { continuation.resume() }
      }
    } onCancel: {
      state.withLock { $0.waiting.removeValue(forKey: ticket) }?.resume()
    }
  }

  /// Returns as ``wait(past:)`` does, and at the latest after a time.
  package func wait(past seen: Int, atMost time: Duration) async {
    await withTaskGroup(of: Void.self) { group in
      group.addTask { await self.wait(past: seen) }
      group.addTask {
        do { try await Task.sleep(for: time) } catch { return }
      }
      await group.next()
      group.cancelAll()
    }
  }
}
