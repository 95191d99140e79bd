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
    /// What its state is made from once its shards are written, and the keys of its pages; nil where
    /// builds remember nothing.
    let shelf: (shelf: IndexShelf, keys: [String])?
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

  /// A state that is still to be made.
  typealias UnmadeState = (folder: String, shelf: IndexShelf, keys: [String])

  var unmadeStates: [UnmadeState] {
    all.compactMap { made in made.shelf.map { (made.scope.folder, $0.shelf, $0.keys) } }
  }

  /// The states of the indexes that have one, by their folders; small ones have none.
  static func states(_ unmade: [UnmadeState]) -> [String: State] {
    let states = unmade.compactMap { index in
      index.shelf.state(index.keys).map { (index.folder, State($0)) }
    }
    return Dictionary(states, uniquingKeysWith: { first, _ in first })
  }
}
