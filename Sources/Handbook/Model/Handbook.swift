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
  /// Files that are not copied, as a finding of their own says.
  package let leftOut: Set<String>
  /// Drafts that are left out, so that a link to one can say so.
  package let drafts: Set<String>
  package let folders: FolderTree
  /// What each language has; the first is all that stands in no language's folder.
  package let editions: [Edition]
  /// Where each page's links lead, in the order of ``Page/links``.
  package let resolutions: [[LinkResolution]]
  /// The pages whose text links to each page, ascending, without itself.
  package let inbound: [[Int]]
  package let cards: [Card]
  /// Whether any page is to be reviewed, so that the site lists reviews.
  package let hasReviews: Bool

  /// The place of each page in the site.
  let outputs: [String]
  /// Every page and file, for suggestions.
  let paths: PathIndex
  let targets: LinkTargets
  private let cardIndex: [String: Int]
  /// The steps that scripts may name, by their titles in lower case.
  package let modelSteps: [String: ModelReference]

  /// A step of a model page, found by its name.
  package struct ModelReference: Sendable {
    package let page: Int
    package let step: ModelStep
  }

  /// Ties pages together, in any order, no two with one path, drafts left out.
  ///
  /// `files` are all others, `leftOut` those of them that are not copied, `drafts` the paths of pages that are
  /// left out.
  package init(
    _ settings: HandbookSettings, pages: [Page], files: [ContentPath],
    leftOut: Set<String> = [], drafts: Set<String>
  ) {
    let pages = pages.sorted { $0.path < $1.path }
    let configuration = settings.configuration
    self.settings = settings
    (self.pages, self.drafts) = (pages, drafts)
    self.files = files.filter { !leftOut.contains($0.text) }.sorted()
    self.leftOut = leftOut
    let folders = FolderTree(pages: pages, configuration: configuration)
    self.folders = folders
    editions = configuration.editions.map { $0.spelled(as: folders) }
    outputs = Self.outputs(of: pages, in: folders)
    hasReviews = pages.contains { page in
      let interval = page.front.review ?? configuration.reviewEvery
      return interval != nil && interval != .never
    }
    targets = LinkTargets(
      pages: pages, files: self.files, folders: folders,
      generated: Self.generatedPages(editions, hasReviews: hasReviews))
    paths = PathIndex(pages.map(\.path) + self.files)
    resolutions = pages.map { [targets] page in
      page.links.map { targets.resolve($0.destination, from: page) }
    }
    inbound = Self.inbound(resolutions)
    modelSteps = Self.modelSteps(of: pages)
    cards = Self.cards(of: pages, configuration)
    cardIndex = Dictionary(
      firstWins: cards.enumerated().map { ($1.page.text, $0) })
  }

  package var configuration: Configuration { settings.configuration }
  package var sources: [String: Source] { settings.sources }
  package var synonyms: [SynonymLine] { settings.synonyms }
  package var today: CalendarDate { settings.today }

  /// The index of a page by its path.
  package func page(at path: String) -> Int? { targets.pages[path] }

  /// The card of a page.
  package func card(of page: Page) -> Card? { cardIndex[page.path.text].map { cards[$0] } }

  /// Whether a file is copied at a path.
  package func hasFile(at path: String) -> Bool { targets.files.contains(path) }

  /// The path of a copied file as it stands on the disk, however the letters of a name are composed.
  package func spelling(ofFile path: String) -> String {
    targets.files.firstIndex(of: path).map { targets.files[$0] } ?? path
  }

  /// Pages of the site that no file stands for.
  var generatedPages: Set<String> { targets.generated }

  /// Finds what a link of a page leads to; see ``LinkTargets``.
  package func resolve(_ destination: String, from page: Page) -> LinkResolution {
    targets.resolve(destination, from: page)
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
  package func owner(of page: Page) -> String? { page.front.owner ?? configuration.owner }

  /// The day by which a page should be reviewed again; nil where nothing asks for it.
  package func nextReview(of page: Page) -> CalendarDate? {
    guard let interval = page.front.review ?? configuration.reviewEvery else { return nil }
    return page.front.reviewed.flatMap { $0.value.adding(interval) }
  }
}
