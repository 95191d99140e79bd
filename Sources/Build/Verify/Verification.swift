// Checks a published site against its manifest, wherever it was copied to.

internal import Handbook
internal import Text

/// What is wrong with a copy of a site.
package struct Verification: Sendable {
  /// How a file differs from what the manifest says.
  package enum Difference: String, Sendable {
    /// The manifest names it, and it is not there.
    case missing
    /// Its bytes are others, or it is no plain file.
    case changed
    /// It is there, and the manifest does not name it.
    case added
  }

  /// How many files were compared, the manifest left out.
  package let files: Int
  /// Sorted by path.
  package let differences: [(path: String, difference: Difference)]

  /// Whether the copy is the site that was published.
  package var isSound: Bool { differences.isEmpty }

  /// Reads every file of a site.
  ///
  /// Names at the top that begin with a dot are the user's and are passed over, as publishing does.
  ///
  /// - Parameters:
  ///   - folder: the copy.
  ///   - width: the most files read at once.
  /// - Returns: what differs.
  /// - Throws: `noSite` where no manifest is there, `file` where something cannot be read.
  package static func verify(
    _ folder: String, width: Int
  ) async throws(BuildProblem) -> Verification {
    guard try Disk.facts(folder) != nil, let manifest = try SiteManifest(of: folder) else {
      throw .noSite(path: folder)
    }
    let named = manifest.files.merging(manifest.kept) { own, _ in own }
    let there = try files(of: folder)
    let paths = Set(named.keys).union(there.keys).sorted {
      $0.utf8.lexicographicallyPrecedes($1.utf8)
    }
    let found = try await paths.mapConcurrently(width: width) { (path) throws(BuildProblem) in
      if Task.isCancelled { throw .interrupted }
      return try difference(
        named[path], there[path], path: Disk.join(folder, path))
    }
    let differences = zip(paths, found).compactMap { path, difference in
      difference.map { (path: path, difference: $0) }
    }
    return Verification(files: named.count, differences: differences)
  }

  /// The SHA-256 of a site's manifest; nil where it has none.
  static func manifestHash(of folder: String) throws(BuildProblem) -> String? {
    let path = Disk.join(folder, SiteManifest.name)
    guard try Disk.facts(path, followingLink: false)?.kind == .file else { return nil }
    return SHA256.hex(try Disk.read(path))
  }

  private static func difference(
    _ hash: String?, _ kind: Disk.Kind?, path: String
  ) throws(BuildProblem) -> Difference? {
    guard let hash else { return .added }
    guard let kind else { return .missing }
    guard kind == .file else { return .changed }
    return SHA256.hex(try Disk.read(path, followingLink: false)) == hash ? nil : .changed
  }

  /// Everything below a folder but folders and the manifest; an empty folder stands for itself.
  private static func files(of root: String) throws(BuildProblem) -> [String: Disk.Kind] {
    var found: [String: Disk.Kind] = [:]
    var pending = [""]
    while let prefix = pending.popLast() {
      let entries = try Disk.entries(of: prefix.isEmpty ? root : Disk.join(root, prefix))
      if entries.isEmpty, !prefix.isEmpty { found[prefix] = .folder }
      for entry in entries where !(prefix.isEmpty && entry.isHidden) {
        let path = prefix + entry.name
        if path == SiteManifest.name { continue }
        if entry.kind == .folder, entry.isText {
          pending.append(path + "/")
        } else {
          found[path] = entry.kind
        }
      }
    }
    return found
  }
}
