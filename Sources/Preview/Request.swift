// What a browser asks.

/// A request's head, as it was sent.
struct Request: Sendable {
  /// In capitals, as browsers send it.
  let method: String
  /// The target up to its `?`, not decoded; empty where its bytes are not UTF-8.
  let path: String
  /// The stamp `v` of the query.
  let stamp: String?
  /// Values by names in lower case; a field that came twice has both values, divided by a comma.
  let fields: [String: String]

  /// Whether it asks for something, and does not want to change it.
  var isReading: Bool { method == "GET" || method == "HEAD" }
}
