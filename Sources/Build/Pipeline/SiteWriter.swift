// Renders a site straight into its folder, so that no more than a few pages stand in memory.

internal import Cards
internal import Handbook
internal import Search
internal import Site
internal import Text

/// Writes every file of a site.
struct SiteWriter: Sendable {
  private let handbook: Handbook
  private let renderer: SiteRenderer
  private let cards: [LaidCard]
  private let stage: CardRenderer
  private let content: ContentFolder
  private let staging: Staging
  private let settings: Settings
  private let observer: Observer
  /// Copied files that browsers run, as an editor wants it: no others are left by now.
  private let active: Set<ContentPath>

  /// What the manifest says of a file.
  private typealias Written = (path: String, hash: String, size: Int)

  /// Prepares the site of a handbook without errors.
  init(
    _ checked: Pipeline.Checked, staging: Staging, settings: Settings, _ observer: Observer
  ) throws(BuildProblem) {
    handbook = checked.outcome.handbook
    cards = checked.outcome.cards
    stage = checked.stage
    renderer = SiteRenderer(
      handbook: handbook, theme: checked.theme, version: settings.version,
      cards: cards.map(\.preview))
    content = try ContentFolder(settings.content)
    let found = checked.outcome.content.diagnostics.filter { $0.rule == ActiveFile.rule }
    active = Set(found.map(\.path))
    (self.staging, self.settings, self.observer) = (staging, settings, observer)
  }

  /// Writes the search index, the pages, the lists, the PDFs, the worker and, last of all, the
  /// manifest.
  ///
  /// The search index, a fifth of all memory, is taken out of `search` and freed once it is
  /// written.
  func write(
    _ search: inout SearchIndexes?, _ timings: inout Timings
  ) async throws(BuildProblem) -> Publication {
    let searchBytes = search?.whole.size ?? 0
    func end(_ stage: Stage, _ files: [Written]) {
      timings.end(stage, written: files.reduce(0) { $0 + $1.size })
    }
    var written = try await write(Self.taking(&search), in: .index)
    Heap.trim()
    end(.index, written)
    let pages = try await write(
      handbook.pages.indices.map { [renderer] page in { renderer.pageFile(page) } }, in: .render)
    end(.render, pages)
    let others = try await write(
      renderer.otherFiles() + renderer.assetFiles.map { file in { file } }, in: .lists)
    end(.lists, others)
    let (decks, fingerprints) = try await writeDecks()
    // The printing threads keep the memory that they freed; the manifest is made on another.
    if !decks.isEmpty { Heap.trim() }
    end(.print, decks)
    written += pages + others + decks
    written.sort { $0.path < $1.path }
    // Compressed copies come after the worker, which need not keep them: servers send them in the
    // place of the files.
    if let worker = renderer.worker(written) { written.append(try write(worker)) }
    if settings.precompresses {
      let copies = try await compress(written)
      end(.compress, copies)
      written += copies
    }
    written.sort { $0.path < $1.path }
    let names = Set(handbook.files.map(\.text))
    let copied = written.filter { names.contains($0.path) }.map { ($0.path, $0.hash) }
    let manifest = renderer.manifest(
      files: written.map { (path: $0.path, hash: $0.hash) },
      kept: try await staging.keepEarlier(
        besides: Set(written.map(\.path)), width: settings.workers),
      decks: fingerprints)
    return Publication(
      files: written.count + 1, searchBytes: searchBytes, manifest: try write(manifest).hash,
      copied: Dictionary(firstWins: copied))
  }

  /// The files of the search index; `search` becomes nil, so that nothing else keeps them in
  /// memory.
  private static func taking(_ search: inout SearchIndexes?) -> [FileMaker] {
    defer { search = nil }
    return (search?.files ?? []).map { file in { file } }
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
  private func writeDecks() async throws(BuildProblem) -> (
    written: [Written], fingerprints: [(path: String, fingerprint: String)]
  ) {
    let decks = SiteDecks(handbook: handbook, cards: cards).jobs()
    let fingerprints = try stage.fingerprints(decks.map(\.job))
    let counter = ProgressCounter(.print, total: decks.count, observer)
    var written: [Written] = []
    var changed: [Int] = []
    for (index, deck) in decks.enumerated() {
      if let earlier = staging.earlier, earlier.decks[deck.path] == fingerprints[index],
        let hash = earlier.files[deck.path], let size = try staging.take(deck.path, hash: hash)
      {
        try counter.advance()
        written.append((deck.path, hash, size))
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

  /// Writes compressed copies beside the files that are worth it.
  private func compress(_ written: [Written]) async throws(BuildProblem) -> [Written] {
    let files = written.filter { Precompression.pays(for: $0.path, size: $0.size) }
    let counter = ProgressCounter(.compress, total: files.count, observer)
    // A copy that an editor put into the content is left as it is.
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

  /// The bytes of a copied file, read once: what is judged here is what is written.
  ///
  /// - Throws: `editedMeanwhile` for one that browsers run and that was harmless when it was checked.
  private func copied(_ path: ContentPath) throws(BuildProblem) -> [UInt8] {
    let bytes = try content.read(path)
    let look = ActiveFile.look(at: path)
    if look == .none || active.contains(path) { return bytes }
    let seen = look == .start ? Array(bytes.prefix(ActiveFile.startBytes)) : bytes
    if ActiveFile.finding(path, seen, look) == nil { return bytes }
    throw .editedMeanwhile(path: Disk.join(content.path, path.text))
  }

  private func write(_ file: OutputFile) throws(BuildProblem) -> Written {
    let bytes: [UInt8]
    switch file.content {
    case .bytes(let made): bytes = made
    case .copy(let path): bytes = try copied(path)
    }
    try staging.write(bytes, to: file.path)
    return (file.path, SHA256.hex(bytes), bytes.count)
  }
}
