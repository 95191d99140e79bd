// Levels of rules, order of findings, repeats dropped.

import Handbook
import Testing

@Suite struct SettlingTests {
  private func severities(_ rules: String) throws -> [String] {
    let tiny = try TinyHandbook([
      "handbook.yml": "rules: {\(rules)}\n",
      "index.md": "# T\n\n<b>x</b>\n\n[x](none.md)\n",
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
    let tiny = try TinyHandbook(["b.md": "<b>x</b>\n\n![](x.png)\n", "a.md": "<b>y</b>\n"])
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

  @Test func settlesTwiceAlike() throws {
    let tiny = try TinyHandbook([
      "handbook.yml": "rules: {raw-html: error}\n",
      "index.md": "# T\n\n<!-- deskbook: allow raw-html why -->\n\n<b>x</b>\n\n<i>y</i>\n",
    ])
    #expect(Checks.applyLevels(to: tiny.diagnostics, in: tiny.handbook) == tiny.diagnostics)
  }
}
