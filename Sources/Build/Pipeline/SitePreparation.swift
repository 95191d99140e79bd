// What one processor makes for all pages of a site, beside other work.

internal import Cards
internal import Handbook
internal import Site

/// What a site's pages and decks are written with.
struct SitePreparation: Sendable {
  /// The decks of a site, each with what it depends on.
  typealias Decks = (decks: [(path: String, job: PrintJob)], fingerprints: [String])

  let renderer: SiteRenderer
  private let makers: Task<[FileMaker], Never>
  private let head: Task<[UInt8], Never>
  private let keysOfPages: Task<PageKeys?, Never>
  private let ordered: Task<Result<Decks, BuildProblem>, Never>

  /// Prepares the renderer, and begins the rest.
  ///
  /// - Parameters:
  ///   - handbook: without errors.
  ///   - theme: that of the site.
  ///   - settings: of the run.
  ///   - cards: in the order of the handbook's.
  ///   - stage: where they were laid.
  ///   - inputs: what the build read; nil where nothing is remembered.
  init(
    _ handbook: Handbook, _ theme: Theme, _ settings: Settings, _ cards: [LaidCard],
    _ stage: CardStage, _ inputs: BuildInputs?
  ) {
    let renderer = SiteRenderer(
      handbook: handbook, theme: theme, version: settings.version, cards: cards.map(\.preview))
    self.renderer = renderer
    // Which pages are rendered hangs on it.
    keysOfPages = Task {
      guard let inputs else { return nil }
      return await PageKeys(renderer, of: handbook, inputs, width: settings.workers)
    }
    makers = Task { renderer.otherFiles() }
    // With it the list of pages is made, for which the home page would wait.
    head = Task { renderer.manifestHead() }
    ordered = Task { Self.decks(of: handbook, cards, stage) }
  }

  /// What the pages' files are made from; nil where nothing is remembered.
  var keys: PageKeys? { get async { await keysOfPages.value } }

  /// What makes the files that list others.
  var lists: [FileMaker] { get async { await makers.value } }

  var manifestHead: [UInt8] { get async { await head.value } }

  /// - Throws: `file` where a font cannot be read.
  func decks() async throws(BuildProblem) -> Decks { try await ordered.value.get() }

  private static func decks(
    of handbook: Handbook, _ cards: [LaidCard], _ stage: CardStage
  ) -> Result<Decks, BuildProblem> {
    let decks = SiteDecks(handbook: handbook, cards: cards).jobs()
    do throws(BuildProblem) {
      return .success((decks, try stage.fingerprints(decks.map(\.job))))
    } catch {
      return .failure(error)
    }
  }
}
