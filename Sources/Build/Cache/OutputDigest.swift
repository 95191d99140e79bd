// Whether a site's files are those that a build left.

internal import Cards

/// A hash of the names, sizes, dates and numbers of a folder's files; it asks for no byte of them.
///
/// A file that is written anew changes it. One that is changed in its place, with its size kept and its date set
/// back, does not: that is for `deskbook verify`.
///
/// Names that begin with a dot at the folder's top are the user's, and left out.
enum OutputDigest {
  static func of(_ folder: String) throws(BuildProblem) -> String {
    var lines = ""
    var pending = [""]
    while let prefix = pending.popLast() {
      for entry in try Disk.entries(of: Disk.join(folder, prefix))
      where !(prefix.isEmpty && entry.isHidden) {
        let path = prefix + entry.name
        guard entry.isText,
          let facts = try Disk.facts(Disk.join(folder, path), followingLink: false)
        else { continue }
        if facts.kind == .folder {
          pending.append(path + "/")
          lines += "\(path)/\n"
        } else {
          lines += "\(path)\t\(facts.size)\t\(facts.modified)\t\(facts.identity.number)\n"
        }
      }
    }
    return SHA256.hex(Array(lines.utf8))
  }
}
