// A build that is not done again where it would make the same site.

internal import CommonMark
internal import Handbook

/// A build whose content was read.
struct BegunBuild: Sendable {
  let content: LoadedContent
  let inputs: BuildInputs
  /// Of the last build; nil where nothing is known of it.
  let record: BuildRecord?
  /// What the last build knew of pages, where it was made in the same surroundings.
  let notes: PageNotes?
  let cache: BuildCache
  /// The site that stands and the one before that, while they are looked at.
  let sites: Task<(earlier: EarlierSite?, former: FormerSite?), Never>?

  /// A page that has not changed since the last build; its text is not read before it is asked for.
  func reading(of file: SourceFile, _ options: ParserOptions) -> Page.Reading? {
    notes?.note(on: file, inputs).map { note in
      let front = note.front.map { (read: $0, textStart: note.textStart) }
      let page = Page(file, front, outline: note.outline, options: options)
      // Of these every build asks for more: read here, where pages are read side by side.
      if page.front.card != nil || page.isQuoted { page.readText() }
      return (page, note.onReading)
    }
  }
}

extension Pipeline {
  /// Checks the handbook and publishes its site, unless the site stands as this run would make it.
  ///
  /// - Throws: ``BuildProblem``; the earlier site then stands as it was.
  package func publish() async throws(BuildProblem) -> RunResult {
    if !settings.remembers { return RunResult(try await build()) }
    let folder = try ContentFolder(settings.content)
    let publisher = Publisher(output: settings.output, content: folder)
    try publisher.examine()
    var timings = Timings()
    let content = try await folder.load(width: settings.workers, observer: observer)
    timings.end(.load)
    let digest = InputDigest(settings: settings, folder: folder, content: content)
    let theme = try digest.onTheme()
    let inputs = try await digest.read(theme: theme)
    let cache = BuildCache(
      folder: Disk.join(settings.folder, BuildCache.name), output: try publisher.place())
    let record = publisher.hasSite() ? cache.read() : nil
    if let record, record.inputs == inputs.hex, try await stands(record, at: publisher) {
      timings.end(.compare)
      return RunResult(record, content.texts, timings, isStrict: settings.isStrict)
    }
    timings.end(.compare)
    // Of use where the last build is remembered only; for times when a processor has nothing to do.
    let sites = record.map { _ in
      Task(priority: .low) {
        (
          earlier: await publisher.earlierSite(width: 1),
          former: await FormerSite(at: cache.formerSite, width: 1)
        )
      }
    }
    let begun = BegunBuild(
      content: content, inputs: inputs, record: record, notes: cache.notes(in: inputs),
      cache: cache, sites: sites)
    let outcome = try await build(begun, timings)
    if let publication = outcome.publication, let record = BuildRecord(outcome, inputs),
      digest.stillHas(theme)
    {
      cache.write(
        record, notes: publication.notes, states: publication.searchStates.mapValues(\.bytes))
    }
    return RunResult(outcome, begun)
  }

  /// Whether the site is as the build of a record left it; clears what killed builds left beside it.
  private func stands(
    _ record: BuildRecord, at publisher: Publisher
  ) async throws(BuildProblem) -> Bool {
    let lock = try await publisher.lock(onWait: observer.waits).lock
    defer { lock.release() }
    return try await SiteMarks(of: publisher.place(), width: settings.workers).digest
      == record.output
  }
}

extension BuildRecord {
  /// Nil where nothing was published.
  init?(_ outcome: Outcome, _ inputs: BuildInputs) {
    guard let publication = outcome.publication, let digest = publication.digest,
      let pages = publication.pages
    else { return nil }
    self.inputs = inputs.hex
    self.pages = pages
    search = publication.searchStates.mapValues(\.hash)
    output = digest
    counts = outcome.counts
    files = publication.files
    searchBytes = publication.searchBytes
    diagnostics = outcome.diagnostics
  }
}
