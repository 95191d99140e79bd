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

  /// Whether anything stands at a path.
  func exists(_ path: String) throws(BuildProblem) -> Bool {
    try Disk.facts(path, followingLink: false) != nil
  }

  /// Two paths put together.
  package func join(_ folder: String, _ path: String) -> String { Disk.join(folder, path) }
}
