// Publishing: a site is made beside the old one and takes its place in one step.

internal import Glibc
internal import Handbook
internal import Text

/// Puts sites in the place of an output folder.
package struct Publisher: Sendable {
  /// As given by the user.
  package let output: String
  private let content: ContentFolder
  private let kept: KeptFiles
  private let patience: Duration
  private let process: Int32

  /// Prepares nothing yet.
  ///
  /// - Parameters:
  ///   - output: where the site shall stand; may be missing.
  ///   - content: the folder that the site is made from, which it may not meet.
  ///   - keep: what may stand beside the site and stays there.
  ///   - patience: how long to wait for another build of the same site.
  package init(
    output: String, content: ContentFolder, keep: [String] = [], patience: Duration = .seconds(60)
  ) {
    self.output = output
    self.content = content
    self.patience = patience
    kept = KeptFiles(keep)
    process = getpid()
  }

  /// Says whether a site could be published, and changes nothing.
  ///
  /// - Throws: `outputMeetsContent`, `foreignOutput` or `file`.
  package func examine() throws(BuildProblem) {
    _ = try OutputFolder.examine(output, content: content, kept: kept)
  }

  /// The place of the site, without symbolic links.
  func place() throws(BuildProblem) -> String {
    try OutputFolder.examine(output, content: content, kept: kept).path
  }

  /// Whether an earlier site stands there.
  package func hasSite() -> Bool {
    do throws(BuildProblem) {
      return try OutputFolder.examine(output, content: content, kept: kept).state == .site
    } catch {
      return false
    }
  }

  /// Takes the lock, clears what killed builds left, and makes a folder beside the output.
  ///
  /// - Throws: `busy` when another build does not end in time, `strangers` where files would be lost, and
  ///   all that ``examine()`` throws.
  package func begin(
    over manifest: String? = nil, onWait: () -> Void = {}
  ) async throws(BuildProblem) -> Staging {
    let (names, lock) = try await lock(onWait: onWait)
    do throws(BuildProblem) {
      // Another build may have changed the place while this one waited.
      let folder = try OutputFolder.examine(output, content: content, kept: kept)
      var isAsLeft = true
      if let manifest, folder.state == .site {
        isAsLeft = try Verification.manifestHash(of: folder.path) == manifest
      }
      return try Staging(
        names: names, folder: folder, lock: lock, output: output, kept: kept, isAsLeft: isAsLeft)
    } catch {
      lock.release()
      throw error
    }
  }

  /// Takes the lock and clears what killed builds left.
  ///
  /// - Throws: as ``begin(onWait:)``.
  func lock(
    onWait: () -> Void
  ) async throws(BuildProblem) -> (names: StagingNames, lock: FolderLock) {
    let place = try OutputFolder.examine(output, content: content, kept: kept).path
    let names = StagingNames(output: place, process: process)
    try Disk.createFolders(Disk.folder(of: place))
    let lock = try await FolderLock.take(names.lock, patience: patience, onWait: onWait)
    do throws(BuildProblem) {
      try clearLeftovers(names, place: place, isAlone: lock.isHeld)
    } catch {
      lock.release()
      throw error
    }
    return (names, lock)
  }

  /// Removes what killed builds left, and completes what they had nearly done.
  private func clearLeftovers(
    _ names: StagingNames, place: String, isAlone: Bool
  ) throws(BuildProblem) {
    for entry in try Disk.entries(of: Disk.folder(of: place)) where entry.kind == .folder {
      guard let owner = names.owner(ofLeftover: entry.name) else { continue }
      // The lock is the better witness: in containers every build can have the same process id.
      if !isAlone, owner != process, kill(owner, 0) == 0 || errno != ESRCH { continue }
      let leftover = Disk.join(Disk.folder(of: place), entry.name)
      // Killed between two renames: the site stands under its other name.
      if try Disk.facts(place) == nil, try OutputFolder.isSite(leftover),
        entry.name.ends(with: StagingNames.retiredEnd)
      {
        try Disk.rename(leftover, to: place)
        continue
      }
      if try Disk.facts(place) != nil {
        try KeptFiles(SiteManifest(of: place)?.keep ?? kept.paths).carry(from: leftover, to: place)
      } else {
        try KeptFiles().carry(from: leftover, to: place)
      }
      if let failure = Disk.removeTree(leftover) { throw .file(failure) }
    }
  }
}

/// The names beside an output folder that a build uses.
struct StagingNames: Sendable {
  static let retiredEnd = "-old"

  private let start: String
  private let parent: String
  private let process: Int32

  init(output: String, process: Int32) {
    parent = Disk.folder(of: output)
    start = ".\(Disk.name(of: output)).deskbook-"
    self.process = process
  }

  /// The folder that the site is made in.
  var staging: String { Disk.join(parent, "\(start)\(process)") }
  /// The old site's name for the moment between two renames.
  var retired: String { staging + Self.retiredEnd }
  var lock: String { Disk.join(parent, start + "lock") }

  /// The process that made a folder of ours; nil for any other name.
  func owner(ofLeftover name: String) -> Int32? {
    guard name.begins(with: start) else { return nil }
    var digits = name.utf8.dropFirst(start.utf8.count)
    if name.ends(with: Self.retiredEnd) { digits = digits.dropLast(Self.retiredEnd.utf8.count) }
    guard !digits.isEmpty, digits.allSatisfy(\.isDigit) else { return nil }
    return Int32(String(decoding: digits, as: UTF8.self))
  }
}
