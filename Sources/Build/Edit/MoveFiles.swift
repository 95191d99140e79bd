// A planned move, done: all of it, or none.

package import Editing
internal import Glibc
internal import Text

extension EditorFiles {
  /// Does a planned move below the content folder.
  ///
  /// - Throws: what went wrong first; what was done until then is undone.
  package func move(_ plan: MovePlan, content: String) throws(BuildProblem) {
    let old = join(content, plan.from)
    let new = join(content, plan.to)
    if try exists(new) { throw .taken(path: new) }
    try Disk.createFolders(Disk.folder(of: new))
    try Disk.rename(old, to: new)
    var done: [MovePlan.Change] = []
    do throws(BuildProblem) {
      for change in plan.changes {
        try replace(join(content, change.path), change.old, with: change.new)
        done.append(change)
      }
    } catch {
      undo(done, content)
      try Disk.rename(new, to: old)
      throw error
    }
    removeEmptyFolders(above: old, upTo: content)
  }

  /// Puts back what changed; a file that cannot be put back stays changed, which the failure that is
  /// reported tells of already.
  private func undo(_ changes: [MovePlan.Change], _ content: String) {
    for change in changes.reversed() {
      do throws(BuildProblem) {
        try replace(join(content, change.path), change.new, with: change.old)
      } catch {
        continue
      }
    }
  }

  /// A folder whose last page went away goes too.
  private func removeEmptyFolders(above path: String, upTo content: String) {
    var folder = Disk.folder(of: path)
    while folder.begins(with: content + "/"), unsafe rmdir(folder) == 0 {
      folder = Disk.folder(of: folder)
    }
  }
}
