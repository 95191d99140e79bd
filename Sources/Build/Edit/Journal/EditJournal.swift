// What makes several changes one: new files are written beside, then a plan, then all are put in place.

internal import Foundation
internal import Glibc
internal import Text

/// The folder in which edits are kept until they are done.
///
/// It holds, under the number of each step, the bytes to be put in place and those that stood there.
/// A file `plan` in it means that the edits are to be finished; a file `undo`, that they are to be taken
/// back; neither, that nothing was touched yet.
struct EditJournal {
  /// What is kept of edits: the command, and the steps in their order.
  struct Plan: Codable {
    let command: [String]
    let steps: [Edits.Step]
  }

  /// Begins with a dot, so that no handbook takes it for content.
  private static let name = ".deskbook-edit"

  let root: String
  private let folder: String
  private var planPath: String { Disk.join(folder, "plan") }
  private var undoPath: String { Disk.join(folder, "undo") }

  /// - Parameter root: the folder that all paths of the edits lie below; it is there.
  init(_ root: String) {
    self.root = root
    folder = Disk.join(root, Self.name)
  }

  /// Whether edits wait to be finished.
  var isPending: Bool {
    do throws(BuildProblem) {
      return try Disk.facts(planPath, followingLink: false) != nil
    } catch {
      return false
    }
  }

  /// Does all edits, or none: where one cannot be done, those before it are taken back.
  ///
  /// - Throws: `taken` and `editedMeanwhile` where files are not as they were read, `file`, and
  ///   `interrupted`, for which it is too late once the plan is written.
  func commit(_ edits: Edits) throws(BuildProblem) {
    if edits.drafts.isEmpty { return }
    let plan = Plan(command: edits.command, steps: edits.drafts.map(\.step))
    do throws(BuildProblem) {
      try stage(edits)
      try seal(plan)
    } catch {
      discard()
      throw error
    }
    do throws(BuildProblem) {
      for (number, step) in plan.steps.enumerated() {
        if try !perform(step, number) { throw conflict(step) }
      }
    } catch {
      undo(plan)
      throw error
    }
    end(plan)
  }

  /// Finishes or takes back what a run that was killed had begun.
  ///
  /// - Returns: its command, and the files that somebody else changed meanwhile, which were left as they
  ///   are; nil where nothing was begun, or it was taken back.
  func recover() throws(BuildProblem) -> (command: [String], left: [String])? {
    guard try Disk.facts(folder, followingLink: false)?.kind == .folder else { return nil }
    if let plan = try read(undoPath) {
      undo(plan)
      return nil
    }
    guard let plan = try read(planPath) else {
      discard()
      return nil
    }
    var left: [String] = []
    for (number, step) in plan.steps.enumerated() {
      if try !perform(step, number) { left.append(Self.path(of: step)) }
    }
    end(plan)
    return (plan.command, left)
  }
}

extension EditJournal {
  /// Writes the new files into the folder, where nobody sees them yet.
  private func stage(_ edits: Edits) throws(BuildProblem) {
    for (number, draft) in edits.drafts.enumerated() {
      if Task.isCancelled { throw .interrupted }
      let path = Disk.join(root, draft.standing)
      do throws(BuildProblem) {
        if number == 0 { try Disk.createFolder(folder, mode: 0o700) }
        try stage(draft, number, path)
      } catch .file(let failure) {
        // The folder means nothing to the user, who knows the file.
        throw .file(FileFailure(.write, path, code: failure.code))
      }
    }
  }

  private func stage(_ draft: Edits.Draft, _ number: Int, _ path: String) throws(BuildProblem) {
    switch draft.step {
    case .move(_, let to): try expectFree(to)
    case .make:
      try expectFree(draft.standing)
      try Disk.writeNew(draft.new, to: new(number))
      if draft.new.starts(with: "#!".utf8) { try makeRunnable(new(number)) }
    case .change:
      if try Disk.read(path) != draft.old { throw .editedMeanwhile(path: path) }
      let mode = try Disk.facts(path)?.mode ?? 0o644
      for (file, bytes) in [(new(number), draft.new), (old(number), draft.old)] {
        try Disk.writeNew(bytes, to: file)
        try Disk.setMode(mode, of: file)
      }
    }
  }

  /// Lets whoever may read a script run it.
  private func makeRunnable(_ path: String) throws(BuildProblem) {
    let mode = try Disk.facts(path)?.mode ?? 0o644
    try Disk.setMode(mode | (mode & 0o444) >> 2, of: path)
  }

  private func expectFree(_ path: String) throws(BuildProblem) {
    let full = Disk.join(root, path)
    if try Disk.facts(full, followingLink: false) != nil { throw .taken(path: full) }
  }

  /// Writes the plan, from which moment on the edits count as done.
  private func seal(_ plan: Plan) throws(BuildProblem) {
    let draft = planPath + "-draft"
    do {
      let json = [UInt8](try JSONEncoder().encode(plan))
      try Disk.writeNew(Array("\(SHA256.hex(json))\n".utf8) + json, to: draft)
    } catch let problem as BuildProblem {
      throw problem
    } catch {
      throw .file(FileFailure(.write, draft, code: EINVAL))
    }
    // After a power cut, a plan without the files that it names would lose them.
    _ = try Disk.flush(folder)
    if Task.isCancelled { throw .interrupted }
    try Disk.rename(draft, to: planPath)
  }

  /// A plan as it was written; nil where there is none, or not all of it.
  private func read(_ path: String) throws(BuildProblem) -> Plan? {
    guard try Disk.facts(path, followingLink: false)?.kind == .file else { return nil }
    let bytes = try Disk.read(path, followingLink: false)
    let hash = bytes.prefix { $0 != 0x0A }
    let json = Array(bytes.dropFirst(hash.count + 1))
    guard String(decoding: hash, as: UTF8.self) == SHA256.hex(json) else { return nil }
    do { return try JSONDecoder().decode(Plan.self, from: Data(json)) } catch { return nil }
  }

  func new(_ number: Int) -> String { Disk.join(folder, "\(number)-new") }
  func old(_ number: Int) -> String { Disk.join(folder, "\(number)-old") }

  private static func path(of step: Edits.Step) -> String {
    switch step {
    case .move(let path, _), .make(let path, _), .change(let path, _, _): path
    }
  }

  private func conflict(_ step: Edits.Step) -> BuildProblem {
    switch step {
    case .move(_, let path), .make(let path, _): .taken(path: Disk.join(root, path))
    case .change(let path, _, _): .editedMeanwhile(path: Disk.join(root, path))
    }
  }
}

extension EditJournal {
  /// Takes back what was done of a plan.
  private func undo(_ plan: Plan) {
    // A run that is killed here is taken back by the next, not finished.
    _ = Disk.move(planPath, to: undoPath)
    for (number, step) in plan.steps.enumerated().reversed() {
      do throws(BuildProblem) { try takeBack(step, number) } catch { continue }
    }
    discard()
  }

  private func end(_ plan: Plan) {
    for case .move(let from, _) in plan.steps { removeEmptyFolders(above: from) }
    discard()
  }

  /// Removes the folder; the plan goes first, as without it the rest means nothing.
  private func discard() {
    _ = Disk.removeTree(planPath)
    _ = Disk.removeTree(folder)
  }

  /// A folder whose last file went away goes too.
  func removeEmptyFolders(above path: String) {
    var parts = path.utf8.split(separator: UInt8(ascii: "/"))[...]
    while !parts.dropLast().isEmpty {
      parts = parts.dropLast()
      let folder = parts.map { String(Substring($0)) }.joined(separator: "/")
      if !Disk.removeEmpty(Disk.join(root, folder)) { return }
    }
  }
}
