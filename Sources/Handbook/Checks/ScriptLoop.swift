// script-loop: steps that lead round and round.

enum ScriptLoop {
  static let rule = Rule(
    "script-loop", .error, "From a step no outcome can be reached.",
    explanation: """
      The choices of these steps lead only to each other, so the talk can never end. Give one of \
      them a way to a step with `> [!OUTCOME]` or to another script.
      """,
    bad: """
      ---
      title: Fees
      kind: script
      ---

      ## Ask

      - [Wait](#wait)
      - [Enough](#end)

      ## Wait

      - [Again](#wait)

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

      - [Wait](#wait)
      - [Enough](#end)

      ## Wait

      - [Again](#wait)
      - [Enough](#end)

      ## End

      > [!OUTCOME]
      > Done.

      """)

  static func findings(on page: Page, _ script: Script) -> [Diagnostic] {
    var sources: [Int: [Int]] = [:]
    for step in script.steps.indices {
      for target in script.targets(of: step) { sources[target, default: []].append(step) }
    }
    // A dead end is reported as such; what leads to it does not loop.
    let ends = script.steps.indices.filter { script.isEnd($0) || script.targets(of: $0).isEmpty }
    let canEnd = script.reachable(from: ends) { sources[$0] ?? [] }
    return script.steps.indices.filter { !canEnd.contains($0) }.map { index in
      Diagnostic(
        rule, at: page.path, page.firstLine(of: script.steps[index].heading.node),
        "from the step “\(script.steps[index].heading.text)” the talk can never end",
        help: "add a choice that leads to an outcome")
    }
  }
}
