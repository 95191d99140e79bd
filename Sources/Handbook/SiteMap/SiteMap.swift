// Where everything stands in the site.

/// The places in the site that follow from the content, below the site's root, and how its lists are
/// cut into parts.
///
/// Not what the theme brings (`assets/`) and the shards of the search index: they are named by what is
/// in them, which only the build knows.
package struct SiteMap: Sendable {
  package static let changes = "changes.html"
  /// What a server shows for an address that leads nowhere.
  package static let missing = "404.html"
  /// What was built.
  package static let manifest = "deskbook.json"
  /// The map for search engines.
  package static let addresses = "sitemap.xml"
  package static let reviewCalendar = "review.ics"
  /// The script that keeps the site for times without a network.
  package static let worker = "sw.js"
  package static let appManifest = "manifest.webmanifest"
  /// The script that says what each folder holds.
  package static let pageData = "data/pages.js"
  package static let lineData = "data/lines.js"
  /// Files of a search index, in its folder.
  package static let searchFiles = ["index.js", "index.json", "schema.json"]

  /// The place of each page, in the handbook's order.
  package let pages: [String]
  /// The pages of each edition's index of phrases, by its parts; at least one.
  package let phraseParts: [[[Int]]]
  /// The pages of which the site says when they are to be reviewed, ascending.
  package let reviewedPages: [Int]
  package let cards: CardList
  package let books: [Book]
  /// The numbers of pages of sections that are too large for a book.
  package let largeSections: [String: Int]
  /// What links may lead to though no file stands for it.
  let linkable: Set<String>
  /// Everything else that a build writes beside pages, copied files and what is named by its content.
  package let made: [String]

  /// Maps pages, which are sorted by path and stand in `folders`, and what is made of them.
  init(
    _ settings: HandbookSettings, pages: [Page], folders: FolderTree, editions: [Edition],
    cards: [Card]
  ) {
    self.pages = pages.enumerated().map { index, page in
      Self.page(page.path, isIndex: folders.isIndex(index, at: page.path))
    }
    phraseParts = editions.indices.map { edition in
      PartedList.parts(
        folders.readingOrder.filter { editions.lists(pages[$0], in: edition) }
          .map { ($0, pages[$0].phrases.count) })
    }
    reviewedPages = pages.indices.filter {
      switch settings.reviewState(of: pages[$0]) {
      case .current, .overdue, .unreviewed: true
      case .never, .none: false
      }
    }
    self.cards = CardList(cards, by: settings.configuration.cards.categories)
    (books, largeSections) = Book.all(pages, folders, editions)
    let reviews = reviewedPages.isEmpty ? [] : [PartedList.reviews.page(0)]
    let lists = editions.flatMap { edition in
      [PartedList.titles.page(0), PartedList.phrases.page(0), Self.changes].map {
        edition.prefix + $0
      }
    }
    linkable = Set(lists + reviews + [CardList.path(0), Self.missing])
    let titles = editions.indices.map { edition in
      PartedList.parts(ofRows: pages.count { editions.lists($0, in: edition) })
    }
    let ofEditions = zip(editions, zip(titles, phraseParts)).flatMap { edition, parts in
      Self.data(of: edition)
        + (PartedList.titles.further(parts.0) + PartedList.phrases.further(parts.1.count))
        .map { edition.prefix + $0 }
    }
    made =
      Self.rootFiles + linkable.sorted() + ofEditions
      + PartedList.reviews.further(PartedList.parts(ofRows: reviewedPages.count))
      + folders.folders.values.filter(\.isListed).map { Self.folder($0.path) }.sorted()
      + self.cards.files(settings.configuration.cards.categories) + books.map(\.path)
  }

  /// Files that stand in every site, or in one with an address.
  private static let rootFiles = [
    manifest, addresses, reviewCalendar, worker, appManifest, pageData, lineData,
  ]

  /// What scripts of an edition load.
  private static func data(of edition: Edition) -> [String] {
    let folder = searchFolder(of: edition)
    return [terms(of: edition)] + searchFiles.map { "\(folder)/\($0)" }
  }

  /// The place of a page: `a/b.md` → `a/b.html`; a folder's own page → `a/index.html`.
  static func page(_ path: ContentPath, isIndex: Bool) -> String {
    isIndex ? folder(path.folder) : prefix(path.folder) + path.stem + ".html"
  }

  /// The place of a folder's own page; "" is the root.
  package static func folder(_ path: String) -> String { prefix(path) + "index.html" }

  private static func prefix(_ folder: String) -> String { folder.isEmpty ? "" : folder + "/" }

  /// The script that has the terms of an edition's glossary.
  package static func terms(of edition: Edition) -> String { "data/\(edition.prefix)terms.js" }

  /// The folder of the index that pages of an edition search; `search` has all pages.
  package static func searchFolder(of edition: Edition) -> String {
    edition.isTranslated ? "search/" + edition.language : "search"
  }
}
