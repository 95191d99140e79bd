// What a new site that is made in the folder of a former one finds there.

internal import Synchronization

/// The files of a former site that the new one has not taken.
///
/// One is taken where it is the very file that the new site would link: path, number, size and date are the
/// same. Nothing else is asked of a former site, so that one of any age or state will do.
final class FormerFiles: Sendable {
  private struct Rest {
    var files: [String: FileMark]
    var folders: Set<Substring>
    /// Folders whose names go with their content that a file was asked of.
    var asked: Set<Substring> = []
    /// Others of them, by what their names begin with.
    var adoptable: [Substring: [Substring]]
  }

  private let top: String
  private let rest: Mutex<Rest>

  /// - Parameters:
  ///   - marks: of all files there.
  ///   - top: the folder.
  ///   - namesakes: of the site that stands; the new one keeps their folders.
  init(_ marks: SiteMarks, in top: String, _ namesakes: Namesakes) {
    self.top = top
    let adoptable = marks.folders.sorted().filter {
      Namesakes.start(of: $0) != nil && !namesakes.includes($0)
    }
    rest = Mutex(
      Rest(
        files: marks.files, folders: marks.folders,
        adoptable: Dictionary(grouping: adoptable) { Namesakes.start(of: $0) ?? "" }))
  }

  /// Takes a file, if it is there with a mark.
  func take(_ path: String, _ mark: FileMark) throws(BuildProblem) -> Bool {
    try rest.withLock { (rest) throws(BuildProblem) in
      try adoptFolder(of: path, &rest)
      guard rest.files[path] == mark else { return false }
      rest.files[path] = nil
      return true
    }
  }

  /// Gives a folder whose name goes with its content the name that it has in the new site, before the first
  /// file of that comes.
  private func adoptFolder(of path: String, _ rest: inout Rest) throws(BuildProblem) {
    guard let folder = Namesakes.folder(of: path), rest.asked.insert(folder).inserted,
      let start = Namesakes.start(of: folder)
    else { return }
    if rest.folders.contains(folder) {
      rest.adoptable[start]?.removeAll { $0 == folder }
      return
    }
    guard let old = rest.adoptable[start]?.popLast() else { return }
    try Disk.rename(Disk.join(top, String(old)), to: Disk.join(top, String(folder)))
    for path in rest.folders where path == old || path.hasPrefix("\(old)/") {
      rest.folders.remove(path)
      rest.folders.insert("\(folder)\(path.dropFirst(old.count))")
    }
    let files = rest.files.keys.filter { $0.hasPrefix("\(old)/") }
    for path in files {
      rest.files["\(folder)\(path.dropFirst(old.count))"] = rest.files.removeValue(forKey: path)
    }
  }

  /// Removes what stands where a file of the new site shall: a file, or a folder, or a file that has the
  /// name of a folder above it.
  func clear(_ path: String) throws(BuildProblem) {
    try rest.withLock { (rest) throws(BuildProblem) in
      try adoptFolder(of: path, &rest)
      var above = path[...]
      while true {
        try remove(String(above), &rest)
        guard let slash = above.utf8.lastIndex(of: UInt8(ascii: "/")) else { break }
        above = above[..<slash]
      }
      if rest.folders.contains(path[...]) { try removeAll(below: path + "/", &rest) }
    }
  }

  /// Removes all that the new site has not taken.
  func clear() throws(BuildProblem) {
    try rest.withLock { (rest) throws(BuildProblem) in try removeAll(below: "", &rest) }
  }

  private func removeAll(below start: String, _ rest: inout Rest) throws(BuildProblem) {
    for path in rest.files.keys.filter({ $0.hasPrefix(start) }) { try remove(path, &rest) }
    // The innermost first; those with files of the new site stay.
    for folder in rest.folders.sorted().reversed() where "\(folder)/".hasPrefix(start) {
      if Disk.removeEmpty(Disk.join(top, String(folder))) { rest.folders.remove(folder) }
    }
  }

  private func remove(_ path: String, _ rest: inout Rest) throws(BuildProblem) {
    if rest.files.removeValue(forKey: path) == nil { return }
    if let failure = Disk.removeTree(Disk.join(top, path)) { throw .file(failure) }
  }
}
