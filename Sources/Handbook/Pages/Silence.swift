// `<!-- deskbook: allow RULE reason -->`: one finding silenced where it stands.

internal import CommonMark

extension Page {
  /// Finds the silencing comments and reports those that name no rule or give no reason.
  mutating func readSilences(bodyStart: Int, _ diagnostics: inout [Diagnostic]) {
    for (index, node) in tree.nodes.enumerated() {
      guard node.kind == .htmlBlock || node.kind == .htmlInline,
        let words = Self.words(ofComment: tree.string(node.text))
      else { continue }
      let range = range(of: "<!-- deskbook:", at: index)
      let comment = range.lowerBound..<firstLine(of: index).upperBound
      let rule = words.first ?? ""
      let reason = words.dropFirst().joined(separator: " ")
      if !Rules.all.contains(where: { $0.id == rule }) {
        diagnostics.append(SilenceRule.unknown(rule, at: path, comment))
        continue
      }
      if reason.isEmpty { diagnostics.append(SilenceRule.withoutReason(rule, at: path, comment)) }
      silences.append(
        Silence(
          rule: rule, reason: reason, range: comment, covers: covered(by: index),
          coversPage: index == 1 || index == titleNode.map { Int(tree.nodes[$0].end) }))
    }
  }

  /// The words after `allow`; nil where the comment says something else.
  private static func words(ofComment text: String) -> [String]? {
    let words = text.split { $0 == " " || $0 == "\n" || $0 == "\t" }
    guard words.count >= 3, words[0] == "<!--", words[1] == "deskbook:", words[2] == "allow" else {
      return nil
    }
    return words.dropFirst(3).prefix { $0 != "-->" }.map(String.init)
  }

  /// From the comment's first line to the end of the block after it.
  private func covered(by index: Int) -> Range<Int> {
    let own = blockRange(of: index)
    let next = Int(tree.nodes[index].end)
    guard tree.nodes[index].kind == .htmlBlock, next < tree.nodes.count else { return own }
    return own.lowerBound..<max(own.upperBound, blockRange(of: next).upperBound)
  }
}

/// Rules of silencing comments.
package enum SilenceRule {
  package static let reason = Rule(
    "silence-reason", .warning, "A finding is silenced without a reason, or no rule is named.",
    explanation: """
      `<!-- deskbook: allow RULE reason -->` silences one rule on its line and in the block after \
      it (at the top of a page: for the whole page). Write why, so that the next editor can judge \
      whether it still holds.
      """,
    bad: "<!-- deskbook: allow image-alt -->\n![](seal.png)\n",
    good: "<!-- deskbook: allow image-alt the seal says nothing -->\n![](seal.png)\n")

  static func withoutReason(_ rule: String, at path: ContentPath, _ range: Range<Int>) -> Diagnostic
  {
    Diagnostic(
      reason, at: path, range, "\(rule) is silenced here without a reason",
      help: "write the reason after the rule's name")
  }

  static func unknown(_ rule: String, at path: ContentPath, _ range: Range<Int>) -> Diagnostic {
    Diagnostic(
      reason, at: path, range, "there is no rule named \(rule.isEmpty ? "-->" : rule)",
      help: Suggestion.nearest(to: rule, in: Rules.all.map(\.id)).map { "did you mean \($0)?" }
        ?? "deskbook explain lists every rule")
  }
}
