// The PDFs that a build puts into the site: each card, each category, all, on both papers.

internal import Cards
internal import Handbook

/// The decks of a site.
struct SiteDecks {
  let handbook: Handbook
  /// In the order of the handbook's cards.
  let cards: [LaidCard]

  /// The PDFs by their paths; cards that could not be set are left out.
  func jobs() -> [(path: String, job: PrintJob)] {
    let whole = cards.filter(\.isWhole)
    return CardAddress.papers.flatMap { name -> [(path: String, job: PrintJob)] in
      guard let paper = Paper(rawValue: name) else { return [] }
      return CardSize.allCases.flatMap { size -> [(path: String, job: PrintJob)] in
        let deck = whole.filter { $0.card.size == size }
        guard !deck.isEmpty, let sheet = SheetCatalog.sheet(size, on: paper) else { return [] }
        func job(_ cards: [LaidCard], _ title: String) -> PrintJob {
          PrintJob(
            cards: cards, Imposition(sheet: sheet, duplex: .long), title: title,
            author: handbook.configuration.organization,
            language: handbook.configuration.language)
        }
        var jobs = [(CardAddress.pdf(of: size, paper: name), job(deck, handbook.title))]
        for category in handbook.configuration.cardCategories {
          let part = deck.filter { $0.card.category == category }
          if part.isEmpty { continue }
          jobs.append(
            (
              CardAddress.pdf(of: category, size: size, paper: name),
              job(part, "\(handbook.title): \(category.label)")
            ))
        }
        return jobs
          + deck.map { (CardAddress.pdf(of: $0.card, paper: name), job([$0], $0.card.title)) }
      }
    }
  }
}
