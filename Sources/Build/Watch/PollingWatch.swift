// A watch that looks now and then, for folders whose changes the kernel does not know.

internal import Synchronization

/// Compares sizes and times of all files.
final class PollingWatch: Watch {
  private struct State {
    var folders: [WatchedFolder] = []
    /// The files as they were when last looked at.
    var files: [String: WatchWalk.Stamp] = [:]
  }

  private static let pause = Duration.milliseconds(300)

  let signal = ChangeSignal()
  let isSlow = true
  private let state = Mutex(State())

  /// Looks until nobody holds the watch.
  init() {
    Task.detached(priority: .utility) { [weak self] in
      while let watch = self {
        let began = ContinuousClock.now
        watch.look()
        // A slow share is looked at a quarter of the time at most.
        let rest = max(Self.pause, (ContinuousClock.now - began) * 3)
        do { try await Task.sleep(for: rest) } catch { return }
      }
    }
  }

  /// Looks at new folders at once, so that changes from now on are seen even if the task's first
  /// look comes late.
  func follow(_ folders: [WatchedFolder]) -> Bool {
    if state.withLock({ $0.folders == folders }) { return true }
    let files = WatchWalk.stamps(folders)
    let hadOthers = state.withLock { state in
      defer { state = State(folders: folders, files: files) }
      return !state.folders.isEmpty
    }
    // The stamps of the folders before are gone, and with them what has changed since the last
    // look.
    if hadOthers { signal.ring() }
    return true
  }

  func changes() -> Changes { .anything }

  private func look() {
    let folders = state.withLock { $0.folders }
    let files = WatchWalk.stamps(folders)
    let isChange = state.withLock { state in
      guard state.folders == folders else { return false }
      defer { state.files = files }
      return state.files != files
    }
    if isChange { signal.ring() }
  }
}
