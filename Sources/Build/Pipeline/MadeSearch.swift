// The search indexes of a site, finished but not written.

internal import Cards
internal import Search
internal import Site

/// The index of all pages, and those of languages.
struct MadeSearch: Sendable {
  /// One index with its place.
  struct Index: Sendable {
    let scope: SiteSearch.Scope
    let index: SearchIndex
    /// Nil for a small index, and where builds remember nothing.
    let state: State?
    /// Whether it was made from the one before, whose shards it needs.
    let isPatched: Bool
  }

  /// The bytes of an ``IndexState``.
  struct State: Sendable {
    let bytes: [UInt8]
    /// Their SHA-256.
    let hash: String

    init(_ bytes: [UInt8]) {
      self.bytes = bytes
      hash = SHA256.hex(bytes)
    }
  }

  /// A file that the earlier site has; both paths are below the top of a site.
  typealias Standing = (path: String, earlier: String)

  /// That of all pages.
  let whole: Index
  let editions: [Index]

  private var all: [Index] { [whole] + editions }

  /// Whether an index needs the shards of the earlier site.
  var isPatched: Bool { all.contains(where: \.isPatched) }

  /// All files that were made.
  var files: [OutputFile] {
    all.flatMap { made in
      made.index.files.map { OutputFile(made.scope.path($0.name), $0.bytes) }
    }
  }

  /// The files to be taken from the earlier site.
  var standing: [Standing] {
    all.flatMap { made in
      made.index.standing.map { (made.scope.path($0.name), made.scope.path($0.earlier)) }
    }
  }

  /// The states of the indexes that have one, by their folders.
  var states: [String: State] {
    let states = all.compactMap { made in made.state.map { (made.scope.folder, $0) } }
    return Dictionary(states, uniquingKeysWith: { first, _ in first })
  }
}
