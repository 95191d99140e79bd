// A page as people name it: a path from where they stand, from the content, with or without .md.

internal import ArgumentParser
internal import Build
internal import Handbook
internal import Text

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

  /// A name as paths below the content, likeliest first: from where one stands, then from the content.
  static func paths(_ name: String, content: String) -> [String] {
    let fromContent = pathsFromContent(name, content: content)
    guard let place = HandbookFolder.place(in: content), !place.isEmpty, !name.begins(with: "/")
    else { return fromContent }
    var parts: [Substring] = []
    for part in (place + name).parts(at: "/") where part != "." && !part.isEmpty {
      if part == "..", !parts.isEmpty { parts.removeLast() } else { parts.append(part) }
    }
    let end = name.ends(with: "/") && name.utf8.count > 1 && !parts.isEmpty ? "/" : ""
    return pathsFromContent(parts.joined(separator: "/") + end, content: content) + fromContent
  }

  private static func pathsFromContent(_ name: String, content: String) -> [String] {
    var name = name[...]
    while name.begins(with: "./") { name = Substring(name.utf8.dropFirst(2)) }
    while name.utf8.count > 1, name.ends(with: "/") { name = Substring(name.utf8.dropLast()) }
    var paths = [String(name)]
    var folder = content[...]
    while folder.begins(with: "./") { folder = Substring(folder.utf8.dropFirst(2)) }
    for prefix in [String(folder) + "/", "Content/", "/"] where name.begins(with: prefix) {
      paths.insert(String(decoding: name.utf8.dropFirst(prefix.utf8.count), as: UTF8.self), at: 0)
    }
    return paths
  }

  /// The path of a page that is to be made; nil where there can be no page, or it would be left
  /// out of the site.
  static func newPage(_ name: String, content: String) -> ContentPath? {
    var path = paths(name, content: content)[0]
    if name.ends(with: "/") { path += "/index.md" }
    if !path.ends(with: ".md") { path += ".md" }
    return placed(path, name, content: content)
  }

  /// A path below the content; nil where what stands there would be left out of the site.
  private static func placed(_ path: String, _ name: String, content: String) -> ContentPath? {
    // A path from the root of the machine is hardly meant to be one in the content.
    if name.begins(with: "/"), !name.begins(with: content + "/") { return nil }
    let parts = path.parts(at: "/")
    let isPlain = parts.allSatisfy { part in
      !part.begins(with: ".") && !part.begins(with: "_") && part != ".md"
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
        || handbook.files.contains { $0.text.isOrLies(in: path) }
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
    let last = String(decoding: from.utf8.lastPart, as: UTF8.self)
    if path.isEmpty || path == "." || path == "/" {
      path = last
    } else if name.ends(with: "/") || handbook.folders.folders[path] != nil {
      path += "/" + last
    } else if isPage, !path.ends(with: ".md"), !path.ends(with: ".markdown") {
      path += ".md"
    }
    // A file that is no page would become one by its name.
    if isFile, !isPage, path.ends(with: ".md") { return nil }
    return placed(path, name, content: content)?.text
  }
}
