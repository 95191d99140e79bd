// A web server: libmicrohttpd's thread receives and sends, tasks of ours find the answers.

internal import CMicroHTTPD
internal import Glibc
internal import Synchronization

/// Takes requests from a socket and hands them out, until it is stopped.
final class HTTPDaemon: Sendable {
  /// The most connections that stay open: a browser has six, and a listener that went is noticed late.
  private static let room = 400
  /// How many more there may be until those that were hung up are gone.
  private static let leaving = 100
  /// Bytes for the head of a request: cookies of all that runs on this machine are sent here, too.
  private static let memory = 64 << 10
  /// Seconds that a connection may be silent.
  private static let patience: UInt32 = 60

  /// Requests that wait for an answer; one task may hear them.
  let exchanges: AsyncStream<PendingResponse>
  let suspended: SuspendedConnections
  private let context: ServerContext
  private let handle: Mutex<Handle?>

  /// Begins to answer on a socket, which is the server's from now on.
  ///
  /// - Parameters:
  ///   - socket: listens.
  ///   - refusal: the answer to a request that is not to be looked at.
  /// - Throws: the number of the system's error.
  init(
    _ socket: Int32, refusal: @escaping @Sendable (Request) -> Answer?
  ) throws(StartFailure) {
    let (exchanges, inbox) = AsyncStream.makeStream(of: PendingResponse.self)
    (self.exchanges, suspended) = (exchanges, SuspendedConnections())
    let most = Self.most()
    context = ServerContext(
      inbox: inbox, suspended: suspended, open: OpenConnections(most: most), refusal: refusal)
    let started = unsafe deskbook_http_start(
      socket, UInt32(most + Self.leaving), Self.memory, Self.patience, receive, finish, change,
      Unmanaged.passUnretained(context).toOpaque())
    guard let started = unsafe started else { throw StartFailure(code: errno) }
    handle = unsafe Mutex(Handle(started))
  }

  deinit { stop() }

  /// No more connections than a half of the files that the program may open: the rest are for building.
  private static func most() -> Int {
    var limit = rlimit()
    guard unsafe getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else {
      return room
    }
    return max(8, min(room, Int(clamping: limit.rlim_cur) / 2 - leaving))
  }

  /// Gives an response its answer, and has it sent.
  func fulfil(_ response: PendingResponse, _ answer: Answer) {
    response.fulfil(answer)
    suspended.resume(response)
  }

  /// Closes all connections and the socket; requests that wait get no answer.
  ///
  /// Blocks until the thread has ended, which waits for nobody.
  func stop() {
    guard let handle = handle.withLock({ $0.take() }) else { return }
    suspended.stop()
    handle.stop()
  }

  struct StartFailure: Error {
    let code: Int32
  }

  /// The running server.
  ///
  /// Sendable, as it is only used to stop it, once.
  @safe private struct Handle: @unchecked Sendable {
    private let pointer: OpaquePointer

    init(_ pointer: OpaquePointer) { unsafe self.pointer = pointer }

    func stop() { unsafe MHD_stop_daemon(pointer) }
  }
}

/// What the server's thread works with.
private final class ServerContext: Sendable {
  let inbox: AsyncStream<PendingResponse>.Continuation
  let suspended: SuspendedConnections
  let open: OpenConnections
  let refusal: @Sendable (Request) -> Answer?

  init(
    inbox: AsyncStream<PendingResponse>.Continuation, suspended: SuspendedConnections,
    open: OpenConnections, refusal: @escaping @Sendable (Request) -> Answer?
  ) {
    (self.inbox, self.suspended, self.open, self.refusal) = (inbox, suspended, open, refusal)
  }

  /// Answers, or has the answer made while the connection rests; false ends the connection.
  func proceed(_ response: PendingResponse, _ connection: Connection) -> Bool {
    if let answer = response.answer { return connection.send(answer, suspended) }
    // Not at once: the library would read on when the connection is resumed, and take the end of what
    // the browser sends for the end of its wish to hear.
    if response.begin() { return true }
    if suspended.suspend(connection, for: response) != .resting { return false }
    inbox.yield(response)
    return true
  }
}

/// Hears of a request: when its head is there, for each part of its body, and at the end of that.
///
/// Once it was resumed it is heard of again.
///
/// - Source: microhttpd.h, `MHD_AccessHandlerCallback`.
private let receive: MHD_AccessHandlerCallback = {
  context, pointer, path, method, _, _, uploaded, slot in
  guard let context = unsafe context, let pointer = unsafe pointer, let slot = unsafe slot,
    let path = unsafe path, let method = unsafe method
  else { return .NO }
  let server = unsafe Unmanaged<ServerContext>.fromOpaque(context).takeUnretainedValue()
  let connection = unsafe Connection(pointer)
  guard let known = unsafe slot.pointee else {
    server.open.set(connection, isBusy: true)
    let request = unsafe Request(pointer, method: method, path: path)
    let response = PendingResponse(request, answer: server.refusal(request))
    unsafe slot.pointee = Unmanaged.passRetained(response).toOpaque()
    // What is refused now is not received to its end.
    if response.answer != nil { return server.proceed(response, connection) ? .YES : .NO }
    return .YES
  }
  if let uploaded = unsafe uploaded, unsafe uploaded.pointee > 0 {
    // Nobody reads it.
    unsafe uploaded.pointee = 0
    return .YES
  }
  let response = unsafe Unmanaged<PendingResponse>.fromOpaque(known).takeUnretainedValue()
  return server.proceed(response, connection) ? .YES : .NO
}

/// Hears of the end of a request, however it came.
private let finish: MHD_RequestCompletedCallback = { context, pointer, slot, _ in
  if let context = unsafe context, let pointer = unsafe pointer {
    let server = unsafe Unmanaged<ServerContext>.fromOpaque(context).takeUnretainedValue()
    server.open.set(unsafe Connection(pointer), isBusy: false)
  }
  guard let slot = unsafe slot, let known = unsafe slot.pointee else { return }
  unsafe slot.pointee = nil
  unsafe Unmanaged<PendingResponse>.fromOpaque(known).release()
}

/// Hears of the beginning and the end of each connection.
private let change: MHD_NotifyConnectionCallback = { context, pointer, _, code in
  guard let context = unsafe context, let pointer = unsafe pointer else { return }
  let server = unsafe Unmanaged<ServerContext>.fromOpaque(context).takeUnretainedValue()
  let connection = unsafe Connection(pointer)
  if code == .CONNECTION_NOTIFY_CLOSED {
    server.open.remove(connection)
  } else if server.open.add(connection) {
    server.suspended.wakeListeners()
  }
}
