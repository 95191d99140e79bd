// The whole handbook: pages, files, settings, and how they hang together.

internal import Text

/// Everything that the content says, ready to be checked and rendered.
///
/// A class, so that many tasks share it without copying its parts.
package final class Handbook: Sendable {
  package let settings: HandbookSettings
  /// Sorted by path.
  package let pages: [Page]
  /// Files that are copied as they are, sorted by path.
  package let files: [ContentPath]
  /// Files that are not copied, because a browser would run them; each has a finding that says so.
  package let leftOut: Set<String>
  /// Drafts and other files that are left out, so that a link to one can say why.
  package let absent: [String: Absence]
  package let folders: FolderTree
  /// The editions of the handbook by language; the first is what lies outside all languages'
  /// folders.
  package let editions: [Edition]
  /// Where each page's links lead, in the order of ``Page/links``.
  package let resolutions: [[LinkResolution]]
  /// The pages whose text links to each page, ascending, without itself.
  package let inbound: [[Int]]
  package let cards: [Card]
  package let siteMap: SiteMap
  /// What staff type, and what it finds.
  package let searchTests: SearchTests

  /// Every page and file, for suggestions.
  let paths: PathIndex
  let targets: LinkResolver
  private let cardIndex: [String: Int]
  /// The steps that scripts may name, by their titles in lower case.
  package let modelSteps: [String: ModelReference]

  /// A step of a model page, found by its name.
  package struct ModelReference: Sendable {
    package let page: Int
    package let step: ModelStep
  }

  /// Makes a handbook of pages that have been read.
  ///
  /// - Parameters:
  ///   - settings: what the handbook's own files say.
  ///   - pages: in any order, no two with one path, without the drafts that are left out.
  ///   - files: all other files of the content, in any order.
  ///   - leftOut: paths of those files that are not copied.
  ///   - absent: paths of drafts and of files that could not be read.
  ///   - searchTests: `search-tests.yml`, from which search also learns.
  package init(
    _ settings: HandbookSettings, pages: [Page], files: [ContentPath],
    leftOut: Set<String> = [], absent: [String: Absence], searchTests: SourceFile? = nil
  ) {
    let pages = pages.sorted { $0.path < $1.path }
    let configuration = settings.configuration
    self.settings = settings
    (self.pages, self.absent) = (pages, absent)
    self.files = files.filter { !leftOut.contains($0.text) }.sorted()
    self.leftOut = leftOut
    let folders = FolderTree(pages: pages, configuration: configuration)
    self.folders = folders
    editions = configuration.editions.map { $0.spelled(as: folders) }
    cards = Self.cards(of: pages, configuration)
    siteMap = SiteMap(
      settings, pages: pages, folders: folders, editions: editions, cards: cards)
    targets = LinkResolver(
      pages: pages, files: self.files, folders: folders, generated: siteMap.linkable)
    paths = PathIndex(pages.map(\.path) + self.files)
    resolutions = pages.map { [targets] page in
      page.links.map { targets.resolve($0.destination, from: page) }
    }
    inbound = Self.inbound(resolutions)
    self.searchTests = SearchTests(
      searchTests, pages: pages, index: targets.pages, cards: cards, editions: editions,
      configuration: configuration)
    modelSteps = Self.modelSteps(of: pages)
    cardIndex = Dictionary(
      firstWins: cards.enumerated().map { ($1.page.text, $0) })
  }

  package var configuration: Configuration { settings.configuration }
  package var sources: [String: Source] { settings.sources }
  package var synonyms: [SynonymLine] { settings.synonyms }
  package var today: CalendarDate { settings.today }

  /// The index of a page by its path.
  package func page(at path: String) -> Int? { targets.pages[path] }

  /// The card that is made from a page; nil where it has none.
  package func card(of page: Page) -> Card? { cardIndex[page.path.text].map { cards[$0] } }

  /// Whether a file is copied at a path.
  package func hasFile(at path: String) -> Bool { targets.files.contains(path) }

  /// The path of a copied file as it stands on the disk, however the letters of a name are composed.
  package func spelling(ofFile path: String) -> String {
    targets.files.firstIndex(of: path).map { targets.files[$0] } ?? path
  }

  /// Finds what a link of a page leads to; see ``LinkResolver``.
  package func resolve(_ destination: String, from page: Page) -> LinkResolution {
    targets.resolve(destination, from: page)
  }

  /// The place of a page in the site, by index.
  package func outputPath(of index: Int) -> String { siteMap.pages[index] }

  /// The place of a page in the site, also of one that is not in the handbook.
  package func outputPath(ofPageAt path: ContentPath) -> String {
    page(at: path.text).map(outputPath) ?? SiteMap.page(path, isIndex: false)
  }
}

extension Handbook {
  /// The cards of pages; a name that an earlier one has gets a number.
  private static func cards(of pages: [Page], _ configuration: Configuration) -> [Card] {
    var taken: [String: Int] = [:]
    return pages.compactMap { CardReader(page: $0, configuration: configuration).read() }
      .map { card in
        var card = card
        card.id = Slug(card.id, avoiding: &taken).text
        return card
      }
  }

  private static func modelSteps(of pages: [Page]) -> [String: ModelReference] {
    var result: [String: ModelReference] = [:]
    for (index, page) in pages.enumerated() {
      guard case .model(let steps) = page.structure else { continue }
      for step in steps {
        let name = step.heading.text.lowercased()
        if result[name] == nil { result[name] = ModelReference(page: index, step: step) }
      }
    }
    return result
  }

  private static func inbound(_ resolutions: [[LinkResolution]]) -> [[Int]] {
    var inbound = [[Int]](repeating: [], count: resolutions.count)
    for (from, links) in resolutions.enumerated() {
      for case .page(let target, _) in links
      where target != from && inbound[target].last != from {
        inbound[target].append(from)
      }
    }
    return inbound
  }
}

extension Handbook {
  /// The day by which a page should be reviewed again; nil where nothing asks for it.
  package func nextReview(of page: Page) -> CalendarDate? { settings.nextReview(of: page) }

  /// Who answers for a page.
  package func owner(of page: Page) -> String? { settings.owner(of: page) }

  /// The name of the whole handbook.
  package var title: String { configuration.title?.value ?? home?.title ?? "Handbook" }

  /// The page at the root.
  package var home: Page? { folders.root.index.map { pages[$0] } }
}

extension HandbookSettings {
  /// Who answers for a page.
  package func owner(of page: Page) -> String? { page.front.owner ?? configuration.review?.owner }

  /// The day by which a page should be reviewed again; nil where nothing asks for it.
  package func nextReview(of page: Page) -> CalendarDate? {
    guard let interval = page.front.review ?? configuration.review?.every else { return nil }
    return page.front.reviewed.flatMap { $0.value.adding(interval) }
  }
}
