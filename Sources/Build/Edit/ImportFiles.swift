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

  /// The most that is read, in bytes: all of it stands in memory.
  private static let mostBytes = 2 << 30
  private static let mostFileBytes = 256 << 20

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
      return ImportSource(name: name, files: [name: try read(source)])
    }
    var files: [String: [UInt8]] = [:]
    var bytes = 0
    var pending = [""]
    while let prefix = pending.popLast() {
      for entry in try Disk.entries(of: Disk.join(source, prefix))
      where !entry.isHidden && entry.isText {
        if prefix.isEmpty, Self.skipped.contains(entry.name) { continue }
        switch entry.kind {
        case .folder: pending.append(prefix + entry.name + "/")
        case .file:
          let file = try read(Disk.join(source, prefix + entry.name))
          bytes += file.count
          if bytes > Self.mostBytes { throw .tooLarge(path: source, limit: Self.mostBytes) }
          if files.count == Limits.names { throw .tooManyFiles(limit: Limits.names) }
          files[prefix + entry.name] = file
        case .link, .other: continue
        }
      }
    }
    return ImportSource(name: name, files: files)
  }

  private func read(_ path: String) throws(BuildProblem) -> [UInt8] {
    let bytes = try Disk.read(path, atMost: Self.mostFileBytes + 1, followingLink: path == source)
    if bytes.count > Self.mostFileBytes { throw .tooLarge(path: path, limit: Self.mostFileBytes) }
    return bytes
  }

  /// Puts what was imported among edits of a content folder, new or not.
  ///
  /// - Parameters:
  ///   - result: what was imported.
  ///   - files: the source's files, to copy from.
  ///   - edits: get every file.
  ///   - content: the content folder.
  /// - Returns: whether `handbook.yml` is made; one that is there is left alone.
  /// - Throws: `file` where the content folder cannot be looked at.
  package func add(
    _ result: ImportResult, _ files: [String: [UInt8]], to edits: inout Edits, content: String
  ) throws(BuildProblem) -> Bool {
    var made = result.pages
    for (path, origin) in result.copies { made[path] = files[origin] }
    for path in made.keys.sorted() { edits.make(path, made[path] ?? []) }
    let settings = ContentPath.configuration.text
    if try EditorFiles().exists(Disk.join(content, settings)) { return false }
    edits.make(settings, Array(result.configuration.utf8))
    return true
  }
}
