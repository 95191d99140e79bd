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

  static func findings(on page: Page, in context: PageCheckContext) -> [Diagnostic] {
    // Names that are wrong in the settings are missing for that.
    if context.configuration.hasWrongNames { return [] }
    let names = context.configuration.placeholders
    var suggester = Suggester(names.sorted())
    var places = InlinePlaces(page)
    var phraseEnd = 0
    var found: [Diagnostic] = []
    let (tree, phraseBlocks) = (page.tree, page.phraseBlocks)
    for (index, node) in tree.nodes.enumerated() {
      if let block = phraseBlocks[index] { phraseEnd = block.nodes.upperBound }
      guard node.kind == .text else { continue }
      let text = tree.slice(node.text)
      guard Placeholder.mayStand(in: text) else { continue }
      for case .hole(let name, let source) in Placeholder.segments(of: text) {
        let place = places.place(
          of: source, at: index, offset: source.startIndex - text.startIndex)
        if names.contains(name) || isTemplateTag(source) { continue }
        found.append(
          Diagnostic(
            rule, at: page.path, place, message(name),
            help: suggester.nearest(to: name).map { "did you mean {{\($0)}}?" }
              ?? "declare it under values: or fields: in handbook.yml, or write \\{{",
            severity: page.kind == .guide && index >= phraseEnd ? .warning : nil))
      }
    }
    return found
  }

  private static func message(_ name: String) -> String {
    Placeholder.isName(name)
      ? "no value or field is named \(name)"
      : "“\(name)” cannot name a value or field: \(Placeholder.nameRule)"
  }

  /// Whether another rule reports it.
  private static func isTemplateTag(_ source: ArraySlice<UInt8>) -> Bool {
    TemplateTag.openings.contains { source.starts(with: $0.utf8) }
  }
}
