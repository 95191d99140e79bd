// What each stage of a run cost.

internal import Glibc

/// How long each stage took, and what it wrote and held.
package struct Timings: Sendable {
  /// One stage that has ended.
  package struct Row: Sendable {
    package let stage: Stage
    /// The time since the stage before ended.
    package let time: Duration
    /// Bytes of the files that the stage wrote.
    package let written: Int
    /// The most memory that the process has held so far, in bytes.
    package let peak: Int
  }

  package private(set) var stages: [Row] = []
  private let start = ContinuousClock.now
  private var last = ContinuousClock.now

  package var total: Duration { last - start }

  /// Ends a stage; its time is the time since the one before ended.
  mutating func end(_ stage: Stage, written: Int = 0) {
    let now = ContinuousClock.now
    stages.append(Row(stage: stage, time: now - last, written: written, peak: Self.peak))
    last = now
  }

  /// The peak resident set of the process, in bytes.
  private static var peak: Int {
    var usage = rusage()
    // Linux counts in kibibytes; see getrusage(2).
    return unsafe getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage) == 0
      ? usage.ru_maxrss * 1024 : 0
  }
}
