// Everything that a site is made from, as hashes.

internal import Cards
internal import Handbook

/// Hashes of all that a build read.
struct BuildInputs: Sendable {
  /// Of every text, by path.
  let texts: [ContentPath: String]
  /// Of every file that is copied, after its name.
  let files: [String]
  /// What was found while reading.
  let findings: [String]
  /// The theme, the fonts, the program, the settings, and the names of copied files: what any page may show.
  let surroundings: [String]
  /// The executable and its libraries.
  let program: [String]

  /// One hash of the surroundings.
  let onSurroundings: String
  /// One hash of it all.
  let hex: String

  init(
    texts: [ContentPath: String], files: [String], findings: [String], surroundings: [String],
    program: [String]
  ) {
    (self.texts, self.files, self.findings) = (texts, files, findings)
    (self.surroundings, self.program) = (surroundings, program)
    onSurroundings = SHA256.hex(Array(surroundings.joined(separator: "\n").utf8))
    let onTexts = texts.sorted { $0.key < $1.key }.map { "\($0.key.text) \($0.value)" }
    let lines = onTexts + files + findings + surroundings
    hex = SHA256.hex(Array(lines.joined(separator: "\n").utf8))
  }
}

/// What a build reads: the content, the theme, the fonts, the settings, and the program itself.
struct InputDigest: Sendable {
  let settings: Settings
  let folder: ContentFolder
  let content: LoadedContent

  /// The hashes of it all, `theme` as ``onTheme()`` found it.
  ///
  /// - Throws: whatever the build itself would throw for a file that is not there.
  func read(theme: [String]) async throws(BuildProblem) -> BuildInputs {
    let texts = try await hashes(of: Array(content.texts.values))
    let files = try await content.files.mapConcurrently(width: settings.workers) {
      (file) throws(BuildProblem) in "\(file.text) \(SHA256.hex(try folder.read(file)))"
    }
    let steering = content.settings.keys.sorted().map { "text \($0.text) \(texts[$0] ?? "")" }
    let names = content.files.map { "file \($0.text)" }
    let program = try onProgram()
    return BuildInputs(
      texts: texts, files: files,
      findings: content.diagnostics.map { "\($0.rule.id) \($0.path.text) \($0.message)" },
      surroundings: theme + program + onSettings() + steering + names, program: program)
  }

  private func hashes(
    of texts: [SourceFile]
  ) async throws(BuildProblem) -> [ContentPath: String] {
    let hashes = try await texts.mapConcurrently(width: settings.workers) {
      (file) throws(BuildProblem) in SHA256.hex(file.bytes)
    }
    return Dictionary(zip(texts.map(\.path), hashes), uniquingKeysWith: { $1 })
  }

  /// Whether the theme is as it was before a build, which reads it by itself.
  ///
  /// The site stands by then: what goes wrong here is no failure of the build.
  func stillHas(_ theme: [String]) -> Bool {
    do throws(BuildProblem) { return try onTheme() == theme } catch { return false }
  }

  /// The theme and the fonts.
  ///
  /// - Throws: whatever the build itself would throw for a theme that is not there.
  func onTheme() throws(BuildProblem) -> [String] {
    let configuration = HandbookReader.configuration(content.settings[.configuration]).0
    let theme = try ThemeFolder.find(
      settings.theme ?? configuration.theme, handbook: settings.folder)
    var lines = try theme.files().sorted { $0.key < $1.key }.map {
      "theme \($0.key) \(SHA256.hex($0.value))"
    }
    for font in try FontShelf.fonts(of: theme, read: [], handbook: settings.folder) {
      lines.append("font \(font) \(SHA256.hex(try Disk.read(font)))")
    }
    return ["theme at \(theme.path)"] + lines
  }

  /// The executable and the libraries that it is linked with, by size and date; before it opens any file for
  /// long.
  private func onProgram() throws(BuildProblem) -> [String] {
    let maps = String(decoding: try Disk.read("/proc/self/maps"), as: UTF8.self)
    let paths = maps.split(separator: "\n").compactMap { line in
      line.firstIndex(of: "/").map { String(line[$0...]) }
    }
    var lines: [String] = []
    for path in Set(paths).sorted() {
      guard let facts = try Disk.facts(path) else { continue }
      lines.append("program \(path) \(facts.size) \(facts.modified)")
    }
    return lines
  }

  private func onSettings() -> [String] {
    [
      "version \(settings.version)", "today \(settings.today)",
      "drafts \(settings.includesDrafts)", "precompresses \(settings.precompresses)",
      "content \(settings.content)",
    ]
  }
}
