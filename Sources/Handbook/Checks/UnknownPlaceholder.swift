// placeholder: a hole that nothing fills.

internal import CommonMark

/// Blanks that nothing declares.
package enum UnknownPlaceholder {
  package static let rule = Rule(
    "placeholder", .error, "A placeholder is not declared.",
    explanation: """
      `{{name}}` is filled from `values:` of `handbook.yml` at build, or by the reader where it is \
      declared under `fields:`. A name that stands in neither would show as braces in the middle \
      of a line to say. Declare it, mend the spelling, or write `\\{{` for real braces. On plain \
      guides, outside phrases, it is a warning and the text stays as it is; so is a declared name \
      in other braces, such as `{name}`.
      """,
    bad: "> [!SAY]\n> Hello {{clinet}}.\n", good: "> [!SAY]\n> Hello {{client}}.\n")

  static func findings(on page: Page, in context: PageCheckContext) -> [Diagnostic] {
    // Names that are wrong in the settings are missing for that.
    if context.configuration.hasWrongNames { return [] }
    var suggester = Suggester(context.configuration.placeholders.sorted())
    let loose = LoosePlaceholder.findings(on: page, among: context.configuration.placeholders)
    return loose
      + unknown(on: page, to: context.configuration.placeholders).map { hole in
        let meant = suggester.likely(hole.name)?.sure
        return Diagnostic(
          rule, at: page.path, hole.place, message(hole.name),
          help: suggester.nearest(to: hole.name).map { "did you mean {{\($0)}}?" }
            ?? "declare it under values: or fields: in handbook.yml, or write \\{{",
          fix: meant.flatMap { name in
            page.file.holds("{{".utf8, at: hole.place.lowerBound)
              ? Fix(hole.place, "{{\(name)}}") : nil
          },
          severity: page.kind == .guide && !hole.isSpoken ? .warning : nil)
      }
  }

  private typealias Hole = (name: String, place: Range<Int>, isSpoken: Bool)

  /// The holes of a page that nothing fills, in the order of the file.
  private static func unknown(on page: Page, to names: Set<String>) -> [Hole] {
    func holes(in text: ArraySlice<UInt8>) -> [(name: String, source: ArraySlice<UInt8>)] {
      guard Placeholder.mayStand(in: text) else { return [] }
      return Placeholder.segments(of: text).compactMap { segment in
        guard case .hole(let name, let source) = segment else { return nil }
        return (name, source)
      }
    }
    func isFilled(_ name: String, _ source: ArraySlice<UInt8>) -> Bool {
      names.contains(name) || isTemplateTag(source)
    }
    var found: [Hole] = holes(in: page.frontText).filter { !isFilled($0.name, $0.source) }
      .map { ($0.name, $0.source.indices, false) }
    var places = InlinePlaces(page)
    var phraseEnd = 0
    let (tree, phraseBlocks) = (page.tree, page.phraseBlocks)
    for (index, node) in tree.nodes.enumerated() {
      if let block = phraseBlocks[index] { phraseEnd = block.nodes.upperBound }
      guard node.kind == .text else { continue }
      let text = tree.slice(node.text)
      for (name, source) in holes(in: text) {
        let place = places.place(
          of: source, at: index, offset: source.startIndex - text.startIndex)
        if !isFilled(name, source) { found.append((name, place, index < phraseEnd)) }
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
