// The handbook that a command means where none is named.

internal import Build
internal import Glibc

/// Finds the handbook round the current folder.
enum HandbookFolder {
  /// The current folder, or the nearest above it that is a handbook, as git finds its own.
  static func found() -> String {
    let names = current().split(separator: "/")
    for depth in 0...names.count {
      let folder = depth == 0 ? "." : Array(repeating: "..", count: depth).joined(separator: "/")
      // A folder above is a handbook by its settings, or where its content is what we stand in.
      let isFrom = depth == 0 || names[names.count - depth] == "Content"
      let file = isFrom ? "Content/." : "Content/handbook.yml"
      if access("\(folder)/\(file)", F_OK) == 0 { return folder }
    }
    return "."
  }

  /// The path from a content folder to the current one where that is inside; nil elsewhere.
  static func place(in content: String) -> String? {
    guard let path = realpath(content, nil) else { return nil }
    defer { free(path) }
    let root = String(cString: path) + "/"
    let current = current() + "/"
    return current.hasPrefix(root) ? String(current.dropFirst(root.count)) : nil
  }

  private static func current() -> String { absolute(".") }

  /// A folder's path from the root; empty where the system does not say.
  static func absolute(_ folder: String) -> String {
    guard let path = realpath(folder, nil) else { return "" }
    defer { free(path) }
    return String(cString: path)
  }
}
