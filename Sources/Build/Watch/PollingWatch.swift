// A watch that looks now and then, for folders whose changes the kernel does not know.

internal import Synchronization

/// Compares sizes and times of all files.
final class PollingWatch: Watch {
  private static let pause = Duration.milliseconds(300)

  let tally = Tally()
  let isSlow = true
  private let folders = Mutex<[WatchedFolder]>([])

  /// Looks until nobody holds the watch.
  init() {
    Task.detached(priority: .utility) { [weak self] in
      var earlier: [String: WatchWalk.Stamp]?
      var followed: [WatchedFolder] = []
      while let watch = self {
        let began = ContinuousClock.now
        let folders = watch.folders.withLock { $0 }
        let now = WatchWalk.stamps(folders)
        if let earlier, followed == folders, earlier != now { watch.tally.ring() }
        (earlier, followed) = (now, folders)
        // A slow share is looked at a quarter of the time at most.
        let rest = max(Self.pause, (ContinuousClock.now - began) * 3)
        do { try await Task.sleep(for: rest) } catch { return }
      }
    }
  }

  func follow(_ folders: [WatchedFolder]) -> Bool {
    self.folders.withLock { $0 = folders }
    return true
  }

  func changes() -> Changes { .anything }
}
