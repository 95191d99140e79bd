// What an import could not carry over, to be gone through by an editor.

internal import Text

/// The report that lies beside the content of what was imported.
package enum ImportReport {
  /// The name of the file.
  package static let name = "import-report.md"

  /// The report in Markdown: counts, then the notes of each file.
  package static func text(_ result: ImportResult, source: String) -> String {
    var lines = ["# What was imported from \(plain(source))", ""]
    lines += [
      "- Pages: \(result.pages.count)", "- Other files: \(result.copies.count)",
      "- Notes: \(result.notes.count)", "",
    ]
    if result.notes.isEmpty {
      lines.append("Everything was carried over.")
    } else {
      lines.append("Each line below names what was left out or changed; places are in the source.")
    }
    var path: String?
    for note in result.notes {
      if note.path != path { lines += ["", "## \(plain(note.path))", ""] }
      path = note.path
      let place = note.line > 0 ? "line \(note.line): " : ""
      lines.append("- \(place)\(plain(note.message))")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// A text on one line, without what steers a terminal.
  private static func plain(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { letter in
          switch letter.properties.generalCategory {
          case .control, .format, .lineSeparator, .paragraphSeparator: " "
          default: letter
          }
        }))
  }
}
