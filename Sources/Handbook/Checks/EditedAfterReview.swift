// edited-after-review: a text that nobody has checked since it changed.

enum EditedAfterReview {
  static let rule = Rule(
    "edited-after-review", .note, "A page was edited after its review.",
    explanation: """
      `deskbook review stamp` notes in `reviews.tsv` what the text was on the day of the review. \
      The text is another now, so the date says more than it should; the page tells its readers. \
      Let somebody check what changed and run `deskbook review stamp` again. Pages reviewed \
      without the command are not watched.
      """,
    bad: "a page whose text changed after deskbook review stamp",
    good: "the same page, after deskbook review stamp fees.md --by Ana")

  static func findings(on page: Page, in context: PageCheckContext) -> [Diagnostic] {
    guard let reviewed = page.front.reviewed, context.dependencies.isEdited else { return [] }
    return [
      Diagnostic(
        rule, at: page.path, reviewed.range,
        "this page was edited after its review on \(reviewed.value)",
        help: "check it, then run deskbook review stamp \(page.path) --by and your name")
    ]
  }
}
