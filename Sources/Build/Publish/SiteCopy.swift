// Publishing a built site a second time, in another folder.

internal import Handbook
internal import Site
internal import Text

/// What came of bringing a built site to another folder.
package struct SiteCopy: Sendable {
  /// Files of the site, its manifest included.
  package let files: Int
  /// Whether the same site stood there already, so that nothing was written.
  package let stands: Bool
  package let shortfalls: [Shortfall]
}

extension Pipeline {
  /// Says whether the site could be published in a folder, and changes nothing.
  ///
  /// - Throws: `foreignOutput`, `outputMeetsContent`, `sitesMeet`, `noParent`, or `file`.
  package func examine(target: String) throws(BuildProblem) {
    _ = try publisher(for: target, keep: [])
  }

  /// Publishes the site that the output folder holds in another folder, whole or not at all.
  ///
  /// Each file is read once and held against the manifest, so that what is published is what was
  /// built, whatever happens to the output meanwhile.
  ///
  /// - Throws: ``BuildProblem``; an earlier site in the folder then stands as it was.
  package func copySite(to target: String) async throws(BuildProblem) -> SiteCopy {
    let source = try BuiltSite(settings.output)
    let publisher = try publisher(for: target, keep: source.manifest.keep)
    let count = source.manifest.files.count + 1
    if try await source.stands(at: publisher, width: settings.workers, observer) {
      return SiteCopy(files: count, stands: true, shortfalls: [])
    }
    let staging = try await publisher.begin(onWait: observer.waits)
    do throws(BuildProblem) {
      try await source.write(to: staging, width: settings.workers, observer)
    } catch {
      staging.discard()
      throw error
    }
    let shortfalls = try await staging.commit(width: settings.workers)
    return SiteCopy(files: count, stands: false, shortfalls: shortfalls)
  }

  private func publisher(
    for target: String, keep: [String]
  ) throws(BuildProblem) -> Publisher {
    let publisher = Publisher(
      output: target, content: try ContentFolder(settings.content), keep: keep)
    let place = try publisher.place()
    // A share that is not mounted must not be mistaken for an empty folder of this machine.
    let parent = Disk.folder(of: place)
    guard try Disk.facts(parent) != nil else { throw .noParent(folder: parent) }
    let site = try Publisher(output: settings.output, content: try ContentFolder(settings.content))
      .place()
    if place.isOrLies(in: site) || site.isOrLies(in: place) {
      throw .sitesMeet(target: target, site: settings.output)
    }
    return publisher
  }
}

/// A site as it stands in its output folder.
private struct BuiltSite {
  let folder: String
  let manifest: SiteManifest
  private let bytes: [UInt8]

  init(_ folder: String) throws(BuildProblem) {
    let path = Disk.join(folder, SiteManifest.name)
    guard try Disk.facts(path)?.kind == .file else { throw .noSite(path: folder) }
    bytes = try Disk.read(path)
    guard let manifest = SiteManifest(bytes), manifest.files.keys.allSatisfy(Staging.staysInside),
      ManifestFile.text(bytes, kept: []) != nil
    else { throw .noSite(path: folder) }
    (self.folder, self.manifest) = (folder, manifest)
  }

  /// Whether a folder has this very site; what it keeps of the one before does not count.
  func stands(
    at publisher: Publisher, width: Int, _ observer: Observer
  ) async throws(BuildProblem) -> Bool {
    let lock = try await publisher.lock(onWait: observer.waits).lock
    defer { lock.release() }
    guard publisher.hasSite() else { return false }
    let place = try publisher.place()
    let there = try Disk.read(Disk.join(place, SiteManifest.name))
    guard ManifestFile.text(there, kept: []) == ManifestFile.text(bytes, kept: []) else {
      return false
    }
    return try await Verification.verify(place, width: width).isSound
  }

  /// Writes every file, what stays of the site that stands there, and the manifest.
  func write(
    to staging: Staging, width: Int, _ observer: Observer
  ) async throws(BuildProblem) {
    let files = manifest.files.sorted { $0.key < $1.key }
    let counter = ProgressCounter(.copy, total: files.count, observer)
    _ = try await files.mapConcurrently(width: width) { (file) throws(BuildProblem) in
      try counter.advance()
      try staging.write(try read(file.key, hash: file.value), to: file.key)
    }
    let kept = try await staging.keepEarlier(besides: Set(manifest.files.keys), width: width)
    guard let text = ManifestFile.text(bytes, kept: kept) else { throw .noSite(path: folder) }
    try staging.write(text, to: SiteManifest.name)
  }

  private func read(_ path: String, hash: String) throws(BuildProblem) -> [UInt8] {
    let file = Disk.join(folder, path)
    guard try Disk.facts(file, followingLink: false)?.kind == .file else {
      throw .unsoundSite(path: folder, file: path)
    }
    let bytes = try Disk.read(file, followingLink: false)
    if SHA256.hex(bytes) != hash { throw .unsoundSite(path: folder, file: path) }
    return bytes
  }
}
