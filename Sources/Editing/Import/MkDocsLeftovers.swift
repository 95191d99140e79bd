// Marks of Python-Markdown that GitHub's Markdown does not know.

extension ForeignPage {
  /// Headings without a space, lists of terms, sizes of pictures and abbreviations, written as every tool
  /// reads them.
  mutating func mendLeftovers() {
    var kept: [ForeignLine] = []
    for line in lines {
      var line = line
      let before = line.text
      if !line.isCode {
        if let heading = Self.spacedHeading(line.text) { line.text = heading }
        line.text = line.mapping(Self.withoutSizes)
        if line.text != before, line.text.utf8.count < before.utf8.count {
          note(line.number, "attributes in braces were left out")
        }
        if let meaning = Self.definition(line.text), let term = kept.last, !term.isBlank,
          !term.isCode
        {
          let isFirst = !term.text.hasPrefix("- **")
          if isFirst { kept[kept.count - 1].text = "- **\(term.text.trimmed)**: \(meaning)" }
          if !isFirst { line.text = "  \(meaning)" }
          if isFirst { continue }
        }
        if line.text.hasPrefix("*["), let end = line.text.firstRange(of: "]:") {
          let word = line.text[..<end.lowerBound].dropFirst(2)
          note(
            line.number,
            "the abbreviation \(word) stands as text now; say it in full where it is used")
          line.text = "\(word): \(line.text[end.upperBound...].trimmed)"
        }
      }
      kept.append(line)
    }
    lines = kept
  }

  /// `##No space` as a heading; nil for other lines.
  private static func spacedHeading(_ line: String) -> String? {
    let signs = line.prefix { $0 == "#" }
    guard (1...6).contains(signs.count), let next = line.dropFirst(signs.count).first, next.isLetter
    else { return nil }
    return "\(signs) \(line.dropFirst(signs.count))"
  }

  /// What a term means, on a line that begins with a colon.
  private static func definition(_ line: String) -> String? {
    guard line.hasPrefix(":"), let next = line.dropFirst().first, next == " " || next == "\t" else {
      return nil
    }
    let meaning = line.dropFirst().trimmed
    return meaning.isEmpty ? nil : meaning
  }

  /// A text without `{ width="5" }` right behind a link or an image.
  private static func withoutSizes(_ text: String) -> String {
    var result = ""
    var rest = text[...]
    while let start = rest.firstRange(of: "){"),
      let end = rest[start.upperBound...].firstIndex(of: "}")
    {
      let inside = rest[start.upperBound..<end]
      let isList = inside.contains("=") && !inside.contains("{")
      result += rest[..<start.lowerBound] + (isList ? ")" : "){" + inside + "}")
      rest = rest[rest.index(after: end)...]
    }
    return result + rest
  }
}
