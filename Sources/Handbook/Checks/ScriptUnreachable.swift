// script-unreachable: a step that no choice leads to.

enum ScriptUnreachable {
  static let rule = Rule(
    "script-unreachable", .error, "No choice leads to a step.",
    explanation: """
      A script begins at its first heading of level two; every other step must be reached by \
      choices from there. Link to the step, or remove it.
      """,
    bad: """
      ---
      title: Fees
      kind: script
      ---

      ## Ask

      > [!OUTCOME]
      > Done.

      ## Lost

      > [!OUTCOME]
      > Never.

      """,
    good: """
      ---
      title: Fees
      kind: script
      ---

      ## Ask

      - [Not now](#later)

      ## Later

      > [!OUTCOME]
      > Call back.

      """)

  static func findings(on page: Page, _ script: Script) -> [Diagnostic] {
    let reached = script.reachable(from: script.steps.isEmpty ? [] : [0]) { script.targets(of: $0) }
    // A step with the name of another is a finding of its own.
    let repeated = Set(DuplicateID.findings(on: page).map(\.range))
    let lost = script.steps.indices.filter { index in
      !reached.contains(index)
        && !repeated.contains(page.firstLine(of: script.steps[index].heading.node))
    }
    return lost.map { index in
      Diagnostic(
        rule, at: page.path, page.firstLine(of: script.steps[index].heading.node),
        "no choice leads to the step “\(script.steps[index].heading.text)”",
        help: "link to #\(script.steps[index].heading.slug) from a step before it")
    }
  }
}

extension Script {
  /// The steps that a step's choices lead to.
  func targets(of step: Int) -> [Int] {
    steps[step].choices.compactMap { choice in choice.anchor.flatMap { index(of: $0) } }
  }

  /// Whether a talk can end at a step or leave the page there.
  func isEnd(_ step: Int) -> Bool {
    steps[step].outcome != nil || steps[step].choices.contains { $0.anchor == nil }
  }

  /// Every step that can be reached by following `edges`, the starts included.
  func reachable(from starts: [Int], _ edges: (Int) -> [Int]) -> Set<Int> {
    var seen = Set(starts)
    var pending = starts
    while let step = pending.popLast() {
      for next in edges(step) where seen.insert(next).inserted { pending.append(next) }
    }
    return seen
  }
}
