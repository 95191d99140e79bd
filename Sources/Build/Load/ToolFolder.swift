// What comes with the tool and is read at run time: themes and templates.

/// Folders that stand beside the tool.
package enum ToolFolder {
  /// The folders of a name that exist, nearest first.
  ///
  /// They stand in any folder above the real path of the executable, or in `share/deskbook` there,
  /// so that a build tree, `/usr/local` and an unpacked archive all work. Where none is there, those
  /// nearest to the executable are given, to be named as places looked in.
  static func all(_ name: String, above executable: String) throws(BuildProblem) -> [String] {
    var found: [String] = []
    let start = Disk.folder(of: try Disk.realPath(executable))
    var folder = start
    while true {
      for below in [name, "share/deskbook/\(name)"] {
        let path = Disk.join(folder, below)
        if try Disk.facts(path)?.kind == .folder { found.append(path) }
      }
      if folder == "/" { break }
      folder = Disk.folder(of: folder)
    }
    let nearest = [name, "share/deskbook/\(name)"].map { Disk.join(start, $0) }
    return found.isEmpty ? nearest : found
  }

  /// Every file of a folder by its path below it, hidden ones if asked for.
  static func files(
    of path: String, hidden: Bool,
    read: (String) throws(BuildProblem) -> [UInt8] = { (path) throws(BuildProblem) in
      try Disk.read(path)
    }
  ) throws(BuildProblem) -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    var pending = [""]
    while let prefix = pending.popLast() {
      for entry in try Disk.entries(of: Disk.join(path, prefix)) where hidden || !entry.isHidden {
        let below = prefix + entry.name
        switch entry.kind {
        case .folder: pending.append(below + "/")
        case .file: files[below] = try read(Disk.join(path, below))
        case .link where try Disk.facts(Disk.join(path, below))?.kind == .file:
          files[below] = try read(Disk.join(path, below))
        case .link, .other: continue
        }
      }
    }
    return files
  }
}

/// The templates of pages and of a whole handbook.
package struct TemplateFolder: Sendable {
  private static let starter = "Themes/starter"
  private let places: [String]

  /// Finds templates: in the handbook's own `Themes/starter` first, if there is one, else beside the tool.
  package init(handbook: String?, executable: String = "/proc/self/exe") throws(BuildProblem) {
    places =
      (handbook.map { [Disk.join($0, Self.starter)] } ?? [])
      + (try ToolFolder.all(Self.starter, above: executable))
  }

  /// The template of a kind of page.
  ///
  /// - Throws: `noTemplate` with the places looked in.
  package func page(_ kind: String) throws(BuildProblem) -> [UInt8] {
    for place in places {
      let path = Disk.join(place, "pages/\(kind).md")
      if try Disk.facts(path)?.kind == .file { return try Disk.read(path) }
    }
    throw .noTemplate(name: "pages/\(kind).md", looked: places)
  }

  /// Every file of a new handbook by its path, hidden ones too.
  ///
  /// - Throws: `noTemplate` with the places looked in.
  package func handbook() throws(BuildProblem) -> [String: [UInt8]] {
    for place in places {
      let path = Disk.join(place, "handbook")
      if try Disk.facts(path)?.kind == .folder {
        return try ToolFolder.files(of: path, hidden: true)
      }
    }
    throw .noTemplate(name: "handbook", looked: places)
  }
}

/// The script and the style sheet that a preview adds to its pages.
package enum PreviewFolder {
  private static let name = "Themes/preview"

  /// Its files by name.
  ///
  /// - Throws: `noTemplate` with the places looked in.
  package static func files(
    executable: String = "/proc/self/exe"
  ) throws(BuildProblem) -> [String: [UInt8]] {
    let places = try ToolFolder.all(name, above: executable)
    for place in places where try Disk.facts(place) != nil {
      let files = try ToolFolder.files(of: place, hidden: false)
      if files["preview.js"] != nil, files["preview.css"] != nil { return files }
    }
    throw .noTemplate(name: "preview.js", looked: places)
  }
}
