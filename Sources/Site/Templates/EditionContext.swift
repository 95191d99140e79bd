// The words and the shell of one language's edition.

internal import Handbook

/// What the pages of an edition share: its words, template and terms, and what fills the template.
struct EditionContext: Sendable {
  let edition: Edition
  let strings: Strings
  let template: CompiledTemplate
  let site: SiteContext
  let glossary: Glossary?
  private let dates: DateWords

  /// A handbook's editions, each in its own words.
  static func all(
    of handbook: Handbook, theme: Theme, assets: Assets, version: String
  ) -> [EditionContext] {
    handbook.editions.enumerated().map { number, edition in
      let words = theme.words(in: edition.language)
      return EditionContext(
        edition: edition, strings: words.strings, template: words.template,
        site: SiteContext(
          handbook, edition: number, assets: assets.paths(in: edition.language), version: version),
        glossary: Glossary(handbook, edition), dates: DateWords(words.strings))
    }
  }

  /// A day in words.
  func words(of date: CalendarDate) -> String { dates.words(of: date) }
}

/// How a language writes a day.
private struct DateWords: Sendable {
  /// The pattern of a day for each month, with its name filled in; nil for a language without
  /// twelve names.
  private let patterns: [String]?

  init(_ strings: Strings) {
    let months = strings["months"].split(separator: " ")
    let pattern = strings["date"]
    patterns = months.count == 12 ? months.map { pattern.filled(["month": String($0)]) } : nil
  }

  func words(of date: CalendarDate) -> String {
    guard let patterns else { return date.description }
    return patterns[date.month - 1].filled(["day": String(date.day), "year": String(date.year)])
  }
}
