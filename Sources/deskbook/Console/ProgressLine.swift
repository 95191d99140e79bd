// One line on the terminal that says how far a long run is, and vanishes.

internal import Build
internal import Synchronization

/// The line of progress of one run.
final class ProgressLine: Sendable {
  private struct State {
    var isShown = false
    var isEnded = false
    var next: ContinuousClock.Instant
  }

  private let console: Console
  private let state: Mutex<State>

  /// Nothing is shown in the first second, as most runs are over by then.
  init(_ console: Console) {
    self.console = console
    state = Mutex(State(next: .now + .seconds(1)))
  }

  var observer: Observer {
    Observer(
      progress: { self.show($0, $1, $2) },
      waits: { self.show("Waiting for another build to end", isUrgent: true) })
  }

  private func show(_ stage: Stage, _ done: Int, _ total: Int) {
    guard let (verb, noun) = Self.words(stage) else { return }
    show("\(verb) \(Wording.grouped(done)) of \(Wording.count(total, noun))")
  }

  private static func words(_ stage: Stage) -> (verb: String, noun: String)? {
    switch stage {
    case .load: ("Reading", "file")
    case .parse: ("Parsing", "page")
    case .check: ("Checking", "page")
    case .search: ("Indexing", "page")
    case .render: ("Rendering", "page")
    case .index, .lists: ("Writing", "file")
    case .print: ("Printing", "deck")
    case .compress: ("Compressing", "file")
    case .copy: ("Publishing", "file")
    case .compare, .model, .theme, .cards, .publish: nil
    }
  }

  /// Shows a text; one that is not urgent only at times.
  func show(_ text: @autoclosure () -> String, isUrgent: Bool = false) {
    guard console.showsProgress else { return }
    state.withLock { state in
      let now = ContinuousClock.now
      if state.isEnded || now < state.next && !isUrgent { return }
      state.next = now + .milliseconds(100)
      state.isShown = true
      print("\r\u{1B}[K" + text())
    }
  }

  /// Erases the line; nothing is shown after.
  func end() {
    state.withLock { state in
      if state.isShown { print("\r\u{1B}[K") }
      state = State(isEnded: true, next: state.next)
    }
  }

  private func print(_ text: String) {
    do throws(Console.Failure) {
      try console.write(text, to: .error)
    } catch {
      return  // A terminal that is gone need not know how far we are.
    }
  }
}
