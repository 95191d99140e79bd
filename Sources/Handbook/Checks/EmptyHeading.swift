// empty-heading: a heading without words.

internal import CommonMark

enum EmptyHeading {
  static let rule = Rule(
    "empty-heading", .warning, "A heading has no words.",
    explanation: """
      A line of `##` alone is a heading that nobody can read, link to or find. Write its words behind \
      the `##`, or remove it. In scripts, models and practice pages, whose headings are steps and \
      role-plays, it is an error.
      """,
    bad: "# Fees\n\n##\n\nThe fee is 10.\n", good: "# Fees\n\n## How much\n\nThe fee is 10.\n")

  static func findings(on page: Page) -> [Diagnostic] {
    page.headings.compactMap { heading in
      guard heading.text.isEmpty, heading.node != page.titleNode, !holdsImage(heading, on: page)
      else {
        return nil
      }
      let isStep = heading.level == 2 && page.isMadeOfSteps
      return Diagnostic(
        rule, at: page.path, page.firstLine(of: heading.node),
        isStep ? "this step has no name" : "this heading has no words",
        help:
          "write \(String(repeating: "#", count: heading.level)) and its words, or remove the line",
        severity: isStep ? .error : nil)
    }
  }

  /// An image without a description is a finding of its own.
  private static func holdsImage(_ heading: Page.Heading, on page: Page) -> Bool {
    page.tree.nodes[heading.node..<Int(page.tree.nodes[heading.node].end)]
      .contains { $0.kind == .image }
  }
}

extension Page {
  fileprivate var isMadeOfSteps: Bool {
    switch structure {
    case .plain, .card, .faq: false
    case .model, .script, .practice: true
    }
  }

  /// Whether headings of level two, which the page is made of, are all missing.
  var lacksSteps: Bool {
    switch structure {
    case .plain, .card, .faq: false
    case .model(let steps): steps.isEmpty
    case .script(let script): script.steps.isEmpty
    case .practice(let scenarios): scenarios.isEmpty
    }
  }

  /// The finding on a page that lacks its steps: at a heading of another level, where there is one.
  func lack(_ rule: Rule, _ message: String, help: String) -> Diagnostic {
    guard let heading = headings.first(where: { $0.node != titleNode && !$0.text.isEmpty }) else {
      return Diagnostic(rule, at: path, 0..<0, message, help: help)
    }
    return Diagnostic(
      rule, at: path, firstLine(of: heading.node), message, help: "write ## \(heading.text)")
  }
}
