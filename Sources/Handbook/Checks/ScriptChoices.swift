// script-choices: more ways on than anyone can weigh mid-call.

enum ScriptChoices {
  static let rule = Rule(
    "script-choices", .error, "A step has more than seven choices.",
    explanation: """
      Choices have the number keys 1 to 7, and nobody weighs more while a caller waits. Group \
      some of them behind a step that asks one more question.
      """,
    bad: """
      ---
      title: Fees
      kind: script
      ---

      ## Ask

      - [Reason 1](#end)
      - [Reason 2](#end)
      - [Reason 3](#end)
      - [Reason 4](#end)
      - [Reason 5](#end)
      - [Reason 6](#end)
      - [Reason 7](#end)
      - [Reason 8](#end)

      ## End

      > [!OUTCOME]
      > Done.

      """,
    good: """
      ---
      title: Fees
      kind: script
      ---

      ## Ask

      - [Yes](#end)
      - [No](#end)

      ## End

      > [!OUTCOME]
      > Done.

      """)

  /// Number keys that step mode gives to choices.
  static let limit = 7

  static func findings(on page: Page, _ script: Script) -> [Diagnostic] {
    script.steps.compactMap { step in
      guard step.choices.count > limit, let list = step.choiceList else { return nil }
      return Diagnostic(
        rule, at: page.path, page.firstLine(of: list),
        "the step “\(step.heading.text)” has \(step.choices.count) choices; the most is \(limit)",
        help: "ask one more question first, in a step of its own")
    }
  }
}
