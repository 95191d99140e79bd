// mdBook: `book.toml` and the chapters of `SUMMARY.md`.

internal import Handbook
internal import TOMLKit
internal import Text

/// Reads an mdBook.
///
/// - Source: the mdBook guide, *SUMMARY.md* and *mdBook-specific features*.
struct MdBookImport {
  private let source: ImportSource
  private var folder = "src"
  private var result = ImportResult()
  private var included: Set<String> = []

  init(_ source: ImportSource) { self.source = source }

  func read() -> ImportResult {
    var reader = self
    reader.readSettings()
    reader.readSummary()
    reader.copyOthers()
    return reader.result
  }

  private mutating func readSettings() {
    if source.files["\(folder)/SUMMARY.md"] == nil, source.files["SUMMARY.md"] != nil {
      folder = ""
    }
    guard let text = source.text("book.toml") else { return }
    do {
      let table = try TOMLTable(string: text)
      let book = table["book"]?.table
      result.title = book?["title"]?.string
      result.language = book?["language"]?.string
      if let given = book?["src"]?.string { folder = given == "." ? "" : given }
      let lines = TOMLLines(text)
      for (key, _) in table where key != "book" {
        result.notes.append(
          ImportNote("book.toml", lines.line(of: key), "[\(key)] is not carried over"))
      }
    } catch {
      result.notes.append(ImportNote("book.toml", 0, "this file cannot be read: \(error)"))
    }
  }

  private func path(_ name: String) -> String { folder.isEmpty ? name : "\(folder)/\(name)" }

  private mutating func readSummary() {
    let summary = path("SUMMARY.md")
    guard let text = source.text(summary) else {
      result.notes.append(ImportNote(summary, 0, "there is no such file, so there are no chapters"))
      return
    }
    for line in ForeignLines.of(text) where !line.isCode {
      if let chapter = Self.chapter(line.text) {
        addChapter(chapter.title, chapter.target, summary, line.number)
      } else if line.text.begins(with: "# "), !line.text.lowercased().begins(with: "# summary") {
        result.notes.append(
          ImportNote(
            summary, line.number,
            "the part title “\(line.text.dropFirst(2))” is not carried over; folders are the parts")
        )
      }
    }
  }

  /// The one link of a line: `[title](target)`, the target in angles or not.
  static func chapter(_ line: String) -> (title: String, target: String)? {
    guard let middle = line.ranges(of: "](").last, let open = line.firstIndex(of: "["),
      open < middle.lowerBound, let end = line[middle.upperBound...].firstIndex(of: ")")
    else { return nil }
    var target = line[middle.upperBound..<end].trimmed[...]
    if target.first == "<" { target = target.dropFirst() }
    if target.last == ">" { target = target.dropLast() }
    return (String(line[line.index(after: open)..<middle.lowerBound]), String(target))
  }

  private mutating func addChapter(
    _ title: String, _ target: String, _ summary: String, _ line: Int
  ) {
    var name =
      target.begins(with: "./")
      ? String(decoding: target.utf8.dropFirst(2), as: UTF8.self) : target
    name = name.replacing("%20", with: " ")
    if name.isEmpty {
      let message = "the chapter “\(title)” is not written yet and was left out"
      result.notes.append(ImportNote(summary, line, message))
      return
    }
    guard let bytes = source.files[path(name)] else {
      result.notes.append(ImportNote(summary, line, "there is no file \(path(name))"))
      return
    }
    var page = ForeignPage(path(name), bytes)
    include(&page)
    page.escapeHoles(reporting: "this was for mdBook, and stands there as text now")
    page.renameIndexes()
    let place = IndexName.of(name, among: source.files, in: folder)
    if result.pages[place] != nil { return }
    let keys = ForeignKeys.common(&page, title: page.hasHeading ? nil : title)
    result.pages[place] = page.bytes(keys)
    result.navigation.append(place)
    result.notes += page.notes
  }

  /// Puts whole files that a page takes in into it.
  private mutating func include(_ page: inout ForeignPage) {
    var lines: [ForeignLine] = []
    var room = Limits.pageBytes
    for line in page.lines {
      guard line.text.contains("#include"),
        let match = line.text.trimmed.wholeMatch(of: #/\{\{\s*#include\s+([^}:\s]+)\s*\}\}/#)
      else {
        lines.append(line)
        continue
      }
      let near = page.path.pathNames.dropLast().joined(separator: "/")
      let name = PathText.joined(near, String(match.1))
      included.insert(name)
      if let text = source.text(name), text.utf8.count <= room {
        room -= text.utf8.count
        lines += ForeignLines.of(text.ends(with: "\n") ? String(text.dropLast()) : text).map {
          ForeignLine(text: $0.text, number: line.number, isCode: line.isCode || $0.isCode)
        }
      } else {
        let isThere = source.files[name] != nil
        page.note(
          line.number,
          isThere
            ? "\(name) was not included: this page would be too long"
            : "there is no file \(name) to include")
      }
    }
    page.lines = lines
  }

  private mutating func copyOthers() {
    let prefix = folder.isEmpty ? "" : folder + "/"
    for name in source.files.keys.sorted() where name.begins(with: prefix) {
      let below = name.pathBelow(folder)
      if below == "SUMMARY.md" || below == "book.toml" { continue }
      if !below.ends(with: ".md") {
        result.copies[below] = name
      } else if result.pages[IndexName.of(below, among: source.files, in: folder)] == nil,
        !included.contains(name)
      {
        result.notes.append(
          ImportNote(name, 0, "no chapter of SUMMARY.md, so it was left out"))
      }
    }
  }
}
