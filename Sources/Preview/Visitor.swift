// Who may ask: browsers of this machine, or of all that were let in, for pages of this server.

/// Judges a request before anything is looked up.
struct Visitor {
  let port: UInt16
  /// Whether others than this machine were let in, under names that nobody here knows.
  let isOpen: Bool

  /// Why a request is refused; nil where it is not.
  ///
  /// A page of another site can send a browser here under a name of its own that leads to this machine
  /// (DNS rebinding), so the names are counted; and it can ask in the visitor's name, so requests that
  /// other pages make are refused, but for following a link.
  func refusal(of request: Request) -> (status: Answer.Status, text: String)? {
    guard let host = request.fields["host"]?.lowercased(), isOpen || names.contains(host) else {
      return (.misdirected, "This preview answers to localhost and 127.0.0.1 only.")
    }
    if !request.isReading { return (.methodNotAllowed, "Only GET and HEAD are answered.") }
    if let origin = request.fields["origin"], origin != "http://" + host {
      return (.forbidden, "Other sites may not read this preview.")
    }
    let site = request.fields["sec-fetch-site"] ?? "none"
    let isOpened =
      request.fields["sec-fetch-mode"] == "navigate"
      && request.fields["sec-fetch-dest"] == "document"
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
