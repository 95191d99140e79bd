// Hashes of lines to avoid tell no less than the lines themselves.

import Handbook
import Testing

@Suite struct AvoidedLinesTests {
  private static let avoided = """
    # Avoid

    | Say | Instead of |
    | --- | --- |
    | I hear you. | Please calm down now. / “You owe us.” “Wait your turn there” |

    """

  /// The findings on the second page, made from scratch and from what is known.
  private func found(_ line: String) throws -> (fresh: Bool, known: Bool) {
    let before = try TinyHandbook(["a.md": Self.avoided, "b.md": "# Say\n"])
    let after = try TinyHandbook(["a.md": Self.avoided, "b.md": "# Say\n\n> [!SAY]\n> \(line)\n"])
    let first = Findings(
      onPages: [[], []], WholeFindings(in: before.handbook))
    let known = KnownFindings(
      onPages: [first.onPage(0, key: ContentHash(lines: [])), nil],
      avoided: first.avoidedLines(of: before.handbook))
    func isFound(_ findings: WholeFindings) -> Bool {
      findings.all.contains { $0.rule.id == "avoided-phrase" }
    }
    return (
      isFound(WholeFindings(in: after.handbook)),
      isFound(WholeFindings(in: after.handbook, known))
    )
  }

  @Test(arguments: [
    ("Please calm down now.", true), ("Oh, please CALM down — now, dear.", true),
    ("You owe us", true), ("Then wait your turn there, please", true), ("You owe them", false),
    ("Please be calm now.", false), ("", false),
  ])
  func findTheSameLines(_ line: String, _ isFound: Bool) throws {
    let found = try found(line)
    #expect(found.fresh == isFound)
    #expect(found.known == isFound)
  }
}
