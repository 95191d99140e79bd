// Scripts as graphs: choices, dead ends, loops, scenarios.

import Handbook
import Testing

@Suite struct ScriptTests {
  private func script(_ body: String, _ front: String = "") -> String {
    "---\ntitle: T\nkind: script\nowner: Lead\n\(front)---\n\n\(body)"
  }

  private func steps(_ body: String) throws -> [ScriptStep] {
    guard case .script(let script) = try page(script(body)).structure else { return [] }
    return script.steps
  }

  private let end = "## End\n\n> [!OUTCOME]\n> Done.\n"

  @Test func acceptsASoundGraph() throws {
    try expectFindings(
      script("Intro.\n\n## Ask\n\n- [Yes](#end)\n- [Again](#ask)\n- [Other](o.md)\n\n\(end)"),
      alongside: ["o.md": script("[Back](index.md)\n\n## One\n\n> [!OUTCOME]\n> x\n")], [:])
  }

  @Test func findsDeadEndsAndUnreachableSteps() throws {
    try expectFindings(
      script(
        "## Ask\n\n- [Dead](#dead)\n- [End](#end)\n\n①## Dead\n\nNothing.\n\n## Beyond\n\n- [On](#end)\n\n\(end)"
      ), ["①": "script-dead-end: “Dead” is a dead end"])
    try expectFindings(
      script("## Ask\n\n- [End](#end)\n\n①## Lost\n\n- [On](#end)\n\n\(end)"),
      ["①": "script-unreachable: “Lost”"])
  }

  @Test func namesAChoiceWithoutALinkAndNothingThatFollowsFromIt() throws {
    let steps = "## Late\n\n- [End](#end)\n\n## Ill\n\n- [End](#end)\n\n\(end)"
    try expectFindings(
      script("## Ask\n\n- [Late](#late)\n①- They are [ill](#ill)\n- [End](#end)\n\n\(steps)"),
      ["①": "script-target: begins with no link"])
    try expectFindings(
      script("## Ask\n\n- [Late](#late)\n- [They are ill](#ill)\n\n\(steps)"), [:])
    // A list at an end may be one of notes.
    try expectFindings(
      script("## Ask\n\n> [!OUTCOME]\n> Done.\n\n- [The policy](o.md)\n- Write it down\n"),
      alongside: ["o.md": "# O\n\n[Back](index.md)\n"], [:])
  }

  @Test func findsLoopsWithoutAWayOut() throws {
    try expectFindings(
      script(
        "## Ask\n\n- [Out](#end)\n- [In](#a)\n\n①## A\n\n- [b](#b)\n\n②## B\n\n- [a](#a)\n- [b](#b)\n\n\(end)"
      ),
      ["①": "script-loop: “A”", "②": "script-loop: “B”"])
  }

  @Test func letsALoopLeaveThroughAnotherScript() throws {
    try expectFindings(
      script("## A\n\n- [b](#b)\n\n## B\n\n- [a](#a)\n- [out](o.md#one)\n"),
      alongside: ["o.md": script("## One\n\n> [!OUTCOME]\n> x\n")], [:])
  }

  @Test func findsMissingOutcomes() throws {
    try expectFindings("①" + script("Only text."), ["①": "script-outcome: no step"])
    try expectFindings(
      "①" + script("## A\n\n- [a](#a)\n"), ["①": "script-outcome: no outcome"])
  }

  @Test(arguments: [(7, 0), (8, 1), (20, 1)])
  func countsChoices(_ count: Int, _ findings: Int) throws {
    let list = (0..<count).map { "- [c\($0)](#end)\n" }.joined()
    let tiny = try TinyHandbook(["index.md": script("## Ask\n\n\(list)\n\(end)")])
    #expect(tiny.findings("script-choices").count == findings)
    #expect(tiny.diagnostics.count == findings)
  }

  @Test(arguments: [
    ("- [a](#end)\n- [b](#end)\n", 2), ("1. [a](#end)\n", 1), ("- **[a](#end)** now\n", 1),
    ("- *[a](#end)*\n", 1), ("- see [a](#end)\n", 0), ("- [a](#end)\n- b\n- c\n", 0),
    ("- [a](#end)\n\nText after.\n", 0), ("- [ ] [a](#end)\n", 1), ("- [a](#end)\n\n---\n", 1),
    ("- [a](#end)\n\n<!-- a note -->\n", 1), ("- [a](#end)[^1]\n\n[^1]: Note.\n", 1),
    ("- [a](#end)\n\n- [b](#end)\n", 2), ("- ![a](#end)\n", 0), ("- [a](#end)\n  - [b](#x)\n", 1),
    ("- <https://example.org>\n", 1),
  ])
  func readsTheLastListAsChoices(_ list: String, _ count: Int) throws {
    #expect(try steps("## Ask\n\nSay.\n\n\(list)\n\(end)").first?.choices.count == count)
    #expect(try steps("## Ask\n\nSay.\n\n\(list)").first?.choices.count == count)
  }

  @Test func readsChoices() throws {
    let step = try #require(
      try steps("## Ask\n\n- [It *is* so](#l%C3%A9n) — really\n- [X](o.md#y)\n").first)
    #expect(step.choices.map(\.text) == ["It is so", "X"])
    #expect(step.choices.map(\.anchor) == ["lén", nil])
    #expect(step.choiceList != nil && step.outcome == nil)
  }

  @Test func findsStepsByEncodedAnchors() throws {
    try expectFindings(
      script("## Ask\n\n- [A](#caf%C3%A9)\n- [B](#café)\n\n## Café\n\n> [!OUTCOME]\n> x\n"), [:])
  }

  @Test(arguments: [
    ("**Hear · Empathize**", ["Hear", "Empathize"]), ("**A, B+C & D**", ["A", "B", "C", "D"]),
    ("**Hear** them", []), ("Hear", []), ("**  ·  **x", []), ("***Hear***", []),
  ])
  func readsTheModelStepsServed(_ line: String, _ names: [String]) throws {
    #expect(try steps("## Ask\n\n\(line)\n\nText.\n").first?.serves?.names ?? [] == names)
  }

  @Test func runsScenarios() throws {
    let front = """
      scenarios:
        - {name: Good, choices: [a, end], outcome: end}
        - {name: At once, choices: [end], outcome: end}
        - {name: Bad, choices: [a, ①x], outcome: end}
        - {name: Short, choices: [a], outcome: ②a}
        - {name: Else, choices: [end], outcome: ③a}
        - {choices: [④end2], outcome: end}
        - {name: Nowhere, choices: [], outcome: ⑤nowhere}

      """
    try expectFindings(
      script("## Ask\n\n- [a](#a)\n- [end](#end)\n\n## A\n\n- [end](#end)\n\n\(end)", front),
      [
        "①": "script-scenario: Bad: the step “A” has no choice that leads to #x",
        "②": "script-scenario: Short: #a is not the end",
        "③": "script-scenario: Else: it ends at #end",
        "④": "script-scenario: scenario: ", "⑤": "script-scenario: Nowhere: it ends at #ask",
      ])
  }

  @Test func reportsChoicesThatLeadNowhere() throws {
    try expectFindings(
      script(
        "## Ask\n\n- [a](①#nd)\n- [b](②g.md)\n- [c](③#nd)\n- [d](④none.md)\n- [e](#end)\n\n\(end)"),
      alongside: ["g.md": "# G\n"],
      [
        "①": "script-target: no step #nd", "②": "script-target: g.md is not a script",
        "③": "script-target: no step #nd", "④": "link-target",
      ])
  }
}
