// What an import makes, and what it could not carry over.

internal import Handbook
internal import Text

/// Something that an import left out or changed, with its place in the source.
package struct ImportNote: Sendable, Equatable {
  package let path: String
  /// 1-based; 0 for the whole file.
  package let line: Int
  package let message: String

  /// Notes something about a place.
  package init(_ path: String, _ line: Int, _ message: String) {
    self.path = path
    self.line = line
    self.message = message
  }
}

extension ImportResult {
  /// Notes what of the source was not read.
  package mutating func noteLeft(of source: ImportSource) {
    for path in source.left {
      notes.append(
        ImportNote(
          path, 0,
          "this is a link to another place, or no file with a plain name, so it was left out"))
    }
  }
}

/// The content of a handbook made from something else.
package struct ImportResult: Sendable {
  package var title: String?
  package var language: String?
  /// Pages by their paths in the content.
  package var pages: [String: [UInt8]] = [:]
  /// Files that are copied: the path in the content, and the path in the source.
  package var copies: [String: String] = [:]
  /// Pages in the order of the source's own contents.
  package var navigation: [String] = []
  /// Names that readers fill in, and what they are called.
  package var fields: [(name: String, label: String)] = []
  package var notes: [ImportNote] = []
  /// Rules whose errors are warnings until somebody has mended what was imported.
  package var lowered: Set<String> = []

  package init() {}

  /// The result without files that no site could have; each is noted.
  package func placed() -> ImportResult {
    var result = self
    for path in (Array(pages.keys) + copies.keys).sorted() {
      let origin = copies[path] ?? path
      if !Self.isPlace(path) {
        result.remove(path)
        result.notes.append(
          ImportNote(origin, 0, "this file's name cannot be part of the site, so it was left out"))
        continue
      }
      let plain = PageName.published(path, isNotion: false)
      if plain == path { continue }
      let free = Self.free(plain) { result.pages[$0] != nil || result.copies[$0] != nil }
      result.rename(path, to: free)
      result.notes.append(
        ImportNote(
          origin, 0, "this file's name does not work in the site, so it is called \(free) now"))
    }
    for (path, bytes) in result.pages where bytes.count > Limits.pageBytes {
      result.notes.append(ImportNote(path, 0, "this page is larger than 8 MB, so it was left out"))
      result.remove(path)
    }
    result.sortNotes()
    return result
  }

  /// Gives a page or a file another path.
  package mutating func rename(_ path: String, to free: String) {
    pages[free] = pages.removeValue(forKey: path)
    copies[free] = copies.removeValue(forKey: path)
    if let index = navigation.firstIndex(of: path) { navigation[index] = free }
  }

  /// Leaves a page or a file out.
  package mutating func remove(_ path: String) {
    pages[path] = nil
    copies[path] = nil
    navigation.removeAll { $0 == path }
  }

  /// A path that is not taken, by a number behind its name.
  package static func free(_ path: String, _ isTaken: (String) -> Bool) -> String {
    if !isTaken(path) { return path }
    let dot = path.pathNames.last?.contains(".") == true ? path.lastIndex(of: ".") : nil
    let (stem, end) = (path[..<(dot ?? path.endIndex)], path[(dot ?? path.endIndex)...])
    var number = 2
    while isTaken("\(stem)-\(number)\(end)") { number += 1 }
    return "\(stem)-\(number)\(end)"
  }

  /// Puts the notes in the order of their places.
  package mutating func sortNotes() {
    notes.sort { ($0.path, $0.line, $0.message) < ($1.path, $1.line, $1.message) }
  }

  /// Whether a path may stand in the content.
  private static func isPlace(_ path: String) -> Bool {
    do throws(ContentPath.Problem) {
      if ContentFiles.isSetting(try ContentPath(path)) { return false }
    } catch {
      return false
    }
    return !path.pathNames.contains { $0.begins(with: "_") || $0.begins(with: ".") }
  }

  /// `handbook.yml` for what was imported.
  package var configuration: String {
    var lines = ["# Settings of the handbook. See the README of Deskbook for all of them."]
    lines.append("title: \(YAMLText.scalar(title ?? "Handbook"))")
    if let language { lines.append("language: \(YAMLText.scalar(language))") }
    if !fields.isEmpty {
      lines.append("fields:")
      for field in fields {
        lines.append("  \(field.name): {label: \(YAMLText.quoted(field.label))}")
      }
    }
    if !navigation.isEmpty {
      lines.append("navigation:")
      lines += navigation.map { "  - \(YAMLText.scalar($0))" }
    }
    if !lowered.isEmpty {
      lines.append("# Errors of what was imported; delete a line here once it is mended.")
      lines.append("rules:")
      lines += lowered.sorted().map { "  \($0): warning" }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}

/// The files of something that is to be imported.
package struct ImportSource: Sendable {
  /// What the source is called.
  package let name: String
  /// Bytes by path from the source's folder.
  package let files: [String: [UInt8]]
  /// Paths of hidden folders, which are not read: some tell what made the source.
  let hidden: [String]
  /// Paths of what is no file, such as links to other places, which are not followed.
  let left: [String]

  /// Wraps files as read.
  package init(
    name: String, files: [String: [UInt8]], hidden: [String] = [], left: [String] = []
  ) {
    self.name = name
    self.files = files
    self.hidden = hidden
    self.left = left
  }

  /// Wraps the sheets of a workbook as tables: the only one is called as the workbook.
  package init(workbook name: String, sheets: [String: [UInt8]]) {
    let stem = name.split(separator: ".").dropLast().joined(separator: ".")
    let files = sheets.map { sheet, bytes in
      (sheets.count == 1 ? "\(stem).csv" : "\(stem) \(sheet)", bytes)
    }
    self.init(name: name, files: Dictionary(files) { first, _ in first })
  }

  /// Whether a hidden folder of this name lies in the source or in one of its folders.
  func hasHidden(_ name: String) -> Bool {
    hidden.contains { $0.pathNames.last.map(String.init) == name }
  }

  /// A file's text; nil where it is not there.
  func text(_ path: String) -> String? { files[path].map { SourceText($0).text } }
}
