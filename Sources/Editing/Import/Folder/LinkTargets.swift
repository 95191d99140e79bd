// Targets of links in a line of Markdown.

internal import CommonMark
internal import Text

/// Finds targets in one pass: of links and images, of definitions, and of tags.
enum LinkTargets {
  /// A text with other targets where `change` gives one.
  static func mapping(_ text: String, _ change: (String) -> String?) -> String {
    var text = replaced(text, after: "](", inline, change)
    for mark in ["src=\"", "href=\""] {
      text = replaced(text, after: mark, { $0.prefix { $0 != "\"" } }, change)
    }
    return text
  }

  /// The target of a definition `[label]: target` in place of another; nil for other lines.
  static func definition(_ line: String, _ change: (String) -> String?) -> String? {
    guard line.drop(while: { $0 == " " }).hasPrefix("["), !line.contains("[^"),
      let colon = line.firstRange(of: "]: ")
    else { return nil }
    let target = inline(line[colon.upperBound...].drop { $0 == " " })
    guard let new = change(bare(target)) else { return nil }
    return line[..<target.startIndex] + new + line[target.endIndex...]
  }

  private static func replaced(
    _ text: String, after mark: String, _ target: (Substring) -> Substring,
    _ change: (String) -> String?
  ) -> String {
    var result = ""
    var rest = text[...]
    while let found = rest.firstRange(of: mark) {
      result += rest[..<found.upperBound]
      rest = rest[found.upperBound...]
      let target = target(rest)
      if !target.isEmpty, let new = change(bare(target)) {
        result += new
        rest = rest[target.endIndex...]
      }
    }
    return result + rest
  }

  /// The most UTF-8 bytes of a target, as each of many may be looked for to the end of a line.
  private static let longest = 1_000

  /// A target in angles, or up to a space or the bracket that closes the link; empty where it is none.
  private static func inline(_ text: Substring) -> Substring {
    let bytes = text.utf8.prefix(longest)
    if bytes.first == UInt8(ascii: "<"), let end = bytes.firstIndex(of: UInt8(ascii: ">")) {
      return text[...end]
    }
    var depth = 0
    let end = bytes.firstIndex { byte in
      if byte == UInt8(ascii: "(") { depth += 1 }
      if byte == UInt8(ascii: ")") { depth -= 1 }
      return depth < 0 || byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
    }
    if end == nil, bytes.endIndex < text.endIndex { return text[..<text.startIndex] }
    return text[..<(end ?? text.endIndex)]
  }

  private static func bare(_ target: Substring) -> String {
    target.first == "<" ? String(target.dropFirst().dropLast()) : String(target)
  }
}
