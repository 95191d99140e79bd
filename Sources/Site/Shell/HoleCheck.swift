// Every hole of a template must be one that Deskbook fills: mustache renders others as nothing.

struct HoleCheck {
  let strings: Set<String>
  let partials: Set<String>
  let files: Set<String>

  /// Holes of the page, and of the items of its lists.
  static let holes: Set<String> = [
    "language", "direction", "root", "documentTitle", "title", "siteTitle", "organization",
    "description", "generator", "styles", "earlyScript", "siteScript", "searchScript", "kind",
    "kindLabel", "navigation", "breadcrumbs", "hasBreadcrumbs", "heading", "summary", "heard",
    "hasHeard", "body", "contents", "previous", "next", "owner", "reviewed", "reviewedText",
    "nextReview", "nextReviewText", "sources", "hasSources", "tags", "hasTags", "inbound",
    "hasInbound", "related", "hasRelated", "hasMeta", "homeURL", "azURL", "phrasesURL", "cardsURL",
    "escalationURL", "url", "text", "author", "brandName", "logo", "kindStyles", "kindScript",
    "changesURL", "build", "laterScript", "furnitureLanguage",
    "furnitureDirection", "edition", "languages", "hasLanguages", "code", "shortCode",
    "languageName", "cardStyles", "cardScript", "isUntranslated",
  ]

  func check(_ template: String, path: String) throws(ThemeProblem) {
    var line = 1
    var rest = template[...]
    while let open = rest.firstOccurrence(of: "{{") {
      line += rest[..<open].count { $0 == "\n" }
      let inside = rest[open...].dropFirst(2)
      guard let close = inside.firstOccurrence(of: "}}") else {
        throw ThemeProblem(path: path, line: line, message: "this hole is not closed")
      }
      let tag = inside[..<close]
      try check(tag: tag, path: path, line: line)
      line += tag.count { $0 == "\n" }
      rest = inside[close...].dropFirst(2)
    }
  }

  private func check(tag: Substring, path: String, line: Int) throws(ThemeProblem) {
    guard let sign = tag.first, sign != "!" else { return }
    let name = String(tag.drop { "#^/&{> ".contains($0) }.prefix { $0 != " " && $0 != "}" })
    if sign == ">" {
      if partials.contains(name) { return }
      throw ThemeProblem(path: path, line: line, message: "there is no partial named \(name)")
    }
    let parts = name.split(separator: ".", maxSplits: 1)
    let isKnown =
      parts.count == 2
      ? parts[0] == "strings" && strings.contains(String(parts[1]))
        || parts[0] == "file" && files.contains(String(parts[1]))
      : Self.holes.contains(name)
    if !isKnown {
      throw ThemeProblem(path: path, line: line, message: "nothing fills the hole \(name)")
    }
  }
}

extension Substring {
  /// Where a text first stands.
  func firstOccurrence(of text: String) -> Index? {
    var index = startIndex
    while index < endIndex {
      if self[index...].hasPrefix(text) { return index }
      index = self.index(after: index)
    }
    return nil
  }
}
