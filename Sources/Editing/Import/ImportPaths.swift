// Paths of what is imported, as texts.

internal import Text

/// `README.md` and `_index.md` are called `index.md` here.
enum IndexName {
  static func of(_ path: String) -> String {
    let parts = path.parts(at: "/")
    let isIndex = ["readme.md", "_index.md"].contains(parts.last?.lowercased() ?? "")
    return isIndex ? (parts.dropLast() + ["index.md"]).joined(separator: "/") : path
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
