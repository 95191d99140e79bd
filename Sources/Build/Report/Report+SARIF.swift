// Findings as SARIF, which code scanners and editors read.

internal import Handbook
package import Text

extension Report {
  /// One run of Deskbook.
  ///
  /// - Source: OASIS SARIF 2.1.0; columns count code points (section 3.14.27).
  package func sarif(version: String) -> JSON {
    let numbers = Dictionary(
      uniqueKeysWithValues: Rules.all.enumerated().map { ($1.id, $0) })
    let driver = JSON.object([
      ("name", .string("Deskbook")), ("version", .string(version)),
      ("rules", .array(Rules.all.map(Self.sarif))),
    ])
    let run = JSON.object([
      ("tool", .object([("driver", driver)])), ("columnKind", .string("unicodeCodePoints")),
      ("results", .array(diagnostics.map { sarif($0, numbers[$0.rule.id]) })),
    ])
    return .object([
      ("$schema", .string("https://json.schemastore.org/sarif-2.1.0.json")),
      ("version", .string("2.1.0")), ("runs", .array([run])),
    ])
  }

  private static func text(_ words: String) -> JSON { .object([("text", .string(words))]) }

  private static func sarif(_ rule: Rule) -> JSON {
    .object([
      ("id", .string(rule.id)), ("shortDescription", text(rule.summary)),
      ("fullDescription", text(rule.explanation)),
      ("help", text("\(rule.explanation)\n\nReported:\n\(rule.bad)\n\nMended:\n\(rule.good)")),
      ("defaultConfiguration", .object([("level", .string(rule.severity.rawValue))])),
    ])
  }

  private func sarif(_ diagnostic: Diagnostic, _ number: Int?) -> JSON {
    let help = diagnostic.help.map { "; \($0)" } ?? ""
    let location = JSON.object(present: [
      ("artifactLocation", artifact(of: diagnostic)),
      ("region", diagnostic.range == 0..<0 ? nil : region(diagnostic.range, in: diagnostic)),
    ])
    return .object(present: [
      ("ruleId", .string(diagnostic.rule.id)), ("ruleIndex", number.map { .number($0) }),
      ("level", .string(diagnostic.severity.rawValue)),
      ("message", Self.text(diagnostic.message + help)),
      ("locations", .array([.object([("physicalLocation", location)])])),
      ("fixes", fix(of: diagnostic).map { .array([sarif($0, of: diagnostic)]) }),
    ])
  }

  private func artifact(of diagnostic: Diagnostic) -> JSON {
    .object([("uri", .string(urlPath(path(of: diagnostic))))])
  }

  /// - Source: SARIF 2.1.0, sections 3.55 to 3.57; a region of no length inserts.
  private func sarif(_ fix: Fix, of diagnostic: Diagnostic) -> JSON {
    let replacements = fix.edits.map { edit in
      JSON.object(present: [
        ("deletedRegion", region(edit.range, in: diagnostic)),
        ("insertedContent", Self.text(edit.text)),
      ])
    }
    let change = JSON.object([
      ("artifactLocation", artifact(of: diagnostic)), ("replacements", .array(replacements)),
    ])
    return .object([
      ("description", Self.text(fix.title)), ("artifactChanges", .array([change])),
    ])
  }

  /// A place in code points; none where the file is not at hand.
  private func region(_ range: Range<Int>, in diagnostic: Diagnostic) -> JSON? {
    guard let file = file(of: diagnostic), range.upperBound <= file.bytes.count else { return nil }
    let place = place(of: range, in: diagnostic)
    func column(_ offset: Int, line: Int) -> JSON {
      let start = file.lines.offset(line: line, column: 1)
      let text = String(decoding: file.bytes[start..<max(start, offset)], as: UTF8.self)
      return .number(text.unicodeScalars.count + 1)
    }
    return .object([
      ("startLine", .number(place.line)),
      ("startColumn", column(range.lowerBound, line: place.line)),
      ("endLine", .number(place.endLine)),
      ("endColumn", column(range.upperBound, line: place.endLine)),
    ])
  }
}
