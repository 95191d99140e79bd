// template-tag: a tag of another tool's template language.

internal import CommonMark
internal import Text

enum TemplateTag {
  static let rule = Rule(
    "template-tag", .warning, "A template tag of another tool shows as typed.",
    explanation: """
      Deskbook has no template language in pages. `{% … %}` (Jekyll, Liquid, Jinja) and \
      `{{< … >}}` (Hugo) stay in the text as they are. Replace them with plain Markdown. Of many the \
      first places are shown, and the others counted.
      """,
    bad: "# Fees\n\n{% alert %} Ask first. {% endalert %}\n",
    good: "# Fees\n\n> [!NOTE]\n> Ask first.\n")

  /// How tags of Jekyll, Liquid and Jinja begin, and those of Hugo.
  static let openings = ["{%", "{{<", "{{%"]

  static func findings(on page: Page) -> [Diagnostic] {
    var found: [Diagnostic] = []
    var places = InlinePlaces(page)
    let tree = page.tree
    for (index, node) in tree.nodes.enumerated() where node.kind == .text {
      let text = tree.slice(node.text)
      var start = text.startIndex
      while let open = text[start...].position(of: UInt8(ascii: "{")) {
        start = open + 1
        guard let opening = openings.first(where: { text[open...].starts(with: $0.utf8) }) else {
          continue
        }
        start = open + opening.utf8.count
        let place = places.place(of: text[open..<start], at: index, offset: open - text.startIndex)
        found.append(
          Diagnostic(
            rule, at: page.path, place, "this template tag shows as typed",
            help: "replace it with plain Markdown"))
      }
    }
    return found
  }
}
