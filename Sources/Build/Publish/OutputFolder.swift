// The output folder before it is replaced: where it is, and whether it may be.

internal import Handbook
internal import Text

/// The place of a site, judged.
struct OutputFolder: Sendable {
  /// What stands there now.
  enum State: Sendable, Equatable {
    case missing
    /// Nothing but files that hold an empty folder's place.
    case empty
    /// A site that Deskbook made.
    case site
  }

  /// Absolute, without symbolic links.
  let path: String
  let state: State
  /// The permissions of the folder, which its successor gets.
  let mode: UInt32?

  /// The file that every site of Deskbook has at its top.
  static let manifest = SiteManifest.name

  /// What its manifest says near its top.
  private static let signature = "\"generator\": \"Deskbook"

  private static let placeholders: Set<String> = [
    ".git", ".gitattributes", ".gitignore", ".gitkeep", ".nojekyll",
  ]

  /// Looks at the place.
  ///
  /// - Parameters:
  ///   - path: as given by the user; a symbolic link stands for its target.
  ///   - content: the folder that the site is made from.
  ///   - kept: what the site's folder may hold beside it.
  /// - Returns: the place with what stands there, if a site may take it.
  /// - Throws: `outputMeetsContent`, `foreignOutput`, or `file` where the place is no folder.
  static func examine(
    _ path: String, content: ContentFolder, kept: KeptFiles
  ) throws(BuildProblem) -> OutputFolder {
    let real = try resolved(path)
    if real == content.root || isInside(real, content.root) || isInside(content.root, real) {
      throw .outputMeetsContent(output: path, content: content.path)
    }
    guard let facts = try Disk.facts(real) else {
      return OutputFolder(path: real, state: .missing, mode: nil)
    }
    if facts.kind != .folder { throw .file(FileFailure(.list, path, code: FileFailure.notAFolder)) }
    let entries = try Disk.entries(of: real)
    let foreign = entries.first {
      !placeholders.contains($0.name) && ($0.isHidden || !kept.own($0))
    }?
    .name
    if let foreign, try !isSite(real) { throw .foreignOutput(path: path, example: foreign) }
    return OutputFolder(path: real, state: foreign == nil ? .empty : .site, mode: facts.mode)
  }

  private static func isInside(_ path: String, _ folder: String) -> Bool {
    path.begins(with: folder.ends(with: "/") ? folder : folder + "/")
  }

  /// The path without symbolic links, also where its last parts do not exist yet.
  private static func resolved(_ path: String) throws(BuildProblem) -> String {
    if try Disk.facts(path, followingLink: false) != nil { return try Disk.realPath(path) }
    var trimmed = path
    while trimmed.utf8.count > 1, trimmed.ends(with: "/") { trimmed.removeLast() }
    let name = Disk.name(of: trimmed)
    if name == ".." || name == "." || trimmed == "/" { return try Disk.realPath(trimmed) }
    return Disk.join(try resolved(Disk.folder(of: trimmed)), name)
  }

  /// The permissions of the folder, where somebody has chosen them.
  ///
  /// Those that a build gave it by its umask are no choice: they are also those of the folders in it,
  /// which nobody has touched since they were filled. Nil where there is no folder.
  func chosenMode() throws(BuildProblem) -> UInt32? {
    guard let mode, state == .site, mode & 0o7000 == 0,
      let inside = try Disk.facts(Disk.join(path, "assets"), followingLink: false)
    else { return mode }
    let isMade = inside.mode == mode && inside.changed == inside.modified
    return isMade ? nil : mode
  }

  /// Whether a folder's manifest says that Deskbook made it.
  static func isSite(_ folder: String) throws(BuildProblem) -> Bool {
    let manifest = Disk.join(folder, Self.manifest)
    guard try Disk.facts(manifest, followingLink: false)?.kind == .file else { return false }
    let text = String(decoding: try Disk.read(manifest, atMost: 4096), as: UTF8.self)
    return text.contains(signature)
  }
}
