// practice-scenario: a role-play that lacks a part.

enum PracticeScenario {
  static let rule = Rule(
    "practice-scenario", .warning, "A role-play lacks a part.",
    explanation: """
      Each heading of level two on a page of `kind: practice` is a role-play. It needs a block \
      quote with what the client says, a good answer as `> [!SAY]`, and a task list of what to \
      watch for.
      """,
    bad: "---\ntitle: Role-plays\nkind: practice\n---\n\n## The chatty client\n\nShe talks.\n",
    good: """
      ---
      title: Role-plays
      kind: practice
      ---

      ## The chatty client

      > And then my cousin…

      > [!SAY]
      > Let us find you a time first.

      - [ ] Stayed kind

      """)

  static func findings(on page: Page, _ scenarios: [Scenario]) -> [Diagnostic] {
    if scenarios.isEmpty {
      return [
        page.lack(
          rule, "this practice page has no role-play",
          help: "make each role-play a heading of level two: ## The chatty client")
      ]
    }
    return scenarios.flatMap { scenario -> [Diagnostic] in
      let lacking = [
        (
          scenario.client == nil, "what the client says",
          "add a block quote: > I have waited an hour!"
        ),
        (scenario.answers.isEmpty, "a good answer", "add > [!SAY] and the answer"),
        (
          scenario.rubric == nil, "a list of what to watch for",
          "add a task list: - [ ] Named the feeling"
        ),
      ]
      return lacking.filter(\.0).map { _, part, help in
        Diagnostic(
          rule, at: page.path, page.firstLine(of: scenario.heading.node),
          "“\(scenario.heading.text)” lacks \(part)", help: help)
      }
    }
  }
}
