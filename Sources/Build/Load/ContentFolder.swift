// The content folder: what stands in it, and its files.

package import Handbook

/// The folder that editors write in.
package struct ContentFolder: Sendable {
  /// As given by the user.
  package let path: String
  /// Absolute, without symbolic links.
  package let root: String

  /// Finds the folder.
  ///
  /// - Throws: `noContent` where there is none, `file` where it cannot be entered.
  package init(_ path: String) throws(BuildProblem) {
    guard let facts = try Disk.facts(path) else { throw .noContent(path: path) }
    if facts.kind != .folder { throw .noContent(path: path) }
    self.path = path
    root = try Disk.realPath(path)
  }

  /// Every file of the folder, sorted by path, and findings about names and links.
  ///
  /// - Throws: `file` where a folder cannot be listed, `tooManyFiles` above ``Limits/names``.
  package func list() throws(BuildProblem) -> ContentListing {
    var lister = ContentLister(root: root)
    try lister.list()
    return lister.listing
  }

  /// A file's bytes, or so many from its beginning.
  package func read(
    _ file: ContentPath, atMost most: Int = .max
  ) throws(BuildProblem) -> [UInt8] {
    do throws(BuildProblem) {
      return try Disk.read(Disk.join(root, file.text), atMost: most)
    } catch {
      // Name the file as the user knows it.
      guard case .file(let failure) = error else { throw error }
      let shown = Disk.join(path, file.text)
      throw .file(FileFailure(failure.action, shown, code: failure.code))
    }
  }

  /// As many bytes of a file as tell browsers what it is.
  func start(of file: ContentPath) throws(BuildProblem) -> [UInt8] {
    try read(file, atMost: ActiveFile.startBytes)
  }

  /// A file's size in bytes.
  func size(of file: ContentPath) throws(BuildProblem) -> Int {
    try Disk.facts(Disk.join(root, file.text))?.size ?? 0
  }
}

/// What a content folder holds.
package struct ContentListing: Sendable {
  /// Sorted by path.
  package var files: [ContentPath] = []
  package var diagnostics: [Diagnostic] = []
  /// Whether a file can have two names, one of them a symbolic link.
  package var hasLinks = false
}
