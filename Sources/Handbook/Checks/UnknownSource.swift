// unknown-source: a page cites a work that sources.yml does not list.

enum UnknownSource {
  static let rule = Rule(
    "unknown-source", .error, "A page cites a source that `sources.yml` does not list.",
    explanation: "`sources:` takes ids of `Content/sources.yml`, where title and author stand once.",
    bad: "---\ntitle: Fees\nsources: [jame]\n---\n", good: "---\ntitle: Fees\nsources: [jane]\n---\n")

  static func findings(on page: Page, in handbook: Handbook) -> [Diagnostic] {
    page.front.sources.compactMap { source in
      guard handbook.sources[source.value] == nil else { return nil }
      return Diagnostic(
        rule, at: page.path, source.range, "sources.yml lists no \(source.value)",
        help: Suggestion.help(for: source.value, in: handbook.sources.keys.sorted())
          ?? "add it to Content/sources.yml",
        severity: page.kind == .guide && handbook.sources.isEmpty ? .warning : nil)
    }
  }
}
