// What an editor says about a page above its text.

/// What a page is, which decides how it is read, checked and shown.
package enum PageKind: String, Sendable, CaseIterable {
  case guide, model, phrases, script, faq, practice, card
}

/// The keys of a page's front matter; absent where not given.
package struct FrontMatter: Sendable {
  package var title: Located<String>?
  package var kind: PageKind = .guide
  package var summary: String?
  package var tags: [String] = []
  /// What callers say.
  package var heard: [String] = []
  package var synonyms: [String] = []
  /// Old paths that lead here.
  package var aliases: [Located<String>] = []
  package var owner: String?
  package var reviewed: Located<CalendarDate>?
  package var review: ReviewInterval?
  /// What is new on the page since its last review, for those who know it.
  package var changed: String?
  package var sources: [Located<String>] = []
  package var order: Double?
  package var isDraft = false
  package var language: String?
  package var card: CardOptions?
  /// Letters that a model's steps must spell.
  package var acronym: Located<String>?
  /// Walks through a script, run as tests.
  package var scenarios: [ScriptScenario] = []
  /// Whether keys stand here that Deskbook does not know: the page was written for something else.
  package var hasForeignKeys = false
  /// Whether one of these was most likely meant as the title.
  var hasMistypedTitle = false

  package init() {}
}

/// A walk through a script: choices made, and the step it must end at.
package struct ScriptScenario: Sendable, Equatable {
  package var name: String
  /// Heading slugs of the steps chosen, in order.
  package var choices: [Located<String>]
  /// Heading slug of the step that must be reached.
  package var outcome: Located<String>
  package var range: Range<Int>
}

extension ScriptScenario {
  /// Every key that one can have.
  package static var keys: [String] { FrontMatterReader.scenarioKeys }
}

extension FrontMatter {
  /// Every key that a page of a kind may have, in the order of the reader.
  package static func keys(of kind: PageKind) -> [String] {
    let text = YAML(content: .scalar(kind.rawValue), range: 0..<0)
    let entry = YAML.Entry(key: "kind", keyRange: 0..<0, value: text)
    var reader = FrontMatterReader(
      YAML(content: .mapping([entry]), range: 0..<0), at: .configuration)
    _ = reader.read()
    return reader.keys
  }

  /// Front matter as read, and where the page's text begins.
  package struct Reading {
    package var frontMatter = FrontMatter()
    package var diagnostics: [Diagnostic] = []
    /// Offset of the first byte of Markdown.
    package var bodyStart = 0
    /// Whether there is front matter that could not be read, so that what it says is not known.
    package var isBroken = false
  }

  /// Cuts front matter off a page and reads it.
  package static func read(_ file: SourceFile) -> Reading {
    var reading = Reading()
    let start = file.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    reading.bodyStart = start
    guard let block = block(in: file, from: start) else {
      if let unclosed = unclosed(in: file, from: start) {
        reading.diagnostics.append(unclosed)
      } else if let loose = LooseFrontMatter(in: file, from: start) {
        reading.diagnostics.append(loose.finding(at: file.path))
        reading.bodyStart = loose.end
      }
      reading.isBroken = !reading.diagnostics.isEmpty
      return reading
    }
    reading.bodyStart = block.end
    if block.yaml.count > Limits.frontMatterBytes {
      reading.diagnostics.append(
        Diagnostic(
          FrontMatterRules.unclosed, at: file.path, start..<start + 3,
          "this front matter is longer than \(Limits.frontMatterBytes / 1024) kB",
          help: "move text into the page"))
      reading.isBroken = true
      return reading
    }
    let yaml = YAML.read(block.yaml, of: file)
    reading.diagnostics = yaml.diagnostics
    reading.isBroken = yaml.value == nil && !yaml.diagnostics.isEmpty
    if let value = yaml.value {
      var reader = FrontMatterReader(value, at: file.path)
      reading.frontMatter = reader.read()
      reading.diagnostics += reader.diagnostics
    }
    return reading
  }

  /// The bytes between the `---` lines; nil where a page has no front matter.
  package static func yamlRange(of file: SourceFile) -> Range<Int>? {
    block(in: file, from: file.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0)?.yaml
  }

  private static func isFence(_ line: Range<Int>, in file: SourceFile) -> Bool {
    var end = line.upperBound
    while end > line.lowerBound, file.bytes[end - 1] == 0x20 || file.bytes[end - 1] == 0x09 {
      end -= 1
    }
    return end - line.lowerBound == 3
      && file.bytes[line.lowerBound..<end].allSatisfy { $0 == UInt8(ascii: "-") }
  }

  /// Whether a line is `...`, which ends a document of YAML.
  private static func isDocumentEnd(_ line: Range<Int>, in file: SourceFile) -> Bool {
    file.bytes[line].prefix(3).elementsEqual("...".utf8)
      && file.bytes[line].dropFirst(3).allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }

  /// The YAML between two `---` lines at the very start; `...` may stand for the second.
  private static func block(
    in file: SourceFile, from start: Int
  ) -> (yaml: Range<Int>, end: Int)? {
    let first = start..<file.range(ofLine: 1).upperBound
    guard isFence(first, in: file) else { return nil }
    let yamlStart = file.lines.offset(line: 2, column: 1)
    let mayEndWithDots = hasKey(onLine: 2, of: file)
    var line = 2
    while true {
      let lineStart = file.lines.offset(line: line, column: 1)
      if lineStart >= file.bytes.count { return nil }
      let range = file.range(ofLine: line)
      if isFence(range, in: file) || mayEndWithDots && isDocumentEnd(range, in: file) {
        return (yamlStart..<lineStart, file.lines.offset(line: line + 1, column: 1))
      }
      line += 1
    }
  }

  private static func unclosed(in file: SourceFile, from start: Int) -> Diagnostic? {
    guard isFence(start..<file.range(ofLine: 1).upperBound, in: file) else { return nil }
    guard hasKey(onLine: 2, of: file) else { return nil }
    return Diagnostic(
      FrontMatterRules.unclosed, at: file.path, start..<start + 3,
      "this front matter has no closing --- line", help: "add a line --- after the last key")
  }

  private static func hasKey(onLine line: Int, of file: SourceFile) -> Bool {
    let second = file.range(ofLine: line)
    let word = file.bytes[second].prefix { $0 != UInt8(ascii: ":") }
    return word.count < second.count && !word.isEmpty
      && word.allSatisfy { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A || $0 == UInt8(ascii: "_") }
  }
}
