// Reading what is imported, and writing what becomes of it.

package import Editing
internal import Handbook
internal import Text

/// Where an import comes from and goes to.
package struct ImportFiles: Sendable {
  private let source: String
  /// Folders at the top of other tools' sources that hold what they made, or how it looks.
  private static let skipped: Set<String> = [
    "book", "site", "public", "resources", "node_modules", "themes", "layouts", "target", "venv",
  ]

  /// - Parameter source: a folder or a file.
  package init(_ source: String) { self.source = source }

  /// The last part of the source's path.
  package var name: String {
    Disk.name(of: source.ends(with: "/") ? String(source.dropLast()) : source)
  }

  /// Whether the source is one file.
  package func isFile() throws(BuildProblem) -> Bool {
    guard let facts = try Disk.facts(source) else {
      throw .file(FileFailure(.find, source, code: FileFailure.gone))
    }
    return facts.kind == .file
  }

  /// Every file of the source; hidden ones and what other tools made left out.
  package func read() throws(BuildProblem) -> ImportSource {
    if try isFile() {
      return ImportSource(name: name, files: [name: try Disk.read(source)])
    }
    var files: [String: [UInt8]] = [:]
    var pending = [""]
    while let prefix = pending.popLast() {
      for entry in try Disk.entries(of: Disk.join(source, prefix))
      where !entry.isHidden && entry.isText {
        if prefix.isEmpty, Self.skipped.contains(entry.name) { continue }
        switch entry.kind {
        case .folder: pending.append(prefix + entry.name + "/")
        case .file:
          files[prefix + entry.name] = try Disk.read(Disk.join(source, prefix + entry.name))
        case .link, .other: continue
        }
      }
    }
    return ImportSource(name: name, files: files)
  }

  /// Writes what was imported into a handbook, new or not.
  ///
  /// - Parameters:
  ///   - result: what was imported.
  ///   - files: the source's files, to copy from.
  ///   - content: the content folder.
  /// - Returns: whether `handbook.yml` was written; one that is there is left alone.
  /// - Throws: `taken` before anything is written, where a file is there already.
  package func write(
    _ result: ImportResult, _ files: [String: [UInt8]], to content: String
  ) throws(BuildProblem) -> Bool {
    var made = result.pages
    for (path, origin) in result.copies { made[path] = files[origin] }
    let editor = EditorFiles()
    for path in made.keys.sorted() where try editor.exists(Disk.join(content, path)) {
      throw .taken(path: Disk.join(content, path))
    }
    for path in made.keys.sorted() {
      try editor.create(Disk.join(content, path), made[path] ?? [])
    }
    let settings = Disk.join(content, ContentPath.configuration.text)
    if try editor.exists(settings) { return false }
    try editor.create(settings, Array(result.configuration.utf8))
    return true
  }
}
