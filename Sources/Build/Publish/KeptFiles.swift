// What stands in a site's folder and is not the site's: kept where a setting names it, else named.

internal import Handbook
internal import Text

/// Files and folders of the output that `keep:` in `handbook.yml` names.
struct KeptFiles: Sendable {
  /// Below the site's top, without slashes at either end.
  let paths: [String]

  init(_ paths: [String] = []) { self.paths = paths }

  /// Whether a file or folder is one of them, or lies in one.
  func cover(_ path: String) -> Bool { paths.contains { path.isOrLies(in: $0) } }

  /// Whether one of them lies in a folder.
  func lie(in folder: String) -> Bool { paths.contains { $0.isOrLies(in: folder) } }

  /// Whether a name at the top of an output belongs to the user: hidden names always do.
  func own(_ entry: Disk.Entry) -> Bool {
    entry.isHidden || cover(entry.name) || entry.kind == .folder && lie(in: entry.name)
  }

  /// Moves what is the user's from a site's folder to the one that took its place.
  func carry(from old: String, to new: String) throws(BuildProblem) {
    try carry("", from: old, to: new)
  }

  private func carry(
    _ prefix: String, from old: String, to new: String
  ) throws(BuildProblem) {
    for entry in try Disk.entries(of: Disk.join(old, prefix)) where entry.isText {
      let path = prefix + entry.name
      let isTheirs = cover(path) || prefix.isEmpty && entry.isHidden
      let target = Disk.join(new, path)
      if isTheirs, try Disk.facts(target, followingLink: false) == nil {
        try Disk.createFolders(Disk.folder(of: target))
        try Disk.rename(Disk.join(old, path), to: target)
      } else if entry.kind == .folder, cover(path) || lie(in: path) {
        try carry(path + "/", from: old, to: new)
      }
    }
  }

  /// The paths of all that would be lost if a site's folder was replaced, sorted: what neither its
  /// manifest nor `keep:` names.
  ///
  /// - Parameters:
  ///   - folder: of the site.
  ///   - manifest: what the site says that it holds; nil where that cannot be read.
  ///   - next: the folder that is to take its place, if it stands: a file that both have is lost too.
  ///   - isNamed: whether the manifest names all that is the site's; where it may be damaged, what `next`
  ///     has is the site's as well.
  /// - Returns: paths below the folder.
  /// - Throws: `file` where the folder cannot be listed.
  func strangers(
    in folder: String, _ manifest: SiteManifest?, replacedBy next: String? = nil,
    isNamed: Bool = true
  ) throws(BuildProblem) -> [String] {
    var found: [String] = []
    for (path, kind) in try SiteFiles.list(folder) where manifest?.names(path) != true {
      if !isNamed, let next, try Disk.facts(Disk.join(next, path), followingLink: false) != nil {
        continue
      }
      if cover(path) {
        guard kind != .folder, let next,
          try Disk.facts(Disk.join(next, path), followingLink: false) != nil
        else { continue }
      }
      if !Litter.isSystems(String(decoding: path.utf8.lastPart, as: UTF8.self)) {
        found.append(path)
      }
    }
    return found.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}

/// The files of a site as they stand on the disk.
enum SiteFiles {
  /// Everything below a folder but folders, the manifest, and hidden names at the top, which are the
  /// user's; an empty folder stands for itself, with a slash behind its name.
  ///
  /// - Returns: paths in no order: an array, as a dictionary takes é and e with an accent for one.
  static func list(
    _ root: String
  ) throws(BuildProblem) -> [(path: String, kind: Disk.Kind)] {
    var found: [(path: String, kind: Disk.Kind)] = []
    var pending = [""]
    while let prefix = pending.popLast() {
      let entries = try Disk.entries(of: prefix.isEmpty ? root : Disk.join(root, prefix))
      if entries.isEmpty, !prefix.isEmpty { found.append((prefix, .folder)) }
      for entry in entries where !(prefix.isEmpty && entry.isHidden) {
        let path = prefix + entry.name
        if path == SiteManifest.name { continue }
        if entry.kind == .folder, entry.isText {
          pending.append(path + "/")
        } else {
          found.append((path, entry.kind))
        }
      }
    }
    return found
  }
}
