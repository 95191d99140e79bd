// Reading pages with an eye on the time that each takes, as nothing can interrupt the parser.

internal import Foundation
internal import Glibc
internal import Handbook
internal import Synchronization

/// Reads pages on threads of its own, and lets go of a page that takes longer than its budget.
///
/// The Markdown parser cannot be stopped, and holds a lock round its last part, so that no further
/// page may be read after one that does not end: the run ends, and its threads with the program.
/// They are not those that Swift's tasks run on: pages without end would leave none of these to
/// end the run.
///
/// What counts is the processor time of the thread that reads a page: waiting for the lock, a busy
/// machine, or one that went to sleep is no reason to refuse a page.
final class PageWatch<Result: Sendable>: Sendable {
  /// A page at work.
  private struct Work {
    let index: Int
    let clock: clockid_t
    let since: Duration
  }

  private struct State {
    var next = 0
    var work: [Int: Work] = [:]
    var results: [Result?]
    var left: Int
    /// The first page by position that was beyond its budget when it ended.
    var late: Int?
    var isOver = false
  }

  /// How often pages at work are looked at.
  private static var pause: Duration { .milliseconds(100) }

  private let files: [SourceFile]
  private let budget: Duration
  private let read: @Sendable (SourceFile) -> Result
  private let state: Mutex<State>
  private let ends = ChangeSignal()

  /// - Parameters:
  ///   - files: the pages.
  ///   - budget: the most processor time for a page.
  ///   - read: reads one of them.
  init(
    _ files: [SourceFile], budget: Duration, read: @escaping @Sendable (SourceFile) -> Result
  ) {
    self.files = files
    self.budget = budget
    self.read = read
    state = Mutex(State(results: Array(repeating: nil, count: files.count), left: files.count))
  }

  /// Whether threads still read pages that were let go.
  var isAtWork: Bool { state.withLock { !$0.work.isEmpty } }

  /// Reads all files; can be called once.
  ///
  /// - Parameter width: the most threads at work.
  /// - Returns: the results in the order of the files.
  /// - Throws: `tooSlow` with the first page by position beyond its budget, `interrupted`.
  func results(width: Int) async throws(BuildProblem) -> [Result] {
    for thread in 0..<min(max(1, width), files.count) {
      Thread.detachNewThread { self.work(thread) }
    }
    var isDone = files.isEmpty
    while !isDone {
      await ends.wait(past: 0, atMost: Self.pause)
      if Task.isCancelled { throw end(.interrupted) }
      isDone = state.withLock { $0.left == 0 }
      if let slow = slowPage() {
        throw end(.tooSlow(PageSize.overrun(files[slow], budget: budget), in: files[slow]))
      }
    }
    return state.withLock { $0.results.compactMap(\.self) }
  }

  /// Lets no thread begin a further page.
  private func end(_ problem: BuildProblem) -> BuildProblem {
    state.withLock { $0.isOver = true }
    return problem
  }

  /// The first page by position that is or was beyond its budget.
  private func slowPage() -> Int? {
    state.withLock { state in
      let slow = state.work.values.filter(isSlow).map(\.index)
      return (slow + [state.late].compactMap(\.self)).min()
    }
  }

  private func isSlow(_ work: Work) -> Bool { Self.time(of: work.clock) - work.since > budget }

  private func work(_ thread: Int) {
    var clock = clockid_t()
    // Always there for a thread that asks for its own; see pthread_getcpuclockid(3).
    _ = unsafe pthread_getcpuclockid(pthread_self(), &clock)
    while let index = begin(thread, clock) {
      let result = read(files[index])
      let isLast = state.withLock { state in
        state.results[index] = result
        state.left -= 1
        if let work = state.work.removeValue(forKey: thread), isSlow(work) {
          state.late = min(state.late ?? index, index)
        }
        return state.left == 0
      }
      if isLast { ends.ring() }
    }
  }

  /// The next page for a thread; nil where there is none.
  private func begin(_ thread: Int, _ clock: clockid_t) -> Int? {
    state.withLock { state in
      guard state.next < files.count, !state.isOver else { return nil }
      defer { state.next += 1 }
      state.work[thread] = Work(index: state.next, clock: clock, since: Self.time(of: clock))
      return state.next
    }
  }

  private static func time(of clock: clockid_t) -> Duration {
    var time = timespec()
    guard unsafe clock_gettime(clock, &time) == 0 else { return .zero }
    return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
  }
}
