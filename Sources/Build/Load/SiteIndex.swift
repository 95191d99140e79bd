// The search index of a built site.

/// Where the index of a site stands.
package struct SiteIndex: Sendable {
  private let folder: String

  /// - Parameters:
  ///   - folder: the folder of the handbook.
  ///   - output: the site; nil for `Output` in that folder.
  package init(folder: String, output: String?) {
    self.folder = Disk.join(output ?? Disk.join(folder, "Output"), "search")
  }

  /// The root's path.
  package var path: String { Disk.join(folder, "index.json") }

  /// The bytes of the root.
  package func readRoot() throws(BuildProblem) -> [UInt8] { try Disk.read(path) }

  /// The bytes of a shard, by its path below the search folder; nothing if it cannot be read.
  package func readShard(_ name: String) -> [UInt8]? { try? Disk.read(Disk.join(folder, name)) }
}
