// Every path of the content by its name and its folder, so that a broken link finds its like.

internal import Synchronization
internal import Text

/// Paths of pages and files, for suggestions; sorted out when the first link is broken.
final class PathIndex: Sendable {
  private let paths: [ContentPath]
  private let names = Mutex<PathNames?>(nil)

  init(_ paths: [ContentPath]) { self.paths = paths }

  /// The path that a wrong one most likely means: of the same name elsewhere, else of a like name in
  /// its folder or in the page's.
  func nearest(to target: String, from page: ContentPath) -> String? {
    let names = names.withLock { names in
      let made = names ?? PathNames(paths)
      names = made
      return made
    }
    return names.nearest(to: target, from: page)
  }
}

/// The names of paths by all that they are looked for by.
private struct PathNames: Sendable {
  private let all: [String]
  private var byName: [String: [String]] = [:]
  /// Names in each folder, and in each folder those that begin alike.
  private var byFolder: [String: [String]] = [:]
  private var byBeginning: [String: [String]] = [:]

  /// More names than this are not compared one by one, so that ten thousand pages with a broken link
  /// each are checked in seconds.
  private static let few = 300

  init(_ paths: [ContentPath]) {
    all = paths.map(\.text)
    for path in paths {
      byName[path.name.lowercased(), default: []].append(path.text)
      byFolder[path.folder, default: []].append(path.name)
      byBeginning[Self.beginning(of: path.name, in: path.folder), default: []].append(path.name)
    }
  }

  func nearest(to target: String, from page: ContentPath) -> String? {
    let slash = target.utf8.lastIndex(of: UInt8(ascii: "/"))
    let name = String(decoding: target.utf8.lastPart, as: UTF8.self)
    let sameName = byName[name.lowercased()] ?? []
    if sameName.count == 1 { return sameName.first }
    if let found = nearest(to: target, in: sameName) { return found }
    for folder in [slash.map { String(target[..<$0]) } ?? "", page.folder] {
      if let found = nearest(to: name, inFolder: folder) {
        return folder.isEmpty ? found : "\(folder)/\(found)"
      }
    }
    return nearest(to: target, in: all)
  }

  private func nearest(to name: String, inFolder folder: String) -> String? {
    let names = byFolder[folder] ?? []
    if names.count <= Self.few { return nearest(to: name, in: names) }
    return nearest(to: name, in: byBeginning[Self.beginning(of: name, in: folder)] ?? [])
  }

  private func nearest(to text: String, in candidates: [String]) -> String? {
    candidates.count > Self.few ? nil : Suggestion.nearest(to: text, in: candidates)
  }

  private static func beginning(of name: String, in folder: String) -> String {
    "\(folder)/\(name.prefix(3).lowercased())"
  }
}
