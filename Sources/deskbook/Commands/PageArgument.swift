// A page as people name it: a path from where they stand, from the content, with or without .md.

internal import ArgumentParser
internal import Build
internal import Handbook

/// Finds the page that an argument means.
enum PageArgument {
  /// The page of a name, or the nearest names.
  static func find(
    _ name: String, in handbook: Handbook, content: String
  ) -> Result<Page, NotFound> {
    for path in paths(name, content: content) {
      if let index = handbook.page(at: path) ?? handbook.page(at: path + ".md") {
        return .success(handbook.pages[index])
      }
      if let index = handbook.folders.folders[path]?.index {
        return .success(handbook.pages[index])
      }
    }
    return .failure(
      NotFound(
        name: name,
        help: Suggestion.nearest(
          to: paths(name, content: content)[0], in: handbook.pages.map(\.path.text)
        )
        .map { "did you mean \($0)?" } ?? "deskbook list shows every page"))
  }

  /// No page has this name.
  struct NotFound: Error {
    let name: String
    let help: String
  }

  /// A name as paths below the content, likeliest first.
  static func paths(_ name: String, content: String) -> [String] {
    var name = name[...]
    while name.hasPrefix("./") { name = name.dropFirst(2) }
    while name.count > 1, name.hasSuffix("/") { name = name.dropLast() }
    var paths = [String(name)]
    var folder = content[...]
    while folder.hasPrefix("./") { folder = folder.dropFirst(2) }
    for prefix in [String(folder) + "/", "Content/", "/"] where name.hasPrefix(prefix) {
      paths.insert(String(name.dropFirst(prefix.count)), at: 0)
    }
    return paths
  }

  /// The path of a page that is to be made; nil where a page cannot stand or would be left out.
  static func newPage(_ name: String, content: String) -> ContentPath? {
    var path = paths(name, content: content)[0]
    // A path from the root of the machine is hardly meant to be one in the content.
    if name.hasPrefix("/"), !name.hasPrefix(content + "/") { return nil }
    if name.hasSuffix("/") { path += "/index.md" }
    if !path.hasSuffix(".md") { path += ".md" }
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    let isPlain = parts.allSatisfy { part in
      !part.hasPrefix(".") && !part.hasPrefix("_") && part != ".md"
        && part.unicodeScalars.allSatisfy {
          $0.value >= 0x20 && $0.value != 0x7F && $0 != "\\" && $0 != ":"
        }
    }
    if !isPlain { return nil }
    do throws(ContentPath.Problem) { return try ContentPath(path) } catch { return nil }
  }

  /// Whether a page stands for its folder.
  static func isIndex(_ path: ContentPath) -> Bool {
    ["index", "readme"].contains(path.stem.lowercased())
  }
}
