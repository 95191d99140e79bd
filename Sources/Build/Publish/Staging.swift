// A site in the making: a folder beside the old site that takes its place when complete.

internal import Handbook
internal import Text

/// A folder that becomes the site by ``commit(width:)`` or vanishes by ``discard()``; call exactly one.
///
/// Before a site takes the place of another, it is flushed to the disk: else a power cut could leave
/// empty files after the old ones are gone.
package struct Staging: Sendable {
  private let names: StagingNames
  private let folder: OutputFolder
  private let lock: FolderLock
  private let lacks: Shortfalls
  /// The folder as given by the user.
  private let output: String
  private let kept: KeptFiles
  private let isAsLeft: Bool
  /// What the earlier site says that it holds; nil where there is none, or none that can be read.
  let earlier: SiteManifest?
  /// Who else may read a file that is written now; one that others may read is not taken over.
  private let readers: UInt32

  /// - Parameters:
  ///   - names: of the folder, and of others beside the output.
  ///   - folder: the output.
  ///   - lock: that of the output.
  ///   - output: the folder as given by the user.
  ///   - kept: what stays in it beside the site.
  ///   - isAsLeft: whether its manifest is the one that the build before wrote. Where it is not, it may
  ///     be damaged: what the new site has at the same path is then no stranger.
  /// - Throws: `file` where the earlier site cannot be read, or the folder not be made; `strangers` where it
  ///   holds what would be lost.
  init(
    names: StagingNames, folder: OutputFolder, lock: FolderLock, output: String, kept: KeptFiles,
    isAsLeft: Bool = true
  ) throws(BuildProblem) {
    self.names = names
    self.folder = folder
    self.lock = lock
    self.isAsLeft = isAsLeft
    (self.output, self.kept) = (output, kept)
    lacks = Shortfalls()
    if !lock.isHeld { lacks.note(.locks) }
    earlier = folder.state == .site ? try SiteManifest(of: folder.path) : nil
    if isAsLeft { try Self.refuseStrangers(in: folder, output, kept, earlier) }
    try Disk.createFolder(names.staging, mode: nil)
    readers = (try Disk.facts(names.staging)?.mode ?? 0) & Self.readerBits
    if let mode = try folder.chosenMode() { try Disk.setMode(mode, of: names.staging) }
  }

  /// Ends the build where files would go that nobody but their owner knows.
  private static func refuseStrangers(
    in folder: OutputFolder, _ output: String, _ kept: KeptFiles, _ earlier: SiteManifest?,
    replacedBy next: String? = nil, isAsLeft: Bool = true
  ) throws(BuildProblem) {
    if folder.state == .missing { return }
    let found = try kept.strangers(
      in: folder.path, earlier, replacedBy: next, isNamed: isAsLeft)
    if !found.isEmpty { throw .strangers(path: output, files: found) }
  }

  /// What the file system has not given so far.
  package var shortfalls: [Shortfall] { lacks.all }

  /// Writes one file of the site; may be called from several tasks.
  ///
  /// A file whose bytes the old site has at its path is linked, not written: its date stays for tools
  /// that copy the site elsewhere.
  ///
  /// - Parameters:
  ///   - bytes: the whole file.
  ///   - path: below the site's top; one that leads out of it is a mistake of ours, not the user's.
  /// - Throws: `sameOutput` where the path was written before, else `file`.
  package func write(_ bytes: [UInt8], to path: String) throws(BuildProblem) {
    precondition(Self.staysInside(path), "a file of the site stands outside it")
    if folder.state == .site, hasReaders(path),
      bytes == self.bytes(ofEarlier: path, size: bytes.count)
    {
      if try link(path) { return }
      lacks.note(.links)
    }
    do throws(BuildProblem) {
      try Disk.writeNew(bytes, to: Disk.join(names.staging, path))
    } catch .file(let failure) where failure.isTaken {
      throw .sameOutput(path: path)
    }
  }

  /// The bytes of a file that was written before.
  func read(_ path: String) throws(BuildProblem) -> [UInt8] {
    try Disk.read(Disk.join(names.staging, path))
  }

  /// Takes a file over from the earlier site, if it has these bytes there.
  ///
  /// - Parameters:
  ///   - path: below the site's top.
  ///   - hash: the SHA-256 of the bytes.
  /// - Returns: how many bytes they are; nil where the file is another, or cannot be linked.
  /// - Throws: `file` where a folder for it cannot be made.
  func take(_ path: String, hash: String) throws(BuildProblem) -> Int? {
    guard Self.staysInside(path), folder.state == .site, hasReaders(path),
      let bytes = bytes(ofEarlier: path), SHA256.hex(bytes) == hash, try link(path)
    else { return nil }
    return bytes.count
  }

  /// Takes a file over from the earlier site, written anew where it cannot be linked.
  ///
  /// - Returns: whether the new site has it now: not where its bytes are others.
  func keep(_ path: String, hash: String) throws(BuildProblem) -> Bool {
    guard Self.staysInside(path), let bytes = bytes(ofEarlier: path), SHA256.hex(bytes) == hash
    else { return false }
    try write(bytes, to: path)
    return true
  }

  /// Gives a file of the earlier site a name in the new one; false where the file system cannot.
  private func link(_ path: String) throws(BuildProblem) -> Bool {
    try Disk.link(Disk.join(folder.path, path), to: Disk.join(names.staging, path))
  }

  /// A group, and everybody; file systems without modes of their own give the others as they like.
  private static let readerBits: UInt32 = 0o044

  /// Whether those may read a file of the earlier site who could if it were written now.
  private func hasReaders(_ path: String) -> Bool {
    do throws(BuildProblem) {
      let facts = try Disk.facts(Disk.join(folder.path, path), followingLink: false)
      return facts.map { $0.mode & Self.readerBits == readers } ?? false
    } catch {
      return false
    }
  }

  /// The bytes of a plain file of the earlier site; nil for anything that is not one of this size, or
  /// cannot be read.
  private func bytes(ofEarlier path: String, size: Int? = nil) -> [UInt8]? {
    do throws(BuildProblem) {
      let file = Disk.join(folder.path, path)
      guard let facts = try Disk.facts(file, followingLink: false), facts.kind == .file,
        size == nil || size == facts.size
      else { return nil }
      return try Disk.read(file, followingLink: false)
    } catch {
      return nil
    }
  }

  /// Whether a path leads to a file below the site's top.
  static func staysInside(_ path: String) -> Bool {
    do throws(ContentPath.Problem) { _ = try ContentPath(path) } catch { return false }
    return true
  }

  /// Puts the site in its place and removes the old one.
  ///
  /// One system call where the file system can exchange two names; else two renames, and a build killed
  /// between them is mended by the next.
  ///
  /// - Throws: `file`. Either the old site stands and nothing else is left, or the new one stands and the
  ///   user's own files wait beside it for the next build. `strangers` where somebody put files there
  ///   meanwhile.
  /// - Parameter width: the most folders removed at once.
  /// - Returns: what the file system could not do, so that it was done another way.
  @discardableResult
  package func commit(width: Int = 1) async throws(BuildProblem) -> [Shortfall] {
    let retired: String?
    do throws(BuildProblem) {
      // Somebody may have put a file there while this build was at work.
      try Self.refuseStrangers(
        in: folder, output, kept, earlier, replacedBy: names.staging, isAsLeft: isAsLeft)
      retired = try replace()
    } catch {
      discard()
      throw error
    }
    defer { lock.release() }
    guard let retired else { return shortfalls }
    try kept.carry(from: retired, to: folder.path)
    // What cannot be removed now is tried again by the next build; the site stands.
    await Self.remove(retired, width: width)
    return shortfalls
  }

  /// Removes a site, the files of its folders side by side.
  private static func remove(_ site: String, width: Int) async {
    if !isFolder(site) {
      // Of a link only the name: what it leads to is somebody else's.
      _ = Disk.removeTree(site)
      return
    }
    var folders: [String] = []
    var level = [site]
    while !level.isEmpty {
      folders += level
      level = await level.mapConcurrently(width: width) { Disk.removeFiles(of: $0) }.flatMap(\.self)
    }
    // The innermost first; what one of them still holds is tried once more.
    if !folders.reversed().allSatisfy(Disk.removeEmpty) { _ = Disk.removeTree(site) }
  }

  private static func isFolder(_ path: String) -> Bool {
    do throws(BuildProblem) {
      return try Disk.facts(path, followingLink: false)?.kind == .folder
    } catch {
      return false
    }
  }

  /// Where the old site stands after the exchange; nil where there was none.
  private func replace() throws(BuildProblem) -> String? {
    if folder.state == .missing {
      try Disk.rename(names.staging, to: folder.path)
      return nil
    }
    if folder.state == .site, try !Disk.flush(names.staging) { lacks.note(.flush) }
    if try Disk.exchange(names.staging, folder.path) { return names.staging }
    lacks.note(.exchange)
    return try renameTwice()
  }

  /// Takes the old site away and puts the new one there, for file systems without an exchange.
  func renameTwice() throws(BuildProblem) -> String {
    try Disk.rename(folder.path, to: names.retired)
    do throws(BuildProblem) {
      try Disk.rename(names.staging, to: folder.path)
    } catch {
      try Disk.rename(names.retired, to: folder.path)
      throw error
    }
    return names.retired
  }

  /// Removes the folder and lets the next build in.
  ///
  /// Failing to remove it is no failure of the build: the next one tries again.
  package func discard() {
    _ = Disk.removeTree(names.staging)
    lock.release()
  }
}
