// card-pick: a card asks for something that is not on the page.

enum CardPick {
  static let rule = Rule(
    "card-pick", .error, "A card names a row, a step or a category that is not there.",
    explanation: """
      `rows:` takes numbers of the page's phrases, from 1, or their anchors, which are what \
      links to them have behind the `#`; `steps:` takes anchors of steps or questions; `back:` those that go on the back; `category:` a name from \
      `cards: {categories: …}` of `handbook.yml`.
      """,
    bad: """
      ---
      title: Opening
      kind: phrases
      card: {rows: [9]}
      ---

      | Say |
      | --- |
      | Hello. |

      """,
    good: """
      ---
      title: Opening
      kind: phrases
      card: {rows: [1]}
      ---

      | Say |
      | --- |
      | Hello. |

      """)

  static func findings(on page: Page, in context: PageCheckContext) -> [Diagnostic] {
    guard let card = page.front.card else { return [] }
    var found: [Diagnostic] = []
    let phrases = page.phrases.filter { $0.say != nil }.map(\.id)
    let steps = page.stepNames
    func report(_ name: Located<String>, _ what: String, _ known: [String]) {
      found.append(
        Diagnostic(
          rule, at: page.path, name.range, "this page has no \(what) \(name.value)",
          help: Suggestion.help(for: name.value, in: known),
          fix: name.fix(Suggestion.likely(name.value, in: known)?.sure)))
    }
    for row in card.rows where !isRow(row.value, phrases) { report(row, "phrase", phrases) }
    for step in card.steps where !steps.contains(step.value) { report(step, "step", steps) }
    for name in card.back where !steps.contains(name.value) && !isRow(name.value, phrases) {
      report(name, "step or phrase", steps + phrases)
    }
    let categories = context.configuration.cards.categories.map(\.name)
    if let category = card.category, !categories.contains(category.value) {
      found.append(
        Diagnostic(
          rule, at: page.path, category.range, "there is no card category \(category.value)",
          help: Suggestion.help(for: category.value, in: categories)
            ?? "declare it in handbook.yml under cards: {categories: …}",
          fix: category.fix(Suggestion.likely(category.value, in: categories)?.sure)))
    }
    return found
  }

  private static func isRow(_ name: String, _ phrases: [String]) -> Bool {
    if let number = Int(name) { return number > 0 && number <= phrases.count }
    return phrases.contains(name) || phrases.contains("p-" + name)
  }
}

extension Page {
  /// Anchors that a card's `steps:` may name.
  fileprivate var stepNames: [String] {
    switch structure {
    case .model(let steps): steps.map(\.heading.slug.text)
    case .script(let script): script.steps.map(\.heading.slug.text)
    case .faq(let questions): questions.map(\.heading.slug.text)
    case .plain, .practice, .card: []
    }
  }
}
