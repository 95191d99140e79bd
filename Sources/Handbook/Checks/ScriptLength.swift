// script-length: a step that does not fit one screen.

internal import CommonMark

enum ScriptLength {
  static let rule = Rule(
    "script-length", .warning, "A step is too long for one screen.",
    explanation: """
      In step mode a step stands alone on the screen, and nobody scrolls while a caller waits. \
      Past 150 words, split the step or move the background to a guide.
      """,
    bad: "---\ntitle: Fees\nkind: script\n---\n\n## Ask\n\n"
      + String(repeating: "Say a little more than they can take in.\n", count: 20)
      + "\n> [!OUTCOME]\n> Done.\n",
    good: "---\ntitle: Fees\nkind: script\n---\n\n## Ask\n\nAsk why.\n\n> [!OUTCOME]\n> Done.\n")

  /// About what a laptop shows at the theme's type size.
  static let words = 150

  static func findings(on page: Page, _ script: Script) -> [Diagnostic] {
    script.steps.compactMap { step in
      let count = SpokenWords.of(page.tree.plainText(in: step.content)).count
      guard count > words else { return nil }
      return Diagnostic(
        rule, at: page.path, page.firstLine(of: step.heading.node),
        "the step “\(step.heading.text)” has \(count) words; one screen holds \(words)",
        help: "split the step, or move background to a guide and link to it")
    }
  }
}
