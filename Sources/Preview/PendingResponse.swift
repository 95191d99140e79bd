// One request on its way to an answer.

internal import Synchronization

/// A request, and its answer once that is known.
final class PendingResponse: Sendable {
  let request: Request
  private let known: Mutex<Answer?>
  private let isBegun = Atomic<Bool>(false)

  init(_ request: Request, answer: Answer?) {
    self.request = request
    known = Mutex(answer)
  }

  /// Whether it is asked for the first time that it be answered.
  func begin() -> Bool { !isBegun.exchange(true, ordering: .relaxed) }

  var answer: Answer? { known.withLock { $0 } }

  func fulfil(_ answer: Answer) { known.withLock { $0 = answer } }
}
