// placeholder: a hole that nothing fills.

internal import CommonMark

enum UnknownPlaceholder {
  static let rule = Rule(
    "placeholder", .error, "A placeholder is not declared.",
    explanation: """
      `{{name}}` is filled from `values:` of `handbook.yml` at build, or by the reader where it is \
      declared under `fields:`. A name that stands in neither would show as braces in the middle \
      of a line to say. Declare it, mend the spelling, or write `\\{{` for real braces. On plain \
      guides, outside phrases, it is a warning and the text stays as it is.
      """,
    bad: "> [!SAY]\n> Hello {{clinet}}.\n", good: "> [!SAY]\n> Hello {{client}}.\n")

  static func findings(on page: Page, in handbook: Handbook) -> [Diagnostic] {
    let configuration = handbook.configuration
    var seen: [String: Int] = [:]
    var found: [Diagnostic] = []
    for (index, node) in page.tree.nodes.enumerated() where node.kind == .text {
      let text = page.tree.slice(node.text)
      guard Placeholder.mayStand(in: text) else { continue }
      for case .hole(let name, let source) in Placeholder.segments(of: text) {
        let written = String(decoding: source, as: UTF8.self)
        let key = "\(page.blockRange(of: index).lowerBound) \(written)"
        let earlier = seen[key, default: 0]
        seen[key] = earlier + 1
        if configuration.values[name] != nil || configuration.field(name) != nil { continue }
        let isInPhrase = page.phraseBlocks.values.contains { $0.nodes.contains(index) }
        let names = configuration.values.keys.sorted() + configuration.fields.map(\.name)
        found.append(
          Diagnostic(
            rule, at: page.path, page.range(of: written, at: index, after: earlier),
            "no value or field is named \(name)",
            help: Suggestion.nearest(to: name, in: names).map { "did you mean {{\($0)}}?" }
              ?? "declare it under values: or fields: in handbook.yml, or write \\{{",
            severity: page.kind == .guide && !isInPhrase ? .warning : nil))
      }
    }
    return found
  }
}
