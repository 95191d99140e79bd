// Where in the front matter the cursor is.

internal import Handbook
internal import Text

/// A place in YAML, read line by line, as half-typed YAML cannot be parsed.
struct FrontMatterPlace {
  /// Keys of the mappings round the place, the outermost first.
  private(set) var parents: [String] = []
  /// The key whose value is being typed; nil where a key is.
  private(set) var key: String?
  private(set) var typed: Substring = ""
  /// The other keys of the mapping.
  private(set) var written: Set<String> = []
  /// The page's kind.
  let kind: PageKind

  /// A line that has a key.
  private struct Line {
    /// Columns before its words, those of a list's dash among them.
    let indent: Int
    let isItem: Bool
    let key: String?
    /// Behind the colon, or all where there is no key.
    let rest: Substring

    init(_ text: Substring) {
      var words = text.drop { $0 == " " }
      var indent = text.count - words.count
      var isItem = false
      while words.first == "-", words.dropFirst().first.map({ $0 == " " }) ?? true {
        let next = words.dropFirst().drop { $0 == " " }
        indent += max(2, words.count - next.count)
        (words, isItem) = (next, true)
      }
      (self.indent, self.isItem) = (indent, isItem)
      let name = words.prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
      let isKey = !name.isEmpty && words[name.endIndex...].first == ":"
      key = isKey ? String(name) : nil
      rest = isKey ? words[name.endIndex...].dropFirst() : words
    }
  }

  init(_ offset: Int, in file: SourceFile, _ yaml: Range<Int>) {
    func lines(_ range: Range<Int>) -> [Line] {
      String(decoding: file.bytes[range], as: UTF8.self)
        .split(omittingEmptySubsequences: true, whereSeparator: \.isNewline)
        .filter { !$0.allSatisfy(\.isWhitespace) }.map { Line($0) }
    }
    let line = file.range(ofLine: file.lines.position(of: offset).line)
    let text = String(decoding: file.bytes[line.lowerBound..<offset], as: UTF8.self)
    let above = lines(yaml.lowerBound..<max(yaml.lowerBound, line.lowerBound))
    let below = lines(min(line.upperBound, yaml.upperBound)..<yaml.upperBound)
    kind =
      (above + below).first { $0.indent == 0 && $0.key == "kind" }
      .flatMap { PageKind(rawValue: String($0.rest.split(separator: " ").first ?? "")) } ?? .guide
    let here = Line(text[...])
    climb(from: here, above)
    if let brace = here.rest.lastIndex(of: "{"), !here.rest[brace...].contains("}") {
      if let outer = here.key { parents.append(outer) }
      readFlow(here.rest[here.rest.index(after: brace)...])
      return
    }
    if let key = here.key {
      self.key = key
      typed = Self.lastWord(here.rest)
      return
    }
    typed = here.rest
    // An item of a list is a value of the list's key, or begins one of its mappings.
    if here.isItem, parents.last != "scenarios" {
      key = parents.popLast()
      return
    }
    written = Self.siblings(of: here, above, below)
  }

  /// Finds the keys of the mappings that a line is in.
  private mutating func climb(from here: Line, _ above: [Line]) {
    var indent = here.indent
    for line in above.reversed() where line.indent < indent {
      guard let key = line.key else { continue }
      parents.insert(key, at: 0)
      indent = line.indent
    }
  }

  /// Reads `{size: a6, la`, from behind the brace.
  private mutating func readFlow(_ text: Substring) {
    var depth = 0
    var parts: [Substring] = []
    var start = text.startIndex
    for index in text.indices {
      if text[index] == "[" { depth += 1 }
      if text[index] == "]" { depth -= 1 }
      if text[index] == ",", depth == 0 {
        parts.append(text[start..<index])
        start = text.index(after: index)
      }
    }
    let last = Line(text[start...])
    written = Set(parts.compactMap { Line($0).key })
    key = last.key
    typed = last.key == nil ? last.rest : Self.lastWord(last.rest)
  }

  /// What is typed of the last word of a value or a list.
  private static func lastWord(_ value: Substring) -> Substring {
    let start = value.lastIndex { $0 == "," || $0 == "[" || $0 == " " }
    let word = start.map { value[value.index(after: $0)...] } ?? value
    return word.first == "\"" || word.first == "'" ? word.dropFirst() : word
  }

  /// The keys of the mapping that a line is in.
  private static func siblings(of here: Line, _ above: [Line], _ below: [Line]) -> Set<String> {
    var keys: Set<String> = []
    if !here.isItem {
      for line in above.reversed() {
        if line.indent < here.indent { break }
        if line.indent == here.indent {
          if let key = line.key { keys.insert(key) }
          if line.isItem { break }
        }
      }
    }
    for line in below {
      if line.indent < here.indent || line.indent == here.indent && line.isItem { break }
      if line.indent == here.indent, let key = line.key { keys.insert(key) }
    }
    return keys
  }
}
