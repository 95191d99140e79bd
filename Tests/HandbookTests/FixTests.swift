// Fixes: each mends what it was made for, and those of a file do not get into each other's way.

import Handbook
import Testing

@Suite struct FixTests {
  /// Findings of the fixtures of all rules that carry a fix.
  private static let fixed: [(fixture: String, finding: Diagnostic)] = RuleFixtures.names.flatMap {
    name -> [(String, Diagnostic)] in
    let tiny = try? RuleFixtures.handbook("\(name)/reports")
    return (tiny?.diagnostics ?? []).filter { $0.fix != nil }.map { ("\(name)/reports", $0) }
  }

  @Test func areKnownToTheRulesThatCanBeSure() {
    let rules = Set(Self.fixed.map(\.finding.rule.id))
    #expect(
      rules.isSuperset(of: [
        "card-pick", "foreign-mark", "invalid-value", "link-anchor", "link-target", "loose-link",
        "navigation", "phrase-table", "placeholder", "review-date", "script-target",
        "unknown-key", "unknown-marker", "unknown-source", "unused-owner", "yaml-syntax",
      ]),
      "\(rules.sorted())")
  }

  @Test func mendTheFindingTheyBelongTo() throws {
    for (fixture, finding) in Self.fixed {
      var files = RuleFixtures.files(fixture)
      let edits = try #require(finding.fix).edits
      var bytes = try #require(files[finding.path.text])
      for edit in edits.reversed() { bytes.replaceSubrange(edit.range, with: edit.text.utf8) }
      files[finding.path.text] = bytes
      let before = try RuleFixtures.handbook(fixture)
      let after = try TinyHandbook(bytes: files)
      let alike = { (tiny: TinyHandbook) in
        tiny.diagnostics.count { $0.path == finding.path && $0.message == finding.message }
      }
      #expect(alike(after) < alike(before), "\(fixture): \(before.line(finding))")
      #expect(finding.fix?.title.isEmpty == false)
    }
  }

  private func finding(_ range: Range<Int>, _ edits: [Range<Int>]) throws -> Diagnostic {
    let fix = Fix("Change", edits.map { Fix.Edit($0, "x") })
    return Diagnostic(Rules.all[0], at: try ContentPath("a.md"), range, "wrong", fix: fix)
  }

  @Test func areMadeTogetherUnlessTheyMeet() throws {
    let all = [
      try finding(0..<4, [0..<4]), try finding(2..<6, [2..<6]), try finding(4..<6, [4..<6]),
      try finding(4..<4, [4..<4]), try finding(8..<9, [8..<9, 5..<6]), try finding(9..<9, [9..<9]),
      try finding(9..<12, [9..<12]),
    ]
    let made = Fix.together(all, in: 10)
    #expect(made.map(\.range) == [0..<4, 4..<6, 9..<9])
  }

  @Test func areMissingWhereAnotherNameIsAsNear() throws {
    func fix(_ headings: String, _ anchor: String) throws -> Fix? {
      let tiny = try TinyHandbook(["index.md": "# A\n\n[x](#\(anchor))\n\n\(headings)"])
      return try #require(tiny.findings("link-anchor").first).fix
    }
    #expect(try fix("## Late fees\n", "late-fes")?.title == "Change to `#late-fees`")
    #expect(try fix("## Cat\n\n## Rat\n", "bat") == nil)
    #expect(try fix("## Step 1\n", "step-2") == nil)
    #expect(try fix("## Fees\n", "zebra") == nil)
  }
}
