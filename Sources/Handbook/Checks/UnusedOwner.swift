// unused-owner: an address for somebody who answers for no page.

enum UnusedOwner {
  static let rule = Rule(
    "unused-owner", .warning, "A name under `owners:` is no page's owner.",
    explanation: """
      `owners:` in `handbook.yml` says where readers write to when they have better words for a \
      page: a role exactly as pages name it under `owner:`, or as `review: {owner: …}` does for \
      all of them, and a mail address. A name that no page has is most likely misspelled, and \
      messages about the pages that were meant have no address.
      """,
    bad: "review: {owner: Front desk lead}\nowners: {Front desk led: lead@clinic.example}",
    good: "review: {owner: Front desk lead}\nowners: {Front desk lead: lead@clinic.example}")

  static func findings(in handbook: Handbook) -> [Diagnostic] {
    if handbook.configuration.owners.isEmpty { return [] }
    let names = Set(handbook.pages.compactMap { handbook.owner(of: $0) })
    let listed = Set(handbook.configuration.owners.map(\.name.value))
    return handbook.configuration.owners.filter { !names.contains($0.name.value) }.map { owner in
      let meant = Suggestion.likely(owner.name.value, in: names.sorted())?.sure
      return Diagnostic(
        rule, at: .configuration, owner.name.range, "no page has the owner \(owner.name.value)",
        help: Suggestion.nearest(to: owner.name.value, in: names.sorted()).map {
          "did you mean \($0)?"
        } ?? "write the role as pages have it under owner:, or remove it",
        fix: owner.name.fix(meant.flatMap { listed.contains($0) ? nil : $0 }))
    }
  }
}
