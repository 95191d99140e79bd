// What a program that runs again and again keeps in memory: a preview, a language server.

internal import Cards
internal import CommonMark
internal import Handbook
internal import Site
internal import Synchronization
internal import Text

/// The content, pages, theme and cards of the last run, each with what it was made from.
package final class SessionCache: Sendable {
  private struct KnownTheme {
    let path: String
    let files: [String: [UInt8]]
    let languages: [String]
    let theme: Theme
  }

  private struct KnownCards {
    let url: String?
    let fonts: [[UInt8]]
    let cards: [String: LaidCard]
  }

  /// Why a run ended at a page that took too long, and whether a thread still reads it.
  private struct SlowPage {
    let problem: BuildProblem
    let isAtWork: @Sendable () -> Bool
  }

  private struct State {
    var content: ContentFiles?
    var options: PageOptions?
    var readings: [ContentPath: Page.Reading] = [:]
    var findings: FindingsCache?
    var theme: KnownTheme?
    var cards: KnownCards?
    var slow: SlowPage?
  }

  private let state = Mutex(State())

  package init() {}

  /// Reads a content folder; only the texts that were written, where nothing else changed since
  /// the last run.
  func load(
    _ folder: ContentFolder, after changes: Changes, width: Int, observer: Observer
  ) async throws(BuildProblem) -> ContentFiles {
    if case .files(let files) = changes, let known = state.withLock({ $0.content }),
      let content = try folder.reload(known, files)
    {
      state.withLock { $0.content = content }
      return content
    }
    // A run that fails leaves nothing to begin from.
    state.withLock { $0.content = nil }
    let content = try await folder.load(width: width, observer: observer)
    state.withLock { $0.content = content }
    return content
  }

  /// What was read from these files with these options; nil where one has changed.
  func readings(of files: [SourceFile], _ options: PageOptions) -> [Page.Reading?] {
    let known = state.withLock { $0.options == options ? $0.readings : [:] }
    return files.map { file in
      known[file.path].flatMap { $0.page.file.bytes == file.bytes ? $0 : nil }
    }
  }

  /// Keeps pages in the place of all that were kept before.
  func keep(_ readings: [Page.Reading], _ options: PageOptions) {
    let byPath = Dictionary(readings.map { ($0.page.path, $0) }, uniquingKeysWith: { $1 })
    state.withLock { ($0.options, $0.readings) = (options, byPath) }
  }

  /// The findings on pages under these settings and on this day; empty where either has changed.
  func findings(
    under settings: [ContentPath: SourceFile], on today: CalendarDate
  ) -> FindingsCache {
    state.withLock { state in
      if let known = state.findings, known.holds(settings, today) { return known }
      let fresh = FindingsCache(settings, today)
      state.findings = fresh
      return fresh
    }
  }

  /// Keeps why a run ended at a page that took too long; other problems are not kept.
  func keep(_ problem: BuildProblem, whileTrue isAtWork: @escaping @Sendable () -> Bool) {
    guard case .tooSlow = problem else { return }
    state.withLock { $0.slow = SlowPage(problem: problem, isAtWork: isAtWork) }
  }

  /// Ends a run that could read no page, because a thread of an earlier run still reads the one
  /// that took too long.
  ///
  /// - Throws: the problem of the earlier run.
  func refuseWhileSlow() throws(BuildProblem) {
    guard let slow = state.withLock({ $0.slow }), slow.isAtWork() else { return }
    throw slow.problem
  }

  /// A theme, checked again only where a file of it has changed.
  func theme(
    _ place: ThemeFolder, _ configuration: Configuration
  ) throws(BuildProblem) -> Theme {
    let files = try place.files()
    let languages = [configuration.language] + configuration.languages.map(\.language)
    if let known = state.withLock({ $0.theme }), known.path == place.path,
      known.languages == languages, known.files == files
    {
      return known.theme
    }
    let theme = try place.load(
      files, language: configuration.language, others: Array(languages.dropFirst()))
    state.withLock { state in
      state.theme = KnownTheme(path: place.path, files: files, languages: languages, theme: theme)
      // Cards are set in the theme's words.
      state.cards = nil
    }
    return theme
  }

  /// The cards as they are printed, set again only where they have changed.
  func lay(_ cards: [Card], _ stage: CardRenderer) async throws(BuildProblem) -> [LaidCard] {
    var fonts: [[UInt8]] = []
    for font in stage.settings.fonts { fonts.append(try Disk.read(font)) }
    let url = stage.settings.url
    let earlier = state.withLock { $0.cards }
    let known = earlier?.fonts == fonts && earlier?.url == url ? earlier?.cards ?? [:] : [:]
    let changed = cards.filter { known[$0.id]?.card != $0 }
    var laid = (try await stage.lay(changed)).makeIterator()
    let all = cards.compactMap { card in
      if let earlier = known[card.id], earlier.card == card { return earlier }
      return laid.next()
    }
    let kept = KnownCards(
      url: url, fonts: fonts,
      cards: Dictionary(firstWins: all.map { ($0.card.id, $0) }))
    state.withLock { $0.cards = kept }
    return all
  }
}
