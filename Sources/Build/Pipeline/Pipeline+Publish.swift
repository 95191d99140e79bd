// Publishes a site, unless the one that is there is what would be made again.

internal import Handbook

extension Pipeline {
  /// Checks the handbook and publishes its site, unless the site is already what this run would
  /// make; writes nothing where findings forbid it.
  ///
  /// - Throws: ``BuildProblem``; the earlier site then stands as it was.
  package func publish() async throws(BuildProblem) -> RunResult {
    let folder = try ContentFolder(settings.content)
    var timings = Timings()
    let content = try await folder.load(width: settings.workers, observer: observer)
    timings.end(.load)
    let publisher = Publisher(
      output: settings.output, content: folder, keep: content.keptInOutput)
    try publisher.examine()
    guard settings.remembers else {
      return RunResult(try await build(content, publisher, timings))
    }
    let inputs = try await BuildInputs(content, in: folder, settings)
    let file = BuildRecordFile(handbook: settings.folder, output: try publisher.place())
    let record = file.read()
    if let record, record.inputs == inputs.all, try await stands(record, at: publisher) {
      timings.end(.compare)
      return RunResult(record, content.texts, timings, isStrict: settings.isStrict)
    }
    timings.end(.compare)
    let outcome = try await build(content, publisher, timings, over: record)
    if let publication = outcome.publication, inputs.hold(for: publication),
      stillHas(inputs.stamps, content)
    {
      file.write(BuildRecord(outcome, publication, inputs))
    }
    return RunResult(outcome)
  }

  private func build(
    _ content: ContentFiles, _ publisher: Publisher, _ timings: Timings,
    over record: BuildRecord? = nil
  ) async throws(BuildProblem) -> Outcome {
    var checked = try await checked(content, timings)
    if checked.outcome.isRefused { return checked.outcome }
    let staging = try await publisher.begin(over: record?.manifest, onWait: observer.waits)
    do throws(BuildProblem) {
      let writer = try SiteWriter(checked, staging: staging, settings: settings, observer)
      checked.outcome.publication = try await writer.write(
        &checked.search, &checked.outcome.timings)
    } catch {
      staging.discard()
      throw error
    }
    checked.outcome.publication?.shortfalls = try await staging.commit(width: settings.workers)
    checked.outcome.timings.end(.publish)
    return checked.outcome
  }

  /// Whether the site is still as the build of a record left it, file by file.
  ///
  /// Taking the lock also clears what killed builds left beside the site.
  private func stands(
    _ record: BuildRecord, at publisher: Publisher
  ) async throws(BuildProblem) -> Bool {
    let lock = try await publisher.lock(onWait: observer.waits).lock
    defer { lock.release() }
    guard publisher.hasSite() else { return false }
    let site = try publisher.place()
    guard try Verification.manifestHash(of: site) == record.manifest else { return false }
    return try await Verification.verify(site, width: settings.workers).isSound
  }

  /// Whether nobody has touched the theme since before it was read for the hash, as the build read it a
  /// second time.
  ///
  /// The site is published by then, so that what goes wrong here is no failure of the build.
  private func stillHas(_ stamps: [String: String], _ content: ContentFiles) -> Bool {
    do throws(BuildProblem) { return try BuildInputs.stamps(content, settings) == stamps } catch {
      return false
    }
  }

  /// Whether an earlier site stands at the output's place.
  package func hasEarlierSite() throws(BuildProblem) -> Bool {
    Publisher(output: settings.output, content: try ContentFolder(settings.content)).hasSite()
  }
}
