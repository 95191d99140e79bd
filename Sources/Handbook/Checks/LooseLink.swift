// loose-link: what is meant as a link and is none, for a space in the wrong place.

internal import CommonMark
internal import Text

enum LooseLink {
  static let rule = Rule(
    "loose-link", .warning, "A link is not read as one.",
    explanation: """
      A path with a space in it ends a link before it begins, and so does a space between `]` and \
      `(`: the brackets show as typed. Put a path with spaces between `<` and `>`, and words behind \
      a path, which are the link's title, in quotes. It is found where the file is there.
      """,
    bad: "# Fees\n\nSee [the fees] (policies/fees.md).\n",
    good: "# Fees\n\nSee [the fees](policies/fees.md).\n")

  /// What would be a link to something that is there.
  struct Written: Equatable, Sendable {
    /// From `]` to `)`, in bytes of the file.
    let range: Range<Int>
    /// The right spelling; nil in HTML, where Markdown is not read.
    let mended: String?
  }

  static func findings(on page: Page, in context: PageCheckContext) -> [Diagnostic] {
    context.dependencies.looseLinks.map { link in
      Diagnostic(
        rule, at: page.path, link.range,
        link.mended == nil
          ? "this link stands between HTML tags, where Markdown is not read"
          : "this link is not read as one",
        help: link.mended.map { "write \($0)" }
          ?? "put a blank line before and behind the text, or leave the tags out",
        fix: link.mended.map { Fix(link.range, $0) })
    }
  }

  /// Those of a page.
  static func written(on page: Page, leadingTo isThere: (String) -> Bool) -> [Written] {
    var places = InlinePlaces(page)
    let tree = page.tree
    var found: [Written] = []
    var rawEnd = 0
    for (index, node) in tree.nodes.enumerated() {
      if node.kind == .htmlBlock { rawEnd = Int(node.end) }
      guard node.kind == .text else { continue }
      let text = tree.slice(node.text)
      var rest = text
      while let close = rest.position(of: UInt8(ascii: "]")) {
        rest = text[(close + 1)...]
        let spaces = rest.prefix { $0 == 0x20 }
        guard spaces.count <= 1, rest.dropFirst(spaces.count).first == UInt8(ascii: "("),
          let end = rest.firstIndex(of: UInt8(ascii: ")"))
        else { continue }
        let target = String(decoding: rest[..<end].dropFirst(spaces.count + 1), as: UTF8.self)
        guard let mended = mended(target, isParted: !spaces.isEmpty, isThere) else { continue }
        let place = places.place(
          of: text[close...end], at: index, offset: close - text.startIndex)
        guard page.file.holds(text[close...end], at: place.lowerBound),
          page.file.opensBracket(
            closedAt: place.lowerBound, from: places.block(of: index).lowerBound)
        else { continue }
        found.append(Written(range: place, mended: index < rawEnd ? nil : "](\(mended))"))
        rest = text[(end + 1)...]
      }
    }
    return found
  }

  /// What stands between the parentheses of the right spelling; nil where nothing is there.
  private static func mended(
    _ target: String, isParted: Bool, _ isThere: (String) -> Bool
  ) -> String? {
    let quote = target.firstRange(of: " \"")?.lowerBound
    let path = String(target[..<(quote ?? target.endIndex)])
    let title = quote.map { String(target[$0...]) } ?? ""
    // Words in parentheses behind a bracket are no path.
    guard path.holds(".") || path.holds("/") else { return nil }
    if isThere(path) {
      return (path.contains(" ") ? "<\(path)>" : path) + title
    }
    let words = path.split(separator: " ", maxSplits: 1)
    guard words.count == 2, isThere(String(words[0])) else { return nil }
    return "\(words[0]) \"\(words[1])\""
  }
}

extension SourceFile {
  /// Bytes that the text of a link may have.
  private static let longestLinkText = 2_048

  /// Whether a bracket that no backslash makes plain stands before the one that closes it.
  fileprivate func opensBracket(closedAt close: Int, from start: Int) -> Bool {
    if isEscaped(at: close) { return false }
    var depth = 0
    let start = max(start, close - Self.longestLinkText)
    for index in (start..<max(start, close)).reversed() {
      if bytes[index] == UInt8(ascii: "]"), !isEscaped(at: index) { depth += 1 }
      guard bytes[index] == UInt8(ascii: "["), !isEscaped(at: index) else { continue }
      if depth == 0 { return true }
      depth -= 1
    }
    return false
  }
}
