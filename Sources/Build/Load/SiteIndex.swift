// The search index of a built site.

/// Where the index of a site stands.
package struct SiteIndex: Sendable {
  package let path: String

  /// - Parameters:
  ///   - folder: the folder of the handbook.
  ///   - output: the site; nil for `Output` in that folder.
  package init(folder: String, output: String?) {
    path = Disk.join(output ?? Disk.join(folder, "Output"), "search/index.json")
  }

  /// The bytes of `index.json`.
  package func read() throws(BuildProblem) -> [UInt8] { try Disk.read(path) }
}
