// `<!-- deskbook: allow RULE reason -->`: one finding silenced where it stands.

internal import CommonMark

extension Page.Silence {
  /// The silencing comments of a text, and findings on those that name no rule or give no reason.
  static func read(_ text: PageText) -> (silences: [Page.Silence], diagnostics: [Diagnostic]) {
    var silences: [Page.Silence] = []
    var diagnostics: [Diagnostic] = []
    var places = InlinePlaces(text)
    let tree = text.tree
    let leadingEnd = text.leadingEnd
    for (index, node) in tree.nodes.enumerated() where node.kind.isHTML {
      let literal = tree.slice(node.text)
      for (offset, comment) in Self.comments(in: literal) {
        guard let order = SilenceOrder(comment: String(decoding: comment, as: UTF8.self)) else {
          continue
        }
        let place = places.place(of: comment, at: index, offset: offset)
        if let problem = order.problem(at: text.file.path, place) { diagnostics.append(problem) }
        guard order.isUnderstood else { continue }
        silences.append(
          Page.Silence(
            rule: order.rule, reason: order.reason, range: place,
            covers: text.covered(by: index, from: places.block(of: index)),
            coversPage: index < leadingEnd))
      }
    }
    return (silences, diagnostics)
  }

  /// Every comment of raw HTML, and where it begins in it.
  private static func comments(
    in html: ArraySlice<UInt8>
  ) -> [(offset: Int, comment: ArraySlice<UInt8>)] {
    var result: [(offset: Int, comment: ArraySlice<UInt8>)] = []
    var rest = html
    while let start = rest.firstIndex(of: UInt8(ascii: "<")) {
      rest = rest[start...]
      guard rest.starts(with: "<!--".utf8) else {
        rest = rest.dropFirst()
        continue
      }
      var end = start + 4
      while end < rest.endIndex, !rest[end...].starts(with: "-->".utf8) { end += 1 }
      end = min(end + 3, rest.endIndex)
      result.append((start - html.startIndex, rest[..<end]))
      rest = rest[end...]
    }
    return result
  }

}

extension PageText {
  /// The first node that is neither the title nor a comment before all text.
  fileprivate var leadingEnd: Int {
    tree.children(of: 0).first { $0 != titleNode && !tree.isComment($0) } ?? tree.nodes.count
  }

  /// From the comment's first line to the end of the block after it, other comments left out.
  fileprivate func covered(by index: Int, from own: Range<Int>) -> Range<Int> {
    guard tree.nodes[index].kind == .htmlBlock else { return own }
    var next = Int(tree.nodes[index].end)
    while next < tree.nodes.count, tree.isComment(next) { next = Int(tree.nodes[next].end) }
    guard next < tree.nodes.count else { return own }
    return own.lowerBound..<max(own.upperBound, blockRange(of: next).upperBound)
  }
}

extension MarkupTree.Kind {
  fileprivate var isHTML: Bool { self == .htmlBlock || self == .htmlInline }
}

/// What a comment that begins with `deskbook:` asks for.
private struct SilenceOrder {
  let verb: String
  let rule: String
  let reason: String

  /// Reads a comment; nil where it is not for Deskbook.
  init?(comment: String) {
    let inner = comment.dropFirst(4).dropLast(comment.hasSuffix("-->") ? 3 : 0)
    let words = inner.split(whereSeparator: \.isWhitespace)
    guard let first = words.first, first.hasPrefix("deskbook:") else { return nil }
    let rest = [first.dropFirst("deskbook:".count)].filter { !$0.isEmpty } + words.dropFirst()
    verb = rest.first.map(String.init) ?? ""
    rule = rest.dropFirst().first.map(String.init) ?? ""
    reason = rest.dropFirst(2).joined(separator: " ")
  }

  var isUnderstood: Bool { verb == "allow" && Rules.named(rule) != nil }

  func problem(at path: ContentPath, _ place: Range<Int>) -> Diagnostic? {
    if verb != "allow" { return SilenceRule.noOrder(verb, at: path, place) }
    if Rules.named(rule) == nil { return SilenceRule.unknown(rule, at: path, place) }
    return reason.isEmpty ? SilenceRule.withoutReason(rule, at: path, place) : nil
  }
}

/// Rules of silencing comments.
package enum SilenceRule {
  package static let reason = Rule(
    "silence-reason", .warning, "A finding is silenced without a reason, or no rule is named.",
    explanation: """
      `<!-- deskbook: allow RULE reason -->` silences one rule in its own paragraph and in the \
      block after it; at the top of a page also what is found about the page as a whole. Write \
      why, so that the next editor can judge whether it still holds.
      """,
    bad: "# Seal\n\n<!-- deskbook: allow raw-html -->\n<div>Seal</div>\n",
    good: "# Seal\n\n<!-- deskbook: allow raw-html shown by our own theme -->\n<div>Seal</div>\n")

  static func withoutReason(_ rule: String, at path: ContentPath, _ range: Range<Int>) -> Diagnostic
  {
    Diagnostic(
      reason, at: path, range, "\(rule) is silenced here without a reason",
      help: "write the reason after the rule's name")
  }

  static func unknown(_ rule: String, at path: ContentPath, _ range: Range<Int>) -> Diagnostic {
    Diagnostic(
      reason, at: path, range,
      rule.isEmpty ? "this comment names no rule to silence" : "there is no rule named \(rule)",
      help: Suggestion.nearest(to: rule, in: Rules.all.map(\.id)).map { "did you mean \($0)?" }
        ?? "deskbook explain lists every rule")
  }

  static func noOrder(_ verb: String, at path: ContentPath, _ range: Range<Int>) -> Diagnostic {
    Diagnostic(
      reason, at: path, range,
      verb.isEmpty ? "this comment asks for nothing" : "Deskbook has no order “\(verb)”",
      help: "write <!-- deskbook: allow RULE reason -->")
  }
}
