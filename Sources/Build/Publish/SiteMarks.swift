// Whether a site's files are those that a build left.

internal import Handbook

/// What the system says of a file: one that is written anew has another mark.
///
/// One that is changed in its place, with its size kept and its date set back, does not: that is for
/// `deskbook verify`.
struct FileMark: Sendable, Equatable {
  /// In bytes.
  let size: Int
  /// In nanoseconds since 1970.
  let modified: Int
  /// Its number in the file system.
  let number: UInt

  init(_ facts: Disk.Facts) {
    (size, modified, number) = (facts.size, facts.modified, facts.identity.number)
  }
}

/// The marks of a site's files; no byte of them is asked for.
///
/// Names that begin with a dot at the folder's top are the user's, and left out.
struct SiteMarks: Sendable {
  /// By path.
  private(set) var files: [String: FileMark] = [:]
  private(set) var folders: Set<Substring> = []
  /// Whether something was found that is left out.
  private(set) var hasOthers = false

  init() {}

  /// Adds a file and the folders above it.
  mutating func add(_ path: String, _ mark: FileMark) {
    files[path] = mark
    var rest = path[...]
    while let slash = rest.utf8.lastIndex(of: UInt8(ascii: "/")) {
      rest = rest[..<slash]
      if !folders.insert(rest).inserted { return }
    }
  }

  /// What tells these files from any others; the order in which they were added makes no difference.
  var digest: String {
    var sum: UInt64 = 0
    for (path, mark) in files {
      var hash = ContentHash(Array(path.utf8)).value
      for number in [mark.size, mark.modified, Int(bitPattern: mark.number)] {
        // 2⁶⁴ divided by the golden ratio: neighbouring numbers end far apart.
        hash = (hash ^ UInt64(bitPattern: Int64(number))) &* 0x9E37_79B9_7F4A_7C15 ^ hash >> 29
      }
      sum &+= hash
    }
    for folder in folders { sum &+= ContentHash(Array(folder.utf8)).value }
    return "\(files.count) files, \(folders.count) folders, \(ContentHash(value: sum).hex)"
  }
}

extension SiteMarks {
  /// Looks at a folder's files.
  ///
  /// - Parameters:
  ///   - top: the site.
  ///   - width: the most folders looked at at once.
  /// - Throws: `file` where one cannot be listed.
  init(of top: String, width: Int) async throws(BuildProblem) {
    var level = [""]
    while !level.isEmpty {
      let found = try await level.mapConcurrently(width: width) { (path) throws(BuildProblem) in
        try Self.look(at: path, in: top)
      }
      for (path, mark) in found.flatMap(\.files) { files[path] = mark }
      hasOthers = hasOthers || found.contains(where: \.hasOthers)
      level = found.flatMap(\.folders)
      folders.formUnion(level.map { $0.dropLast() })
    }
  }

  /// What a folder holds, and the folders in it; `path` ends in a slash, or is empty at the top.
  private static func look(
    at path: String, in top: String
  ) throws(BuildProblem) -> (files: [(String, FileMark)], folders: [String], hasOthers: Bool) {
    var files: [(String, FileMark)] = []
    var folders: [String] = []
    let entries = try Disk.entries(of: Disk.join(top, path))
    let own = entries.filter { !(path.isEmpty && $0.isHidden) && $0.isText }
    for entry in own {
      let name = path + entry.name
      if entry.kind == .folder {
        folders.append(name + "/")
      } else if let facts = try Disk.facts(Disk.join(top, name), followingLink: false) {
        files.append((name, FileMark(facts)))
      }
    }
    return (files, folders, own.count < entries.count)
  }
}
