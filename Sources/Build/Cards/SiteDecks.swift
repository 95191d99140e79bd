// The PDFs that a build puts into the site: each card, each category, all, on both papers.

internal import Cards
internal import Handbook

/// The decks of a site.
struct SiteDecks {
  let handbook: Handbook
  /// In the order of the handbook's cards.
  let cards: [LaidCard]

  /// The PDFs by their paths, those of the same cards together; cards that could not be set are left
  /// out.
  func jobs() -> [(path: String, job: PrintJob)] {
    let whole = cards.filter(\.isWhole)
    return CardSize.allCases.flatMap { size -> [(path: String, job: PrintJob)] in
      let deck = whole.filter { $0.card.size == size }
      if deck.isEmpty { return [] }
      let parts = handbook.configuration.cards.categories.map { category in
        (category, deck.filter { $0.card.category == category })
      }
      return jobs(size, deck, handbook.title) { CardAddress.pdf(of: size, paper: $0) }
        + parts.filter { !$1.isEmpty }.flatMap { category, part in
          jobs(size, part, "\(handbook.title): \(category.label)") {
            CardAddress.pdf(of: category, size: size, paper: $0)
          }
        }
        + deck.flatMap { laid in
          jobs(size, [laid], laid.card.title) { CardAddress.pdf(of: laid.card, paper: $0) }
        }
    }
  }

  /// The same cards on each paper.
  private func jobs(
    _ size: CardSize, _ cards: [LaidCard], _ title: String, _ path: (_ paper: String) -> String
  ) -> [(path: String, job: PrintJob)] {
    CardAddress.papers.compactMap { name in
      guard let paper = Paper(rawValue: name), let sheet = SheetCatalog.sheet(size, on: paper)
      else { return nil }
      let job = PrintJob(
        cards: cards, Imposition(sheet: sheet, duplex: .long), title: title,
        author: handbook.configuration.organization,
        language: handbook.configuration.language)
      return (path(name), job)
    }
  }
}
