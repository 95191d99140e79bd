// script-outcome: a script that never says how it ends.

enum ScriptOutcome {
  static let rule = Rule(
    "script-outcome", .error, "A script has no outcome.",
    explanation: """
      At least one step must end with `> [!OUTCOME]` (what was agreed, what is written down), or \
      lead to another script. Each step is a heading of level two.
      """,
    bad: "---\ntitle: Fees\nkind: script\n---\n\nJust text.\n",
    good: "---\ntitle: Fees\nkind: script\n---\n\n## Ask\n\n> [!OUTCOME]\n> The fee is waived.\n")

  static func findings(on page: Page, _ script: Script) -> [Diagnostic] {
    if script.steps.isEmpty {
      return [
        page.lack(
          rule, "this script has no step", help: "make each step a heading of level two: ## Ask")
      ]
    }
    guard !script.steps.indices.contains(where: { script.isEnd($0) }) else { return [] }
    return [
      Diagnostic(
        rule, at: page.path, 0..<0, "this script has no outcome",
        help: "end at least one step with > [!OUTCOME]")
    ]
  }
}
