// One command at a time changes the files of a handbook.

internal import Glibc

/// The right to change files below a folder, from reading them to having changed them.
///
/// Holds a lock on the folder itself, which the system releases when the program ends.
package struct EditSession: Sendable {
  /// What an interrupted command had begun and this one has finished.
  package struct Finished: Sendable {
    /// The command and its arguments.
    package let command: [String]
    /// Files that somebody else changed meanwhile, which were left as they are.
    package let left: [String]
  }

  package let finished: [Finished]
  private let root: String
  private let locks: [Int32]
  /// Folders that were made for this session, outermost first.
  private let made: [String]

  /// Whether a command was stopped half-way, so that the files of a folder do not fit each other.
  package static func isUnfinished(in folder: String) -> Bool { EditJournal(folder).isPending }

  /// Waits until no other command changes the handbook, and finishes what was interrupted.
  ///
  /// - Parameters:
  ///   - root: the folder of the files to be changed.
  ///   - others: folders that a command may have been interrupted in, too; may be missing.
  ///   - isMaking: whether a root that is missing is made.
  ///   - patience: how long to wait.
  ///   - onWait: called once, when there is something to wait for.
  /// - Returns: the turn, to be given back by ``end()``.
  /// - Throws: `noContent` where the root is missing, `busy` after `patience`, `interrupted`, `file`.
  package static func begin(
    _ root: String, besides others: [String] = [], isMaking: Bool = false,
    patience: Duration = .seconds(60), onWait: () -> Void
  ) async throws(BuildProblem) -> EditSession {
    let made = isMaking ? try missing(root) : []
    if !made.isEmpty { try Disk.createFolders(root) }
    guard try Disk.facts(root)?.kind == .folder else { throw .noContent(path: root) }
    var folders: [String] = []
    // Always in one order, or two commands could wait for each other.
    for folder in others where try Disk.facts(folder)?.kind == .folder { folders.append(folder) }
    var locks: [Int32] = []
    do throws(BuildProblem) {
      var finished: [Finished] = []
      for folder in folders + [root] where !(try isLocked(folder, by: locks)) {
        locks.append(try await lock(folder, patience: patience, onWait: onWait))
        if let edits = try EditJournal(folder).recover() {
          finished.append(Finished(command: edits.command, left: edits.left))
        }
      }
      return EditSession(finished: finished, root: root, locks: locks, made: made)
    } catch {
      for lock in locks { close(lock) }
      throw error
    }
  }

  /// Does all edits, or none.
  ///
  /// - Throws: `taken`, `editedMeanwhile`, `file` or `interrupted`; all files are then as they were.
  package func commit(_ edits: Edits) throws(BuildProblem) { try EditJournal(root).commit(edits) }

  /// Lets the next command in.
  package func end() {
    for folder in made.reversed() where !Disk.removeEmpty(folder) { break }
    for lock in locks { close(lock) }
  }

  /// The folder and those above it that are not there, outermost first.
  private static func missing(_ folder: String) throws(BuildProblem) -> [String] {
    if try Disk.facts(folder, followingLink: false) != nil { return [] }
    let above = Disk.folder(of: folder)
    return above == folder ? [] : try missing(above) + [folder]
  }

  private static func isLocked(_ folder: String, by locks: [Int32]) throws(BuildProblem) -> Bool {
    let identity = try Disk.facts(folder)?.identity
    for lock in locks where Disk.identity(of: lock) == identity { return true }
    return false
  }

  /// Opens a folder and locks it.
  private static func lock(
    _ folder: String, patience: Duration, onWait: () -> Void
  ) async throws(BuildProblem) -> Int32 {
    let end = ContinuousClock.now + patience
    var isWaiting = false
    let descriptor = unsafe open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if descriptor < 0 { throw .file(FileFailure(.lock, folder)) }
    // A file system without locks has none to wait for; edits then only find each other's changes.
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK || errno == EINTR {
      if !isWaiting { onWait() }
      isWaiting = true
      do {
        if ContinuousClock.now >= end { throw BuildProblem.editing(folder: folder) }
        try await Task.sleep(for: .milliseconds(20))
      } catch {
        close(descriptor)
        throw error as? BuildProblem ?? .interrupted
      }
    }
    return descriptor
  }
}
