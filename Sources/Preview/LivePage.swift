// A page as the preview serves it: with the script that hears of changes.

internal import Text

/// Adds the preview's own tags to a page; nothing of them is in the site that is built.
enum LivePage {
  static let folder = "-/deskbook/"

  /// What tells the preview's own files from those of another version.
  static func stamp(of tools: [String: [UInt8]]) -> String {
    ContentHash(tools.sorted { $0.key < $1.key }.flatMap(\.value)).short
  }

  /// The page with style sheet and script, and a policy that lets the script hear from the server.
  ///
  /// A page without a head, such as a redirect, stays as it is.
  static func adding(version: String, stamp: String, to page: [UInt8]) -> [UInt8] {
    guard let head = page.firstRange(of: "</head>".utf8) else { return page }
    let tags =
      "<link rel=\"stylesheet\" href=\"/\(folder)preview.css?v=\(stamp)\">\n"
      + "<script defer src=\"/\(folder)preview.js?v=\(stamp)\" data-version=\"\(version)\"></script>\n"
    let policy = "<meta http-equiv=\"Content-Security-Policy\" content=\""
    var result: [UInt8] = []
    result.reserveCapacity(page.count + 300)
    var rest = page[..<head.lowerBound]
    if let start = rest.firstRange(of: policy.utf8) {
      let old = rest[start.upperBound...].prefix { $0 != UInt8(ascii: "\"") }
      result += rest[..<start.upperBound]
      // A theme may let its own scripts ask the server already.
      if old.firstRange(of: "connect-src".utf8) == nil { result += "connect-src 'self'; ".utf8 }
      rest = rest[start.upperBound...]
    }
    result += rest
    result += tags.utf8
    result += page[head.lowerBound...]
    return result
  }
}
