// Every path of the content by name and by folder, to find the one that a broken link may mean.

internal import Synchronization
internal import Text

/// Paths of pages and files, for suggestions; indexed when the first broken link asks.
final class PathIndex: Sendable {
  private let paths: [ContentPath]
  private let names = Mutex<PathNames?>(nil)

  init(_ paths: [ContentPath]) { self.paths = paths }

  /// The path that a wrong one most likely means; nil where none is near.
  ///
  /// It is one of the same name elsewhere, else one of a similar name in its folder or in the
  /// page's, else a similar path.
  func nearest(to target: String, from page: ContentPath) -> Likely? {
    let names = names.withLock { names in
      let made = names ?? PathNames(paths)
      names = made
      return made
    }
    return names.nearest(to: target, from: page)
  }
}

/// The paths, indexed for each of these searches.
private struct PathNames: Sendable {
  private let all: [String]
  private var byName: [String: [String]] = [:]
  /// Names by folder, and by folder with the first three letters of the name.
  private var byFolder: [String: [String]] = [:]
  private var byBeginning: [String: [String]] = [:]

  /// Longer lists of names are not compared one by one: ten thousand pages with a broken link each
  /// are to be checked in seconds.
  private static let few = 300

  init(_ paths: [ContentPath]) {
    all = paths.map(\.text)
    for path in paths {
      byName[path.name.lowercased(), default: []].append(path.text)
      byFolder[path.folder, default: []].append(path.name)
      byBeginning[Self.beginning(of: path.name, in: path.folder), default: []].append(path.name)
    }
  }

  func nearest(to target: String, from page: ContentPath) -> Likely? {
    let slash = target.utf8.lastIndex(of: UInt8(ascii: "/"))
    let name = String(decoding: target.utf8.lastPart, as: UTF8.self)
    let sameName = byName[name.lowercased()] ?? []
    if sameName.count == 1 { return sameName.first.map { Likely(name: $0, isSure: true) } }
    if let found = nearest(to: target, in: sameName) { return found }
    for folder in [slash.map { String(target[..<$0]) } ?? "", page.folder] {
      if let found = nearest(to: name, inFolder: folder) {
        return folder.isEmpty
          ? found : Likely(name: "\(folder)/\(found.name)", isSure: found.isSure)
      }
    }
    return nearest(to: target, in: all)
  }

  private func nearest(to name: String, inFolder folder: String) -> Likely? {
    let names = byFolder[folder] ?? []
    if names.count <= Self.few { return nearest(to: name, in: names) }
    return nearest(to: name, in: byBeginning[Self.beginning(of: name, in: folder)] ?? [])
  }

  private func nearest(to text: String, in candidates: [String]) -> Likely? {
    candidates.count > Self.few ? nil : Suggestion.likely(text, in: candidates)
  }

  private static func beginning(of name: String, in folder: String) -> String {
    "\(folder)/\(name.prefix(3).lowercased())"
  }
}
