// A page of another tool on its way to becoming one of ours.

internal import CommonMark
internal import Handbook
internal import TOMLKit

/// The value of a key in another tool's front matter.
enum ForeignValue {
  case text(String)
  case list([String])
  case other

  var text: String? { if case .text(let text) = self { text } else { nil } }
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

  /// Reads a page; front matter in YAML between `---` or in TOML between `+++`.
  init(_ path: String, _ bytes: [UInt8]) {
    self.path = path
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let text = String(decoding: bytes[start...], as: UTF8.self)
    lines = ForeignLines.of(text)
    let fence = lines.first?.text.trimmed ?? ""
    guard fence == "---" || fence == "+++",
      let end = lines.dropFirst().firstIndex(where: { $0.text.trimmed == fence })
    else { return }
    let inside = lines[1..<end].map(\.text).joined(separator: "\n") + "\n"
    lines.removeSubrange(...end)
    if fence == "---" { readYAML(inside) } else { readTOML(inside) }
  }

  /// Notes something about a line of the page.
  mutating func note(_ line: Int, _ message: String) {
    notes.append(ImportNote(path, line, message))
  }

  subscript(_ key: String) -> ForeignValue? { keys.first { $0.key == key }?.value }

  private mutating func readYAML(_ text: String) {
    let file = SourceFile(path: .configuration, bytes: Array(text.utf8))
    let reading = YAML.read(0..<file.bytes.count, of: file)
    if reading.value == nil, let problem = reading.diagnostics.first {
      let line = file.lines.position(of: problem.range.lowerBound).line + 1
      note(line, "the front matter cannot be read and was left out: \(problem.message)")
    }
    for entry in reading.value?.entries ?? [] {
      let line = file.lines.position(of: entry.keyRange.lowerBound).line + 1
      let value: ForeignValue =
        switch entry.value.content {
        case .scalar(let text): .text(text)
        case .list(let items):
          items.allSatisfy { $0.text != nil } ? .list(items.compactMap(\.text)) : .other
        case .mapping: .other
        }
      keys.append((entry.key, value, line))
    }
  }

  private mutating func readTOML(_ text: String) {
    do {
      let table = try TOMLTable(string: text)
      let lines = TOMLLines(text)
      for (key, value) in table {
        keys.append((key, ForeignPage.value(value), lines.line(of: key) + 1))
      }
      keys.sort { ($0.line, $0.key) < ($1.line, $1.key) }
    } catch {
      note(1, "the front matter cannot be read and was left out: \(error)")
    }
  }

  static func value(_ value: any TOMLValueConvertible) -> ForeignValue {
    if let text = value.string { return .text(text) }
    if let flag = value.bool { return .text(flag ? "true" : "false") }
    if let number = value.int { return .text("\(number)") }
    if let number = value.double { return .text("\(number)") }
    if let list = value.array {
      let texts = list.compactMap { Self.value($0).text }
      return texts.count == list.count ? .list(texts) : .other
    }
    return value.table == nil ? .text(value.debugDescription) : .other
  }

  /// The page as one of ours: keys in our own order, then the text.
  func bytes(_ keys: [(String, String)]) -> [UInt8] {
    var result = ""
    if !keys.isEmpty {
      result = "---\n" + keys.map { "\($0): \($1)\n" }.joined() + "---\n\n"
    }
    var texts = lines.map(\.text)[...]
    while texts.first?.trimmed.isEmpty == true { texts = texts.dropFirst() }
    while texts.last?.trimmed.isEmpty == true { texts = texts.dropLast() }
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
    for index in lines.indices {
      lines[index].text = lines[index].mapping { text in
        text.replacing(#/\]\(([^()\s#]*/)?(README|readme|Readme|_index)\.md/#) { match in
          "](\(match.1.map(String.init) ?? "")index.md"
        }
      }
    }
  }
}

extension StringProtocol {
  /// Without the spaces at either end.
  var trimmed: String {
    String(String(drop { $0.isWhitespace }).reversed().drop { $0.isWhitespace }.reversed())
  }
}
