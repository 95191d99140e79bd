// Renders a site straight into its folder, so that no more than a few pages stand in memory.

internal import Handbook
internal import Search
internal import Site

/// Writes every file of a site.
struct SiteWriter: Sendable {
  let handbook: Handbook
  let search: SearchIndex
  let content: ContentFolder
  let staging: Staging
  let settings: Settings
  let observer: Observer

  /// What the manifest says of a file.
  typealias Written = (path: String, hash: ContentHash, size: Int)

  /// Renders and writes the pages, then what is made from all of them, then the manifest.
  func write(
    _ theme: Theme, _ timings: inout Timings
  ) async throws(BuildProblem) -> Publication {
    let renderer = SiteRenderer(handbook: handbook, theme: theme, version: settings.version)
    let pages = try await writePages(renderer)
    timings.end(.render)
    let others = try await writeLists(renderer.listFiles(search))
    var written = pages + others
    written.sort { $0.path < $1.path }
    if let worker = renderer.worker(written.map { (path: $0.path, hash: $0.hash.hex) }) {
      written.append(try write(worker))
      written.sort { $0.path < $1.path }
    }
    let manifest = renderer.manifest(written.map { (path: $0.path, hash: $0.hash.hex) })
    _ = try write(manifest)
    timings.end(.lists)
    return Publication(files: written.count + 1, searchBytes: search.size)
  }

  private func writePages(
    _ renderer: SiteRenderer
  ) async throws(BuildProblem) -> [Written] {
    let pages = Array(handbook.pages.indices)
    let counter = ProgressCounter(.render, total: pages.count, observer)
    return try await pages.mapConcurrently(width: settings.workers) {
      (index) throws(BuildProblem) in
      try counter.advance()
      return try write(renderer.pageFile(index))
    }
  }

  private func writeLists(_ files: [OutputFile]) async throws(BuildProblem) -> [Written] {
    let counter = ProgressCounter(.lists, total: files.count, observer)
    return try await files.mapConcurrently(width: settings.workers) {
      (file) throws(BuildProblem) in
      try counter.advance()
      return try write(file)
    }
  }

  private func write(_ file: OutputFile) throws(BuildProblem) -> Written {
    let bytes: [UInt8]
    switch file.content {
    case .bytes(let made): bytes = made
    case .copy(let path): bytes = try content.read(path)
    }
    try staging.write(bytes, to: file.path)
    return (file.path, ContentHash(bytes), bytes.count)
  }
}
