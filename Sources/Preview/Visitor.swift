// Who may ask: browsers of this machine, for pages of this server.

internal import FlyingFox

/// Judges a request before anything is looked up.
struct Visitor {
  let port: UInt16

  /// Why a request is refused; nil where it is not.
  ///
  /// A page of another site can send a browser here under a name of its own that leads to this machine
  /// (DNS rebinding), so the names are counted; and it can ask in the visitor's name, so requests that
  /// other pages make are refused, but for following a link.
  func refusal(of request: HTTPRequest) -> (status: HTTPStatusCode, text: String)? {
    guard let host = request.headers[.host]?.lowercased(), names.contains(host) else {
      return (
        HTTPStatusCode(421, phrase: "Misdirected Request"),
        "This preview answers to localhost and 127.0.0.1 only."
      )
    }
    if request.method != .GET, request.method != .HEAD {
      return (.methodNotAllowed, "Only GET and HEAD are answered.")
    }
    if let origin = request.headers[HTTPHeader("Origin")], origin != "http://" + host {
      return (.forbidden, "Other sites may not read this preview.")
    }
    let site = request.headers[HTTPHeader("Sec-Fetch-Site")] ?? "none"
    let isOpened =
      request.headers[HTTPHeader("Sec-Fetch-Mode")] == "navigate"
      && request.headers[HTTPHeader("Sec-Fetch-Dest")] == "document"
    if site != "same-origin", site != "none", !isOpened {
      return (.forbidden, "Other sites may not read this preview.")
    }
    return nil
  }

  private var names: Set<String> {
    let hosts = ["localhost", "127.0.0.1", "[::1]"]
    return Set(hosts.map { "\($0):\(port)" } + (port == 80 ? hosts : []))
  }
}
