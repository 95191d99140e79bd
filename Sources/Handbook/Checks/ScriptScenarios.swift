// script-scenario: a walk through a script that does not end where its editor expects.

enum ScriptScenarios {
  static let rule = Rule(
    "script-scenario", .error, "A scenario of a script fails.",
    explanation: """
      `scenarios:` are tests of the policy: each lists the steps chosen, by what their links have behind the `#`, and the step \
      where the talk must end. When somebody changes the script, a failing scenario says which \
      promise broke.
      """,
    bad: """
      ---
      title: Fees
      kind: script
      scenarios:
        - {name: waived, choices: [first-time], outcome: enforce}
      ---

      ## Ask

      - [It is the first time](#first-time)

      ## First time

      > [!OUTCOME]
      > The fee is waived.

      """,
    good: """
      ---
      title: Fees
      kind: script
      scenarios:
        - {name: waived, choices: [first-time], outcome: first-time}
      ---

      ## Ask

      - [It is the first time](#first-time)

      ## First time

      > [!OUTCOME]
      > The fee is waived.

      """)

  static func findings(on page: Page, _ script: Script) -> [Diagnostic] {
    guard !script.steps.isEmpty else { return [] }
    return page.front.scenarios.compactMap { run($0, on: page, script) }
  }

  private static func run(
    _ scenario: ScriptScenario, on page: Page, _ script: Script
  ) -> Diagnostic? {
    func fails(_ range: Range<Int>, _ message: String, _ help: String?) -> Diagnostic {
      Diagnostic(rule, at: page.path, range, "\(scenario.name): \(message)", help: help)
    }
    var here = 0
    for choice in scenario.choices {
      let step = script.steps[here]
      let ways = step.choices.compactMap(\.anchor)
      guard let next = script.index(of: choice.value), ways.contains(choice.value) else {
        return fails(
          choice.range,
          "the step “\(step.heading.text)” has no choice that leads to #\(choice.value)",
          Suggestion.help(for: choice.value, in: ways))
      }
      here = next
    }
    let slug = script.steps[here].heading.slug.text
    if slug != scenario.outcome.value {
      return fails(
        scenario.outcome.range, "it ends at #\(slug), not at #\(scenario.outcome.value)",
        "mend the choices, or change outcome:")
    }
    return script.isEnd(here)
      ? nil
      : fails(
        scenario.outcome.range, "#\(slug) is not the end of a talk",
        "go on choosing up to a step with an outcome")
  }
}
