// One step of edits, done or taken back, however far a run that was killed came with it.

internal import Glibc
internal import Text

extension EditJournal {
  /// Does a step, unless it is done; false where somebody else has changed what it is about.
  func perform(_ step: Edits.Step, _ number: Int) throws(BuildProblem) -> Bool {
    switch step {
    case .move(let from, let to): try rename(from, to: to)
    case .make(let path, let hash):
      switch try self.hash(of: path) {
      case nil: try put(new(number), at: Disk.join(root, path), isNew: true)
      case let there: there == hash
      }
    case .change(let path, let old, let new): try exchange(path, old, self.new(number), new)
    }
  }

  /// Takes a step back, unless it is not done; what cannot be taken back stays, which the failure that
  /// is reported tells of already.
  func takeBack(_ step: Edits.Step, _ number: Int) throws(BuildProblem) {
    switch step {
    case .move(let from, let to):
      _ = try rename(to, to: from)
      removeEmptyFolders(above: to)
    case .make(let path, let hash):
      if try self.hash(of: path) == hash { _ = Disk.removeTree(Disk.join(root, path)) }
      removeEmptyFolders(above: path)
    case .change(let path, let old, let new): _ = try exchange(path, new, self.old(number), old)
    }
  }

  private func rename(_ from: String, to: String) throws(BuildProblem) -> Bool {
    let (old, new) = (Disk.join(root, from), Disk.join(root, to))
    let isThere = try Disk.facts(old, followingLink: false) != nil
    let isTaken = try Disk.facts(new, followingLink: false) != nil
    if isThere == isTaken { return false }
    if isTaken { return true }
    try Disk.createFolders(Disk.folder(of: new))
    return try Disk.renameNew(old, to: new)
  }

  /// Puts other bytes in the place of those that a file holds; a symbolic link stays one: the file that
  /// it leads to is replaced.
  private func exchange(
    _ path: String, _ before: String, _ draft: String, _ after: String
  ) throws(BuildProblem) -> Bool {
    let there = try hash(of: path)
    if there == after { return true }
    if there != before { return false }
    return try put(draft, at: Disk.realPath(Disk.join(root, path)), isNew: false)
  }

  private func put(_ draft: String, at path: String, isNew: Bool) throws(BuildProblem) -> Bool {
    do throws(BuildProblem) {
      if isNew {
        try Disk.createFolders(Disk.folder(of: path))
        return try Disk.renameNew(draft, to: path)
      }
      try Disk.rename(draft, to: path)
      return true
    } catch .file(let failure) where failure.isOnOtherDisk {
      let beside = Disk.join(Disk.folder(of: path), ".deskbook-edit-\(getpid())")
      if isNew, try Disk.facts(path, followingLink: false) != nil { return false }
      try Disk.replace(path, with: try Disk.read(draft), by: beside)
      return true
    } catch .file(let failure) {
      throw .file(FileFailure(.write, path, code: failure.code))
    }
  }

  /// The SHA-256 of a file; nil where nothing is there.
  private func hash(of path: String) throws(BuildProblem) -> String? {
    let full = Disk.join(root, path)
    guard let facts = try Disk.facts(full, followingLink: false) else { return nil }
    if facts.kind == .folder || facts.kind == .other { return "" }
    return SHA256.hex(try Disk.read(full))
  }
}
