// Whether a site's files are those that a build left.

internal import Cards

/// A hash of the names, sizes, dates and numbers of a folder's files; it asks for no byte of them.
///
/// A file that is written anew changes it. One that is changed in its place, with its size kept and its date set
/// back, does not: that is for `deskbook verify`.
///
/// Names that begin with a dot at the folder's top are the user's, and left out.
enum OutputDigest {
  /// - Parameters:
  ///   - folder: the site.
  ///   - width: the most folders looked at at once.
  /// - Returns: 64 hexadecimal digits.
  /// - Throws: `file` where one cannot be listed.
  static func of(_ folder: String, width: Int) async throws(BuildProblem) -> String {
    var lines = ""
    var level = [""]
    while !level.isEmpty {
      let found = try await level.mapConcurrently(width: width) { (path) throws(BuildProblem) in
        try look(at: path, in: folder)
      }
      lines += found.map(\.lines).joined()
      level = found.flatMap(\.folders)
    }
    return SHA256.hex(Array(lines.utf8))
  }

  /// What a folder holds, and the folders in it; `path` ends in a slash, or is empty at the top.
  private static func look(
    at path: String, in top: String
  ) throws(BuildProblem) -> (lines: String, folders: [String]) {
    var lines = ""
    var folders: [String] = []
    for entry in try Disk.entries(of: Disk.join(top, path))
    where !(path.isEmpty && entry.isHidden) && entry.isText {
      let name = path + entry.name
      guard let facts = try Disk.facts(Disk.join(top, name), followingLink: false) else { continue }
      if facts.kind == .folder {
        folders.append(name + "/")
        lines += "\(name)/\n"
      } else {
        lines += "\(name)\t\(facts.size)\t\(facts.modified)\t\(facts.identity.number)\n"
      }
    }
    return (lines, folders)
  }
}
