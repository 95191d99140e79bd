// What a run can take over from the one before, where files have not changed.

internal import Cards
internal import CommonMark
internal import Handbook
internal import Site
internal import Synchronization

/// Parsed pages, the theme and laid cards of the last run, each with all that it was made from.
package final class BuildMemory: Sendable {
  /// A page with the bytes that it was read from.
  typealias Kept = (bytes: [UInt8], reading: Page.Reading)

  private struct Look {
    var path: String
    var files: [String: [UInt8]]
    var languages: [String]
    var theme: Theme
  }

  private struct Deck {
    var url: String?
    var fonts: [[UInt8]]
    var cards: [String: LaidCard]
  }

  /// A page that was let go, and whether it is still being read.
  private struct Slow {
    var problem: BuildProblem
    var isAtWork: @Sendable () -> Bool
  }

  private struct State {
    var options: ParserOptions?
    var readings: [ContentPath: Kept] = [:]
    var look: Look?
    var deck: Deck?
    var slow: Slow?
  }

  private let state = Mutex(State())

  package init() {}

  /// The pages that were read with these options.
  func readings(_ options: ParserOptions) -> [ContentPath: Kept] {
    state.withLock { $0.options == options ? $0.readings : [:] }
  }

  /// Keeps pages in the place of all that were kept before.
  func keep(_ readings: [Page.Reading], of files: [SourceFile], _ options: ParserOptions) {
    var kept: [ContentPath: Kept] = [:]
    kept.reserveCapacity(files.count)
    for (file, reading) in zip(files, readings) { kept[file.path] = (file.bytes, reading) }
    state.withLock { [kept] state in
      state.options = options
      state.readings = kept
    }
  }

  /// Keeps why pages were let go, and how to learn whether they are done with.
  func keep(_ problem: BuildProblem, whileTrue isAtWork: @escaping @Sendable () -> Bool) {
    guard case .tooSlow = problem else { return }
    state.withLock { $0.slow = Slow(problem: problem, isAtWork: isAtWork) }
  }

  /// Ends a run that could read no page, as an earlier one still reads one that it let go.
  func refuseWhileSlow() throws(BuildProblem) {
    guard let slow = state.withLock({ $0.slow }), slow.isAtWork() else { return }
    throw slow.problem
  }

  /// A theme, loaded again only where a file of it has changed.
  func theme(
    _ place: ThemeFolder, _ configuration: Configuration
  ) throws(BuildProblem) -> Theme {
    let files = try place.files()
    let others = configuration.languages.map(\.language)
    let languages = [configuration.language] + others
    let earlier = state.withLock { $0.look }
    if let earlier, earlier.path == place.path, earlier.languages == languages,
      earlier.files == files
    {
      return earlier.theme
    }
    let theme = try place.load(files, language: configuration.language, others: others)
    state.withLock { state in
      state.look = Look(path: place.path, files: files, languages: languages, theme: theme)
      // Cards are set in the theme's words.
      state.deck = nil
    }
    return theme
  }

  /// The cards as they are printed, set again only where they have changed.
  func lay(_ cards: [Card], _ stage: CardStage) async throws(BuildProblem) -> [LaidCard] {
    var fonts: [[UInt8]] = []
    for font in stage.settings.fonts { fonts.append(try Disk.read(font)) }
    let url = stage.settings.url
    let earlier = state.withLock { $0.deck }
    let known = earlier?.fonts == fonts && earlier?.url == url ? earlier?.cards ?? [:] : [:]
    let changed = cards.filter { known[$0.id]?.card != $0 }
    var laid = (try await stage.lay(changed)).makeIterator()
    let all = cards.compactMap { card in
      if let earlier = known[card.id], earlier.card == card { return earlier }
      return laid.next()
    }
    let deck = Deck(
      url: url, fonts: fonts,
      cards: Dictionary(all.map { ($0.card.id, $0) }, uniquingKeysWith: { first, _ in first }))
    state.withLock { $0.deck = deck }
    return all
  }
}
