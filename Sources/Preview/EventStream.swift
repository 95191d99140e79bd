// What the pages hear: server-sent events.

internal import Build
internal import FlyingSocks
internal import Site

/// One listener's events: the state at once, and again at each change.
///
/// - Source: HTML Standard, "Server-sent events".
struct EventStream: AsyncBufferedSequence {
  typealias Element = UInt8

  let board: PreviewBoard

  func makeAsyncIterator() -> Iterator { Iterator(board: board) }

  struct Iterator: AsyncBufferedIteratorProtocol {
    let board: PreviewBoard
    private var seen: Int?

    init(board: PreviewBoard) { self.board = board }

    /// The body is taken by whole events.
    mutating func next() async -> UInt8? { nil }

    mutating func nextBuffer(suggested count: Int) async -> [UInt8]? {
      if let seen {
        await board.tally.wait(past: seen, atMost: .seconds(10))
        if Task.isCancelled { return nil }
        // A listener that has gone is noticed by what is written to it.
        if board.tally.count == seen { return Array(": nothing new\n\n".utf8) }
      }
      seen = board.tally.count
      let state = board.now
      let news = JSON.object([("version", .string(state.version)), ("news", state.news)]).text
      let lines = news.split(separator: "\n").map { "data: \($0)\n" }
      return Array(("retry: 500\n" + lines.joined() + "\n").utf8)
    }
  }
}
