// A site in the making: a folder beside the old site that takes its place when complete.

internal import Cards
internal import Handbook
internal import Synchronization

/// A folder that becomes the site by ``commit()`` or vanishes by ``discard()``; call exactly one.
///
/// Before a site takes the place of another, it is flushed to the disk: else a power cut could leave
/// empty files after the old ones are gone.
package struct Staging: Sendable {
  private let names: StagingNames
  private let folder: OutputFolder
  private let lock: FolderLock
  private let lacks: Shortfalls
  /// What the earlier site says that it holds; nil where there is none, or none that can be read.
  let earlier: SiteManifest?
  /// Those of the earlier site, where it was looked at before it was locked.
  private let earlierMarks: SiteMarks?
  private let marks: StagedMarks
  /// The earlier site's folders whose names go with their content.
  private let namesakes: Namesakes
  /// What the folder held before; nil where it was empty.
  private let former: FormerFiles?

  /// - Parameters:
  ///   - names: of the folder, and of others beside the output.
  ///   - folder: the output.
  ///   - lock: that of the output.
  ///   - known: the site that was looked at there before it was locked.
  ///   - former: the site before that, which becomes the folder.
  /// - Throws: `file` where the earlier site cannot be read, or the folder not be made.
  init(
    names: StagingNames, folder: OutputFolder, lock: FolderLock, known: EarlierSite? = nil,
    in former: FormerSite? = nil
  ) throws(BuildProblem) {
    self.names = names
    self.folder = folder
    self.lock = lock
    lacks = Shortfalls()
    if !lock.isHeld { lacks.note(.locks) }
    if let known, folder.state == .site, try known.isStill(at: folder.path) {
      (earlier, earlierMarks, namesakes) = (known.manifest, known.marks, known.namesakes)
    } else {
      earlier = folder.state == .site ? try SiteManifest(of: folder.path) : nil
      earlierMarks = nil
      namesakes = Namesakes(earlier)
    }
    marks = StagedMarks()
    // Of use only where it is known what the earlier site's files are.
    self.former =
      earlierMarks == nil
      ? nil : try former?.move(to: names.staging, mode: folder.mode, namesakes)
    if self.former == nil { try Disk.createFolder(names.staging, mode: folder.mode) }
  }

  /// What the file system has not given so far.
  package var shortfalls: [Shortfall] { lacks.all }

  /// Writes one file of the site; may be called from several tasks.
  ///
  /// A file whose bytes the old site has, at its path or in the folder that had the name before, is
  /// linked, not written: its date stays for tools that copy the site elsewhere.
  ///
  /// - Parameters:
  ///   - bytes: the whole file.
  ///   - path: below the site's top; one that leads out of it is a mistake of ours, not the user's.
  ///   - hash: the SHA-256 of the bytes, where the earlier site is known to be as its manifest says, so
  ///     that it need not be read; nil elsewhere.
  /// - Throws: `sameOutput` where the path was written before, else `file`.
  package func write(
    _ bytes: [UInt8], to path: String, hash: String? = nil
  ) throws(BuildProblem) {
    precondition(Self.staysInside(path), "a file of the site stands outside it")
    let target = Disk.join(names.staging, path)
    for place in folder.state == .site ? [path] + namesakes.paths(of: path) : [] {
      let old = Disk.join(folder.path, place)
      guard hash.map({ earlier?.files[place] == $0 }) ?? Self.holds(old, bytes) else { continue }
      if let mark = try mark(ofEarlier: place), try link(place, mark, to: path) { return }
      lacks.note(.links)
    }
    try former?.clear(path)
    do throws(BuildProblem) {
      marks.add(path, FileMark(try Disk.writeNew(bytes, to: target)))
    } catch .file(let failure) where failure.isTaken {
      throw .sameOutput(path: path)
    }
  }

  /// The bytes of a file that was written before.
  func read(_ path: String) throws(BuildProblem) -> [UInt8] {
    try Disk.read(Disk.join(names.staging, path))
  }

  /// Takes over a file of the earlier site, which is known to be as its manifest says.
  ///
  /// - Parameters:
  ///   - path: below the site's top.
  ///   - name: its path in the new site, where that is another.
  /// - Returns: the SHA-256 and the bytes of the file; nil where it could not be linked.
  /// - Throws: `file` where the system says nothing of it.
  func take(
    _ path: String, as name: String? = nil
  ) throws(BuildProblem) -> (hash: String, size: Int)? {
    guard let hash = earlier?.files[path], Self.staysInside(path) else { return nil }
    guard let mark = try mark(ofEarlier: path), try link(path, mark, to: name ?? path)
    else { return nil }
    return (hash, mark.size)
  }

  /// Gives a file of the earlier site a name in the new one, unless the former site's folder has it there.
  ///
  /// - Returns: false where the file system cannot link it.
  private func link(
    _ earlier: String, _ mark: FileMark, to path: String
  ) throws(BuildProblem) -> Bool {
    if let former, try former.take(path, mark) {
      marks.add(path, mark, isLinked: true)
      return true
    }
    try former?.clear(path)
    let old = Disk.join(folder.path, earlier)
    guard try Disk.link(old, to: Disk.join(names.staging, path)) else { return false }
    marks.add(path, mark, isLinked: true)
    return true
  }

  /// The mark of a file of the earlier site; nil where no file is there.
  private func mark(ofEarlier path: String) throws(BuildProblem) -> FileMark? {
    if let mark = earlierMarks?.files[path] { return mark }
    let facts = try Disk.facts(Disk.join(folder.path, path), followingLink: false)
    return facts.flatMap { $0.kind == .file ? FileMark($0) : nil }
  }

  /// The bytes of a file of the earlier site, which is known to be there.
  func readEarlier(_ path: String) throws(BuildProblem) -> [UInt8] {
    try Disk.read(Disk.join(folder.path, path), followingLink: false)
  }

  /// What tells the earlier site's files from any others; nil where there is no such site.
  func earlierDigest(width: Int) async throws(BuildProblem) -> String? {
    if let earlierMarks { return earlierMarks.digest }
    return folder.state == .site
      ? try await SiteMarks(of: folder.path, width: width).digest : nil
  }

  /// What tells the files written so far from any others.
  var digest: String { marks.all.digest }

  /// Takes a file over from the earlier site, if it is there as its manifest says.
  ///
  /// - Returns: whether the new site has it now.
  func keep(_ path: String, hash: String) throws(BuildProblem) -> Bool {
    guard Self.staysInside(path) else { return false }
    let old = Disk.join(folder.path, path)
    guard let bytes = Self.bytes(of: old), SHA256.hex(bytes) == hash else { return false }
    try write(bytes, to: path)
    return true
  }

  /// The bytes of a plain file; nil for anything that is not one or cannot be read.
  private static func bytes(of path: String) -> [UInt8]? {
    do throws(BuildProblem) {
      guard try Disk.facts(path, followingLink: false)?.kind == .file else { return nil }
      return try Disk.read(path, followingLink: false)
    } catch {
      return nil
    }
  }

  private static func staysInside(_ path: String) -> Bool {
    do throws(ContentPath.Problem) { _ = try ContentPath(path) } catch { return false }
    return true
  }

  /// Whether a file is there with just these bytes; anything unreadable is not.
  private static func holds(_ path: String, _ bytes: [UInt8]) -> Bool {
    do throws(BuildProblem) {
      let facts = try Disk.facts(path, followingLink: false)
      guard let facts, facts.kind == .file, facts.size == bytes.count else { return false }
      return try Disk.read(path, followingLink: false) == bytes
    } catch {
      return false
    }
  }

  /// Puts the site in its place and removes the old one.
  ///
  /// One system call where the file system can exchange two names; else two renames, and a build killed
  /// between them is mended by the next.
  ///
  /// - Throws: `file`. Either the old site stands and nothing else is left, or the new one stands and the
  ///   user's own hidden files wait beside it for the next build.
  /// - Parameters:
  ///   - width: the most folders removed at once.
  ///   - shelf: where the old site is left as a ``FormerSite`` if most of its files are in the new one.
  /// - Returns: what the file system could not do, so that it was done another way.
  @discardableResult
  package func commit(
    width: Int = 1, keepingAs shelf: String? = nil
  ) async throws(BuildProblem) -> [Shortfall] {
    let retired: String?
    do throws(BuildProblem) {
      try former?.clear()
      retired = try replace()
    } catch {
      discard()
      throw error
    }
    defer { lock.release() }
    guard let retired else { return shortfalls }
    try Self.carryHidden(from: retired, to: folder.path)
    // What cannot be removed now is tried again by the next build; the site stands.
    if let shelf { await Self.remove(shelf, width: width) }
    if let shelf, marks.areMostlyLinked, Disk.move(retired, to: shelf) { return shortfalls }
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

  /// Moves names that begin with a dot, such as `.gitkeep` and `.git`, which are the user's.
  static func carryHidden(from old: String, to new: String) throws(BuildProblem) {
    for entry in try Disk.entries(of: old) where entry.isHidden {
      let target = Disk.join(new, entry.name)
      try Disk.createFolders(new)
      if try Disk.facts(target, followingLink: false) == nil {
        try Disk.rename(Disk.join(old, entry.name), to: target)
      }
    }
  }
}

/// The marks of the files in a folder that several tasks fill.
private final class StagedMarks: Sendable {
  private let marks = Mutex((all: SiteMarks(), linked: 0))

  var all: SiteMarks { marks.withLock { $0.all } }

  /// Whether three files of four are the earlier site's as well.
  var areMostlyLinked: Bool { marks.withLock { $0.linked * 4 >= $0.all.files.count * 3 } }

  func add(_ path: String, _ mark: FileMark, isLinked: Bool = false) {
    marks.withLock { marks in
      marks.all.add(path, mark)
      if isLinked { marks.linked += 1 }
    }
  }
}
