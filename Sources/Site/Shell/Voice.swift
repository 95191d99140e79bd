// What the pages of one language share.

internal import Handbook

/// An edition's words, its terms, and what its pages have in their shell.
struct Voice: Sendable {
  let edition: Edition
  let strings: Strings
  let shell: SiteShell
  let glossary: Glossary?
  private let dates: DateWords

  /// A handbook's editions, each in its own words.
  static func all(
    of handbook: Handbook, theme: Theme, assets: Assets, version: String
  ) -> [Voice] {
    handbook.editions.indices.map { number in
      let edition = handbook.editions[number]
      let strings = theme.strings(in: edition.language)
      let isWhole = !edition.isTranslated
      let pages = handbook.pages.filter {
        isWhole || handbook.edition(at: $0.path.folder) == number
      }
      let shell = SiteShell(
        title: handbook.title, edition: edition,
        search: SiteSearch.folder(of: edition), organization: handbook.configuration.organization,
        generator: "Deskbook \(version)", assets: assets, strings: strings,
        hasPhrases: pages.contains { $0.phraseCount > 0 }, hasCards: !handbook.cards.isEmpty,
        brand: handbook.configuration.brand,
        escalation: escalation(of: number, in: handbook)
          .map { urlPath(handbook.outputPath(of: $0)) },
        hasReviews: handbook.hasReviews)
      return Voice(
        edition: edition, strings: strings, shell: shell, glossary: Glossary(handbook, edition),
        dates: DateWords(strings))
    }
  }

  /// The page that search offers when it finds nothing, in the edition's language where it is there.
  private static func escalation(of edition: Int, in handbook: Handbook) -> Int? {
    guard let named = handbook.configuration.escalation.flatMap({ handbook.page(at: $0.value) })
    else { return nil }
    return handbook.translations(of: named).first { $0.edition == edition }?.page ?? named
  }

  /// A day in words.
  func words(of date: CalendarDate) -> String { dates.words(of: date) }
}

/// How a language writes a day.
private struct DateWords: Sendable {
  /// The pattern with the name of the month filled in, by month; nil where it has no twelve names.
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
