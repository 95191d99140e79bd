// What Python-Markdown adds to lines, read in one pass: expressions that try again and again are slow on
// long lines of spaces.

/// The first lines of boxes and tabs, and attributes.
///
/// - Source: Material for MkDocs, *Admonitions* and *Content tabs*; Python-Markdown, *Attribute Lists*.
enum BlockHead {
  /// `!!! kind "title"`, or `???` for a box that is folded.
  static func box(_ line: String) -> (isFolded: Bool, kind: String, title: String?)? {
    let body = line.drop { $0 == " " }
    guard let mark = ["!!!", "???+", "???"].first(where: { body.hasPrefix($0) }) else { return nil }
    let rest = body.dropFirst(mark.count)
    let words = rest.drop(while: \.isWhitespace)
    let kind = words.prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" }
    if rest.count == words.count || kind.isEmpty { return nil }
    let after = words.dropFirst(kind.count)
    guard let quote = after.firstIndex(of: "\"") else { return (mark != "!!!", String(kind), nil) }
    guard let title = quoted(after[quote...]) else { return nil }
    return (mark != "!!!", String(kind), title)
  }

  /// `=== "title"`.
  static func tab(_ line: String) -> String? {
    let body = line.drop { $0 == " " }
    guard body.hasPrefix("===") else { return nil }
    var rest = body.dropFirst(3)
    if rest.first == "+" || rest.first == "!" { rest = rest.dropFirst() }
    let words = rest.drop(while: \.isWhitespace)
    return rest.count == words.count ? nil : quoted(words)
  }

  /// A text between quotes, with nothing after them.
  private static func quoted(_ text: Substring) -> String? {
    let text = text.trimmed
    guard text.count > 1, text.first == "\"", text.last == "\"" else { return nil }
    return String(text.dropFirst().dropLast())
  }

  /// A text without `{: .class }` and the spaces before it; the id of a heading is kept.
  static func withoutAttributes(_ text: String) -> String {
    guard text.contains("{") else { return text }
    var result = ""
    var rest = text[...]
    while let match = rest.firstMatch(of: #/\{:?\s*[.#][^{}]*\}/#) {
      var before = rest[..<match.range.lowerBound]
      while before.last?.isWhitespace == true { before.removeLast() }
      result += before
      if text.hasPrefix("#"), let id = match.output.firstMatch(of: /#([\w-]+)/) {
        result += " {#\(id.1)}"
      }
      rest = rest[match.range.upperBound...]
    }
    return result + rest
  }
}
