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

  /// The path of a page that is to be made; nil where there can be no page, or it would be left
  /// out of the site.
  static func newPage(_ name: String, content: String) -> ContentPath? {
    var path = paths(name, content: content)[0]
    if name.hasSuffix("/") { path += "/index.md" }
    if !path.hasSuffix(".md") { path += ".md" }
    return placed(path, name, content: content)
  }

  /// A path below the content; nil where what stands there would be left out of the site.
  private static func placed(_ path: String, _ name: String, content: String) -> ContentPath? {
    // A path from the root of the machine is hardly meant to be one in the content.
    if name.hasPrefix("/"), !name.hasPrefix(content + "/") { return nil }
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

  /// The path of a page, a copied file or a folder that is there.
  static func standing(
    _ name: String, in handbook: Handbook, content: String
  ) -> Result<String, NotFound> {
    for path in paths(name, content: content) {
      if handbook.page(at: path) != nil || handbook.hasFile(at: path) { return .success(path) }
      let isFolder =
        handbook.folders.folders[path] != nil
        || handbook.files.contains { $0.text.hasPrefix(path + "/") }
      if isFolder, !path.isEmpty { return .success(path) }
      if handbook.page(at: path + ".md") != nil { return .success(path + ".md") }
    }
    return find(name, in: handbook, content: content).map(\.path.text)
  }

  /// The new path of something that moves: its old name in a folder, or the path that is given;
  /// nil where it cannot go there.
  static func target(
    _ name: String, of from: String, in handbook: Handbook, content: String
  ) -> String? {
    var path = paths(name, content: content)[0]
    let isPage = handbook.page(at: from) != nil
    let isFile = isPage || handbook.hasFile(at: from)
    let last = String(from.split(separator: "/").last ?? "")
    if path.isEmpty || path == "." || path == "/" {
      path = last
    } else if name.hasSuffix("/") || handbook.folders.folders[path] != nil {
      path += "/" + last
    } else if isPage, !path.hasSuffix(".md"), !path.hasSuffix(".markdown") {
      path += ".md"
    }
    // A file that is no page would become one by its name.
    if isFile, !isPage, path.hasSuffix(".md") { return nil }
    return placed(path, name, content: content)?.text
  }
}
