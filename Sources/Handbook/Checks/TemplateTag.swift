// template-tag: a tag of another tool's template language.

internal import CommonMark

enum TemplateTag {
  static let rule = Rule(
    "template-tag", .warning, "A template tag of another tool shows as typed.",
    explanation: """
      Deskbook has no template language in pages. `{% … %}` (Jekyll, Liquid, Jinja) and \
      `{{< … >}}` (Hugo) stay in the text as they are. Replace them with plain Markdown.
      """,
    bad: "# Fees\n\n{% alert %} Ask first. {% endalert %}\n",
    good: "# Fees\n\n> [!NOTE]\n> Ask first.\n")

  static func findings(on page: Page) -> [Diagnostic] {
    var found: [Diagnostic] = []
    var seen: [Int: Int] = [:]
    for (index, node) in page.tree.nodes.enumerated() where node.kind == .text {
      let text = page.tree.slice(node.text)
      var start = text.startIndex
      while let open = text[start...].firstIndex(of: UInt8(ascii: "{")) {
        start = open + 1
        guard text[open...].starts(with: "{%".utf8) || text[open...].starts(with: "{{<".utf8) else {
          continue
        }
        let block = page.blockRange(of: index)
        let opening = text[open...].starts(with: "{%".utf8) ? "{%" : "{{<"
        let earlier = seen[block.lowerBound, default: 0]
        seen[block.lowerBound] = earlier + 1
        found.append(
          Diagnostic(
            rule, at: page.path, page.range(of: opening, at: index, after: earlier),
            "this template tag shows as typed", help: "replace it with plain Markdown"))
      }
    }
    return found
  }
}
