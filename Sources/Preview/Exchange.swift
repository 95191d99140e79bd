// One request on its way to an answer.

internal import Synchronization

/// A request, and its answer once that is known.
final class Exchange: Sendable {
  let request: Request
  private let known: Mutex<Answer?>

  init(_ request: Request, answer: Answer?) {
    self.request = request
    known = Mutex(answer)
  }

  var answer: Answer? { known.withLock { $0 } }

  func settle(_ answer: Answer) { known.withLock { $0 = answer } }
}
