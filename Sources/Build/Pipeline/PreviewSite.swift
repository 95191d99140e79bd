// A checked handbook as a site in memory: each file is made when somebody asks for it.

internal import Cards
package import Handbook
internal import Search
internal import Site
internal import Synchronization
internal import Text

/// A whole site as of one moment: what an editor saves later never shows in its pages.
package final class PreviewSite: Sendable {
  private typealias Index = (files: [String: [UInt8]], findings: [Diagnostic])

  /// What many requests share, begun by the first.
  private struct Begun {
    var others: Task<[String: OutputFile.Content], Never>?
    var index: Task<Index, Never>?
    var jobs: [String: PrintJob]?
    var decks: [String: Task<Result<[UInt8], BuildProblem>, Never>] = [:]
  }

  private let handbook: Handbook
  private let renderer: SiteRenderer
  private let content: ContentFolder
  private let stage: CardRenderer
  private let pages: [String: Int]
  private let assets: [String: OutputFile.Content]
  private let cards: [LaidCard]
  private let begun = Mutex(Begun())

  init(
    handbook: Handbook, theme: Theme, version: String, content: ContentFolder, cards: [LaidCard],
    stage: CardRenderer
  ) {
    self.handbook = handbook
    self.content = content
    self.stage = stage
    self.cards = cards
    renderer = SiteRenderer(
      handbook: handbook, theme: theme, version: version, cards: cards.map(\.preview))
    pages = Dictionary(firstWins: renderer.pagePaths.enumerated().map { ($1, $0) })
    assets = renderer.assetFiles.byPath
  }

  /// A file of the site; nil where it has none of that path.
  ///
  /// The manifest and the worker that keeps a site for times without a network are left out: they
  /// belong to sites that are published.
  ///
  /// - Throws: `file` for a copied file that cannot be read, `cards` for a PDF that cannot be
  ///   made.
  package func file(_ path: String) async throws(BuildProblem) -> [UInt8]? {
    if let page = pages[path] { return try bytes(renderer.pageFile(page).content) }
    if let asset = assets[path] { return try bytes(asset) }
    // Without the other lists, which take long to make.
    if path == renderer.pageListPath { return try bytes(renderer.pageListFile.content) }
    if path.ends(with: ".pdf"), let pdf = try await deck(path) { return pdf }
    if path.begins(with: "search/"), let file = await index().files[path] { return file }
    guard let other = await others()[path] else { return nil }
    return try bytes(other)
  }

  /// The page for addresses that lead nowhere, at any depth.
  package func missingPage() throws(BuildProblem) -> [UInt8] {
    try bytes(renderer.missingPage().content)
  }

  /// What only the search index shows of the content.
  package func searchFindings() async -> [Diagnostic] { await index().findings }

  private func bytes(_ content: OutputFile.Content) throws(BuildProblem) -> [UInt8] {
    switch content {
    case .bytes(let bytes): bytes
    case .copy(let path): try self.content.read(path)
    }
  }

  private func others() async -> [String: OutputFile.Content] {
    let task = begun.withLock { begun in
      let task =
        begun.others
        ?? Task { [renderer] in
          renderer.otherFiles().map { $0() }.byPath
        }
      begun.others = task
      return task
    }
    return await task.value
  }

  private func index() async -> Index {
    let task = begun.withLock { begun in
      let task = begun.index ?? Task { [handbook] in Self.index(of: handbook) }
      begun.index = task
      return task
    }
    return await task.value
  }

  private static func index(of handbook: Handbook) -> Index {
    let index = SiteSearch.index(of: handbook)
    var files: [String: [UInt8]] = [:]
    for file in index.files { files["search/" + file.name] = file.bytes }
    for scope in SiteSearch.editions(handbook) {
      for file in SiteSearch.index(scope, of: handbook).files {
        files[scope.path(file.name)] = file.bytes
      }
    }
    return (files, SiteSearch.findings(index, in: handbook))
  }

  private func job(_ path: String) -> PrintJob? {
    begun.withLock { begun in
      let jobs =
        begun.jobs
        ?? Dictionary(
          firstWins: SiteDecks(handbook: handbook, cards: cards).jobs().map { ($0.path, $0.job) })
      begun.jobs = jobs
      return jobs[path]
    }
  }

  /// A PDF, printed once.
  private func deck(_ path: String) async throws(BuildProblem) -> [UInt8]? {
    guard let job = job(path) else { return nil }
    let task = begun.withLock { begun in
      let task = begun.decks[path] ?? Task { [stage] in await stage.printed(job) }
      begun.decks[path] = task
      return task
    }
    return try await task.value.get()
  }
}

extension CardRenderer {
  fileprivate func printed(_ job: PrintJob) async -> Result<[UInt8], BuildProblem> {
    do throws(BuildProblem) {
      return .success(try await pdfs([job]).flatMap(\.self))
    } catch {
      return .failure(error)
    }
  }
}

extension [OutputFile] {
  fileprivate var byPath: [String: OutputFile.Content] {
    Dictionary(firstWins: map { ($0.path, $0.content) })
  }
}
