// link-scheme: a link of a kind that pages may not have.

enum LinkScheme {
  static let rule = Rule(
    "link-scheme", .warning, "A link begins with something that is not let through.",
    explanation: """
      The word before the first colon of a link is its scheme: pages link with `http`, `https`, `mailto` and `tel`, and to files of the handbook. Anything \
      else, such as `javascript:` or `file:`, could run or fetch what a reader did not ask for; \
      the page shows its text without a link.
      """,
    bad: "[Open](javascript:alert(1))", good: "[Open](https://example.org/)")

  static func findings(on page: Page, in context: PageCheckContext) -> [Diagnostic] {
    var places = InlinePlaces(page)
    return zip(page.links, context.links).compactMap { link, target in
      guard case .refused(let scheme) = target else { return nil }
      return Diagnostic(
        rule, at: page.path, places.place(of: link), "links with \(scheme) are not let through",
        help: "use https, http, mailto, tel, or a relative path")
    }
  }
}
