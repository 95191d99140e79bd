// From `handbook.yml` to Configuration, with a finding for everything that is not understood; unknown
// keys are reported by `MappingReader`, as they are in front matter.

internal import Text

struct ConfigurationReader {
  let path = ContentPath.configuration
  var diagnostics: [Diagnostic] = []
  var result = Configuration()
  /// Whether findings on `values:` and `fields:` stand.
  private(set) var hasWrongNames = false
  /// Every key that the file may have.
  private(set) var keys: [String] = []

  /// Reads the file; defaults stand where it says nothing.
  static func read(_ file: SourceFile) -> (Configuration, [Diagnostic]) {
    if file.bytes.count > Limits.settingsBytes {
      return (Configuration(), [YAMLLimits.tooLong(file)])
    }
    let yaml = YAML.read(0..<file.bytes.count, of: file)
    var reader = ConfigurationReader()
    reader.diagnostics = yaml.diagnostics
    if let value = yaml.value { reader.read(value) }
    return (reader.result, reader.diagnostics)
  }

  /// Every key that the file may have, in the order of the reader.
  static var keys: [String] {
    var reader = ConfigurationReader()
    reader.read(YAML(content: .mapping([]), range: 0..<0))
    return reader.keys
  }

  private mutating func read(_ value: YAML) {
    var reader = MappingReader(value, at: path, what: "handbook.yml")
    result.title = reader.text("title")
    result.organization = reader.text("organization")?.value
    result.language = reader.language("language") ?? "en"
    result.languages = LanguageFolder.read(&reader)
    result.theme = reader.text("theme")?.value ?? "default"
    result.brand = Brand.read(&reader)
    readURL(&reader)
    readValues(&reader)
    readFields(&reader)
    readReview(&reader)
    readOwners(&reader)
    readEdit(&reader)
    readNotice(&reader)
    readContacts(&reader)
    readCards(&reader)
    readRules(&reader)
    result.navigation = reader.texts("navigation").map { Located(Self.path($0.value), $0.range) }
    result.activeFiles = reader.texts("active-files").map { Self.path($0.value) }
    readKeep(&reader)
    readRedirects(&reader)
    result.smartPunctuation = reader.flag("smart-punctuation") ?? false
    readSpoken(&reader)
    readSearch(&reader)
    reader.finish()
    keys = reader.knownKeys
    diagnostics += reader.diagnostics
    // A key near to these was meant as one of them.
    hasWrongNames =
      hasWrongNames
      || reader.unknownKeys.contains {
        Suggestion.nearest(to: $0, in: ["values", "fields"]) != nil
      }
    let levels = [FrontMatterRules.key, FrontMatterRules.value].map { result.rules[$0.id] }
    result.hasWrongNames = hasWrongNames && levels.allSatisfy { $0 == nil }
  }

  /// A path of the content without the slashes that may stand round it.
  static func path(_ text: String) -> String {
    var path = text.utf8[...]
    while path.first == UInt8(ascii: "/") { path = path.dropFirst() }
    while path.last == UInt8(ascii: "/") { path = path.dropLast() }
    return String(decoding: path, as: UTF8.self)
  }

  private mutating func readURL(_ reader: inout MappingReader) {
    guard let url = reader.text("url") else { return }
    guard url.value.begins(with: "https://") || url.value.begins(with: "http://"),
      url.value.utf8.allSatisfy({ $0 > 0x20 && $0 != UInt8(ascii: "\"") && $0 != 0x3C && $0 < 0x7F }
      )
    else {
      reader.wrong(url.range, "url should begin with https://", help: "url: https://desk.example/")
      return
    }
    result.url = url.value.ends(with: "/") ? url.value : url.value + "/"
  }

  private mutating func readValues(_ reader: inout MappingReader) {
    guard let value = reader.value("values") else { return }
    var inner = MappingReader(value, at: path, what: "values")
    for entry in inner.all() {
      if !Placeholder.isName(entry.key) {
        inner.wrong(entry.keyRange, "\(entry.key) cannot be a name: \(Placeholder.nameRule)")
      } else if let text = entry.value.text {
        if text.utf8.count > Limits.valueBytes {
          inner.wrong(
            entry.value.range,
            "\(entry.key) has \(text.utf8.count) bytes; a value has no more than \(Limits.valueBytes)",
            help: "put a long text on a page of its own, and link to it")
        } else {
          result.values[entry.key] = text
        }
      } else {
        inner.wrong(
          entry.value.range, "\(entry.key) should be one text",
          help: "write \(entry.key): some text")
      }
    }
    hasWrongNames = !inner.diagnostics.isEmpty
    reader.merge(inner)
  }

  private mutating func readFields(_ reader: inout MappingReader) {
    guard let value = reader.value("fields") else { return }
    var outer = MappingReader(value, at: path, what: "fields")
    for entry in outer.all() {
      var inner = MappingReader(entry.value, at: path, what: entry.key)
      let field = Field(
        name: entry.key, label: inner.text("label")?.value ?? entry.key,
        type: inner.choice("type", FieldType.self)?.value ?? .text,
        example: inner.text("example")?.value, choices: inner.texts("choices").map(\.value),
        keep: inner.choice("keep", FieldLife.self)?.value ?? .call)
      if !Placeholder.isName(entry.key) {
        inner.wrong(entry.keyRange, "\(entry.key) cannot be a name: \(Placeholder.nameRule)")
      } else if result.values[entry.key] != nil {
        inner.wrong(entry.keyRange, "\(entry.key) is a value already", help: "rename one of them")
      } else if field.type == .choice, field.choices.isEmpty {
        inner.wrong(
          entry.keyRange, "a choice needs choices:", help: "choices: [morning, afternoon]")
      }
      inner.finish()
      outer.merge(inner)
      result.fields.append(field)
    }
    hasWrongNames = hasWrongNames || !outer.diagnostics.isEmpty
    reader.merge(outer)
  }

  private mutating func readReview(_ reader: inout MappingReader) {
    guard let value = reader.value("review") else { return }
    var review = ReviewSettings()
    var inner = MappingReader(value, at: path, what: "review")
    if let every = inner.text("every") {
      review.every = ReviewInterval(every.value)
      if review.every == nil {
        diagnostics.append(
          Diagnostic(
            FrontMatterRules.reviewDate, at: path, every.range,
            "\(every.value) is not an interval", help: "write 6 months, 2 weeks, 1 year or never"))
      }
    }
    review.owner = inner.text("owner")?.value
    result.review = review
    inner.finish()
    reader.merge(inner)
  }

  private mutating func readRules(_ reader: inout MappingReader) {
    guard let value = reader.value("rules") else { return }
    var inner = MappingReader(value, at: path, what: "rules")
    let names = Rules.all.map(\.id)
    for entry in inner.all() {
      if !names.contains(entry.key) {
        inner.wrong(
          entry.keyRange, "there is no rule named \(entry.key)",
          help: Suggestion.nearest(to: entry.key, in: names).map { "did you mean \($0)?" }
            ?? "deskbook explain lists every rule",
          fix: Located(entry.key, entry.keyRange).fix(Suggestion.likely(entry.key, in: names)?.sure)
        )
      } else if Rules.fixed.contains(entry.key), entry.value.text != "error" {
        inner.wrong(entry.value.range, "\(entry.key) is always an error")
      } else if let level = entry.value.text.flatMap(RuleLevel.init) {
        result.rules[entry.key] = level
      } else {
        inner.wrong(entry.value.range, "a rule's level is error, warning, note or off")
      }
    }
    reader.merge(inner)
  }

  private mutating func readKeep(_ reader: inout MappingReader) {
    for entry in reader.texts("keep") {
      let name = Self.path(entry.value)
      if name.parts(at: "/").allSatisfy({ FileName.isPlain($0) }) {
        result.keep.append(Located(name, entry.range))
      } else {
        reader.wrong(
          entry.range, "\(entry.value) is not a file or folder of the output",
          help: "write its path there: keep: [CNAME, uploads]")
      }
    }
  }

  private mutating func readRedirects(_ reader: inout MappingReader) {
    guard let value = reader.value("redirects") else { return }
    var inner = MappingReader(value, at: path, what: "redirects")
    for entry in inner.all() {
      if let to = entry.value.text {
        result.redirects.append(
          (Located(entry.key, entry.keyRange), Located(to, entry.value.range)))
      } else {
        inner.wrong(entry.keyRange, "a redirect is old path: new path")
      }
    }
    reader.merge(inner)
  }

  private mutating func readSearch(_ reader: inout MappingReader) {
    guard let value = reader.value("search") else { return }
    var inner = MappingReader(value, at: path, what: "search")
    result.search.escalation = inner.text("escalation").map {
      Located(Self.path($0.value), $0.range)
    }
    if let megabytes = inner.number("budget", in: 1...10_000) {
      result.search.budget = Located(Int(megabytes * 1_000_000), value.range)
    }
    inner.finish()
    reader.merge(inner)
  }

  private mutating func readSpoken(_ reader: inout MappingReader) {
    guard let value = reader.value("spoken") else { return }
    var inner = MappingReader(value, at: path, what: "spoken")
    if let words = inner.number("words", in: 1...1_000) { result.spoken.words = Int(words) }
    result.spoken.grade = inner.number("grade", in: 1...20)
    inner.finish()
    reader.merge(inner)
  }
}
