// Every path of the content by its name and its folder, so that a broken link finds its like.

/// Paths of pages and files, for suggestions.
struct PathIndex: Sendable {
  private let all: [String]
  private var byName: [String: [String]] = [:]
  private var byFolder: [String: [String]] = [:]

  /// More paths than this are not compared one by one.
  private static let few = 500

  init(_ paths: [ContentPath]) {
    all = paths.map(\.text)
    for path in paths {
      byName[path.name.lowercased(), default: []].append(path.text)
      byFolder[path.folder, default: []].append(path.text)
    }
  }

  /// The path that a wrong one most likely means: of the same name elsewhere, else of a like name in
  /// its folder or in the page's.
  func nearest(to target: String, from page: ContentPath) -> String? {
    let slash = target.lastIndex(of: "/")
    let name = slash.map { String(target[target.index(after: $0)...]) } ?? target
    let sameName = byName[name.lowercased()] ?? []
    if sameName.count == 1 { return sameName.first }
    if let found = Suggestion.nearest(to: target, in: sameName) { return found }
    for folder in [slash.map { String(target[..<$0]) } ?? "", page.folder] {
      let siblings = byFolder[folder] ?? []
      let prefix = folder.isEmpty ? "" : folder + "/"
      let names = siblings.map { String($0.dropFirst(prefix.count)) }
      if let found = Suggestion.nearest(to: name, in: names) { return prefix + found }
    }
    return all.count > Self.few ? nil : Suggestion.nearest(to: target, in: all)
  }
}
