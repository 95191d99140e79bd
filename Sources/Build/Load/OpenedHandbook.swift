// The handbook that somebody means who has opened some folders in an editor.

internal import Glibc

/// The handbook of the folders that an editor has open: one of them, the one they lie in, or the only
/// one below.
package struct OpenedHandbook: Sendable {
  /// Nil where there is none, or no telling which.
  package let folder: String?
  /// What its person has to know: that there is none, or that it is not the open folder itself.
  package let words: String?

  /// - Parameters:
  ///   - given: the folder that the command line names.
  ///   - opened: folders, absolute.
  ///   - content: the content folder that the command line names.
  package init(given: String?, _ opened: [String], content: String?) {
    if let folder = given ?? (content == nil ? nil : opened.first ?? ".") {
      (self.folder, words) = (folder, nil)
      return
    }
    let opened = opened.isEmpty ? ["."] : opened
    if let own = opened.first(where: { Self.exists(Disk.join($0, "Content/.")) }) {
      (folder, words) = (own, nil)
      return
    }
    if let above = opened.lazy.compactMap(Self.handbook(above:)).first {
      (folder, words) = (
        above, "this folder is part of the handbook \(above), which is checked as a whole"
      )
      return
    }
    let below = opened.flatMap { Self.handbooks(below: $0) }.sorted()
    folder = below.count == 1 ? below[0] : nil
    words = Self.words(below)
  }

  private static func words(_ below: [String]) -> String {
    switch below.count {
    case 0:
      "no handbook is here, so nothing is checked: open the folder that holds its folder Content"
    case 1: "the handbook is \(below[0])"
    default:
      "\(below.count) handbooks are here, so none is checked: open one of them alone, "
        + below.prefix(3).joined(separator: ", ") + (below.count > 3 ? " …" : "")
    }
  }

  private static func handbook(above folder: String) -> String? {
    var inner = folder
    while Disk.folder(of: inner) != inner, Disk.folder(of: inner) != "." {
      let outer = Disk.folder(of: inner)
      let file = Disk.name(of: inner) == "Content" ? "Content/." : "Content/handbook.yml"
      if exists(Disk.join(outer, file)) { return outer }
      inner = outer
    }
    return nil
  }

  /// Folders that hold `Content/handbook.yml`, a few levels down.
  ///
  /// Looks at so many folders at most: what an editor opens can be a whole disk.
  private static func handbooks(below folder: String) -> [String] {
    var found: [String] = []
    var level = [folder]
    var left = 5_000
    for _ in 0..<4 {
      var next: [String] = []
      for parent in level where left > 0 {
        for name in folders(in: parent) {
          left -= 1
          let path = Disk.join(parent, name)
          if exists(Disk.join(path, "Content/handbook.yml")) {
            found.append(path)
          } else {
            next.append(path)
          }
        }
      }
      level = next
    }
    return found
  }

  /// The names of the folders in one, without those that no handbook is written in; none where it
  /// cannot be read.
  private static func folders(in path: String) -> [String] {
    do throws(BuildProblem) {
      return try Disk.entries(of: path).filter { $0.kind == .folder && $0.isText && !$0.isHidden }
        .map(\.name).filter { $0 != "node_modules" && $0 != "Output" }
    } catch {
      return []
    }
  }

  private static func exists(_ path: String) -> Bool { unsafe access(path, F_OK) == 0 }
}
