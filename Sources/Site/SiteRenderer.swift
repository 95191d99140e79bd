// The whole site as values: pages side by side, then what lists them.

package import Handbook
internal import Text

/// Renders a handbook with a theme.
package struct SiteRenderer: Sendable {
  let handbook: Handbook
  let theme: Theme
  /// In the order of the handbook's editions.
  let editions: [EditionContext]
  private let version: String
  let assets: Assets
  let addresses: LinkAddresses
  let navigation: NavigationCache
  let related: RelatedPages
  let pageList: PageList
  /// Each page's place in the reading order.
  let positions: [Int]
  let previews: CardPreviews
  /// In the order of ``editions``.
  private let renderers: [PageRenderer]

  /// Prepares what pages share; the navigation and the list of pages are made when first asked
  /// for.
  ///
  /// `cards` are the handbook's cards as they are printed, in its order.
  package init(handbook: Handbook, theme: Theme, version: String, cards: [CardPreview]) {
    let previews = CardPreviews(handbook.cards, cards, places: handbook.siteMap.cards.places)
    self.previews = previews
    self.handbook = handbook
    self.theme = theme
    self.version = version
    let typeSizes = Set(
      cards.flatMap { [$0.front, $0.back] }.compactMap(\.self).flatMap {
        [$0.quarters, $0.titleQuarters]
      })
    assets = Assets(theme: theme, configuration: handbook.configuration, typeSizes: typeSizes)
    addresses = LinkAddresses(handbook: handbook, previews: previews)
    let editions = EditionContext.all(
      of: handbook, theme: theme, assets: assets, version: version)
    self.editions = editions
    navigation = NavigationCache(handbook, editions)
    related = RelatedPages(handbook)
    pageList = PageList(handbook)
    positions = Self.positions(in: handbook.folders.readingOrder)
    let modelSteps = handbook.modelStepLinks
    renderers = editions.map { edition in
      PageRenderer(
        edition: edition,
        text: SharedText(
          strings: edition.strings, previews: previews, modelSteps: modelSteps,
          glossary: edition.glossary),
        settings: handbook.settings)
    }
  }

  private static func positions(in order: [Int]) -> [Int] {
    var positions = [Int](repeating: 0, count: order.count)
    for (position, page) in order.enumerated() { positions[page] = position }
    return positions
  }

  /// The number of pages; ``pageFile(_:)`` takes the indices below it.
  package var pageCount: Int { handbook.pages.count }

  /// One page's file; pages can be rendered side by side.
  package func pageFile(_ index: Int) -> OutputFile {
    let page = handbook.pages[index]
    let renderer = renderers[handbook.edition(at: page.path.folder)]
    return OutputFile(handbook.outputPath(of: index), renderer.html(page, input(of: index)))
  }

  /// A page's title and text as a part of another file, and who answers for it.
  func part(_ index: Int, root: String) -> (heading: [UInt8], text: [UInt8], trust: PageTrust) {
    let page = handbook.pages[index]
    let renderer = renderers[handbook.edition(at: page.path.folder)]
    let input = TextInput(
      output: handbook.outputPath(of: index), links: addresses.links(of: index, root: root),
      goals: goals(of: index))
    let (heading, text) = renderer.part(page, input, root: root)
    return (heading, text, renderer.trust(page, isEdited: false, isHome: false))
  }

  /// The words and the shell of what stands in a folder.
  func editionContext(at folder: String) -> EditionContext {
    editions[handbook.edition(at: folder)]
  }

  /// The worker that keeps the site for times without a network; nil where the theme has none.
  ///
  /// `files` are all that it may keep, with the SHA-256 and the bytes of each.
  package func worker(_ files: [(path: String, hash: String, size: Int)]) -> OutputFile? {
    theme.worker.isEmpty ? nil : OfflineFiles.worker(theme.worker, files: files)
  }

  /// `deskbook.json`: what was built, without a time.
  ///
  /// `files` are all other files of the site with the SHA-256 of their content, `kept` those that
  /// stay from the build before, both sorted by path; `decks` are its PDFs with a hash of what
  /// each depends on.
  package func manifest(
    files: [(path: String, hash: String)], kept: [(path: String, hash: String)] = [],
    decks: [(path: String, fingerprint: String)] = []
  ) -> OutputFile {
    OutputFile(
      SiteMap.manifest,
      ManifestFile.text(
        ManifestFile.head(handbook, previews, version: version), files: files, kept: kept,
        decks: decks, keep: handbook.configuration.keep.map(\.value)))
  }
}
