// Where themes stand, and their files.

internal import Glibc
package import Site
internal import Text

/// A theme's folder.
package struct ThemeFolder: Sendable {
  package let name: String
  package let path: String

  /// Finds a theme: in the handbook's own `Themes`, else beside the tool.
  ///
  /// Beside the tool means in a `Themes` or `share/deskbook/Themes` of any folder above the real path
  /// of the executable, so that a build tree, `/usr/local` and an unpacked archive all work.
  ///
  /// - Parameters:
  ///   - name: a folder's name; with a `/` the path of a theme.
  ///   - handbook: the folder that holds the handbook, if there is one.
  ///   - executable: the tool's own path.
  /// - Returns: the first folder of that name with a `theme.yml`.
  /// - Throws: `noTheme` with the places looked in and the themes that are there.
  package static func find(
    _ name: String, handbook: String?, executable: String = "/proc/self/exe"
  ) throws(BuildProblem) -> ThemeFolder {
    if name.holds("/") {
      if try isTheme(name) { return ThemeFolder(name: Disk.name(of: name), path: name) }
      throw .noTheme(name: name, looked: [name], existing: [])
    }
    let places =
      (handbook.map { [Disk.join($0, "Themes")] } ?? [])
      + (try ToolFolder.all("Themes", above: executable))
    if !name.isEmpty, !name.begins(with: ".") {
      for place in places {
        let path = Disk.join(place, name)
        if try isTheme(path) { return ThemeFolder(name: name, path: path) }
      }
    }
    var existing: Set<String> = []
    for place in places { existing.formUnion(try themes(in: place)) }
    throw .noTheme(name: name, looked: places, existing: existing.sorted())
  }

  private static func isTheme(_ path: String) throws(BuildProblem) -> Bool {
    try Disk.facts(Disk.join(path, "theme.yml"))?.kind == .file
  }

  private static func themes(in shelf: String) throws(BuildProblem) -> [String] {
    guard try Disk.facts(shelf)?.kind == .folder else { return [] }
    var names: [String] = []
    for entry in try Disk.entries(of: shelf) where try isTheme(Disk.join(shelf, entry.name)) {
      names.append(entry.name)
    }
    return names
  }

  /// Every file by its path below the folder; hidden ones left out.
  package func files() throws(BuildProblem) -> [String: [UInt8]] {
    try ToolFolder.files(of: path, hidden: false)
  }

  /// The same, read as the caller reads files.
  func files(
    read: (String) throws(BuildProblem) -> [UInt8]
  ) throws(BuildProblem) -> [String: [UInt8]] {
    try ToolFolder.files(of: path, hidden: false, read: read)
  }

  /// Reads and checks the theme.
  ///
  /// - Parameters:
  ///   - language: whose words to take.
  ///   - others: languages that some of the pages are written in.
  /// - Returns: the theme, complete.
  /// - Throws: `theme` where it cannot be used, `file` where it cannot be read.
  package func load(
    language: String, others: [String] = []
  ) throws(BuildProblem) -> Theme {
    try load(files(), language: language, others: others)
  }

  /// Checks a theme whose files were read.
  func load(
    _ files: [String: [UInt8]], language: String, others: [String]
  ) throws(BuildProblem) -> Theme {
    do throws(ThemeProblem) {
      return try Theme.load(files: files, language: language, others: others)
    } catch {
      throw .theme(error, folder: path)
    }
  }
}
