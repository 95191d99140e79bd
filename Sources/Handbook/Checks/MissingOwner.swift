// missing-owner: a page that nobody answers for.

enum MissingOwner {
  static let rule = Rule(
    "missing-owner", .warning, "Nobody is named who answers for a page.",
    explanation: """
      Readers need to know whom to ask, and reviews need somebody to do them. Write `owner:` with \
      a role rather than a name, or set `review: {owner: …}` in `handbook.yml` for all pages. \
      Plain guides in a handbook without reviews need none.
      """,
    bad: "---\ntitle: Fees\nkind: phrases\n---\n",
    good: "---\ntitle: Fees\nkind: phrases\nowner: Front desk lead\n---\n")

  static func findings(on page: Page, in context: PageCheckContext) -> [Diagnostic] {
    let takesPart =
      page.kind != .guide || context.configuration.review != nil || page.front.reviewed != nil
    guard takesPart, context.settings.owner(of: page) == nil, !page.isForeign else { return [] }
    return [
      Diagnostic(
        rule, at: page.path, 0..<0, "nobody is named who answers for this page",
        help: "add owner: with a role, such as Front desk lead")
    ]
  }
}
