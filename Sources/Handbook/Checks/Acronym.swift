// acronym: the steps of a model do not spell its name.

enum Acronym {
  static let rule = Rule(
    "acronym", .error, "The steps of a model do not spell its acronym.",
    explanation: """
      `acronym: HEART` promises that the second-level headings begin with H, E, A, R and T, in \
      this order. Rename a heading, mend the order, or change the acronym: HEAT and HEARD work \
      just as well.
      """,
    bad: "---\ntitle: HEAT\nkind: model\nacronym: HEAT\n---\n\n## Hear\n\nA.\n\n## Act\n\nB.\n",
    good: "---\ntitle: HA\nkind: model\nacronym: HA\n---\n\n## Hear\n\nA.\n\n## Act\n\nB.\n")

  static func findings(on page: Page, _ steps: [ModelStep]) -> [Diagnostic] {
    if steps.isEmpty {
      return [
        page.lack(
          rule, "this model has no step", help: "make each step a heading of level two: ## Hear")
      ]
    }
    guard let acronym = page.front.acronym else { return [] }
    let letters = acronym.value.filter { $0.isLetter || $0.isNumber }.map { $0.uppercased() }
    for (step, letter) in zip(steps, letters)
    where step.letter != letter && plain(step.letter) != plain(letter) {
      return [
        Diagnostic(
          rule, at: page.path, page.firstLine(of: step.heading.node),
          "this step begins with \(step.letter.isEmpty ? "no letter" : step.letter), "
            + "but \(acronym.value) has \(letter) here",
          help: "rename the step, or change acronym:")
      ]
    }
    if steps.count == letters.count { return [] }
    return [
      Diagnostic(
        rule, at: page.path, acronym.range,
        "\(acronym.value) has \(letters.count) letters, but the page has \(steps.count) steps",
        help: "one heading of level two for each letter")
    ]
  }

  /// A letter without its accents: É serves E.
  private static func plain(_ letter: String) -> Substring? {
    // Unicode names it LATIN CAPITAL LETTER E WITH ACUTE.
    letter.unicodeScalars.first?.properties.name.map { name in
      name.firstRange(of: " WITH ").map { name[..<$0.lowerBound] } ?? name[...]
    }
  }
}
