// The site that stands where the next one shall, looked at while that is being made.

/// What a site says of itself, and what tells its files from any others.
struct EarlierSite: Sendable {
  let manifest: SiteManifest?
  /// See ``OutputDigest``.
  let digest: String
  private let marks: Marks

  /// The folder, and its manifest: numbers of removed files are given to new ones.
  private struct Marks: Sendable, Equatable {
    let folder: Disk.Identity
    let manifest: Disk.Facts
  }

  /// Looks at a folder; nil where no site is there, or one that cannot be looked at.
  ///
  /// - Parameters:
  ///   - folder: the site.
  ///   - width: the most folders looked at at once.
  init?(at folder: String, width: Int) async {
    do throws(BuildProblem) {
      guard let marks = try Self.marks(of: folder) else { return nil }
      self.marks = marks
      async let digest = OutputDigest.known(folder, width: width)
      manifest = try SiteManifest(of: folder)
      guard let known = await digest else { return nil }
      self.digest = known
    } catch {
      return nil
    }
  }

  /// Whether the same site still stands in a folder: one that takes its place is another folder.
  func isStill(at folder: String) throws(BuildProblem) -> Bool {
    try Self.marks(of: folder) == marks
  }

  private static func marks(of folder: String) throws(BuildProblem) -> Marks? {
    guard let top = try Disk.facts(folder),
      let manifest = try Disk.facts(Disk.join(folder, SiteManifest.name))
    else { return nil }
    return Marks(folder: top.identity, manifest: manifest)
  }
}

extension OutputDigest {
  /// The digest of a folder; nil where it cannot be listed.
  fileprivate static func known(_ folder: String, width: Int) async -> String? {
    do throws(BuildProblem) { return try await of(folder, width: width) } catch { return nil }
  }
}
