// Writing in the folders of editors: nothing is lost, nothing overwritten unasked.

internal import Glibc
internal import Handbook

/// Files that belong to editors, changed one by one and never half.
package struct EditorFiles: Sendable {
  package init() {}

  /// Puts new bytes in the place of a file's old ones in one step.
  ///
  /// The new bytes are written beside it and renamed over it, so that a full disk or a kill leaves
  /// the old file. A symbolic link stays one: the file that it leads to is replaced.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - old: what it held when it was read; nil where it must not be there yet.
  ///   - new: what it shall hold.
  /// - Throws: `file`; `editedMeanwhile` where the file no longer holds `old`.
  package func replace(
    _ path: String, _ old: [UInt8]?, with new: [UInt8]
  ) throws(BuildProblem) {
    guard let old else { return try create(path, new) }
    let target = try Disk.realPath(path)
    if try Disk.read(target) != old { throw .editedMeanwhile(path: path) }
    if old == new { return }
    let mode = try Disk.facts(target)?.mode ?? 0o644
    let beside = Disk.join(
      Disk.folder(of: target), ".\(Disk.name(of: target)).deskbook-\(getpid())")
    do throws(BuildProblem) {
      try Disk.writeNew(new, to: beside)
      if unsafe chmod(beside, mode) != 0 { throw .file(FileFailure(.write, path)) }
      try Disk.rename(beside, to: target)
    } catch {
      _ = unsafe unlink(beside)
      throw error
    }
  }

  /// Writes a file that is not there yet, with the folders above it.
  ///
  /// - Throws: `taken` where something stands there, which is left as it is.
  package func create(_ path: String, _ bytes: [UInt8]) throws(BuildProblem) {
    do throws(BuildProblem) {
      try Disk.writeNew(bytes, to: path)
    } catch .file(let failure) where failure.isTaken {
      throw .taken(path: path)
    }
  }

  /// Whether anything stands at a path.
  package func exists(_ path: String) throws(BuildProblem) -> Bool {
    try Disk.facts(path, followingLink: false) != nil
  }

  /// Whether a folder stands at a path.
  package func isFolder(_ path: String) throws(BuildProblem) -> Bool {
    try Disk.facts(path)?.kind == .folder
  }

  /// The bytes of a file; nil where there is none.
  package func read(_ path: String) throws(BuildProblem) -> [UInt8]? {
    try Disk.facts(path) == nil ? nil : try Disk.read(path)
  }

  /// Two paths put together.
  package func join(_ folder: String, _ path: String) -> String { Disk.join(folder, path) }
}
