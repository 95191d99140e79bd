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

  package init() {}

  /// The result without files that no site could have; each is noted.
  package func placed() -> ImportResult {
    var result = self
    result.notes.sort { ($0.path, $0.line) < ($1.path, $1.line) }
    var left: Set<String> = []
    for path in (Array(pages.keys) + copies.keys).sorted() where !Self.isPlace(path) {
      left.insert(path)
      let origin = copies[path] ?? path
      result.notes.append(
        ImportNote(origin, 0, "this file's name cannot be part of the site, so it was left out"))
      result.pages[path] = nil
      result.copies[path] = nil
    }
    result.navigation.removeAll(where: left.contains)
    return result
  }

  /// Whether a path may stand in the content.
  private static func isPlace(_ path: String) -> Bool {
    do throws(ContentPath.Problem) { _ = try ContentPath(path) } catch { return false }
    return !path.pathNames.contains { $0.begins(with: "_") || $0.begins(with: ".") }
      && !path.contains { ":\\".contains($0) || $0.isNewline }
      && path != ContentPath.configuration.text
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
    return lines.joined(separator: "\n") + "\n"
  }
}

/// The files of something that is to be imported.
package struct ImportSource: Sendable {
  /// What the source is called.
  package let name: String
  /// Bytes by path from the source's folder.
  package let files: [String: [UInt8]]

  /// Wraps files as read.
  package init(name: String, files: [String: [UInt8]]) {
    self.name = name
    self.files = files
  }

  /// A file's text; nil where it is not there or not UTF-8.
  func text(_ path: String) -> String? {
    files[path].flatMap { String(validating: $0, as: UTF8.self) }
      .map { $0.begins(with: "\u{FEFF}") ? String($0.dropFirst()) : $0 }
  }
}

/// The forms that an import reads.
package enum ImportFormat: String, Sendable, CaseIterable {
  case mdbook, mkdocs, hugo, csv

  /// The form that a source seems to have.
  package init?(of source: ImportSource) {
    let names = Set(source.files.keys)
    if names.contains("book.toml") || names.contains("src/SUMMARY.md")
      || names.contains("SUMMARY.md")
    {
      self = .mdbook
    } else if names.contains("mkdocs.yml") || names.contains("mkdocs.yaml") {
      self = .mkdocs
    } else if HugoImport.settings.contains(where: names.contains)
      || names.contains(where: { $0.begins(with: "content/") })
    {
      self = .hugo
    } else if names.count == 1, names.first?.lowercased().ends(with: ".csv") == true {
      self = .csv
    } else {
      return nil
    }
  }

  /// Reads a source in this form.
  package func read(_ source: ImportSource) -> ImportResult {
    switch self {
    case .mdbook: MdBookImport(source).read()
    case .mkdocs: MkDocsImport(source).read()
    case .hugo: HugoImport(source).read()
    case .csv: PhraseTableImport(source).read()
    }
  }
}
