// What a run can take over from the one before, where files have not changed.

internal import Cards
internal import CommonMark
internal import Handbook
internal import Site
internal import Synchronization

/// Texts, parsed pages, the theme, laid cards and findings of the last run, each with all that it was
/// made from.
package final class BuildMemory: Sendable {
  private struct Look {
    var path: String
    var files: [String: [UInt8]]
    var languages: [String]
    var theme: Theme
    /// Tells this theme from those before.
    var number: Int
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

  /// A whole run, for the next one to begin from.
  struct Draft {
    /// The bytes of the files that steer the build.
    var settings: [ContentPath: [UInt8]]
    var handbook: Handbook
    var findings: Findings
    /// Nil where findings forbade one.
    var site: DraftSite?
    var theme: Int
  }

  private struct State {
    var content = KnownContent()
    /// The bytes of the files that steer the build, as this run has them.
    var settings: [ContentPath: [UInt8]] = [:]
    /// Files of themes, by path.
    var files: [String: KnownFile<[UInt8]>] = [:]
    var draft: Draft?
    var options: ParserOptions?
    /// Pages with the files that they were read from, sorted by path.
    var pages: [(file: SourceFile, reading: Page.Reading)] = []
    var look: Look?
    var deck: Deck?
    var slow: Slow?
  }

  private let state = Mutex(State())

  package init() {}

  /// What was read from these files with these options, nil where one has changed.
  ///
  /// `files` are sorted by path.
  func readings(of files: [SourceFile], _ options: ParserOptions) -> [Page.Reading?] {
    let known = state.withLock { $0.options == options ? $0.pages : [] }
    var next = 0
    return files.map { file in
      // Most names are the same, which is seen sooner than their order.
      while next < known.count, known[next].file.path != file.path,
        known[next].file.path < file.path
      { next += 1 }
      guard next < known.count, known[next].file.path == file.path,
        known[next].file.bytes == file.bytes
      else { return nil }
      return known[next].reading
    }
  }

  /// Keeps pages in the place of all that were kept before.
  func keep(_ readings: [Page.Reading], of files: [SourceFile], _ options: ParserOptions) {
    let pages = zip(files, readings).map { (file: $0, reading: $1) }
    state.withLock { state in
      state.options = options
      state.pages = pages
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

  /// What changed since the last run, where that is no more than the text of pages.
  func revision(pages: [Page], files: [ContentPath], drafts: Set<String>) -> Revision? {
    let (draft, settings) = state.withLock { ($0.draft, $0.settings) }
    guard let draft, draft.settings == settings else { return nil }
    return Revision(of: draft.handbook, pages: pages, files: files, drafts: drafts)
  }

  /// The last run, where a revision begins from it.
  func draft(before revision: Revision?) -> Draft? {
    guard let revision, let draft = state.withLock({ $0.draft }),
      draft.handbook === revision.earlier
    else { return nil }
    return draft
  }

  /// Keeps a run in the place of the one before.
  func keep(_ handbook: Handbook, _ findings: Findings, _ site: DraftSite?, theme: Int) {
    state.withLock { state in
      state.draft = Draft(
        settings: state.settings, handbook: handbook, findings: findings, site: site, theme: theme)
    }
  }

  /// Reads a content folder; what was not written since the last run is not read again.
  ///
  /// `changes` are those since then.
  func load(
    _ folder: ContentFolder, after changes: Changes, width: Int, observer: Observer
  ) async throws(BuildProblem) -> LoadedContent {
    // Taken out, so that it is changed and not copied; a run that fails begins anew.
    var known = state.withLock { state in
      defer { state.content = KnownContent() }
      return state.content
    }
    if Watches.isRemote(folder.root) { known = KnownContent() }
    let content = try await folder.load(
      width: width, observer: observer, known: &known, after: changes)
    state.withLock { [known] state in
      state.content = known
      state.settings = content.settings.mapValues(\.bytes)
    }
    return content
  }

  /// A theme, loaded again only where a file of it has changed, and a number that tells it from
  /// others.
  func theme(
    _ place: ThemeFolder, _ configuration: Configuration
  ) throws(BuildProblem) -> (theme: Theme, number: Int) {
    let files = try place.files { (path) throws(BuildProblem) in try bytes(path) }
    let others = configuration.languages.map(\.language)
    let languages = [configuration.language] + others
    let earlier = state.withLock { $0.look }
    if let earlier, earlier.path == place.path, earlier.languages == languages,
      earlier.files == files
    {
      return (earlier.theme, earlier.number)
    }
    let theme = try place.load(files, language: configuration.language, others: others)
    let number = (earlier?.number ?? 0) + 1
    state.withLock { state in
      state.look = Look(
        path: place.path, files: files, languages: languages, theme: theme, number: number)
      // Cards are set in the theme's words.
      state.deck = nil
    }
    return (theme, number)
  }

  /// A file of a theme, read again only where it was written.
  private func bytes(_ path: String) throws(BuildProblem) -> [UInt8] {
    let earlier = Watches.isRemote(path) ? nil : state.withLock { $0.files[path] }
    let file = try KnownFile(path, earlier: earlier) { () throws(BuildProblem) in
      try Disk.read(path)
    }
    state.withLock { $0.files[path] = file }
    return file.value
  }

  /// The cards as they are printed, set again only where they have changed.
  func lay(_ cards: [Card], _ stage: CardStage) async throws(BuildProblem) -> [LaidCard] {
    var fonts: [[UInt8]] = []
    for font in stage.settings.fonts { fonts.append(try bytes(font)) }
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
