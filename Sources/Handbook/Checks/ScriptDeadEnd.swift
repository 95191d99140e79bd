// script-dead-end: a step that neither ends nor goes on.

enum ScriptDeadEnd {
  static let rule = Rule(
    "script-dead-end", .error, "A step has no choice and no outcome.",
    explanation: """
      Mid-call nobody may be left without a next line. End the step with a list of choices, each \
      item beginning with a link, or with `> [!OUTCOME]` and what was agreed.
      """,
    bad: """
      ---
      title: Fees
      kind: script
      ---

      ## Ask

      Ask why.

      """,
    good: """
      ---
      title: Fees
      kind: script
      ---

      ## Ask

      Ask why.

      > [!OUTCOME]
      > Note the reason.

      """)

  static func findings(on page: Page, _ script: Script) -> [Diagnostic] {
    script.steps.compactMap { step in
      guard step.choices.isEmpty, step.outcome == nil else { return nil }
      return Diagnostic(
        rule, at: page.path, page.firstLine(of: step.heading.node),
        "the step “\(step.heading.text)” is a dead end",
        help: "end it with a list of links to steps, or with > [!OUTCOME]")
    }
  }
}
