// stale-page: a review that is overdue, or dated in the future.

enum StalePage {
  static let rule = Rule(
    "stale-page", .note, "A page's review is overdue.",
    explanation: """
      `reviewed:` says when somebody last checked that the page is right, `review:` how long that \
      holds (by default `review: {every: …}` of `handbook.yml`). After that the page tells its \
      readers that it may be out of date. Check it, then run \
      `deskbook review stamp` with the page's path, or set `reviewed:` to today.
      """,
    bad: "---\ntitle: Fees\nreviewed: 2020-01-01\nreview: 6 months\n---\n",
    good: "---\ntitle: Fees\nreviewed: 2026-11-01\nreview: 6 months\n---\n")

  static func findings(on page: Page, in context: PageCheckContext) -> [Diagnostic] {
    guard let reviewed = page.front.reviewed else { return [] }
    if reviewed.value > context.settings.today {
      return [
        Diagnostic(
          FrontMatterRules.reviewDate, at: page.path, reviewed.range,
          "\(reviewed.value) is in the future", help: "write the day the page was checked")
      ]
    }
    guard let next = context.settings.nextReview(of: page), next < context.settings.today else {
      return []
    }
    return [
      Diagnostic(
        rule, at: page.path, reviewed.range, "the review of this page was due on \(next)",
        help: "check the page, then run deskbook review stamp \(page.path) --by and your name")
    ]
  }
}
