// Findings as they are kept.

internal import Handbook
internal import Search

extension Diagnostic {
  /// All but its path.
  func pack(into out: inout PackedWriter) {
    out.text(rule.id)
    out.text(severity.rawValue)
    out.range(range)
    out.text(message)
    out.text(help)
    out.text(replacement)
  }

  /// Nil where its rule is no more; `rules` has all by their names.
  init?(_ reader: inout PackedReader, at path: ContentPath, _ rules: [String: Rule]) {
    guard let rule = rules[reader.text()], let severity = Severity(rawValue: reader.text()) else {
      return nil
    }
    self.init(
      rule, at: path, reader.range(), reader.text(), help: reader.optionalText(),
      replacement: reader.optionalText(), severity: severity)
  }
}

extension Rules {
  /// All rules by their names.
  static var byName: [String: Rule] {
    Dictionary(all.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }
}
