// Words that YAML reads as something else than text: a comment, a tag.

/// Looks for words of values that are not in what was read.
enum YAMLLosses {
  /// What is lost of a document, given what was read of it.
  ///
  /// - Parameters:
  ///   - range: the document.
  ///   - file: where it stands.
  ///   - value: what was read.
  /// - Returns: findings; an error where the value cannot be used.
  static func findings(in range: Range<Int>, of file: SourceFile, _ value: YAML) -> [Diagnostic] {
    guard file.bytes[range].contains(where: { $0 == UInt8(ascii: "#") || $0 == UInt8(ascii: "!") })
    else { return [] }
    var found: [Diagnostic] = []
    var block: Int?
    var texts: [String]?
    for number in lines(of: range, in: file) {
      let line = YAMLLine(file.range(ofLine: number), of: file)
      // The lines of a block of text are all text.
      if let indent = block, line.indent > indent || line.text.isEmpty { continue }
      block = line.text.first.map { $0 == "|" || $0 == ">" } == true ? line.indent : nil
      guard let lost = tag(in: line) ?? comment(in: line) else { continue }
      let read = texts ?? value.texts
      texts = read
      let word = String(lost.text.prefix { $0 != " " })
      if !read.contains(where: { $0.contains(word) }) {
        found.append(finding(lost, line, file.path))
      }
    }
    return found
  }

  private typealias Loss = (range: Range<Int>, text: Substring)

  private static func lines(of range: Range<Int>, in file: SourceFile) -> ClosedRange<Int> {
    let first = file.lines.position(of: range.lowerBound).line
    return
      first...max(first, file.lines.position(of: max(range.lowerBound, range.upperBound - 1)).line)
  }

  private static func finding(_ lost: Loss, _ line: YAMLLine, _ path: ContentPath) -> Diagnostic {
    let help = "put the whole value in quotes: \(line.mended)"
    return lost.text.first == "!"
      ? Diagnostic(
        YAMLRules.syntax, at: path, lost.range, "a value cannot begin with !", help: help)
      : Diagnostic(
        FrontMatterRules.value, at: path, lost.range,
        "what stands behind this # is a comment, and no part of the value", help: help,
        severity: .warning)
  }

  /// A value such as `!important`.
  private static func tag(in line: YAMLLine) -> Loss? {
    guard line.text.first == "!", line.text.dropFirst().first?.isLetter == true else { return nil }
    return (line.value, line.text[...])
  }

  /// What a `#` with a letter or digit behind it begins; with a space behind it, it is meant as a comment.
  private static func comment(in line: YAMLLine) -> Loss? {
    var rest = line.text[...]
    if line.start.isEmpty, rest.first == "#" { return nil }
    if let quote = rest.first, quote == "'" || quote == "\"" {
      guard let end = rest.dropFirst().lastIndex(of: quote) else { return nil }
      rest = rest[end...].dropFirst()
    }
    var before: Character = " "
    for index in rest.indices {
      if rest[index] == "#", before == " " || before == "\t" {
        let behind = rest[index...].dropFirst().first
        guard behind?.isLetter == true || behind?.isNumber == true else { return nil }
        let lost = rest[index...]
        return (line.value.upperBound - lost.utf8.count..<line.value.upperBound, lost)
      }
      before = rest[index]
    }
    return nil
  }
}

extension YAML {
  /// Every text in the value.
  fileprivate var texts: [String] {
    switch content {
    case .scalar(let text): [text]
    case .list(let items): items.flatMap(\.texts)
    case .mapping(let entries): entries.flatMap { [$0.key] + $0.value.texts }
    }
  }
}
