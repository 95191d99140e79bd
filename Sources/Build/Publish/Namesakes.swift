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

  /// Other places where the file of a path may have stood.
  func paths(of path: String) -> [String] {
    guard let parts = Self.parts(of: path), let earlier = folders[parts.start],
      earlier != parts.folder
    else { return [] }
    return ["\(earlier)\(path.dropFirst(parts.folder.count))"]
  }

  private static func parts(of path: String) -> (start: Substring, folder: Substring)? {
    guard path.hasPrefix("search/"), let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
    else { return nil }
    let folder = path[..<slash]
    guard let dash = folder.utf8.lastIndex(of: UInt8(ascii: "-")) else { return nil }
    return (folder[..<dash], folder)
  }
}
