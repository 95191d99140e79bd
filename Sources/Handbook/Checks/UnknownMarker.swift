// unknown-marker: `[!SAYS]`, `[SAY]` and others that make no box and no phrase.

internal import CommonMark

enum UnknownMarker {
  static let rule = Rule(
    "unknown-marker", .warning, "A marker such as [!SAY] is not understood, and shows as typed.",
    explanation: """
      A quote that begins with `[!SAY]`, `[!AVOID]`, `[!WHY]` or `[!OUTCOME]` is a line to say, to \
      avoid, its reason, or the end of a script; `[!NOTE]`, `[!TIP]`, `[!IMPORTANT]`, \
      `[!WARNING]` and `[!CAUTION]` make boxes. Each stands at the start of a quote of its own. \
      Write `\\[!` for real brackets.
      """,
    bad: "# Fees\n\n> [!SAYS]\n> Let me look.\n", good: "# Fees\n\n> [!SAY]\n> Let me look.\n")

  static func findings(on page: Page) -> [Diagnostic] {
    var places = InlinePlaces(page)
    let tree = page.tree
    var found: [Diagnostic] = []
    var quote: (node: Int, end: Int32)?
    var startsLine = false
    for (index, node) in tree.nodes.enumerated() {
      if let open = quote, open.end <= Int32(index) { quote = nil }
      switch node.kind {
      case .blockQuote: quote = (index, node.end)
      case .text where startsLine:
        let text = tree.slice(node.text)
        let isAlert = quote.map { page.alerts[$0.node] != nil } ?? false
        let isFirst = quote.map { tree.firstText(ofQuote: $0.node) == index } ?? false
        guard !(isAlert && isFirst), let marker = WrittenMarker(text),
          let help = help(marker, inQuote: quote != nil, isFirst: isFirst, afterMarker: isAlert)
        else { break }
        let written = text.prefix(1 + marker.name.utf8.count + (marker.isMarked ? 2 : 1))
        let place = places.place(of: written, at: index, offset: 0)
        guard page.file.holds("[".utf8, at: place.lowerBound),
          !page.file.isEscaped(at: place.lowerBound)
        else { break }
        let shown = String(decoding: written, as: UTF8.self)
        let mark = isFirst && !isAlert ? meant(marker)?.sure : nil
        found.append(
          Diagnostic(
            rule, at: page.path, place, "\(shown) shows as typed", help: help,
            fix: mark.map { Fix(place, "[!\($0)]") }))
      default: break
      }
      startsLine = node.kind == .paragraph || node.kind == .softBreak || node.kind == .lineBreak
    }
    return found
  }

  /// The likely mend; nil where the brackets are most likely meant.
  private static func help(
    _ marker: WrittenMarker, inQuote: Bool, isFirst: Bool, afterMarker: Bool
  ) -> String? {
    let name = FoldedWords.name(of: marker.name)
    let known = Alert.Kind(rawValue: name)
    if !marker.isMarked {
      // Words in brackets are no marker but where they are one's own name.
      guard isFirst, let known else { return nil }
      return "write [!\(known.rawValue.uppercased())]"
    }
    guard name == marker.name.lowercased() || known != nil || isFirst else { return nil }
    if let known, afterMarker {
      return "end the quote before it with an empty line, and write > [!\(known.mark)] in the next"
    }
    if let known, !inQuote { return "begin its lines with >: > [!\(known.mark)]" }
    if let known, !isFirst { return "begin a quote of its own with [!\(known.mark)]" }
    return meant(marker).map { "did you mean [!\($0.name)]?" }
      ?? "use one of: \(Alert.Kind.allCases.map(\.mark).joined(separator: ", "))"
  }

  /// The mark that is most likely meant.
  private static func meant(_ marker: WrittenMarker) -> Likely? {
    let name = FoldedWords.name(of: marker.name)
    if let known = Alert.Kind(rawValue: name) ?? others[name] {
      return Likely(name: known.mark, isSure: true)
    }
    let nearest = Suggestion.likely(name, in: Alert.Kind.allCases.map(\.rawValue))
    return nearest.map { Likely(name: $0.name.uppercased(), isSure: $0.isSure) }
  }

  /// Names of boxes in other tools, Obsidian's first.
  private static let others: [String: Alert.Kind] = [
    "info": .note, "abstract": .note, "summary": .note, "tldr": .note, "todo": .note,
    "example": .note, "quote": .note, "cite": .note, "question": .note, "help": .note,
    "faq": .note, "hint": .tip, "success": .tip, "check": .tip, "done": .tip,
    "attention": .warning, "failure": .caution, "fail": .caution, "missing": .caution,
    "danger": .caution, "error": .caution, "bug": .caution, "do not say": .avoid,
    "don't say": .avoid, "instead of": .avoid, "what to say": .say, "reason": .why,
  ]
}

extension Alert.Kind {
  fileprivate var mark: String { rawValue.uppercased() }
}
