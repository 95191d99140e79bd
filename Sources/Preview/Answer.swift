// What a browser gets.

/// A status, fields of the head, and a body.
struct Answer: Sendable {
  /// - Source: HTTP Semantics, RFC 9110 section 15.
  enum Status: UInt32, Sendable {
    case ok = 200
    case found = 302
    case notModified = 304
    case badRequest = 400
    case forbidden = 403
    case notFound = 404
    case methodNotAllowed = 405
    case misdirected = 421
    case failed = 500
    case unavailable = 503
  }

  enum Body: Sendable {
    case bytes([UInt8])
    /// The state of the preview, and each one that follows, for as long as the browser listens.
    case events(ServedSite)
  }

  var status: Status
  var fields: [String: String]
  let body: Body
}
