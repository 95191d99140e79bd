// Levels of rules, order of findings, repeats dropped.

import Handbook
import Testing

@Suite struct SettlingTests {
  private func severities(_ rules: String) throws -> [String] {
    let tiny = try TinyHandbook([
      "handbook.yml": "rules: {\(rules)}\n",
      "index.md": "# T\n\n<q>x</q>\n\n[x](none.md)\n",
    ])
    return tiny.diagnostics.map { "\($0.severity) \($0.rule.id)" }
  }

  @Test(arguments: [
    ("", ["warning raw-html", "warning link-target"]),
    ("raw-html: error", ["error raw-html", "warning link-target"]),
    ("raw-html: off", ["warning link-target"]),
    ("link-target: note", ["warning raw-html", "note link-target"]),
    ("raw-html: off, link-target: off", []),
  ])
  func appliesLevels(_ rules: String, _ expected: [String]) throws {
    #expect(try severities(rules) == expected)
  }

  @Test func makesAWarningAnError() throws {
    let tiny = try TinyHandbook([
      "handbook.yml": "rules: {link-anchor: error}\n", "index.md": "# T\n\n[x](#none)\n",
    ])
    #expect(tiny.diagnostics.map(\.severity) == [.error])
  }

  @Test func sortsAndDropsRepeats() throws {
    let tiny = try TinyHandbook(["b.md": "<q>x</q>\n\n![](x.png)\n", "a.md": "<q>y</q>\n"])
    let shuffled = Checks.applyLevels(
      to:
        tiny.diagnostics.reversed() + tiny.diagnostics, in: tiny.handbook)
    #expect(shuffled == tiny.diagnostics)
    #expect(
      tiny.diagnostics.map { "\($0.path) \($0.range.lowerBound) \($0.rule.id)" } == [
        "a.md 0 missing-title", "a.md 0 orphan-page", "a.md 0 raw-html", "b.md 0 missing-title",
        "b.md 0 orphan-page", "b.md 0 raw-html", "b.md 10 image-alt", "b.md 14 link-target",
      ])
  }

  /// A page with findings of its own, and a placeholder that settings would declare.
  private static let page = "# T\n\n> [!SAY]\n> Hello {{client}}.\n\n[x](none.md)\n"

  @Test func reportsBrokenSettingsAlone() throws {
    let tiny = try TinyHandbook([
      "handbook.yml": "fields: {client: {label: Client\n", "index.md": Self.page,
    ])
    #expect(tiny.diagnostics.map(\.rule.id) == ["yaml-syntax"])
    let whole = try TinyHandbook([
      "handbook.yml": "fields: {client: {label: Client}}\n", "index.md": Self.page,
    ])
    #expect(whole.diagnostics.map(\.rule.id) == ["link-target"])
  }

  @Test(arguments: [
    "field: {client: {label: Client}}", "fields: {client: [a]}", "values: {client: [a]}",
    "value: {client: Ana}",
  ])
  func blamesSettingsForNamesThatAreMissingForThem(_ settings: String) throws {
    let tiny = try TinyHandbook(["handbook.yml": settings + "\n", "index.md": Self.page])
    #expect(Set(tiny.diagnostics.map(\.path.text)) == ["handbook.yml", "index.md"])
    #expect(tiny.findings("placeholder").isEmpty)
    // Where nobody is told of the settings, the page's finding stands.
    let quiet = try TinyHandbook([
      "handbook.yml": "rules: {unknown-key: off, invalid-value: off}\n\(settings)\n",
      "index.md": Self.page,
    ])
    let isDeclared = settings.hasPrefix("fields")
    #expect(quiet.findings("placeholder").count == (isDeclared ? 0 : 1))
  }

  @Test func saysWhyAPageIsNotThere() throws {
    let page = try SourceFile(
      path: ContentPath("index.md"), bytes: Array("# T\n\n[a](a.md) [b](b.md) [c](c.md)\n".utf8))
    var content = ContentFiles(pages: [page])
    content.diagnostics = [
      FileRules.notUTF8(try ContentPath("a.md"), at: 0),
      FileRules.tooLarge(try ContentPath("b.md"), bytes: 9_000_000),
    ]
    let handbook = Handbook.read(
      content, ReadingOptions(today: try #require(CalendarDate(TinyHandbook.clock)))
    ).handbook
    #expect(
      Checks.findings(in: handbook).map(\.message) == [
        "a.md is left out, as it is not UTF-8 text", "b.md is left out, as it is too large",
        "no page or file at c.md",
      ])
  }

  @Test func hidesNothingBehindAnErrorThatIsNone() throws {
    let script = """
      ---
      title: T
      kind: script
      owner: Lead
      ---

      ## Ask

      - [On](#gone)

      ## Lost

      > [!OUTCOME]
      > Done.

      """
    let found = try TinyHandbook(["index.md": script]).diagnostics.map(\.rule.id)
    #expect(found == ["script-target"])
    let quiet = try TinyHandbook([
      "handbook.yml": "rules: {script-target: off}\n", "index.md": script,
    ])
    #expect(quiet.diagnostics.map(\.rule.id).contains("script-unreachable"))
  }

  @Test func settlesTwiceAlike() throws {
    let tiny = try TinyHandbook([
      "handbook.yml": "rules: {raw-html: error}\n",
      "index.md": "# T\n\n<!-- deskbook: allow raw-html why -->\n\n<q>x</q>\n\n<q>y</q>\n",
    ])
    #expect(Checks.applyLevels(to: tiny.diagnostics, in: tiny.handbook) == tiny.diagnostics)
  }
}
