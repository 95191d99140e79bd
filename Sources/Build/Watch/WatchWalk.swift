// Walks what is watched, as it is at the moment: what vanishes meanwhile is left out.

/// The folders and files below watched folders.
enum WatchWalk {
  /// The most folders that are watched: links that lead back and forth multiply without end.
  private static let limit = 50_000

  /// What a polling watch compares.
  struct Stamp: Equatable {
    let size: Int
    let modified: Int
    let identity: Disk.Identity
  }

  /// Every folder, with the names in it that matter; nil for all.
  static func folders(_ roots: [WatchedFolder]) -> [String: Set<String>?] {
    var found: [String: Set<String>?] = [:]
    visit(roots) { folder, names in
      // A folder that is watched whole stays so.
      if let earlier = found[folder] {
        found.updateValue(earlier.flatMap { names?.union($0) }, forKey: folder)
      } else {
        found.updateValue(names, forKey: folder)
      }
    } file: { _ in
    }
    return found
  }

  /// Every file that matters.
  static func stamps(_ roots: [WatchedFolder]) -> [String: Stamp] {
    var found: [String: Stamp] = [:]
    visit(roots) { _, _ in
    } file: { path in
      if let facts = facts(path) {
        found[path] = Stamp(
          size: facts.size, modified: facts.modified, identity: facts.identity)
      }
    }
    return found
  }

  private static func visit(
    _ roots: [WatchedFolder], folder: (String, Set<String>?) -> Void, file: (String) -> Void
  ) {
    var seen: Set<Disk.Identity> = []
    var pending = roots.filter { $0.names == nil }.map(\.path)
    for root in roots where root.names != nil && facts(root.path)?.kind == .folder {
      folder(root.path, root.names)
    }
    while let path = pending.popLast(), seen.count < limit {
      guard let facts = facts(path), facts.kind == .folder else { continue }
      if !seen.insert(facts.identity).inserted { continue }
      folder(path, nil)
      for entry in entries(path) where !PassingNames.has(entry.name) && entry.isText {
        let below = Disk.join(path, entry.name)
        switch entry.kind {
        case .folder: pending.append(below)
        case .file: file(below)
        case .link: if isFolder(below) { pending.append(below) } else { file(below) }
        case .other: continue
        }
      }
    }
  }

  private static func isFolder(_ path: String) -> Bool { facts(path)?.kind == .folder }

  private static func facts(_ path: String) -> Disk.Facts? {
    do throws(BuildProblem) { return try Disk.facts(path) } catch { return nil }
  }

  private static func entries(_ path: String) -> [Disk.Entry] {
    do throws(BuildProblem) { return try Disk.entries(of: path) } catch { return [] }
  }
}
