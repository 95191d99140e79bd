// Findings for programs: JSON of our own, and GitHub's workflow commands.

internal import Handbook
package import Text

extension Report {
  /// One document: the findings, and a summary.
  ///
  /// - Parameter summary: further members of the summary, such as the number of pages.
  /// - Returns: an object with `diagnostics` and `summary`.
  package func json(summary: [(key: String, value: JSON)] = []) -> JSON {
    let counts: [(key: String, value: JSON)] = [
      ("errors", .number(count(.error))), ("warnings", .number(count(.warning))),
      ("notes", .number(count(.note))),
    ]
    return .object([
      ("diagnostics", .array(diagnostics.map(json))), ("summary", .object(counts + summary)),
    ])
  }

  private func json(_ diagnostic: Diagnostic) -> JSON {
    .object(
      [("path", .string(path(of: diagnostic)))] + Self.members(place(of: diagnostic)) + [
        ("severity", .string(diagnostic.severity.rawValue)),
        ("rule", .string(diagnostic.rule.id)),
        ("message", .string(diagnostic.message)), ("help", JSON(diagnostic.help)),
        ("fix", fix(of: diagnostic).map { json($0, of: diagnostic) } ?? .null),
      ])
  }

  private static func members(_ place: Place) -> [(key: String, value: JSON)] {
    [
      ("line", .number(place.line)), ("column", .number(place.column)),
      ("endLine", .number(place.endLine)), ("endColumn", .number(place.endColumn)),
    ]
  }

  private func json(_ fix: Fix, of diagnostic: Diagnostic) -> JSON {
    let edits = fix.edits.map { edit in
      JSON.object(
        Self.members(place(of: edit.range, in: diagnostic)) + [("text", .string(edit.text))])
    }
    return .object([("title", .string(fix.title)), ("edits", .array(edits))])
  }

  /// A workflow command a line, which GitHub shows beside the changed lines.
  ///
  /// - Source: GitHub Docs, "Workflow commands for GitHub Actions".
  package var github: String {
    diagnostics.map { diagnostic in
      let place = place(of: diagnostic)
      let help = diagnostic.help.map { "\nhelp: \($0)" } ?? ""
      let level = diagnostic.severity == .note ? "notice" : diagnostic.severity.rawValue
      return "::\(level) "
        + "file=\(Self.escaped(path(of: diagnostic), isProperty: true)),"
        + "line=\(place.line),col=\(place.column),title=\(diagnostic.rule.id)"
        + "::\(Self.escaped(diagnostic.message + help, isProperty: false))\n"
    }.joined()
  }

  private static func escaped(_ text: String, isProperty: Bool) -> String {
    let escaped = Array((isProperty ? "%\r\n:," : "%\r\n").utf8)
    return PercentEncoding.encoded(text) { !escaped.contains($0) }
  }
}
