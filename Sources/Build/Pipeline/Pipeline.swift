// load → parse → model → check → render → publish: the stages in order, and the only tasks.

internal import Cards
internal import CommonMark
internal import Handbook
internal import Search
internal import Site

/// One run over a handbook.
package struct Pipeline: Sendable {
  package let settings: Settings
  let observer: Observer
  /// What earlier runs made of files that have not changed; nil where runs do not repeat.
  let memory: BuildMemory?

  package init(
    _ settings: Settings, observer: Observer = .silent, memory: BuildMemory? = nil
  ) {
    self.settings = settings
    self.observer = observer
    self.memory = memory
  }

  /// Reads the handbook and checks it only as far as reading it shows.
  package func model() async throws(BuildProblem) -> Outcome {
    var timings = Timings()
    return try await modelled(&timings).outcome
  }

  /// Does all that ``build()`` does before it writes.
  package func check() async throws(BuildProblem) -> Outcome {
    try await checked().outcome
  }

  /// Checks the handbook, and gives what its cards are printed with.
  package func cards() async throws(BuildProblem) -> (outcome: Outcome, stage: CardStage) {
    let checked = try await checked()
    return (checked.outcome, checked.stage)
  }

  /// Checks the handbook and publishes its site; writes nothing where findings forbid it.
  ///
  /// - Throws: ``BuildProblem``; the earlier site then stands as it was.
  package func build() async throws(BuildProblem) -> Outcome { try await build(nil, Timings()) }

  /// Builds from content that was read already, and from what is known of the last build; or reads it.
  func build(
    _ begun: BegunBuild?, _ timings: Timings
  ) async throws(BuildProblem) -> Outcome {
    let publisher = Publisher(output: settings.output, content: try ContentFolder(settings.content))
    try publisher.examine()
    var checked = try await checked(begun, timings)
    if checked.outcome.isRefused { return checked.outcome }
    let sites = await begun?.sites?.value
    let staging = try await publisher.begin(
      after: sites?.earlier, in: sites?.former, onWait: observer.waits)
    do throws(BuildProblem) {
      checked.outcome.publication = try await write(&checked, begun, to: staging)
    } catch {
      staging.discard()
      throw error
    }
    checked.outcome.publication?.shortfalls = try await staging.commit(
      width: settings.workers, keepingAs: begun?.cache.formerSite)
    checked.outcome.timings.end(.publish)
    return checked.outcome
  }

  /// Writes the site, and says what a later build is to remember of it.
  private func write(
    _ checked: inout Checked, _ begun: BegunBuild?, to staging: Staging
  ) async throws(BuildProblem) -> Publication {
    let handbook = checked.outcome.handbook
    let early = await checked.early?.value
    let earlierKeys = try await earlierKeys(of: begun?.record, at: staging)
    if let begun, earlierKeys == nil, checked.search?.isPatched ?? false {
      // The shards that it was to take may be others, or none.
      var memory = await SearchMemory(of: handbook, begun, width: settings.workers)
      memory.canPatch = false
      checked.search = try await search(of: handbook, memory)
      checked.outcome.timings.end(.search)
    }
    let prepare = checked.preparing(early, settings, begun?.inputs)
    let writer = SiteWriter(
      handbook: handbook, content: checked.folder, staging: staging, settings: settings,
      observer: observer, prepare: prepare, stage: checked.stage,
      earlierKeys: earlierKeys, notes: checked.notes)
    var publication = try await writer.write(&checked.search, &checked.outcome.timings)
    if begun != nil { publication.digest = staging.digest }
    return publication
  }

  /// What the pages of the earlier site were made from; nil where it is not as a recorded build left it.
  private func earlierKeys(
    of record: BuildRecord?, at staging: Staging
  ) async throws(BuildProblem) -> PageKeys? {
    guard let record,
      try await staging.earlierDigest(width: settings.workers) == record.output
    else { return nil }
    return record.pages
  }

  /// Whether an earlier site stands at the output's place.
  package func hasEarlierSite() throws(BuildProblem) -> Bool {
    Publisher(output: settings.output, content: try ContentFolder(settings.content)).hasSite()
  }

  /// A handbook that is ready to be written as a site.
  private struct Checked {
    var outcome: Outcome
    let folder: ContentFolder
    let theme: Theme
    let stage: CardStage
    /// What was begun beside the search index; nil where all processors were busy with that.
    let early: Task<SitePreparation, Never>?
    /// Let go once it is written.
    var search: MadeSearch?
    /// Packs ``PageNotes`` for the next build; nil where nothing is remembered.
    let notes: (@Sendable () -> [UInt8])?

    /// What begins what the site is written with, unless that was begun before.
    func preparing(
      _ early: SitePreparation?, _ settings: Settings, _ inputs: BuildInputs?
    ) -> @Sendable () -> SitePreparation {
      { [handbook = outcome.handbook, cards = outcome.cards, theme, stage] in
        early ?? SitePreparation(handbook, theme, settings, cards, stage, inputs)
      }
    }
  }

  private func checked(
    _ begun: BegunBuild? = nil, _ timings: Timings = Timings()
  ) async throws(BuildProblem) -> Checked {
    var timings = timings
    var (outcome, folder, onReading) = try await modelled(&timings, begun)
    let handbook = outcome.handbook
    // Where pages are known there is less to do beside it than processors could.
    async let patched = begun?.notes == nil ? nil : searched(handbook, begun)
    let place = try ThemeFolder.find(
      settings.theme ?? handbook.configuration.theme, handbook: settings.folder)
    let theme = try place.load(
      language: handbook.configuration.language,
      others: handbook.configuration.languages.map(\.language))
    timings.end(.theme)
    let stage = try CardStage(
      handbook: handbook, theme: theme, folder: place, settings: settings,
      isNeeded: !handbook.cards.isEmpty)
    outcome.cards = try await stage.lay(handbook.cards)
    timings.end(.cards)
    let (findings, notes) = try await findings(in: handbook, begun, onReading)
    outcome.diagnostics = Checks.settle(
      outcome.diagnostics + findings.all + outcome.cards.flatMap(\.findings), in: handbook)
    timings.end(.check)
    let early = early(outcome, theme, stage, begun)
    let search =
      if let patched = await patched { try patched.get() } else {
        try await search(of: handbook, begun)
      }
    let onSearch = SiteSearch.findings(search.whole.index, in: handbook)
    outcome.diagnostics = Checks.settle(outcome.diagnostics + onSearch, in: handbook)
    timings.end(.search)
    outcome.timings = timings
    return Checked(
      outcome: outcome, folder: folder, theme: theme, stage: stage, early: early, search: search,
      notes: notes)
  }

  private func search(
    of handbook: Handbook, _ begun: BegunBuild?
  ) async throws(BuildProblem) -> MadeSearch {
    var memory: SearchMemory?
    if let begun { memory = await SearchMemory(of: handbook, begun, width: settings.workers) }
    return try await search(of: handbook, memory)
  }

  /// The same for a task of its own, from which only errors without a type would come.
  private func searched(
    _ handbook: Handbook, _ begun: BegunBuild?
  ) async -> Result<MadeSearch, BuildProblem> {
    do throws(BuildProblem) {
      return .success(try await search(of: handbook, begun))
    } catch {
      return .failure(error)
    }
  }

  /// Begins what the site is written with, where most of the search index will stand.
  private func early(
    _ outcome: Outcome, _ theme: Theme, _ stage: CardStage, _ begun: BegunBuild?
  ) -> Task<SitePreparation, Never>? {
    guard let begun, begun.notes != nil, !outcome.isRefused else { return nil }
    return Task { [handbook = outcome.handbook, cards = outcome.cards] in
      SitePreparation(handbook, theme, settings, cards, stage, begun.inputs)
    }
  }

  func modelled(
    _ timings: inout Timings, _ begun: BegunBuild? = nil, after changes: Changes = .anything
  ) async throws(BuildProblem) -> (
    outcome: Outcome, folder: ContentFolder, onReading: [ContentPath: [Diagnostic]]
  ) {
    let folder = try ContentFolder(settings.content)
    let content: LoadedContent
    if let begun {
      content = begun.content
    } else {
      content = try await load(folder, after: changes)
      timings.end(.load)
    }
    let (configuration, onConfiguration) = HandbookReader.configuration(
      content.settings[.configuration])
    let readings = try await parsed(content.pages, configuration, begun)
    Memory.release()
    timings.end(.parse)
    let (sources, onSources) = HandbookReader.sources(content.settings[.bibliography])
    let (synonyms, onSynonyms) = HandbookReader.synonyms(content.settings[.synonyms])
    let (reviews, onReviews) = HandbookReader.reviews(content.settings[.reviews])
    let kept = readings.filter { settings.includesDrafts || !$0.page.front.isDraft }
    let left = readings.filter { !settings.includesDrafts && $0.page.front.isDraft }
    let drafts = Set(left.map(\.page.path.text))
    let revision = memory?.revision(
      pages: kept.map(\.page), files: content.files, drafts: drafts)
    let handbook = Handbook(
      configuration: configuration, sources: sources, synonyms: synonyms, reviews: reviews,
      pages: kept.map(\.page), files: content.files, drafts: drafts, today: settings.today,
      after: revision)
    let onTests = content.settings[.searchTests].map {
      SearchTests.read($0, in: handbook).diagnostics
    }
    let onSettings = onConfiguration + onSources + onSynonyms + onReviews + (onTests ?? [])
    let found = content.diagnostics + onSettings + kept.flatMap(\.diagnostics)
    timings.end(.model)
    let outcome = Outcome(
      handbook: handbook, content: content, diagnostics: Checks.settle(found, in: handbook),
      timings: timings, publication: nil, isStrict: settings.isStrict, revision: revision)
    let onReading = kept.filter { !$0.diagnostics.isEmpty }.map { ($0.page.path, $0.diagnostics) }
    return (outcome, folder, Dictionary(onReading, uniquingKeysWith: +))
  }

  private func load(
    _ folder: ContentFolder, after changes: Changes
  ) async throws(BuildProblem) -> LoadedContent {
    if let memory {
      return try await memory.load(
        folder, after: changes, width: settings.workers, observer: observer)
    }
    return try await folder.load(width: settings.workers, observer: observer)
  }

  private func parsed(
    _ files: [SourceFile], _ configuration: Configuration, _ begun: BegunBuild?
  ) async throws(BuildProblem) -> [Page.Reading] {
    let options = ParserOptions(smartPunctuation: configuration.smartPunctuation)
    let counter = ProgressCounter(.parse, total: files.count, observer)
    var readings: [Page.Reading?] =
      if let memory {
        memory.readings(of: files, options)
      } else {
        await files.mapConcurrently(width: settings.workers) { begun?.reading(of: $0, options) }
      }
    let unread = readings.indices.filter { readings[$0] == nil }
    try memory?.refuseWhileSlow()
    let watch = PageWatch(unread.map { files[$0] }, budget: settings.pageBudget) { file in
      counter.count()
      let reading = Page.read(file, options: options)
      // Made here, where pages are read side by side.
      _ = reading.page.outline
      return reading
    }
    do throws(BuildProblem) {
      for (index, reading) in zip(unread, try await watch.results(width: settings.workers)) {
        readings[index] = reading
      }
      let all = readings.compactMap(\.self)
      memory?.keep(all, of: files, options)
      return all
    } catch {
      memory?.keep(error, whileTrue: { watch.isAtWork })
      throw error
    }
  }
}
