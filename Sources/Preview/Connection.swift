// A browser's connection, as libmicrohttpd holds it.

internal import CMicroHTTPD

/// Names a connection; it lives while its request does.
///
/// Sendable, as the one call that other threads make, to resume what is suspended, is made for that
/// (microhttpd.h, "It is safe to resume a suspended connection at any time"). All others are made by
/// the server's own thread, which hands connections out.
@safe struct Connection: @unchecked Sendable {
  private let pointer: OpaquePointer

  init(_ pointer: OpaquePointer) { unsafe self.pointer = pointer }

  /// Tells connections apart.
  var id: Int { unsafe Int(bitPattern: pointer) }

  /// Has the server find it closed.
  func hangUp() { unsafe deskbook_http_hang_up(pointer) }

  /// Lets it rest; no callback hears of it until it is resumed.
  func suspend() { unsafe MHD_suspend_connection(pointer) }

  /// Ends its rest; only ever called once for each time that it was suspended.
  func resume() { unsafe MHD_resume_connection(pointer) }

  /// Sends an answer; false where that cannot be, which ends the connection.
  func send(_ answer: Answer, _ suspended: SuspendedConnections) -> Bool {
    guard let response = unsafe response(answer, suspended) else { return false }
    defer { unsafe MHD_destroy_response(response) }
    for (name, value) in answer.fields.sorted(by: { $0.key < $1.key }) {
      if unsafe MHD_add_response_header(response, name, value) != .YES { return false }
    }
    return unsafe MHD_queue_response(pointer, answer.status.rawValue, response) == .YES
  }

  private func response(
    _ answer: Answer, _ suspended: SuspendedConnections
  ) -> OpaquePointer? {
    switch answer.body {
    case .bytes(let bytes):
      unsafe bytes.withUnsafeBytes { bytes in
        unsafe MHD_create_response_from_buffer(
          bytes.count, UnsafeMutableRawPointer(mutating: bytes.baseAddress), .RESPMEM_MUST_COPY)
      }
    case .events(let served):
      unsafe EventStream(served, to: self, suspended).response()
    }
  }
}

extension Request {
  /// Reads what a connection has received.
  @unsafe
  init(_ pointer: OpaquePointer, method: UnsafePointer<CChar>, path: UnsafePointer<CChar>) {
    self.method = unsafe String(cString: method)
    self.path = unsafe String(validatingCString: path) ?? ""
    stamp = unsafe MHD_lookup_connection_value(pointer, .GET_ARGUMENT_KIND, "v").map {
      unsafe String(cString: $0)
    }
    var fields: [String: String] = [:]
    unsafe withUnsafeMutablePointer(to: &fields) { fields in
      _ = unsafe MHD_get_connection_values(
        pointer, .HEADER_KIND,
        { context, _, name, value in
          guard let fields = unsafe context?.assumingMemoryBound(to: [String: String].self),
            let name = unsafe name, let value = unsafe value
          else { return .YES }
          let (key, text) = unsafe (String(cString: name).lowercased(), String(cString: value))
          unsafe fields.pointee[key] = fields.pointee[key].map { $0 + ", " + text } ?? text
          return .YES
        }, fields)
    }
    self.fields = fields
  }
}
