// Looking at the folders of editors.

internal import Handbook

/// Files that belong to editors; ``EditSession`` changes them.
package struct EditorFiles: Sendable {
  package init() {}

  /// Whether a folder stands at a path.
  package func isFolder(_ path: String) throws(BuildProblem) -> Bool {
    try Disk.facts(path)?.kind == .folder
  }

  /// The bytes of a file; nil where there is none.
  package func read(_ path: String) throws(BuildProblem) -> [UInt8]? {
    try Disk.facts(path) == nil ? nil : try Disk.read(path)
  }

  /// The bytes of a file that must be there and no longer than `limit`, of which nothing more is read.
  package func read(_ path: String, within limit: Int) throws(BuildProblem) -> [UInt8] {
    let bytes = try Disk.read(path, atMost: limit + 1)
    if bytes.count > limit { throw .tooLarge(path: path, limit: limit) }
    return bytes
  }

  /// Whether anything stands at a path.
  func exists(_ path: String) throws(BuildProblem) -> Bool {
    try Disk.facts(path, followingLink: false) != nil
  }

  /// Two paths put together.
  package func join(_ folder: String, _ path: String) -> String { Disk.join(folder, path) }
}
