// Front matter that Deskbook cannot read, as other tools, word processors and slips write it: it
// is reported, and not shown to readers.

internal import Text

/// Lines at a page's start that look like front matter and cannot be read as it.
struct LooseFrontMatter {
  /// The line that opens it.
  let opening: Range<Int>
  /// Where the text after it begins.
  let end: Int
  /// Why it cannot be read, in the words of the finding.
  let reason: String
  let help: String

  /// How many lines of blanks and comments may stand above it.
  private static let mostAbove = 20

  /// Finds such lines in a file, from the byte after its byte order mark; nil where there are
  /// none.
  init?(in file: SourceFile, from start: Int) {
    let lines = LooseLines(file, from: start)
    guard let above = Self.firstLine(lines) else { return nil }
    let mark = lines[above.line]
    let form: Form
    if mark == "+++" {
      form = .toml
    } else if mark == "{" {
      form = .json
    } else if mark.count >= 2 || mark == "—", mark.allSatisfy(Self.isDash) {
      form = .yaml
    } else {
      return nil
    }
    var line = above.line + 1
    guard !lines.isEnd(line), !lines[line].isEmpty else { return nil }
    var keys = 0
    while !lines.isEnd(line), !form.ends(lines[line]) {
      guard form.holds(lines[line], isIndented: lines.isIndented(line)) else { return nil }
      if !lines[line].isEmpty { keys += 1 }
      line += 1
    }
    guard keys > 0, !lines.isEnd(line) else { return nil }
    opening = lines.range(above.line)
    end = file.lines.offset(line: line + 1, column: 1)
    switch form {
    case .toml: (reason, help) = ("it is TOML, between +++", Self.yamlHelp)
    case .json: (reason, help) = ("it is JSON, between braces", Self.yamlHelp)
    case .yaml where mark != "---":
      reason = "its first line is \(mark) and not ---"
      help = "write three hyphens; a word processor may have made a dash of them"
    case .yaml:
      reason = "\(above.what) stands above it"
      help = "make the line --- the first of the file"
    }
  }

  private static let yamlHelp = "write a line ---, then key: value for each, then a line ---"

  /// The finding that names it.
  func finding(at path: ContentPath) -> Diagnostic {
    Diagnostic(
      FrontMatterRules.unclosed, at: path, opening,
      "this looks like front matter, but \(reason)", help: help)
  }

  /// The first line with words of its own, and what stands above it.
  private static func firstLine(_ lines: LooseLines) -> (line: Int, what: String)? {
    var (line, what) = (1, "an invisible sign")
    while line <= mostAbove, !lines.isEnd(line) {
      if lines[line].isEmpty {
        if line == 1 { what = "a blank line" }
      } else if lines[line].hasPrefix("<!--") {
        what = "a comment"
        while !lines[line].contains("-->") {
          line += 1
          if lines.isEnd(line) { return nil }
        }
      } else {
        return (line, what)
      }
      line += 1
    }
    return nil
  }

  private static func isDash(_ character: Character) -> Bool { "-‐‑–—−".contains(character) }

  private enum Form {
    case yaml, toml, json

    func ends(_ line: String) -> Bool {
      switch self {
      case .yaml:
        line == "..." || line.count >= 2 && line.allSatisfy(LooseFrontMatter.isDash)
          || line == "—"
      case .toml: line == "+++"
      case .json: line == "}"
      }
    }

    /// Whether a line may stand between its first and its last one.
    func holds(_ line: String, isIndented: Bool) -> Bool {
      if line.isEmpty || isIndented || line.hasPrefix("#") && self != .json { return true }
      switch self {
      case .yaml: return line.hasPrefix("- ") || Self.begins(line, withKeyBefore: ":")
      case .toml: return line.hasPrefix("[") || Self.begins(line, withKeyBefore: "=")
      case .json: return line.first.map { "\"[]{}".contains($0) } ?? false
      }
    }

    private static func begins(_ line: String, withKeyBefore sign: Character) -> Bool {
      guard let end = line.firstIndex(of: sign) else { return false }
      let key = line[..<end].drop { $0 == " " }
      let rest = line[line.index(after: end)...]
      return !key.isEmpty && key.allSatisfy { $0.isLetter || $0.isNumber || "_-. ".contains($0) }
        && (rest.isEmpty || sign == "=" || rest.first == " ")
        && !key.drop { $0 != " " }.contains { $0 != " " }
    }
  }
}

/// The lines of a file without the spaces and invisible signs round them.
private struct LooseLines {
  private let file: SourceFile
  private let start: Int

  init(_ file: SourceFile, from start: Int) { (self.file, self.start) = (file, start) }

  func isEnd(_ line: Int) -> Bool { file.lines.offset(line: line, column: 1) >= file.bytes.count }

  private func whole(_ line: Int) -> Range<Int> {
    let range = file.range(ofLine: line)
    return max(range.lowerBound, line == 1 ? start : 0)..<max(range.upperBound, start)
  }

  func isIndented(_ line: Int) -> Bool {
    let range = whole(line)
    return !range.isEmpty
      && (file.bytes[range.lowerBound] == 0x20 || file.bytes[range.lowerBound] == 0x09)
  }

  subscript(line: Int) -> String { String(decoding: file.bytes[range(line)], as: UTF8.self) }

  /// The bytes of a line without the spaces and invisible signs round it.
  func range(_ line: Int) -> Range<Int> {
    let range = whole(line)
    var bytes = file.bytes[range]
    while let length = Self.invisible.first(where: { bytes.starts(with: $0) })?.count {
      bytes = bytes.dropFirst(length)
    }
    while let last = bytes.last, last == 0x20 || last == 0x09 { bytes = bytes.dropLast() }
    return bytes.startIndex..<bytes.endIndex
  }

  /// Space, tab, no-break space, zero-width space and byte order mark, UTF-8.
  private static let invisible: [[UInt8]] = [
    [0x20], [0x09], [0xC2, 0xA0], [0xE2, 0x80, 0x8B], [0xEF, 0xBB, 0xBF],
  ]
}
