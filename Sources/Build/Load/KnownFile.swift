// A file that nobody has written since it was read need not be read again.

internal import Glibc

/// What was made of a file, and what the system said of the file just before it was read.
struct KnownFile<Value: Sendable>: Sendable {
  let value: Value
  private let facts: Disk.Facts?
  /// Whether whatever is written later shows in what the system says.
  private let isSettled: Bool

  /// Clocks of file systems tick in steps: two writes in one step, of one size, look the same.
  private static var step: Int { 50_000_000 }

  /// Looks at a file, and reads it unless it is known.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - earlier: what was made of it before; nil on file systems of other machines, whose clocks and
  ///     answers may lag.
  ///   - read: makes the value.
  /// - Throws: what `read` throws, and `file` where the system says nothing of the file.
  init(
    _ path: String, earlier: KnownFile?, read: () throws(BuildProblem) -> Value
  ) throws(BuildProblem) {
    var now = timespec()
    unsafe clock_gettime(CLOCK_REALTIME, &now)
    let facts = try Disk.facts(path)
    if let earlier, earlier.isSettled, facts == earlier.facts {
      self = earlier
      return
    }
    value = try read()
    self.facts = facts
    let moment = now.tv_sec * 1_000_000_000 + now.tv_nsec
    isSettled = facts.map { $0.changed + Self.step < moment } ?? false
  }
}
