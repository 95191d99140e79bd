// Folders of search shards, whose names say what is in them all: one changed shard renames the rest.

/// Where the files of an earlier site stood whose folder has another name now.
struct Namesakes: Sendable {
  /// The folders of the earlier site by what their names begin with: `search/s` for `search/s-abcdef`.
  private let folders: [Substring: Substring]

  init(_ earlier: SiteManifest?) {
    var folders: [Substring: Substring] = [:]
    for path in earlier?.files.keys.sorted() ?? [] {
      if let parts = Self.parts(of: path) { folders[parts.start] = parts.folder }
    }
    self.folders = folders
  }

  /// Whether a folder is one of theirs.
  func includes(_ folder: Substring) -> Bool {
    Self.start(of: folder).map { folders[$0] == folder } ?? false
  }

  /// Other places where the file of a path may have stood.
  func paths(of path: String) -> [String] {
    guard let parts = Self.parts(of: path), let earlier = folders[parts.start],
      earlier != parts.folder
    else { return [] }
    return ["\(earlier)\(path.dropFirst(parts.folder.count))"]
  }

  /// `search/s-abcdef` of `search/s-abcdef/3/3012.js`; nil where no folder's name goes with its content.
  static func folder(of path: String) -> Substring? { parts(of: path)?.folder }

  /// `search/s` of `search/s-abcdef`; nil for other folders.
  static func start(of folder: Substring) -> Substring? {
    guard folder.hasPrefix("search/"), let dash = folder.utf8.lastIndex(of: UInt8(ascii: "-")),
      !folder[dash...].utf8.contains(UInt8(ascii: "/"))
    else { return nil }
    return folder[..<dash]
  }

  /// `search/s` and `search/s-abcdef` of `search/s-abcdef/3/3012.js`.
  private static func parts(of path: String) -> (start: Substring, folder: Substring)? {
    guard path.hasPrefix("search/") else { return nil }
    let slashes = path.utf8.indices.filter { path.utf8[$0] == UInt8(ascii: "/") }.suffix(2)
    guard slashes.count == 2, let end = slashes.first,
      let dash = path[..<end].utf8.lastIndex(of: UInt8(ascii: "-"))
    else { return nil }
    return (path[..<dash], path[..<end])
  }
}
