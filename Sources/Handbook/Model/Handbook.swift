// The whole handbook: pages, files, settings, and how they hang together.

/// Everything that the content says, ready to be checked and rendered.
///
/// A class, so that many tasks share it without copying its parts.
package final class Handbook: Sendable {
  package let configuration: Configuration
  package let sources: [String: Source]
  package let synonyms: [SynonymLine]
  /// The last review of each page that has one in `reviews.tsv`.
  package let reviews: [String: ReviewStamp]
  /// Sorted by path.
  package let pages: [Page]
  /// Files that are copied as they are, sorted by path.
  package let files: [ContentPath]
  /// The day on which reviews are judged.
  package let today: CalendarDate
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
  /// The cards by their pages, before names are told apart.
  private let pageCards: [Int: Card]
  private let modelSteps: [String: ModelReference]

  /// A step of a model page, found by its name.
  package struct ModelReference: Sendable {
    package let page: Int
    package let step: ModelStep
  }

  /// Ties pages together, `pages` in any order, no two with one path, drafts left out.
  ///
  /// `files` are all others that are copied. A `revision` to these pages spares what still holds.
  package init(
    configuration: Configuration, sources: [String: Source], synonyms: [SynonymLine] = [],
    reviews: [String: ReviewStamp] = [:], pages: [Page], files: [ContentPath], drafts: Set<String>,
    today: CalendarDate, after revision: Revision? = nil
  ) {
    let earlier = revision?.earlier
    self.configuration = configuration
    self.sources = sources
    self.synonyms = synonyms
    self.reviews = reviews
    self.pages = pages.sorted { $0.path < $1.path }
    self.files = files.sorted()
    self.drafts = drafts
    self.today = today
    editions = configuration.editions
    folders = earlier?.folders ?? FolderTree(pages: self.pages, configuration: configuration)
    outputs = earlier?.outputs ?? Self.outputs(of: self.pages, in: folders)
    hasReviews =
      earlier?.hasReviews
      ?? pages.contains { page in
        let interval = page.front.review ?? configuration.reviewEvery
        return interval != nil && interval != .never
      }
    let targets =
      earlier?.targets
      ?? LinkTargets(
        pages: self.pages, files: self.files, folders: folders,
        generated: Self.generatedPages(editions, hasReviews: hasReviews))
    self.targets = targets
    paths = earlier?.paths ?? PathIndex(self.pages.map(\.path) + self.files)
    modelSteps = Self.modelSteps(of: self.pages, after: revision)
    resolutions = Self.resolutions(of: self.pages, targets, after: revision)
    inbound = Self.inbound(resolutions, after: revision)
    pageCards = Self.pageCards(of: self.pages, configuration, after: revision)
    cards = Self.cards(pageCards)
    cardIndex = Dictionary(
      cards.enumerated().map { ($1.page.text, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The index of a page by its path.
  package func page(at path: String) -> Int? { targets.pages[path] }

  /// The card of a page.
  package func card(of page: Page) -> Card? { cardIndex[page.path.text].map { cards[$0] } }

  /// Whether a file is copied at a path.
  package func hasFile(at path: String) -> Bool { targets.files.contains(path) }

  /// Pages of the site that no file stands for.
  var generatedPages: Set<String> { targets.generated }

  /// Finds what a link of a page leads to; see ``LinkTargets``.
  package func resolve(_ destination: String, from page: Page) -> LinkResolution {
    targets.resolve(destination, from: page)
  }

  /// The model step that a script's step names, by its title, case ignored.
  package func modelStep(named name: String) -> ModelReference? { modelSteps[name.lowercased()] }

  /// The cards of the pages; a name that an earlier one has gets a number.
  private static func cards(_ pageCards: [Int: Card]) -> [Card] {
    var taken: [String: Int] = [:]
    return pageCards.sorted { $0.key < $1.key }.map { _, card in
      var card = card
      card.id = Slug(card.id, avoiding: &taken).text
      return card
    }
  }
}

// What a revision need not find again.
extension Handbook {
  private static func pageCards(
    of pages: [Page], _ configuration: Configuration, after revision: Revision?
  ) -> [Int: Card] {
    func card(_ page: Page) -> Card? { CardReader(page: page, configuration: configuration).read() }
    guard let revision else {
      let cards = pages.enumerated().compactMap { index, page in card(page).map { (index, $0) } }
      return Dictionary(cards, uniquingKeysWith: { $1 })
    }
    var cards = revision.earlier.pageCards
    for (index, page) in revision.changed { cards[index] = card(page) }
    return cards
  }

  private static func modelSteps(
    of pages: [Page], after revision: Revision?
  ) -> [String: ModelReference] {
    if let revision, revision.keeps({ $0.kind != .model && $1.kind != .model }) {
      return revision.earlier.modelSteps
    }
    var result: [String: ModelReference] = [:]
    for (index, page) in pages.enumerated() {
      guard page.kind == .model, case .model(let steps) = page.structure else { continue }
      for step in steps {
        let reference = ModelReference(page: index, step: step)
        let name = step.heading.text.lowercased()
        if result[name] == nil { result[name] = reference }
      }
    }
    return result
  }

  private static func resolutions(
    of pages: [Page], _ targets: LinkTargets, after revision: Revision?
  ) -> [[LinkResolution]] {
    func resolutions(_ page: Page) -> [LinkResolution] {
      page.destinations.map { targets.resolve($0, from: page) }
    }
    return revision.map { $0.updating($0.earlier.resolutions, resolutions) }
      ?? pages.map(resolutions)
  }

  private static func inbound(
    _ resolutions: [[LinkResolution]], after revision: Revision?
  ) -> [[Int]] {
    if let revision,
      revision.changed.allSatisfy({ index, _ in
        linked(resolutions[index]) == linked(revision.earlier.resolutions[index])
      })
    {
      return revision.earlier.inbound
    }
    var inbound = [[Int]](repeating: [], count: resolutions.count)
    for (from, links) in resolutions.enumerated() {
      for case .page(let target, _) in links
      where target != from && inbound[target].last != from {
        inbound[target].append(from)
      }
    }
    return inbound
  }

  private static func linked(_ links: [LinkResolution]) -> Set<Int> {
    Set(links.compactMap { if case .page(let target, _) = $0 { target } else { nil } })
  }
}

extension Handbook {
  /// The day by which a page should be reviewed again; nil where nothing asks for it.
  package func nextReview(of page: Page) -> CalendarDate? {
    guard let interval = page.front.review ?? configuration.reviewEvery else { return nil }
    return page.front.reviewed.flatMap { $0.value.adding(interval) }
  }

  /// Who answers for a page.
  package func owner(of page: Page) -> String? { page.front.owner ?? configuration.owner }

  /// The name of the whole handbook.
  package var title: String { configuration.title?.value ?? home?.title ?? "Handbook" }

  /// The page at the root.
  package var home: Page? { folders.root.index.map { pages[$0] } }
}
