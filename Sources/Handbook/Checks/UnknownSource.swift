// unknown-source: a page cites a work that sources.yml does not list.

enum UnknownSource {
  static let rule = Rule(
    "unknown-source", .error, "A page cites a source that `sources.yml` does not list.",
    explanation: """
      `sources:` takes ids of `Content/sources.yml`, where title and author stand once.
      """,
    bad: """
      ---
      title: Fees
      sources: [jame]
      ---

      """,
    good: """
      ---
      title: Fees
      sources: [jane]
      ---

      """)

  static func findings(on page: Page, in context: PageCheckContext) -> [Diagnostic] {
    let unknown = page.front.sources.filter { context.settings.sources[$0.value] == nil }
    if unknown.isEmpty { return [] }
    var suggester = Suggester(context.settings.sources.keys.sorted())
    return unknown.map { source in
      Diagnostic(
        rule, at: page.path, source.range, "sources.yml lists no \(source.value)",
        help: suggester.help(for: source.value)
          ?? "add it to Content/sources.yml",
        fix: source.fix(suggester.likely(source.value)?.sure),
        severity: page.kind == .guide && context.settings.sources.isEmpty ? .warning : nil)
    }
  }
}
