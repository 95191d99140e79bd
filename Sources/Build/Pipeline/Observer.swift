// What a run tells while it works; nothing here prints.

internal import Synchronization

/// A part of a run, in order.
package enum Stage: String, Sendable, CaseIterable {
  case load, compare, parse, model, theme, cards, check, search, index, render, lists, print,
    compress, publish, copy
}

/// Hears how a run goes; its closures are called from several tasks at once.
package struct Observer: Sendable {
  /// How many of a stage's files are done.
  package var progress: @Sendable (_ stage: Stage, _ done: Int, _ total: Int) -> Void
  /// Another build holds the output folder.
  package var waits: @Sendable () -> Void

  package init(
    progress: @escaping @Sendable (_ stage: Stage, _ done: Int, _ total: Int) -> Void,
    waits: @escaping @Sendable () -> Void
  ) {
    self.progress = progress
    self.waits = waits
  }

  package static let silent = Observer(progress: { _, _, _ in }, waits: {})
}

/// Counts the files of one stage.
final class ProgressCounter: Sendable {
  private let stage: Stage
  private let total: Int
  private let observer: Observer
  private let done = Atomic<Int>(0)

  init(_ stage: Stage, total: Int, _ observer: Observer) {
    self.stage = stage
    self.total = total
    self.observer = observer
  }

  /// Counts one more file.
  ///
  /// - Throws: `interrupted` when the run was cancelled: the place where a run can end early.
  func advance() throws(BuildProblem) {
    if Task.isCancelled { throw .interrupted }
    count()
  }

  /// Counts one more file, where a run ends early by other means.
  func count() {
    observer.progress(stage, done.wrappingAdd(1, ordering: .relaxed).newValue, total)
  }
}
