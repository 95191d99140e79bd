// load → parse → model → check: the stages that commands share, in order; search and publishing
// are in extensions.

internal import Cards
internal import CommonMark
package import Handbook
internal import Search
internal import Site
internal import Text

/// One run over a handbook.
package struct Pipeline: Sendable {
  package let settings: Settings
  let observer: Observer
  /// What earlier runs in this process made; nil for a command that runs once.
  let session: SessionCache?

  package init(
    _ settings: Settings, observer: Observer = .silent, session: SessionCache? = nil
  ) {
    self.settings = settings
    self.observer = observer
    self.session = session
  }

  /// Reads the handbook, and finds only what reading it shows.
  package func model() async throws(BuildProblem) -> Outcome {
    var timings = Timings()
    return try await model(of: try await load(&timings), timings)
  }

  /// Does all that ``publish()`` does before it writes.
  package func check() async throws(BuildProblem) -> Outcome {
    var timings = Timings()
    return try await checked(try await load(&timings), timings).outcome
  }

  /// Reads and checks content that is given; cards are not set, and the search index is not made.
  package func check(_ content: ContentFiles) async throws(BuildProblem) -> Outcome {
    var outcome = try await model(of: content, Timings())
    outcome.add(try await findings(in: outcome.handbook, content))
    return outcome
  }

  /// Adds what setting the cards of some pages shows to what checking given content found.
  package func addCards(
    of pages: Set<ContentPath>, to outcome: Outcome
  ) async throws(BuildProblem) -> Outcome {
    var outcome = outcome
    let cards = outcome.handbook.cards.filter { pages.contains($0.page) }
    if cards.isEmpty { return outcome }
    let (place, theme) = try theme(of: outcome.handbook)
    let stage = try CardRenderer(
      handbook: outcome.handbook, theme: theme, folder: place, settings: settings, isNeeded: true)
    outcome.add(try await lay(cards, stage).flatMap(\.findings))
    return outcome
  }

  /// Checks the handbook, and gives what its cards are printed with.
  package func cards() async throws(BuildProblem) -> (outcome: Outcome, stage: CardRenderer) {
    var timings = Timings()
    let checked = try await checked(try await load(&timings), timings)
    return (checked.outcome, checked.stage)
  }

  /// Reads and checks the handbook; writes nothing and makes no file of the site yet.
  ///
  /// - Parameter changes: what may have changed since the draft before.
  /// - Returns: what was found, and the site, which is nil where findings forbid one. What only
  ///   the finished search index shows is left to ``PreviewSite/searchFindings()``.
  /// - Throws: ``BuildProblem`` where the handbook or the theme cannot be read.
  package func draft(
    after changes: Changes = .anything
  ) async throws(BuildProblem) -> (outcome: Outcome, site: PreviewSite?) {
    var timings = Timings()
    let content = try await load(&timings, after: changes)
    let (outcome, theme, stage) = try await designed(content, timings)
    if outcome.isRefused { return (outcome, nil) }
    let site = PreviewSite(
      handbook: outcome.handbook, theme: theme, version: settings.version,
      content: try ContentFolder(settings.content), cards: outcome.cards, stage: stage)
    return (outcome, site)
  }

  /// A handbook that is ready to be written as a site.
  struct Checked {
    var outcome: Outcome
    let theme: Theme
    let stage: CardRenderer
    /// Nil once it is written, which frees its memory.
    var search: SearchIndexes?
  }

  func checked(
    _ content: ContentFiles, _ timings: Timings
  ) async throws(BuildProblem) -> Checked {
    var (outcome, theme, stage) = try await designed(content, timings)
    let search = try await search(of: outcome.handbook)
    outcome.add(SiteSearch.findings(search.whole, in: outcome.handbook))
    if outcome.handbook.files.contains(where: { ContentNames.isOne($0.text) }) {
      let renderer = SiteRenderer(
        handbook: outcome.handbook, theme: theme, version: settings.version,
        cards: outcome.cards.map(\.preview))
      let made = search.files.map(\.path) + renderer.assetFiles.map(\.path)
      outcome.add(OutputCollision.findings(of: made, in: outcome.handbook))
    }
    outcome.timings.end(.search)
    return Checked(outcome: outcome, theme: theme, stage: stage, search: search)
  }

  /// Everything but the search index.
  private func designed(
    _ content: ContentFiles, _ timings: Timings
  ) async throws(BuildProblem) -> (outcome: Outcome, theme: Theme, stage: CardRenderer) {
    var outcome = try await model(of: content, timings)
    let handbook = outcome.handbook
    let (place, theme) = try theme(of: handbook)
    outcome.timings.end(.theme)
    let stage = try CardRenderer(
      handbook: handbook, theme: theme, folder: place, settings: settings,
      isNeeded: !handbook.cards.isEmpty)
    outcome.cards = try await lay(handbook.cards, stage)
    outcome.timings.end(.cards)
    outcome.add(
      try await findings(in: handbook, content) + outcome.cards.flatMap(\.findings))
    outcome.timings.end(.check)
    return (outcome, theme, stage)
  }
}

extension Pipeline {
  /// The theme that the settings or the handbook name, and where it stands.
  private func theme(
    of handbook: Handbook
  ) throws(BuildProblem) -> (place: ThemeFolder, theme: Theme) {
    let configuration = handbook.configuration
    let place = try ThemeFolder.find(
      settings.theme ?? configuration.theme, handbook: settings.folder)
    if let session { return (place, try session.theme(place, configuration)) }
    let theme = try place.load(
      language: configuration.language, others: configuration.languages.map(\.language))
    return (place, theme)
  }

  /// Sets cards, but for those that the session has set before.
  private func lay(
    _ cards: [Card], _ stage: CardRenderer
  ) async throws(BuildProblem) -> [LaidCard] {
    guard let session else { return try await stage.lay(cards) }
    return try await session.lay(cards, stage)
  }

  private func load(
    _ timings: inout Timings, after changes: Changes = .anything
  ) async throws(BuildProblem) -> ContentFiles {
    defer { timings.end(.load) }
    let folder = try ContentFolder(settings.content)
    guard let session else {
      return try await folder.load(width: settings.workers, observer: observer)
    }
    return try await session.load(
      folder, after: changes, width: settings.workers, observer: observer)
  }

  private func model(
    of content: ContentFiles, _ timings: Timings
  ) async throws(BuildProblem) -> Outcome {
    var timings = timings
    let options = ReadingOptions(today: settings.today, includesDrafts: settings.includesDrafts)
    let (handbook, found) = try await Handbook.read(content, options) {
      (files, pageOptions) async throws(BuildProblem) in
      let readings = try await readPages(files, pageOptions)
      timings.end(.parse)
      return readings
    }
    Heap.trim()
    timings.end(.model)
    return Outcome(
      handbook: handbook, content: content,
      diagnostics: Checks.applyLevels(to: found, in: handbook),
      timings: timings, isStrict: settings.isStrict)
  }

  /// Reads pages in parallel, but for those that the session has read before.
  private func readPages(
    _ files: [SourceFile], _ options: PageOptions
  ) async throws(BuildProblem) -> [Page.Reading] {
    let counter = ProgressCounter(.parse, total: files.count, observer)
    var readings =
      session?.readings(of: files, options) ?? [Page.Reading?](repeating: nil, count: files.count)
    try session?.refuseWhileSlow()
    let unread = readings.indices.filter { readings[$0] == nil }
    let watch = PageWatch(unread.map { files[$0] }, budget: settings.pageBudget) { file in
      counter.count()
      return Page.read(file, options: options)
    }
    do throws(BuildProblem) {
      for (index, reading) in zip(unread, try await watch.results(width: settings.workers)) {
        readings[index] = reading
      }
    } catch {
      session?.keep(error, whileTrue: { watch.isAtWork })
      throw error
    }
    let all = readings.compactMap(\.self)
    session?.keep(all, options)
    return all
  }

  /// Checks all pages in parallel, but for those whose findings the session has from before.
  private func findings(
    in handbook: Handbook, _ content: ContentFiles
  ) async throws(BuildProblem) -> [Diagnostic] {
    let pages = Array(handbook.pages.indices)
    let counter = ProgressCounter(.check, total: pages.count, observer)
    let known = session?.findings(under: content.settings, on: settings.today)
    // The checks of the handbook as a whole are one long task: the pages are checked beside it.
    async let whole = Checks.handbookFindings(in: handbook)
    let onPages = try await pages.mapConcurrently(width: settings.workers) {
      (index) throws(BuildProblem) in
      try counter.advance()
      let page = handbook.pages[index]
      let context = PageCheckContext(of: index, in: handbook)
      return known?.findings(on: page, in: context) ?? Checks.findings(on: page, in: context)
    }
    return onPages.flatMap(\.self) + (await whole)
  }
}
