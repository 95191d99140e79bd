// Everything that a site is made from, as hashes.

internal import Handbook
internal import Text

/// Hashes of all that a build reads: content, theme, fonts, settings, and the program itself.
struct BuildInputs: Sendable {
  /// Of every copied file.
  private let copied: [String: String]
  /// When each file of the theme and each font was last changed, before it was read.
  let stamps: [String: String]
  /// One hash of it all.
  let all: String

  /// Hashes the content, and reads and hashes all the rest: files to copy, theme, fonts.
  ///
  /// - Throws: whatever the build itself would throw for a file that is not there.
  init(
    _ content: ContentFiles, in folder: ContentFolder, _ settings: Settings
  ) async throws(BuildProblem) {
    let files = content.texts.values.sorted { $0.path < $1.path }
    let hashes = await files.mapConcurrently(width: settings.workers) { SHA256.hex($0.bytes) }
    stamps = try Self.stamps(content, settings)
    let theme = try Self.theme(content, settings)
    let copies = try await content.files.mapConcurrently(width: settings.workers) {
      (file) throws(BuildProblem) in SHA256.hex(try folder.read(file))
    }
    copied = Dictionary(firstWins: zip(content.files.map(\.text), copies))
    all = Self.hash(
      zip(files, hashes).map { "\($0.path.text) \($1)" }
        + zip(content.files, copies).map { "\($0.text) \($1)" }
        + content.diagnostics.map { "\($0.rule.id) \($0.path.text) \($0.message)" }
        + [
          try Self.program(), theme, settings.version, "\(settings.today)", settings.content,
          "\(settings.includesDrafts) \(settings.precompresses)",
        ])
  }

  /// Whether a site was made from these: each file that was copied had these bytes when it was written.
  func hold(for publication: Publication) -> Bool {
    publication.copied.allSatisfy { copied[$0.key] == $0.value }
  }

  /// Which files the theme and the fonts are, and when they last changed.
  ///
  /// Bytes would not tell of a file that changed, was read, and changed back; the system's own date of
  /// its change does, as no program can set it.
  static func stamps(
    _ content: ContentFiles, _ settings: Settings
  ) throws(BuildProblem) -> [String: String] {
    let theme = try theme(of: content, settings)
    var paths = try FontFiles.fonts(of: theme, read: [], handbook: settings.folder)
    _ = try theme.files { (path) throws(BuildProblem) in
      paths.append(path)
      return []
    }
    var stamps: [String: String] = [:]
    for path in paths {
      let facts = try Disk.facts(path)
      stamps[path] = facts.map { "\($0.identity) \($0.size) \($0.changed)" }
    }
    return stamps
  }

  private static func theme(
    of content: ContentFiles, _ settings: Settings
  ) throws(BuildProblem) -> ThemeFolder {
    let (read, _) = HandbookSettings.read(content.settings, today: settings.today)
    return try ThemeFolder.find(
      settings.theme ?? read.configuration.theme, handbook: settings.folder)
  }

  /// The theme and the fonts.
  ///
  /// - Throws: whatever the build itself would throw for a theme that is not there.
  private static func theme(_ content: ContentFiles, _ settings: Settings) throws(BuildProblem)
    -> String
  {
    let theme = try theme(of: content, settings)
    var lines = try theme.files().sorted { $0.key < $1.key }.map {
      "\($0.key) \(SHA256.hex($0.value))"
    }
    for font in try FontFiles.fonts(of: theme, read: [], handbook: settings.folder) {
      lines.append("\(font) \(SHA256.hex(try Disk.read(font)))")
    }
    return hash([theme.path] + lines)
  }

  /// The executable, by its path, its size and the time it was written.
  private static func program() throws(BuildProblem) -> String {
    let path = try Disk.realPath("/proc/self/exe")
    guard let facts = try Disk.facts(path) else { return path }
    return "\(path) \(facts.size) \(facts.modified)"
  }

  /// One hash of lines; none holds a line break.
  private static func hash(_ lines: [String]) -> String {
    SHA256.hex(Array(lines.joined(separator: "\n").utf8))
  }
}
