// Everything that a site is made from, as hashes.

internal import Handbook
internal import Text

/// Hashes of all that a build reads: content, theme, fonts, settings, and the program itself.
struct BuildInputs: Sendable {
  /// Of the theme and the fonts.
  let theme: String
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
    theme = try Self.theme(content, settings)
    let copied = try await content.files.mapConcurrently(width: settings.workers) {
      (file) throws(BuildProblem) in "\(file.text) \(SHA256.hex(try folder.read(file)))"
    }
    all = Self.hash(
      zip(files, hashes).map { "\($0.path.text) \($1)" } + copied
        + content.diagnostics.map { "\($0.rule.id) \($0.path.text) \($0.message)" }
        + [
          try Self.program(), theme, settings.version, "\(settings.today)", settings.content,
          "\(settings.includesDrafts) \(settings.precompresses)",
        ])
  }

  /// The theme and the fonts.
  ///
  /// - Throws: whatever the build itself would throw for a theme that is not there.
  static func theme(_ content: ContentFiles, _ settings: Settings) throws(BuildProblem) -> String {
    let (read, _) = HandbookSettings.read(content.settings, today: settings.today)
    let theme = try ThemeFolder.find(
      settings.theme ?? read.configuration.theme, handbook: settings.folder)
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
