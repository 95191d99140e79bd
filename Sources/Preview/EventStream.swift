// What the pages hear: server-sent events.

internal import Build
internal import CMicroHTTPD
internal import Synchronization
internal import Text

/// One listener's events: the state at once, and again at each change.
///
/// - Source: HTML Standard, "Server-sent events".
final class EventStream: Sendable {
  /// How long a listener hears nothing at most: one that has gone is noticed by what is written to it.
  static let patience = Duration.seconds(10)

  private struct State {
    /// The count of the served's signal that was told of.
    var seen: Int?
    /// The calls of the listeners that were answered.
    var calls = 0
    /// What is still to be sent of an event.
    var rest: ArraySlice<UInt8> = []
  }

  private let served: ServedSite
  private let connection: Connection
  private let suspended: SuspendedConnections
  private let state = Mutex(State())

  init(_ served: ServedSite, to connection: Connection, _ suspended: SuspendedConnections) {
    self.served = served
    self.connection = connection
    self.suspended = suspended
  }

  /// An answer that holds this stream until it is let go.
  @unsafe
  func response() -> OpaquePointer? {
    let context = unsafe Unmanaged.passRetained(self)
    let response = unsafe deskbook_http_stream(
      { context, _, buffer, room in
        guard let context = unsafe context, let buffer = unsafe buffer else {
          return deskbook_http_end()
        }
        let stream = unsafe Unmanaged<EventStream>.fromOpaque(context).takeUnretainedValue()
        return unsafe stream.read(into: UnsafeMutableRawBufferPointer(start: buffer, count: room))
      }, context.toOpaque(),
      { context in
        guard let context = unsafe context else { return }
        unsafe Unmanaged<EventStream>.fromOpaque(context).release()
      })
    if unsafe response == nil { unsafe context.release() }
    return unsafe response
  }

  /// The next bytes; none where there is no news, and the connection rests then.
  private func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    state.withLock { state in
      while state.rest.isEmpty {
        // Read before the served is: what it shows in between is seen as another call.
        let calls = suspended.calls
        state.rest = event(&state, calls)[...]
        if !state.rest.isEmpty { break }
        switch suspended.suspend(connection, heard: calls) {
        case .resting: return 0
        case .woken: continue
        case .stopped: return deskbook_http_end()
        }
      }
      let piece = state.rest.prefix(buffer.count)
      unsafe buffer.copyBytes(from: piece)
      state.rest = state.rest.dropFirst(piece.count)
      return piece.count
    }
  }

  private func event(_ state: inout State, _ calls: Int) -> [UInt8] {
    let count = served.signal.count
    let isCalled = state.calls != calls
    state.calls = calls
    if state.seen == count { return isCalled ? Array(": nothing new\n\n".utf8) : [] }
    state.seen = count
    let now = served.now
    let news = JSON.object([("version", .string(now.version)), ("news", now.news)]).text
    let lines = news.split(separator: "\n").map { "data: \($0)\n" }
    return Array(("retry: 500\n" + lines.joined() + "\n").utf8)
  }
}
