// Reading what is imported, and writing what becomes of it.

package import Editing
internal import Handbook
internal import Text

/// Where an import comes from and goes to.
package struct ImportFiles: Sendable {
  private let source: String
  /// Folders at the top of other tools' sources that hold what they made, or how it looks, by files that
  /// tell the tool.
  private static let skipped: [(marks: [String], folders: [String])] = [
    (["book.toml"], ["book", "theme"]),
    (["mkdocs.yml", "mkdocs.yaml"], ["site", "venv"]),
    (
      [
        "hugo.toml", "hugo.yaml", "hugo.yml", "config.toml", "config.yaml", "config.yml", "content",
      ],
      ["public", "resources", "themes", "layouts"]
    ),
    (["package.json"], ["node_modules", "dist", "build"]),
  ]
  /// Folders that are not read, by the names at the top of a source.
  static func skipped(among names: Set<String>) -> Set<String> {
    let made = skipped.filter { $0.marks.contains(where: names.contains) }.flatMap(\.folders)
    return Set(made + ["node_modules"])
  }
  /// The one hidden folder that pages have pictures in.
  static let gitBook = ".gitbook"

  /// The most that is read, in bytes: all of it stands in memory.
  static let mostBytes = 2 << 30
  static let mostFileBytes = 256 << 20

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
    var hidden: [String] = []
    var left: [String] = []
    var bytes = 0
    var pending = [""]
    var skipped: Set<String> = []
    while let prefix = pending.popLast() {
      let entries = try Disk.entries(of: Disk.join(source, prefix))
      if prefix.isEmpty {
        let names = Set(entries.map(\.name))
        skipped = Self.skipped(among: names)
      }
      for entry in entries {
        if prefix.isEmpty, skipped.contains(entry.name) { continue }
        if entry.isHidden {
          if entry.kind == .folder { hidden.append(prefix + entry.name) }
          if entry.kind != .folder || entry.name != Self.gitBook { continue }
        }
        if !entry.isText {
          left.append(prefix + entry.name)
          continue
        }
        switch entry.kind {
        case .folder: pending.append(prefix + entry.name + "/")
        case .file:
          let file = try read(Disk.join(source, prefix + entry.name))
          bytes += file.count
          if bytes > Self.mostBytes { throw .tooLarge(path: source, limit: Self.mostBytes) }
          if files.count == Limits.names { throw .tooManyFiles(limit: Limits.names) }
          files[prefix + entry.name] = file
        case .link, .other: left.append(prefix + entry.name)
        }
      }
    }
    return ImportSource(name: name, files: files, hidden: hidden, left: left)
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
  /// - Returns: whether `handbook.yml` is made, one that is there being left alone; and the path of the
  ///   report, from the content.
  /// - Throws: `file` where the content folder cannot be looked at.
  package func add(
    _ result: ImportResult, _ files: [String: [UInt8]], to edits: inout Edits, content: String
  ) throws(BuildProblem) -> (isNew: Bool, report: String) {
    let report = try Self.report(beside: content)
    edits.make(report, Array(ImportReport.text(result, source: name).utf8))
    var made = result.pages
    for (path, origin) in result.copies { made[path] = files[origin] }
    for path in made.keys.sorted() { edits.make(path, made[path] ?? []) }
    let settings = ContentPath.configuration.text
    if try EditorFiles().exists(Disk.join(content, settings)) { return (false, report) }
    edits.make(settings, Array(result.configuration.utf8))
    return (true, report)
  }

  /// A name for the report beside the content, which no earlier one has.
  private static func report(beside content: String) throws(BuildProblem) -> String {
    let (stem, end) = (ImportReport.name.dropLast(3), ".md")
    var (path, number) = ("../\(stem)\(end)", 2)
    while try EditorFiles().exists(Disk.join(content, path)) {
      path = "../\(stem)-\(number)\(end)"
      number += 1
    }
    return path
  }
}
