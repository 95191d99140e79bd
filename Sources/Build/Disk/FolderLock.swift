// One publication at a time for each output folder.

internal import Glibc

/// A lock that the system releases when its holder dies.
///
/// The file beside the output folder holds the process id of the build at work and is removed at the end.
struct FolderLock: Sendable {
  private let path: String
  /// Negative where the file system knows no locks: the build goes on without.
  private let descriptor: Int32

  /// Whether other builds are really kept out.
  var isHeld: Bool { descriptor >= 0 }

  private enum Attempt { case taken(FolderLock), busy, again }

  /// Takes the lock, waiting while another build holds it.
  ///
  /// - Parameters:
  ///   - path: the lock file.
  ///   - patience: how long to wait before giving up.
  ///   - onWait: called once, when the lock is not free at once.
  /// - Returns: the lock; not held where the file system has none.
  /// - Throws: `busy` after `patience`, `interrupted` when the task is cancelled.
  static func take(
    _ path: String, patience: Duration, onWait: () -> Void
  ) async throws(BuildProblem) -> FolderLock {
    let end = ContinuousClock.now + patience
    var isWaiting = false
    while true {
      switch try attempt(path) {
      case .taken(let lock): return lock
      case .again: continue
      case .busy: break
      }
      if !isWaiting { onWait() }
      isWaiting = true
      if ContinuousClock.now >= end { throw .busy(lock: path) }
      do { try await Task.sleep(for: .milliseconds(50)) } catch { throw .interrupted }
    }
  }

  private static func attempt(_ path: String) throws(BuildProblem) -> Attempt {
    let descriptor = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o644)
    if descriptor < 0 { throw .file(FileFailure(.lock, path)) }
    if flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      let code = errno
      close(descriptor)
      if code == EWOULDBLOCK { return .busy }
      if code == EINTR { return .again }
      return .taken(FolderLock(path: path, descriptor: -1))
    }
    // The holder before may have removed the file between our opening and our locking it.
    var ours = stat()
    var named = stat()
    let isThere = unsafe fstat(descriptor, &ours) == 0 && stat(path, &named) == 0
    if !isThere || ours.st_ino != named.st_ino || ours.st_dev != named.st_dev {
      close(descriptor)
      return .again
    }
    return .taken(FolderLock(path: path, descriptor: descriptor))
  }

  /// Lets the next build in.
  func release() {
    _ = unsafe unlink(path)
    if descriptor >= 0 { close(descriptor) }
  }
}
