// stale-notice: a notice whose last day is over.

enum StaleNotice {
  static let rule = Rule(
    "stale-notice", .note, "The notice of `notice:` is over.",
    explanation: """
      `notice: {text: …, until: …}` in `handbook.yml` stands on every page up to the day that \
      `until:` names. From the next day on builds leave it out, and browsers hide it on pages that \
      were built before. Remove it, or give it a later day.
      """,
    bad: "notice: {text: We close at noon., until: 2020-12-24}",
    good: "notice: {text: We close at noon., until: 2030-12-24}")

  static func findings(in handbook: Handbook) -> [Diagnostic] {
    guard let notice = handbook.configuration.notice, let until = notice.until,
      notice.isOver(on: handbook.today)
    else { return [] }
    return [
      Diagnostic(
        rule, at: .configuration, until.range,
        "this notice ended on \(until.value) and is no longer shown",
        help: "remove it, or give it a later day")
    ]
  }
}
