// Whether HTML is made of our elements only, each closed in its order.

import Handbook

/// A check of finished HTML that knows nothing of how it was made.
enum Balance {
  private static let void: Set<String> = ["br", "hr", "img", "input"]
  private static let elements: Set<String> = [
    "a", "abbr", "b", "blockquote", "br", "caption", "code", "dd", "del", "details", "dl", "dt",
    "em",
    "figcaption", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "i", "img", "input", "kbd",
    "li", "mark", "ol", "p", "pre", "s", "section", "strong", "sub", "summary", "sup", "table",
    "tbody", "td", "tfoot", "th", "thead", "tr", "u", "ul",
  ]
  private static let attributes: Set<String> = [
    "a aria-label", "a class", "a data-footnote-backref", "a data-footnote-ref", "a href", "a id",
    "a title", "abbr title", "code class", "details open", "img alt", "img height", "img src",
    "img title", "img width", "input checked", "input disabled", "input type", "li id", "li value",
    "ol start", "section class", "section data-footnotes", "sup class", "td align", "td colspan",
    "td rowspan", "th align", "th colspan", "th rowspan",
  ]

  /// What is wrong with a text; nil if nothing is.
  static func problem(in html: [UInt8]) -> String? {
    var open: [String] = []
    var rest = html[...]
    while let start = rest.firstIndex(where: { $0 == 0x3C || $0 == 0x3E }) {
      guard rest[start] == 0x3C, let end = rest[start...].firstIndex(of: 0x3E) else {
        return "a sign that is not escaped: \(String(decoding: rest.prefix(60), as: UTF8.self))"
      }
      var tag = String(decoding: rest[(start + 1)..<end], as: UTF8.self)[...]
      rest = rest[(end + 1)...]
      if tag.first == "/" {
        guard let last = open.popLast(), last == tag.dropFirst() else { return "stray <\(tag)>" }
        continue
      }
      let name = String(tag.prefix { $0 != " " })
      tag = tag.dropFirst(name.count)
      if !elements.contains(name) { return "foreign <\(name)>" }
      if let problem = attributeProblem(of: name, in: tag) { return problem }
      if !void.contains(name) { open.append(name) }
    }
    return open.last.map { "<\($0)> is not closed" }
  }

  private static func attributeProblem(of element: String, in text: Substring) -> String? {
    var rest = text
    while rest.first == " " {
      rest = rest.dropFirst()
      if rest == "/" { return nil }
      let name = rest.prefix { $0.isLetter || $0 == "-" }
      guard attributes.contains("\(element) \(name)") else { return "foreign \(element) \(rest)" }
      rest = rest.dropFirst(name.count)
      guard rest.hasPrefix("=\"") else { continue }
      let value = rest.dropFirst(2).prefix { $0 != "\"" }
      rest = rest.dropFirst(value.utf8.isEmpty ? 3 : value.count + 3)
      if name == "href" || name == "src", let scheme = Handbook.scheme(of: String(value)),
        !Handbook.schemes.contains(scheme)
      {
        return "refused scheme \(scheme)"
      }
    }
    return rest.isEmpty ? nil : "loose \(rest) in <\(element)>"
  }
}
