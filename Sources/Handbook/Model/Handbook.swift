// The whole handbook: pages, files, settings, and how they hang together.

/// Everything that the content says, ready to be checked and rendered.
///
/// A class, so that many tasks share it without copying its parts; nothing changes after `init`.
package final class Handbook: @unchecked Sendable {
  package let configuration: Configuration
  package let sources: [String: Source]
  package let synonyms: [SynonymLine]
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
  package private(set) var resolutions: [[LinkResolution]] = []
  /// The pages whose text links to each page, ascending, without itself.
  package private(set) var inbound: [[Int]] = []
  package private(set) var cards: [Card] = []

  /// Every page and file, for suggestions.
  let paths: PathIndex
  /// Pages of the site that no file stands for.
  let generatedPages: Set<String>
  private let pageIndex: [String: Int]
  private var cardIndex: [String: Int] = [:]
  private let fileIndex: Set<String>
  private let modelSteps: [String: ModelReference]

  /// A step of a model page, found by its name.
  package struct ModelReference: Sendable {
    package let page: Int
    package let step: ModelStep
  }

  /// Ties pages together: `pages` come in any order, no two with one path, drafts left out;
  /// `files` are all others that are copied.
  package init(
    configuration: Configuration, sources: [String: Source], synonyms: [SynonymLine] = [],
    pages: [Page], files: [ContentPath], drafts: Set<String>, today: CalendarDate
  ) {
    self.configuration = configuration
    self.sources = sources
    self.synonyms = synonyms
    self.pages = pages.sorted { $0.path < $1.path }
    self.files = files.sorted()
    self.drafts = drafts
    self.today = today
    editions = configuration.editions
    generatedPages = Self.generatedPages(editions)
    folders = FolderTree(pages: self.pages, configuration: configuration)
    pageIndex = Dictionary(
      self.pages.enumerated().map { ($1.path.text, $0) }, uniquingKeysWith: { first, _ in first })
    fileIndex = Set(self.files.map(\.text))
    paths = PathIndex(self.pages.map(\.path) + self.files)
    modelSteps = Self.modelSteps(of: self.pages)
    resolutions = self.pages.map { page in
      page.links.map { resolve($0.destination, from: page) }
    }
    inbound = Self.inbound(resolutions)
    cards = Self.cards(of: self.pages, configuration)
    for (index, card) in cards.enumerated() { cardIndex[card.page.text] = index }
  }

  /// The index of a page by its path.
  package func page(at path: String) -> Int? { pageIndex[path] }

  /// The card of a page.
  package func card(of page: Page) -> Card? { cardIndex[page.path.text].map { cards[$0] } }

  /// Whether a file is copied at a path.
  package func hasFile(at path: String) -> Bool { fileIndex.contains(path) }

  /// The model step that a script's step names, by its title, case ignored.
  package func modelStep(named name: String) -> ModelReference? { modelSteps[name.lowercased()] }

  /// The cards of the pages; a name that an earlier one has gets a number.
  private static func cards(of pages: [Page], _ configuration: Configuration) -> [Card] {
    var taken: [String: Int] = [:]
    return pages.compactMap { page in
      guard var card = CardReader(page: page, configuration: configuration).read() else {
        return nil
      }
      card.id = Slug(card.id, avoiding: &taken).text
      return card
    }
  }

  private static func modelSteps(of pages: [Page]) -> [String: ModelReference] {
    var result: [String: ModelReference] = [:]
    for (index, page) in pages.enumerated() {
      guard case .model(let steps) = page.structure else { continue }
      for step in steps {
        let reference = ModelReference(page: index, step: step)
        let name = step.heading.text.lowercased()
        if result[name] == nil { result[name] = reference }
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
