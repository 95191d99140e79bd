// The pages of the site that are about cards.

internal import Handbook

extension SiteRenderer {
  /// The pages that QR codes open: one for each card, and one that knows all codes.
  func cardChecks() -> [FileMaker] {
    if handbook.cards.isEmpty { return [] }
    let strings = editionContext(at: CardList.folder).strings
    let own = Navigation(folder: CardAddress.folder, handbook: handbook, strings: strings)
    let all: FileMaker = {
      cardCheck(strings["card-check-title"], cardPages.codes(), to: CardAddress.allCodes, own)
    }
    // All stand at one depth, so one navigation serves them.
    let shared = Navigation(
      folder: "\(CardAddress.folder)/-", handbook: handbook, strings: strings)
    return [all]
      + handbook.cards.map { card -> FileMaker in
        {
          cardCheck(card.title, cardPages.check(card), to: CardAddress.path(of: card), shared)
        }
      }
  }

  /// The parts of the page of all cards; the first may be a page of the editors' own.
  func cardParts() -> [FileMaker] {
    let own = handbook.folders.folders[CardList.folder]?.index.map { handbook.pages[$0] }
    let title = own?.title ?? editionContext(at: CardList.folder).strings["cards-title"]
    let list = handbook.siteMap.cards
    let parts = list.parts.indices.dropFirst(own == nil ? 0 : 1)
    return parts.map { part -> FileMaker in
      {
        file(
          GeneratedPage(
            kind: "cards", title: title, body: cardPages.all(part: part, of: list),
            output: CardList.path(part), folder: CardList.folder, isInFolder: part > 0,
            part: ListPart(number: part, count: list.parts.count),
            translations: languages(ofFolder: CardList.folder, root: "../")))
      }
    }
  }

  private func cardCheck(
    _ title: String, _ body: [UInt8], to output: String, _ navigation: Navigation
  ) -> OutputFile {
    file(
      GeneratedPage(
        kind: "card-check", title: title, body: body, output: output, folder: CardList.folder,
        isInFolder: true, navigation: navigation,
        translations: languages(
          ofFolder: CardList.folder, root: RenderContext.root(of: output))))
  }

  var cardPages: CardPages {
    CardPages(
      handbook: handbook, strings: editionContext(at: CardList.folder).strings, previews: previews)
  }
}
