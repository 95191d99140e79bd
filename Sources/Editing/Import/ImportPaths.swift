// Paths of what is imported, as texts.

internal import Text

/// `README.md` and `_index.md` are called `index.md` here.
enum IndexName {
  /// - Parameters:
  ///   - path: of a page below the folder of pages.
  ///   - files: of the source: beside an `index.md`, a `README.md` is a page like any other.
  ///   - folder: the folder of pages; empty for the source's own.
  /// - Returns: the path that the page has here.
  static func of(_ path: String, among files: [String: [UInt8]], in folder: String) -> String {
    let parts = path.parts(at: "/")
    guard let last = parts.last?.lowercased(), ["readme.md", "_index.md"].contains(last) else {
      return path
    }
    let index = (parts.dropLast() + ["index.md"]).joined(separator: "/")
    let isTaken =
      last == "readme.md"
      && ["index.md", "_index.md"].contains { name in
        let near = (parts.dropLast() + [Substring(name)]).joined(separator: "/")
        return files[folder.isEmpty ? near : "\(folder)/\(near)"] != nil
      }
    return isTaken ? path : index
  }

  /// Where pages go: as ``of(_:among:in:)`` says, and without a `_` that would hide them.
  static func places(
    _ paths: [String], among files: [String: [UInt8]], in folder: String
  ) -> [String: String] {
    var result: [String: String] = [:]
    var taken: Set<String> = []
    let named = paths.map { path in
      let index = of(path, among: files, in: folder)
      let plain = index.pathNames.map { String($0.drop { $0 == "_" }) }.joined(separator: "/")
      return (path: path, place: plain, isHidden: plain != index)
    }
    // A page that nothing hides keeps its name.
    for page in named.filter({ !$0.isHidden }) + named.filter(\.isHidden) {
      let place = ImportResult.free(page.place, taken.contains)
      taken.insert(place)
      result[page.path] = place
    }
    return result
  }
}

/// Paths as texts.
enum PathText {
  /// A path from a folder, `.` and `..` worked out.
  static func joined(_ folder: String, _ path: String) -> String {
    var parts = path.begins(with: "/") ? [] : folder.pathNames
    for part in path.pathNames where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return parts.joined(separator: "/")
  }
}
