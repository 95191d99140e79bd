// From YAML to FrontMatter, key by key.

struct FrontMatterReader {
  private let value: YAML
  private let path: ContentPath
  private(set) var diagnostics: [Diagnostic] = []
  /// Every key that pages of this kind may have.
  private(set) var keys: [String] = []

  init(_ value: YAML, at path: ContentPath) {
    self.value = value
    self.path = path
  }

  mutating func read() -> FrontMatter {
    var result = FrontMatter()
    let kindText = value["kind"]?.text
    result.kind = kindText.flatMap(PageKind.init) ?? .guide
    var reader = MappingReader(
      value, at: path, severity: result.kind == .guide ? .warning : .error, what: "front matter")
    _ = reader.choice("kind", PageKind.self)
    result.title = reader.text("title")
    result.summary = reader.text("summary")?.value
    result.tags = tags(reader.texts("tags"), &reader)
    result.heard = reader.texts("heard").map(\.value)
    result.synonyms = reader.texts("synonyms").map(\.value)
    result.aliases = reader.texts("aliases")
    result.owner = reader.text("owner")?.value
    result.changed = reader.text("changed")?.value
    result.sources = reader.texts("sources")
    result.order = reader.number("order")
    result.isDraft = reader.flag("draft") ?? false
    result.language = reader.language("language")
    _ = reader.value("extra")
    readReview(&reader, into: &result)
    // What a kind that is none would have is not known.
    let isKind =
      kindText == nil || kindText?.isEmpty == true || kindText.flatMap(PageKind.init) != nil
    if !isKind { for key in ["acronym", "scenarios"] { _ = reader.value(key) } }
    if result.kind == .model { result.acronym = reader.text("acronym") }
    if result.kind == .script { result.scenarios = scenarios(&reader) }
    reader.elsewhere = ["acronym": "pages of kind: model", "scenarios": "pages of kind: script"]
    if let card = reader.value("card") {
      result.card = CardOptions.read(card, at: path, into: &diagnostics)
    }
    reader.finish()
    keys = reader.knownKeys
    result.hasForeignKeys = !reader.unknownKeys.isEmpty
    result.hasMistypedTitle = reader.unknownKeys.contains {
      Suggestion.nearest(to: $0, in: ["title"]) != nil
    }
    diagnostics += reader.diagnostics
    return result
  }

  /// One text with commas is a list of tags, as other tools write it.
  private func tags(_ texts: [Located<String>], _ reader: inout MappingReader) -> [String] {
    guard value["tags"]?.text != nil, let text = texts.first else { return texts.map(\.value) }
    return text.value.split(separator: ",").map { $0.split(separator: " ") }
      .filter { !$0.isEmpty }.map { words in
        reader.withoutCurlyQuotes(Located(words.joined(separator: " "), text.range)).value
      }
  }

  private mutating func readReview(_ reader: inout MappingReader, into result: inout FrontMatter) {
    if let text = reader.text("reviewed") {
      if let date = CalendarDate(text.value) {
        result.reviewed = Located(date, text.range)
      } else {
        let written = WrittenDate(text.value)
        malformed(text, written.message, help: written.help, fix: text.fix(written.replacement))
      }
    }
    if let text = reader.text("review") {
      if let interval = ReviewInterval(text.value) {
        result.review = interval
      } else {
        malformed(
          text, "\(text.value) is not an interval",
          help: "write a number and days, weeks, months or years, or never: 6 months")
      }
    }
  }

  private mutating func malformed(
    _ text: Located<String>, _ message: String, help: String, fix: Fix? = nil
  ) {
    diagnostics.append(
      Diagnostic(
        FrontMatterRules.reviewDate, at: path, text.range, message, help: help, fix: fix))
  }

  /// An anchor without the sign that links have before it.
  private static func anchor(_ text: Located<String>) -> Located<String> {
    let rest = text.value.drop { $0 == "#" }
    return Located(String(rest), text.range)
  }

  /// Every key that a scenario can have, in the order of the reader.
  static var scenarioKeys: [String] {
    let nothing = YAML(content: .mapping([]), range: 0..<0)
    var reader = MappingReader(nothing, at: .configuration, what: "a scenario")
    _ = scenario(&reader)
    return reader.knownKeys
  }

  private static func scenario(
    _ reader: inout MappingReader
  ) -> (name: String, choices: [Located<String>], outcome: Located<String>?) {
    (
      reader.text("name")?.value ?? "scenario", reader.texts("choices").map(anchor),
      reader.text("outcome").map(anchor)
    )
  }

  private func scenarios(_ reader: inout MappingReader) -> [ScriptScenario] {
    guard let list = reader.value("scenarios") else { return [] }
    return list.items.compactMap { item in
      var inner = MappingReader(item, at: path, what: "a scenario")
      guard item.entries != nil else {
        reader.merge(inner)
        return nil
      }
      let (name, choices, outcome) = Self.scenario(&inner)
      if outcome == nil {
        inner.wrong(
          item.range, "this scenario has no outcome",
          help: "add outcome: and the anchor of the step it should end at")
      }
      inner.finish()
      reader.merge(inner)
      return outcome.map {
        ScriptScenario(name: name, choices: choices, outcome: $0, range: item.range)
      }
    }
  }
}
