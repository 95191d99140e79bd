// Reads the known keys of a YAML mapping, in front matter and `handbook.yml`, and reports the rest.

/// A value and the bytes of the file that it stands on.
package struct Located<Value: Sendable>: Sendable {
  package var value: Value
  package var range: Range<Int>

  package init(_ value: Value, _ range: Range<Int>) {
    self.value = value
    self.range = range
  }
}

extension Located: Equatable where Value: Equatable {}

/// One mapping, key by key; what is not asked for is reported as unknown.
struct MappingReader {
  let path: ContentPath
  /// The level of unknown keys and wrong values.
  let severity: Severity
  private let entries: [YAML.Entry]
  private var known: [String] = []
  private(set) var diagnostics: [Diagnostic] = []
  private(set) var unknownKeys: [String] = []
  /// Every key that was asked for.
  var knownKeys: [String] { known }
  /// Keys that are known on other pages, each with the words for these.
  var elsewhere: [String: String] = [:]

  init(_ value: YAML?, at path: ContentPath, severity: Severity = .error, what: String) {
    self.path = path
    self.severity = severity
    entries = value?.entries ?? []
    if let value, value.entries == nil, value.text?.isEmpty != true {
      wrong(value.range, "\(what) should be a list of keys with values", help: "write key: value")
    }
  }

  /// The value of a key, whatever it is.
  mutating func value(_ key: String) -> YAML? {
    known.append(key)
    return entries.first { $0.key == key }?.value
  }

  /// Where a key stands.
  func keyRange(_ key: String) -> Range<Int>? { entries.first { $0.key == key }?.keyRange }

  /// Every entry, all of them known: for mappings with names chosen by the editor.
  mutating func all() -> [YAML.Entry] {
    known.append(contentsOf: entries.map(\.key))
    return entries
  }

  mutating func text(_ key: String) -> Located<String>? {
    guard let value = value(key) else { return nil }
    guard let text = value.text else {
      wrong(
        value.range, "\(key) should be one text",
        help: value.asTyped.map { "put it in quotes: \(key): \(YAMLLine.quoted($0))" }
          ?? "write \(key): some text")
      return nil
    }
    return written(Located(text, value.range), as: key)
  }

  /// A text as it is meant; nil for an empty one.
  private mutating func written(_ text: Located<String>, as key: String) -> Located<String>? {
    text.value.isEmpty ? nil : Self.prose.contains(key) ? text : withoutCurlyQuotes(text)
  }

  /// A list of texts; one text counts as a list of one.
  mutating func texts(_ key: String) -> [Located<String>] {
    guard let value = value(key) else { return [] }
    return value.items.compactMap { item in
      guard let text = item.text else {
        wrong(
          item.range, "\(key) should be a list of texts",
          help: item.asTyped.map { "put the line in quotes: \(YAMLLine.quoted($0))" }
            ?? "write \(key): [one, two]")
        return nil
      }
      if text.first == "-", let next = text.dropFirst().first,
        next.isLetter || "\"'“‘".contains(next)
      {
        let words = text.firstRange(of: " - ").map { text[..<$0.lowerBound] } ?? text[...]
        wrong(
          item.range, "this dash begins no item of the list",
          help: "write a space behind it: - \(words.dropFirst())", severity: .warning)
      }
      return written(Located(text, item.range), as: key)
    }
  }

  /// Keys whose values are read by people, who may mean quotation marks.
  private static let prose: Set<String> = [
    "title", "summary", "heard", "label", "example", "choices", "name", "text", "when", "changed",
  ]

  /// A value without the curly quotation marks round it, which quote nothing in YAML.
  mutating func withoutCurlyQuotes(_ text: Located<String>) -> Located<String> {
    guard let first = text.value.first, let last = text.value.last, text.value.count > 2,
      "“”„‘’«".contains(first), "“”‘’»".contains(last)
    else { return text }
    let inner = String(text.value.dropFirst().dropLast())
    wrong(
      text.range, "curly quotation marks are no part of the value, and left out",
      help: "write straight ones, or none: \(inner)", fix: text.fix(inner), severity: .warning)
    return Located(inner, text.range)
  }

  mutating func flag(_ key: String) -> Bool? {
    guard let text = text(key) else { return nil }
    switch text.value.lowercased() {
    case "true", "yes", "on": return true
    case "false", "no", "off": return false
    default:
      wrong(text.range, "\(key) should be true or false")
      return nil
    }
  }

  /// A BCP 47 tag.
  mutating func language(_ key: String) -> String? {
    guard let text = text(key) else { return nil }
    if Self.isLanguageTag(text.value) { return text.value }
    let code = Language.code(named: text.value)
    wrong(
      text.range, "\(text.value) is not a language tag",
      help: code.map { "write \($0)" } ?? "write en, es or pt-BR",
      fix: text.fix(code, shown: code.map { "\(key): \($0)" }))
    return nil
  }

  /// Letters first, then parts of letters and digits: the outline of RFC 5646, in which no language
  /// has a code of more than three letters.
  private static func isLanguageTag(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard let first = parts.first, (2...3).contains(first.utf8.count),
      first.utf8.allSatisfy({ (0x61...0x7A).contains($0 | 0x20) })
    else { return false }
    return parts.dropFirst().allSatisfy { part in
      (1...8).contains(part.utf8.count)
        && part.utf8.allSatisfy { (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0) }
    }
  }

  /// A day, `YYYY-MM-DD`.
  mutating func date(_ key: String) -> Located<CalendarDate>? {
    guard let text = text(key) else { return nil }
    if let date = CalendarDate(text.value) { return Located(date, text.range) }
    let written = WrittenDate(text.value)
    diagnostics.append(
      Diagnostic(
        FrontMatterRules.value, at: path, text.range, written.message, help: written.help,
        fix: text.fix(written.replacement), severity: severity))
    return nil
  }

  mutating func number(_ key: String) -> Double? {
    guard let text = text(key) else { return nil }
    if let number = Double(text.value), number.isFinite { return number }
    wrong(text.range, "\(key) should be a number")
    return nil
  }

  mutating func number(_ key: String, in range: ClosedRange<Double>) -> Double? {
    guard let number = number(key) else { return nil }
    if range.contains(number) { return number }
    let (least, most) = (Int(range.lowerBound), Int(range.upperBound))
    wrong(value(key)?.range ?? 0..<0, "\(key) should be a number from \(least) to \(most)")
    return nil
  }

  /// One of a set of names.
  mutating func choice<Value: RawRepresentable & CaseIterable>(
    _ key: String, _ type: Value.Type
  ) -> Located<Value>? where Value.RawValue == String {
    guard let text = text(key) else { return nil }
    if let value = Value(rawValue: text.value) { return Located(value, text.range) }
    let names = Value.allCases.map(\.rawValue)
    let meant = Suggestion.likely(text.value, in: names)?.sure
    diagnostics.append(
      Diagnostic(
        FrontMatterRules.value, at: path, text.range, "there is no \(key) named \(text.value)",
        help: Suggestion.help(for: text.value, in: names)
          ?? "use one of: \(names.joined(separator: ", "))",
        fix: text.fix(meant, shown: meant.map { "\(key): \($0)" })))
    return nil
  }

  /// Reports a value that is not what its key takes.
  mutating func wrong(
    _ range: Range<Int>, _ message: String, help: String? = nil, fix: Fix? = nil,
    severity: Severity? = nil
  ) {
    diagnostics.append(
      Diagnostic(
        FrontMatterRules.value, at: path, range, message, help: help, fix: fix,
        severity: severity ?? self.severity))
  }

  /// Takes over what a reader of an inner mapping found.
  mutating func merge(_ inner: MappingReader) {
    diagnostics.append(contentsOf: inner.diagnostics)
  }

  /// Reports every key that was not asked for.
  mutating func finish() {
    var written = Set(entries.map(\.key))
    for entry in entries where !known.contains(entry.key) {
      unknownKeys.append(entry.key)
      // A key can stand once only.
      let meant = elsewhere[entry.key] == nil ? Suggestion.likely(entry.key, in: known)?.sure : nil
      let free = meant.flatMap { written.insert($0).inserted ? $0 : nil }
      diagnostics.append(
        Diagnostic(
          FrontMatterRules.key, at: path, entry.keyRange, "there is no key named \(entry.key)",
          help: help(for: entry.key),
          fix: Located(entry.key, entry.keyRange).fix(free, shown: free.map { $0 + ":" }),
          severity: severity))
    }
  }

  private func help(for key: String) -> String {
    if let place = elsewhere[key] { return "it belongs on \(place)" }
    if let name = Suggestion.nearest(to: key, in: known) { return "did you mean \(name)?" }
    return known.contains("extra")
      ? "remove it, or put free data for themes under extra:"
      : "use one of: \(known.joined(separator: ", "))"
  }
}

extension YAML {
  /// What an editor typed where YAML read a list or a mapping of one: `[Draft]`, `{clinic}`, `I said: no`.
  fileprivate var asTyped: String? {
    switch content {
    case .scalar(let text): text
    case .list(let items): items.count == 1 ? items[0].text.map { "[\($0)]" } : nil
    case .mapping(let entries):
      entries.count == 1
        ? entries[0].value.text.map {
          $0.isEmpty ? "{\(entries[0].key)}" : "\(entries[0].key): \($0)"
        }
        : nil
    }
  }
}
