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
  /// Names at the top that begin with a dot, and those that `keep:` names, are the user's and are passed
  /// over, as publishing does.
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
    let files = try compared(manifest, folder)
    let found = try await files.mapConcurrently(width: width) { (file) throws(BuildProblem) in
      if Task.isCancelled { throw .interrupted }
      return try difference(file.hash, file.kind, path: Disk.join(folder, file.path))
    }
    let differences = zip(files, found).compactMap { file, difference in
      difference.map { (path: file.path, difference: $0) }
    }
    return Verification(
      files: files.count { $0.hash != nil }, differences: differences)
  }

  /// A path with the hash that the manifest has for it, and with what stands there.
  private typealias Compared = (path: String, hash: String?, kind: Disk.Kind?)

  /// All that the manifest names or the folder holds, by the bytes of their paths, sorted.
  private static func compared(
    _ manifest: SiteManifest, _ folder: String
  ) throws(BuildProblem) -> [Compared] {
    let kept = KeptFiles(manifest.keep)
    let named = manifest.files.merging(manifest.kept) { own, _ in own }
    let there = try SiteFiles.list(folder).filter {
      manifest.names($0.path) || !kept.cover($0.path)
    }
    var all: [Compared] = []
    for (path, hash) in named { all.append((path, hash, nil)) }
    for (path, kind) in there { all.append((path, nil, kind)) }
    all.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    return all.reduce(into: []) { merged, next in
      guard let last = merged.last, last.path.utf8.elementsEqual(next.path.utf8) else {
        merged.append(next)
        return
      }
      merged[merged.count - 1] = (last.path, last.hash ?? next.hash, last.kind ?? next.kind)
    }
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
}
