// The decks of the site that stands, so that those that have not changed are not printed again.

internal import Cards

/// The PDFs of an earlier build, by the fingerprints in its manifest.
struct EarlierDecks: Sendable {
  private let folder: String
  private let manifest: SiteManifest?

  /// The decks of a site in a folder; there is nothing to reuse where it has no manifest.
  init(of folder: String, _ manifest: SiteManifest?) {
    self.folder = folder
    self.manifest = manifest
  }

  /// The bytes of a deck that was printed from the same things, unless somebody changed its file.
  func pdf(at path: String, fingerprint: String) throws(BuildProblem) -> [UInt8]? {
    guard let manifest, manifest.decks[path] == fingerprint, let hash = manifest.files[path] else {
      return nil
    }
    let file = Disk.join(folder, path)
    guard try Disk.facts(file, followingLink: false)?.kind == .file else { return nil }
    let bytes = try Disk.read(file)
    return SHA256.hex(bytes) == hash ? bytes : nil
  }
}
