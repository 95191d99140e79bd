// The pages of the site that are about cards.

internal import Handbook

extension SiteRenderer {
  /// The pages that QR codes open: one for each card, and one that knows all codes.
  func cardChecks() -> [FileMaker] {
    if handbook.cards.isEmpty { return [] }
    let strings = voice(at: "cards").strings
    let own = Navigation(folder: CardAddress.folder, handbook: handbook, strings: strings)
    let all: FileMaker = {
      plain(
        "card-check", strings["card-check-title"], cardPages.codes(),
        to: CardAddress.allCodes, folder: "cards", isInFolder: true, navigation: own,
        languages: languages(ofFolder: "cards", root: RenderContext.root(of: CardAddress.allCodes)))
    }
    // All stand at one depth, so one navigation serves them.
    let shared = Navigation(
      folder: "\(CardAddress.folder)/-", handbook: handbook, strings: strings)
    return [all] + handbook.cards.map { card -> FileMaker in { cardCheck(card, shared) } }
  }

  /// The parts of the page of all cards; the first may be a page of the editors' own.
  func cardParts() -> [FileMaker] {
    let own = handbook.folders.folders[CardList.folder]?.index.map { handbook.pages[$0] }
    let title = own?.title ?? voice(at: CardList.folder).strings["cards-title"]
    let parts = cardList.parts.indices.dropFirst(own == nil ? 0 : 1)
    return parts.map { part -> FileMaker in
      {
        plain(
          "cards", title, cardPages.all(part: part, of: cardList), to: CardList.path(part),
          folder: CardList.folder, isInFolder: part > 0,
          part: ListPart(number: part, count: cardList.parts.count),
          languages: languages(ofFolder: CardList.folder, root: "../"))
      }
    }
  }

  private func cardCheck(_ card: Card, _ shared: Navigation) -> OutputFile {
    let output = CardAddress.path(of: card)
    return plain(
      "card-check", card.title, cardPages.check(card), to: output, folder: "cards",
      isInFolder: true, navigation: shared,
      languages: languages(ofFolder: "cards", root: RenderContext.root(of: output)))
  }

  var cardPages: CardPages {
    CardPages(handbook: handbook, strings: voice(at: "cards").strings, previews: previews)
  }
}
