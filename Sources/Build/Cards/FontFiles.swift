// The fonts of cards: the theme's, and the handbook's own.

internal import Handbook

/// Finds the fonts that cards are set in.
enum FontFiles {
  /// Paths of font files: those of the theme, else of the default theme; after them, for letters
  /// that these lack, those of the folder `Fonts` of the handbook.
  ///
  /// - Throws: `file` where a font that the theme had when it was read is gone: cards set in others
  ///   would not fit its style sheets.
  static func fonts(
    of theme: ThemeFolder, read: [String], handbook: String
  ) throws(BuildProblem) -> [String] {
    let folder = Disk.join(theme.path, "fonts")
    var fonts = try fonts(in: folder)
    for name in read where !fonts.contains(Disk.join(folder, name)) {
      throw .file(FileFailure(.read, Disk.join(folder, name), code: FileFailure.gone))
    }
    if fonts.isEmpty {
      let standard = try ThemeFolder.find("default", handbook: handbook)
      fonts = try self.fonts(in: Disk.join(standard.path, "fonts"))
    }
    return fonts + (try self.fonts(in: Disk.join(handbook, "Fonts")))
  }

  /// The font files of a folder, sorted by name; none where it is missing.
  private static func fonts(in folder: String) throws(BuildProblem) -> [String] {
    guard try Disk.facts(folder)?.kind == .folder else { return [] }
    var names: [String] = []
    for entry in try Disk.entries(of: folder) where !entry.isHidden {
      let name = entry.name.lowercased()
      if name.hasSuffix(".ttf") || name.hasSuffix(".otf") { names.append(entry.name) }
    }
    return names.sorted().map { Disk.join(folder, $0) }
  }
}
