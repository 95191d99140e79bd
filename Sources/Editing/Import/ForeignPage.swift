// A page of another tool on its way to becoming one of ours.

internal import CommonMark
internal import Handbook
internal import TOMLKit

/// The value of a key in another tool's front matter.
enum ForeignValue {
  case text(String)
  case list([String])
  /// Anything else, as it was written.
  case other(String)

  var text: String? { if case .text(let text) = self { text } else { nil } }
  /// What a note says of it, behind the name of its key.
  var told: String {
    let words: String =
      switch self {
      case .text(let text), .other(let text): text
      case .list(let texts): texts.joined(separator: ", ")
      }
    let line = words.split(whereSeparator: \.isNewline).map(\.trimmed).joined(separator: " ")
    return line.isEmpty ? "" : ": \(line)"
  }

  var texts: [String] {
    switch self {
    case .text(let text): text.isEmpty ? [] : [text]
    case .list(let texts): texts
    case .other: []
    }
  }
}

/// A page of another tool: its front matter and its lines.
struct ForeignPage {
  /// In the source.
  let path: String
  var keys: [(key: String, value: ForeignValue, line: Int)] = []
  var lines: [ForeignLine] = []
  var notes: [ImportNote] = []
  /// The front matter as it was read; nil where it is not in YAML.
  private(set) var matter: YAML?

  /// Reads a page; front matter in YAML between `---` or in TOML between `+++`.
  init(_ path: String, _ bytes: [UInt8]) {
    self.path = path
    let source = SourceText(bytes)
    lines = ForeignLines.of(source.text)
    if let doubt = source.doubt { note(0, doubt) }
    let fence = lines.first?.text.trimmed ?? ""
    guard fence == "---" || fence == "+++",
      let end = lines.dropFirst().firstIndex(where: { $0.text.trimmed == fence })
    else { return }
    let inside = lines[1..<end].map(\.text).joined(separator: "\n") + "\n"
    lines.removeSubrange(...end)
    let isRead = fence == "---" ? readYAML(inside) : readTOML(inside)
    if !isRead { stand(inside) }
  }

  /// Puts front matter that cannot be read above the text, as code.
  private mutating func stand(_ text: String) {
    let all = ["~~~~", text.trimmed, "~~~~", ""].joined(separator: "\n")
    lines.insert(contentsOf: ForeignLines.of(all), at: 0)
  }

  /// Notes something about a line of the page.
  mutating func note(_ line: Int, _ message: String) {
    notes.append(ImportNote(path, line, message))
  }

  subscript(_ key: String) -> ForeignValue? { keys.first { $0.key == key }?.value }

  private mutating func readYAML(_ text: String) -> Bool {
    let file = SourceFile(path: .configuration, bytes: Array(text.utf8))
    let reading = YAML.read(0..<file.bytes.count, of: file)
    if reading.value == nil, let problem = reading.diagnostics.first {
      let line = file.lines.position(of: problem.range.lowerBound).line + 1
      note(line, "the front matter cannot be read, and stands there as code: \(problem.message)")
      return false
    }
    // A list or a text in place of keys.
    if let value = reading.value, value.entries == nil {
      note(1, "the front matter has no keys, and stands there as code")
      return false
    }
    matter = reading.value
    for entry in reading.value?.entries ?? [] { add(entry.key, entry.value, entry.keyRange, file) }
    return true
  }

  /// Adds a key; one within another is called by both.
  private mutating func add(_ key: String, _ value: YAML, _ range: Range<Int>, _ file: SourceFile) {
    let line = file.lines.position(of: range.lowerBound).line + 1
    switch value.content {
    case .scalar(let text): keys.append((key, .text(text), line))
    case .list(let items):
      let texts = items.compactMap(\.text)
      keys.append((key, texts.count == items.count ? .list(texts) : .other(value.words), line))
    case .mapping(let entries):
      if entries.isEmpty { keys.append((key, .other(""), line)) }
      for entry in entries { add("\(key).\(entry.key)", entry.value, entry.keyRange, file) }
    }
  }

  private mutating func readTOML(_ text: String) -> Bool {
    do {
      let table = try TOMLTable(string: text)
      let lines = TOMLLines(text)
      for (key, value) in table {
        keys.append((key, ForeignPage.value(value), lines.line(of: key) + 1))
      }
      keys.sort { ($0.line, $0.key) < ($1.line, $1.key) }
      return true
    } catch {
      note(1, "the front matter cannot be read, and stands there as code: \(error)")
      return false
    }
  }

  static func value(_ value: any TOMLValueConvertible) -> ForeignValue {
    if let text = value.string { return .text(text) }
    if let flag = value.bool { return .text(flag ? "true" : "false") }
    if let number = value.int { return .text("\(number)") }
    if let number = value.double { return .text("\(number)") }
    if let list = value.array {
      let texts = list.compactMap { Self.value($0).text }
      return texts.count == list.count ? .list(texts) : .other(list.debugDescription)
    }
    if let table = value.table { return .other(table.debugDescription) }
    return .text(value.debugDescription)
  }

  /// The page as one of ours: keys in our own order, then the text.
  func bytes(_ keys: [(String, String)]) -> [UInt8] {
    var result = ""
    if !keys.isEmpty {
      result = "---\n" + keys.map { "\($0): \($1)\n" }.joined() + "---\n\n"
    }
    // Two versions that git wrote are for their editors to choose from: they stand there as text.
    var texts = lines.map { line in
      !line.isCode && line.text.hasPrefix("<<<<<<< ") ? "\\" + line.text : line.text
    }[...]
    while texts.first?.trimmed.isEmpty == true { texts = texts.dropFirst() }
    while texts.last?.trimmed.isEmpty == true { texts = texts.dropLast() }
    // Keys that nothing closes are a line and text here, as they were for the other tool.
    if keys.isEmpty, let first = texts.first, ["---", "+++"].contains(first.trimmed) {
      texts = ["***"] + texts.dropFirst()
    }
    return Array((result + texts.joined(separator: "\n") + "\n").utf8)
  }

  /// Whether the text begins with a title of its own.
  var hasHeading: Bool { lines.contains { !$0.isCode && $0.text.hasPrefix("# ") } }

  /// Holes of other tools' templates are no holes of ours.
  mutating func escapeHoles(reporting message: String) {
    for index in lines.indices where lines[index].text.contains("{{") {
      let before = lines[index].text
      lines[index].text = lines[index].mapping { text in
        text.replacing("\\{{", with: "{{").replacing("{{", with: "\\{{")
      }
      if lines[index].text != before, !message.isEmpty { note(lines[index].number, message) }
    }
  }

  /// Links to files that have another name now.
  mutating func renameIndexes() {
    // Regex literals are compiled at each use.
    for index in lines.indices where lines[index].text.contains(".md") {
      lines[index].text = lines[index].mapping { text in
        text.replacing(#/\]\(([^()\s#]*/)?(README|readme|Readme|_index)\.md/#) { match in
          "](\(match.1.map(String.init) ?? "")index.md"
        }
      }
    }
  }
}

extension YAML {
  /// All that it says, the names of keys within it too.
  var words: String {
    switch content {
    case .scalar(let text): text
    case .list(let items): items.map(\.words).joined(separator: ", ")
    case .mapping(let entries):
      entries.map { "\($0.key): \($0.value.words)" }.joined(separator: ", ")
    }
  }
}

extension StringProtocol {
  /// Without the spaces at either end.
  var trimmed: String {
    String(String(drop { $0.isWhitespace }).reversed().drop { $0.isWhitespace }.reversed())
  }
}
