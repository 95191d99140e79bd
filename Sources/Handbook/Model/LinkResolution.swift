// What a link can lead to; `LinkResolver` finds out.

internal import Text

/// What a link's target turned out to be.
package enum LinkResolution: Sendable, Equatable {
  /// Another site, a mail address, a telephone number.
  case external
  /// A page by index, and the part after `#`.
  case page(Int, anchor: String?)
  /// A folder without a page of its own.
  case folder(String)
  /// A page that Deskbook makes, by its place in the site.
  case generated(String)
  /// A copied file.
  case file(String)
  /// A scheme that is not let through.
  case refused(scheme: String)
  /// A path that leaves the content folder.
  case outside
  /// Nothing stands there; the path from the root that was looked for.
  case missing(String)
}

extension Handbook {
  /// Schemes that pages may link to.
  package static let schemes: Set<String> = ["http", "https", "mailto", "tel"]

  /// The scheme of an absolute URL, in lower case (RFC 3986, section 3.1).
  package static func scheme(of url: String) -> String? {
    guard let colon = url.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let scheme = url.utf8[..<colon]
    guard let first = scheme.first, (0x61...0x7A).contains(first | 0x20),
      scheme.allSatisfy({
        (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0) || $0 == 0x2B
          || $0 == 0x2D || $0 == 0x2E
      })
    else { return nil }
    return url[..<colon].lowercased()
  }

  /// The path and the part after `#`; a query is dropped.
  static func parts(of destination: String) -> (path: String, anchor: String?) {
    let bytes = destination.utf8
    // Nearly every link is a bare path.
    if bytes.allSatisfy({ $0 < 0x80 && $0 != UInt8(ascii: "#") && $0 != UInt8(ascii: "?") }) {
      return (destination, nil)
    }
    let (before, anchor) = destination.cut(at: "#")
    let path = before.cut(at: "?").before
    return (
      String(path), anchor.flatMap { $0.isEmpty ? nil : PercentEncoding.decoded(String($0)) }
    )
  }

  /// The part of a URL after `#`.
  package static func anchor(of destination: String) -> String? { parts(of: destination).anchor }
}
