// Addresses that Jekyll's tags and filters make.

internal import Text

/// Turns what Liquid writes in place of an address into the address.
///
/// - Source: Jekyll, *Tags* (`link`, `post_url`) and *Liquid Filters* (`relative_url`, `absolute_url`).
enum LiquidLinks {
  private static let starts = ["](", "](<", "]: ", "href=\"", "src=\""]

  /// A text with addresses from the root of the source in place of tags that links lead to; others stay.
  static func addresses(in text: String) -> String {
    guard text.contains("{%") || text.contains("{{") else { return text }
    var result = ""
    var rest = text[...]
    while let open = rest.firstRange(of: "{") {
      result += rest[..<open.lowerBound]
      rest = rest[open.lowerBound...]
      if starts.contains(where: result.hasSuffix), let (address, end) = address(rest) {
        result += address
        rest = rest[end...]
      } else {
        result += "{"
        rest = rest.dropFirst()
      }
    }
    return result + rest
  }

  /// The address that the tag at the start of a text makes, and where the tag ends.
  private static func address(_ text: Substring) -> (String, String.Index)? {
    let isTag = text.hasPrefix("{%")
    guard isTag || text.hasPrefix("{{"), let end = text.firstRange(of: isTag ? "%}" : "}}") else {
      return nil
    }
    let inside = text[..<end.lowerBound].dropFirst(2).trimmed
    let words = inside.split(separator: " ", omittingEmptySubsequences: true).map(String.init)
    switch (words.first, words.count) {
    case ("link", 2) where isTag: return ("/" + words[1], end.upperBound)
    case ("post_url", 2) where isTag: return ("/_posts/\(words[1])", end.upperBound)
    case ("site.baseurl", 1) where !isTag:
      let next = text[end.upperBound...]
      return next.hasPrefix("/") || next.hasPrefix("{%") ? ("", end.upperBound) : nil
    case (let address?, 3) where !isTag && words[1] == "|":
      guard ["relative_url", "absolute_url"].contains(words[2]), address.count > 2,
        let quote = address.first, quote == "'" || quote == "\"", address.last == quote
      else { return nil }
      let path = String(address.dropFirst().dropLast())
      return (path.begins(with: "/") ? path : "/" + path, end.upperBound)
    default: return nil
    }
  }
}
