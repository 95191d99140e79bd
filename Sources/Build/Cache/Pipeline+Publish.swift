// A build that is not done again where it would make the same site.

internal import Handbook

/// A build whose content was read.
struct BegunBuild: Sendable {
  let content: LoadedContent
  let inputs: BuildInputs
  /// Of the last build; nil where nothing is known of it.
  let record: BuildRecord?
  let cache: BuildCache
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
    if let record, record.inputs == inputs.hex, try await stands(record, at: publisher),
      let diagnostics = record.diagnostics
    {
      timings.end(.compare)
      return RunResult(record, diagnostics, content.texts, timings, isStrict: settings.isStrict)
    }
    timings.end(.compare)
    let begun = BegunBuild(content: content, inputs: inputs, record: record, cache: cache)
    let outcome = try await build(begun, timings)
    if let record = BuildRecord(outcome, inputs), digest.stillHas(theme) {
      cache.write(record, outcome.publication?.searchStates.mapValues(\.bytes) ?? [:])
    }
    return RunResult(outcome)
  }

  /// Whether the site is as the build of a record left it; clears what killed builds left beside it.
  private func stands(
    _ record: BuildRecord, at publisher: Publisher
  ) async throws(BuildProblem) -> Bool {
    let staging = try await publisher.begin(onWait: observer.waits)
    defer { staging.discard() }
    return try await OutputDigest.of(publisher.place(), width: settings.workers) == record.output
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
    findings = outcome.diagnostics.map(Finding.init)
  }
}
