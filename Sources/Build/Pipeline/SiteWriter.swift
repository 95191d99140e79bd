// Renders a site straight into its folder, so that no more than a few pages stand in memory.

internal import Cards
internal import Handbook
internal import Search
internal import Site

/// Writes every file of a site.
struct SiteWriter: Sendable {
  let handbook: Handbook
  let content: ContentFolder
  let staging: Staging
  let settings: Settings
  let observer: Observer
  /// Begins what pages and decks are written with, unless that was done beside the search index.
  let prepare: @Sendable () -> SitePreparation
  let stage: CardStage
  /// The keys of the pages of the earlier site, where that is as a recorded build left it.
  let earlierKeys: PageKeys?
  /// Packs what the next build shall know of pages.
  let notes: (@Sendable () -> [UInt8])?

  /// What the manifest says of a file.
  typealias Written = (path: String, hash: String, size: Int)

  /// Renders and writes the pages, then what is made from all of them, then the manifest.
  ///
  /// The search index, a fifth of all memory, is taken and goes as soon as it is written.
  func write(
    _ search: inout MadeSearch?, _ timings: inout Timings
  ) async throws(BuildProblem) -> Publication {
    let searchBytes = search?.whole.index.size ?? 0
    // First, as nothing else takes so much memory.
    let (index, states, notes) = try await writeIndex(&search)
    timings.end(.index, written: index.reduce(0) { $0 + $1.size })
    let preparation = prepare()
    let renderer = preparation.renderer
    let keys = await preparation.keys
    let standing = keys.flatMap { keys in
      earlierKeys.map { StandingPages(keys: keys, earlier: $0) }
    }
    let pages = try await writePages(renderer, standing)
    timings.end(.render, written: pages.reduce(0) { $0 + $1.size })
    let others =
      try await writePhraseLists(renderer, standing)
      + write(
        await preparation.lists + renderer.assetFiles.map { file in { file } }, in: .lists)
    timings.end(.lists, written: others.reduce(0) { $0 + $1.size })
    let decks = try await writeDecks(await preparation.decks())
    // What prints stays with the threads that did; the manifest is made on another.
    if !decks.written.isEmpty { Memory.release() }
    timings.end(.print, written: decks.written.reduce(0) { $0 + $1.size })
    var written = index + pages + others + decks.written
    written.sort { $0.path < $1.path }
    // The worker keeps no compressed copies: servers send them in place of the files.
    if let worker = renderer.worker(written) {
      written.append(try write(worker))
    }
    if settings.precompresses {
      let copies = try await compress(written)
      timings.end(.compress, written: copies.reduce(0) { $0 + $1.size })
      written += copies
    }
    written.sort { $0.path < $1.path }
    let kept = try await keepEarlier(besides: written)
    let manifest = renderer.manifest(
      await preparation.manifestHead, files: written.map { (path: $0.path, hash: $0.hash) },
      kept: kept, decks: decks.decks)
    _ = try write(manifest)
    var publication = Publication(files: written.count + 1, searchBytes: searchBytes)
    (publication.searchStates, publication.notes, publication.pages) = (states, notes, keys)
    return publication
  }

  /// What the next build shall know, made side by side; what states are made from goes.
  private func remembered(
    _ unmade: inout [MadeSearch.UnmadeState]
  ) async -> (states: [String: MadeSearch.State], notes: [UInt8]?) {
    async let notes = notes?()
    let states = MadeSearch.states(unmade)
    unmade = []
    return (states, await notes)
  }

  /// Writes the search index, which goes, and makes of it what the next build shall know.
  private func writeIndex(
    _ search: inout MadeSearch?
  ) async throws(BuildProblem) -> (
    written: [Written], states: [String: MadeSearch.State], notes: [UInt8]?
  ) {
    let standing = search?.standing ?? []
    var unmade = search?.unmadeStates ?? []
    // They have no name here, which would keep the shards.
    let written = try await write(shards(&search), in: .index) + take(standing)
    Memory.release()
    let (states, notes) = await remembered(&unmade)
    Memory.release()
    return (written, states, notes)
  }

  private func shards(_ search: inout MadeSearch?) -> [FileMaker] {
    defer { search = nil }
    return (search?.files ?? []).map { file in { file } }
  }

  /// Takes over the shards of the earlier site that were not made again.
  private func take(_ shards: [MadeSearch.Standing]) async throws(BuildProblem) -> [Written] {
    try await shards.mapConcurrently(width: settings.workers) { (shard) throws(BuildProblem) in
      if let taken = try staging.take(shard.earlier, as: shard.path) {
        return (shard.path, taken.hash, taken.size)
      }
      return try write(OutputFile(shard.path, staging.readEarlier(shard.earlier)))
    }
  }

  private func writePages(
    _ renderer: SiteRenderer, _ standing: StandingPages?
  ) async throws(BuildProblem) -> [Written] {
    let pages = Array(handbook.pages.indices)
    let counter = ProgressCounter(.render, total: pages.count, observer)
    return try await pages.mapConcurrently(width: settings.workers) {
      (index) throws(BuildProblem) in
      try counter.advance()
      if standing?.includes(handbook.pages[index].path) ?? false,
        let taken = try take(handbook.outputPath(of: index))
      {
        return taken
      }
      return try write(renderer.pageFile(index))
    }
  }

  private func writePhraseLists(
    _ renderer: SiteRenderer, _ standing: StandingPages?
  ) async throws(BuildProblem) -> [Written] {
    try await renderer.phraseLists().mapConcurrently(width: settings.workers) {
      (list) throws(BuildProblem) in
      if standing?.includes(list: list.path) ?? false, let taken = try take(list.path) {
        return taken
      }
      return try write(list.make())
    }
  }

  /// Takes a file over from the earlier site; nil where it could not be linked.
  private func take(_ path: String) throws(BuildProblem) -> Written? {
    try staging.take(path).map { (path, $0.hash, $0.size) }
  }

  private func write(
    _ files: [FileMaker], in stage: Stage
  ) async throws(BuildProblem) -> [Written] {
    let counter = ProgressCounter(stage, total: files.count, observer)
    return try await files.mapConcurrently(width: settings.workers) {
      (make) throws(BuildProblem) in
      try counter.advance()
      return try write(make())
    }
  }

  /// Prints what the earlier site does not have, and says what each deck depends on.
  private func writeDecks(
    _ ordered: SitePreparation.Decks
  ) async throws(BuildProblem) -> (
    written: [Written], decks: [(path: String, fingerprint: String)]
  ) {
    let (decks, fingerprints) = ordered
    let counter = ProgressCounter(.print, total: decks.count, observer)
    let earlier = EarlierDecks(of: settings.output, staging.earlier)
    var written: [Written] = []
    var changed: [Int] = []
    for (index, deck) in decks.enumerated() {
      if let kept = try keep(deck.path, fingerprints[index], of: earlier) {
        try counter.advance()
        written.append(kept)
      } else {
        changed.append(index)
      }
    }
    let again = changed
    written += try await stage.print(again.map { decks[$0].job }) {
      (index, pdf) throws(BuildProblem) in
      try counter.advance()
      return try write(OutputFile(decks[again[index]].path, pdf))
    }
    return (written, zip(decks, fingerprints).map { (path: $0.path, fingerprint: $1) })
  }

  /// Takes over a PDF of the earlier site; nil where that has none that was printed from the same things.
  private func keep(
    _ path: String, _ fingerprint: String, of earlier: EarlierDecks
  ) throws(BuildProblem) -> Written? {
    // What is known to be as it was left need not be read.
    if earlierKeys != nil, staging.earlier?.decks[path] == fingerprint, let taken = try take(path) {
      return taken
    }
    guard let pdf = try earlier.pdf(at: path, fingerprint: fingerprint) else { return nil }
    return try write(OutputFile(path, pdf))
  }

  /// Writes compressed copies beside the files that are worth it.
  private func compress(_ written: [Written]) async throws(BuildProblem) -> [Written] {
    let files = written.filter { Precompression.pays(for: $0.path, size: $0.size) }
    let counter = ProgressCounter(.compress, total: files.count, observer)
    // An editor's own copy of that name stands as it is.
    let taken = Set(written.map(\.path))
    let copies = try await files.mapConcurrently(width: settings.workers) {
      (file) throws(BuildProblem) in
      try counter.advance()
      var copies: [Written] = []
      for copy in Precompression.copies(of: try staging.read(file.path))
      where !taken.contains(file.path + copy.suffix) {
        copies.append(try write(OutputFile(file.path + copy.suffix, copy.bytes)))
      }
      return copies
    }
    return copies.flatMap(\.self)
  }

  /// Keeps what pages of the earlier site load by a name made from its content.
  ///
  /// Who has such a page open can still search it. Files that the earlier site itself had kept go.
  private func keepEarlier(
    besides written: [Written]
  ) async throws(BuildProblem) -> [(path: String, hash: String)] {
    guard let earlier = staging.earlier else { return [] }
    let own = Set(written.map(\.path))
    let passed = earlier.files.filter { Self.isNamedByContent($0.key) && !own.contains($0.key) }
      .sorted { $0.key < $1.key }
    let kept = try await passed.mapConcurrently(width: settings.workers) {
      (file) throws(BuildProblem) in
      if Task.isCancelled { throw .interrupted }
      // What is known to be as it was left need not be read.
      if earlierKeys != nil, try staging.take(file.key) != nil { return true }
      return try staging.keep(file.key, hash: file.value)
    }
    return zip(passed, kept).filter(\.1).map { (path: $0.0.key, hash: $0.0.value) }
  }

  /// Whether a new content gives a file a new name: assets, and the folders of search shards.
  private static func isNamedByContent(_ path: String) -> Bool {
    path.hasPrefix("assets/")
      || path.hasPrefix("search/") && path.dropFirst("search/".count).contains("/")
  }

  private func write(_ file: OutputFile) throws(BuildProblem) -> Written {
    let bytes: [UInt8]
    switch file.content {
    case .bytes(let made): bytes = made
    case .copy(let path): bytes = try content.read(path)
    }
    let hash = SHA256.hex(bytes)
    try staging.write(bytes, to: file.path, hash: earlierKeys == nil ? nil : hash)
    return (file.path, hash, bytes.count)
  }
}
