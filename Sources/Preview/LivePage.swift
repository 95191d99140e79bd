// A page as the preview serves it: with the script that hears of changes.

internal import Handbook

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
    guard let head = firstRange(of: "</head>", in: page[...]) else { return page }
    let tags =
      "<link rel=\"stylesheet\" href=\"/\(folder)preview.css?v=\(stamp)\">\n"
      + "<script defer src=\"/\(folder)preview.js?v=\(stamp)\" data-version=\"\(version)\"></script>\n"
    let policy = "<meta http-equiv=\"Content-Security-Policy\" content=\""
    var result: [UInt8] = []
    result.reserveCapacity(page.count + 300)
    var rest = page[..<head.lowerBound]
    if let start = firstRange(of: policy, in: rest) {
      let old = rest[start.upperBound...].prefix { $0 != UInt8(ascii: "\"") }
      result += rest[..<start.upperBound]
      // A theme may let its own scripts ask the server already.
      if firstRange(of: "connect-src", in: old) == nil { result += "connect-src 'self'; ".utf8 }
      rest = rest[start.upperBound...]
    }
    result += rest
    result += tags.utf8
    result += page[head.lowerBound...]
    return result
  }

  private static func firstRange(
    of text: String, in bytes: ArraySlice<UInt8>
  ) -> Range<Int>? {
    let wanted = Array(text.utf8)
    return bytes.indices.first { index in
      bytes[index] == wanted[0] && bytes[index...].starts(with: wanted)
    }.map { $0..<$0 + wanted.count }
  }
}
