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
      ("artifactLocation", .object([("uri", .string(urlPath(path(of: diagnostic))))])),
      ("region", region(of: diagnostic)),
    ])
    return .object(present: [
      ("ruleId", .string(diagnostic.rule.id)), ("ruleIndex", number.map { .number($0) }),
      ("level", .string(diagnostic.severity.rawValue)),
      ("message", Self.text(diagnostic.message + help)),
      ("locations", .array([.object([("physicalLocation", location)])])),
    ])
  }

  /// The place in code points; none for a finding about a whole file.
  private func region(of diagnostic: Diagnostic) -> JSON? {
    guard diagnostic.range != 0..<0, let file = file(of: diagnostic),
      diagnostic.range.upperBound <= file.bytes.count
    else { return nil }
    let place = place(of: diagnostic)
    func column(_ offset: Int, line: Int) -> JSON {
      let start = file.lines.offset(line: line, column: 1)
      let text = String(decoding: file.bytes[start..<max(start, offset)], as: UTF8.self)
      return .number(text.unicodeScalars.count + 1)
    }
    return .object([
      ("startLine", .number(place.line)),
      ("startColumn", column(diagnostic.range.lowerBound, line: place.line)),
      ("endLine", .number(place.endLine)),
      ("endColumn", column(diagnostic.range.upperBound, line: place.endLine)),
    ])
  }
}
