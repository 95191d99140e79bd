// What the pages of one language show besides their own text. Paths are relative to the site's
// root and percent-encoded.

internal import Handbook
internal import Text

/// The values that every page of one language has.
struct SiteContext: Sendable {
  let title: String
  let organization: String?
  /// The program's name and version.
  let generator: String
  let brandName: String
  let logo: String?
  let edition: Edition
  /// Of what stands in the settings, BCP 47.
  var language = "en"
  var notice: SiteNotice?
  var contacts: [Contact] = []
  let assets: Assets.Paths
  let lists: SiteLists
}

extension SiteContext {
  init(_ handbook: Handbook, edition number: Int, assets: Assets.Paths, version: String) {
    self.init(
      title: handbook.title, organization: handbook.configuration.organization,
      generator: "Deskbook \(version)",
      brandName: handbook.configuration.brand.name ?? handbook.title,
      logo: handbook.configuration.brand.logo.map { urlPath(handbook.spelling(ofFile: $0.value)) },
      edition: handbook.editions[number],
      language: handbook.configuration.language, notice: SiteNotice(handbook, edition: number),
      contacts: handbook.configuration.contacts,
      assets: assets,
      lists: SiteLists(handbook, edition: number))
  }

  /// The title of a page in the browser's tab.
  func documentTitle(_ title: String) -> String {
    title == self.title ? title : "\(title) · \(self.title)"
  }
}

/// Where the lists of one language stand; nil for those that it lacks.
struct SiteLists: Sendable {
  let home: String
  let titles: String
  let changes: String
  let phrases: String?
  let cards: String?
  /// The same, where the list of pages has no folder of them.
  let looseCards: String?
  let reviews: String?
  /// The script of the search index, which is in the language of the pages.
  let search: String
  /// The page that search offers when it finds nothing.
  let escalation: String?
}

extension SiteLists {
  init(_ handbook: Handbook, edition number: Int) {
    let edition = handbook.editions[number]
    let prefix = urlPath(edition.prefix)
    let hasCardsFolder = number == 0 && handbook.folders.folders[CardList.folder] != nil
    let hasPhrases = handbook.siteMap.phraseParts[number] != [[]]
    self.init(
      home: prefix + "index.html", titles: prefix + PartedList.titles.page(0),
      changes: prefix + SiteMap.changes,
      phrases: hasPhrases ? prefix + PartedList.phrases.page(0) : nil,
      cards: handbook.cards.isEmpty ? nil : CardList.path(0),
      looseCards: handbook.cards.isEmpty || hasCardsFolder ? nil : CardList.path(0),
      reviews: handbook.siteMap.reviewedPages.isEmpty ? nil : PartedList.reviews.page(0),
      search: SiteMap.searchFolder(of: edition) + "/index.js",
      escalation: Self.escalation(of: number, in: handbook)
        .map { urlPath(handbook.outputPath(of: $0)) })
  }

  /// The page that search offers when it finds nothing, in the edition's language where there is
  /// one.
  private static func escalation(of edition: Int, in handbook: Handbook) -> Int? {
    handbook.configuration.search.escalation.flatMap { handbook.page(at: $0.value) }
      .map { handbook.page($0, in: edition) }
  }
}

extension Handbook {
  /// A page in the language of an edition; itself where it is not translated.
  func page(_ named: Int, in edition: Int) -> Int {
    translations(of: named).first { $0.edition == edition }?.page ?? named
  }
}
