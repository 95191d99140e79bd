// Changes to front matter that leave every other byte of the page as it is.

package import Handbook

/// Why front matter cannot be changed by a program.
package enum FrontMatterEditProblem: Error, Sendable {
  /// It is not closed, or is no list of keys.
  case broken
  /// The change would not read back as meant: the value is written in a form that is not handled.
  case unusual(key: String)
}

/// Changes the front matter of one page.
package struct FrontMatterEdit {
  private let file: SourceFile
  private let front: FrontMatter.Reading
  /// The bytes between the fences; nil where there is no front matter.
  private let yaml: Range<Int>?
  private let value: YAML?

  /// Reads the page's front matter.
  ///
  /// - Throws: `broken` where what it says is not known.
  package init(_ file: SourceFile) throws(FrontMatterEditProblem) {
    self.file = file
    front = FrontMatter.read(file)
    if front.isBroken { throw .broken }
    yaml = FrontMatter.yamlRange(of: file)
    value = yaml.flatMap { YAML.read($0, of: file).value }
    if let value, value.entries == nil { throw .broken }
  }

  /// The file's own line end, that of its first line.
  private var lineEnd: String {
    guard let end = file.bytes.firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) else { return "\n" }
    if file.bytes[end] == 0x0A { return "\n" }
    return end + 1 < file.bytes.count && file.bytes[end + 1] == 0x0A ? "\r\n" : "\r"
  }

  /// Sets the day of the last review.
  ///
  /// - Returns: the whole file after the change.
  /// - Throws: `unusual` where the key is written in a way that is not handled.
  package func settingReviewed(_ day: CalendarDate) throws(FrontMatterEditProblem) -> [UInt8] {
    let edit: ByteEdit
    if let entry = value?.entries?.first(where: { $0.key == "reviewed" }) {
      guard let text = entry.value.text else { throw .unusual(key: "reviewed") }
      edit =
        text.isEmpty
        ? ByteEdit(afterColon(of: entry), " \(day)") : ByteEdit(entry.value.range, "\(day)")
    } else {
      edit = inserting("reviewed: \(day)")
    }
    return try checked(edit, key: "reviewed") { $0.reviewed?.value == day }
  }

  /// Adds an old path to `aliases`.
  ///
  /// - Returns: the whole file after the change.
  /// - Throws: `unusual` where the list is written in a way that is not handled.
  package func addingAlias(_ path: String) throws(FrontMatterEditProblem) -> [UInt8] {
    let text = YAMLText.scalar(path)
    let edit: ByteEdit
    if let entry = value?.entries?.first(where: { $0.key == "aliases" }) {
      edit = try adding(text, to: entry)
    } else {
      edit = inserting("aliases: [\(text)]")
    }
    let wanted = front.frontMatter.aliases.map(\.value) + [path]
    return try checked(edit, key: "aliases") { $0.aliases.map(\.value) == wanted }
  }

  /// Takes an old path out of `aliases`.
  ///
  /// - Returns: the whole file after the change.
  /// - Throws: `unusual` where the list is written in a way that is not handled.
  package func removingAlias(_ path: String) throws(FrontMatterEditProblem) -> [UInt8] {
    guard let entry = value?.entries?.first(where: { $0.key == "aliases" }),
      let alias = entry.value.items.first(where: { $0.text == path })
    else { throw .unusual(key: "aliases") }
    let wanted = front.frontMatter.aliases.map(\.value).filter { $0 != path }
    let isOnly = entry.value.items.count == 1
    let lines = lines(of: isOnly ? entry.keyRange.lowerBound..<alias.range.upperBound : alias.range)
    // A list in brackets keeps its line; one with dashes loses one.
    let isDash = file.bytes[lines].first { $0 != 0x20 } == UInt8(ascii: "-")
    let edit = isOnly || isDash ? ByteEdit(lines, "") : ByteEdit(withComma(alias.range), "")
    return try checked(edit, key: "aliases") { $0.aliases.map(\.value) == wanted }
  }
}

extension FrontMatterEdit {
  /// The place behind a key's colon.
  private func afterColon(of entry: YAML.Entry) -> Range<Int> {
    let line = file.range(ofLine: file.lines.position(of: entry.keyRange.lowerBound).line)
    let colon = file.bytes[entry.keyRange.upperBound..<line.upperBound].firstIndex {
      $0 == UInt8(ascii: ":")
    }
    let place = colon.map { $0 + 1 } ?? line.upperBound
    return place..<place
  }

  /// A new line at the end of the front matter, which is made where there is none.
  private func inserting(_ line: String) -> ByteEdit {
    if let yaml { return ByteEdit(yaml.upperBound..<yaml.upperBound, line + lineEnd) }
    let start = front.bodyStart
    return ByteEdit(start..<start, ["---", line, "---", "", ""].joined(separator: lineEnd))
  }

  private func adding(
    _ text: String, to entry: YAML.Entry
  ) throws(FrontMatterEditProblem) -> ByteEdit {
    switch entry.value.content {
    case .mapping: throw .unusual(key: entry.key)
    case .scalar(let old) where old.isEmpty: return ByteEdit(afterColon(of: entry), " [\(text)]")
    case .scalar:
      let line = file.range(ofLine: file.lines.position(of: entry.value.range.lowerBound).line)
      let start = afterColon(of: entry).lowerBound
      let old = String(decoding: file.bytes[start..<line.upperBound], as: UTF8.self)
      guard !old.contains("#") else { throw .unusual(key: entry.key) }
      return ByteEdit(
        start..<line.upperBound, " [\(old.split(separator: " ").joined(separator: " ")), \(text)]")
    case .list(let items):
      guard let last = items.last else {
        let inside = entry.value.range.lowerBound + 1
        return ByteEdit(inside..<inside, text)
      }
      let line = file.range(ofLine: file.lines.position(of: last.range.lowerBound).line)
      let begin = file.bytes[line].prefix { $0 == 0x20 }
      if file.bytes[line.dropFirst(begin.count)].first == UInt8(ascii: "-") {
        let indent = String(repeating: " ", count: begin.count)
        return ByteEdit(line.upperBound..<line.upperBound, "\(lineEnd)\(indent)- \(text)")
      }
      let end = closingQuote(after: last.range.upperBound)
      return ByteEdit(end..<end, ", \(text)")
    }
  }

  private func closingQuote(after end: Int) -> Int {
    guard end < file.bytes.count else { return end }
    let isQuote = file.bytes[end] == UInt8(ascii: "\"") || file.bytes[end] == UInt8(ascii: "'")
    return isQuote ? end + 1 : end
  }

  /// Whole lines, the end of the last included.
  private func lines(of range: Range<Int>) -> Range<Int> {
    let first = file.lines.position(of: range.lowerBound).line
    let last = file.lines.position(of: range.upperBound).line
    return file.lines.offset(line: first, column: 1)..<file.lines.offset(line: last + 1, column: 1)
  }

  /// An item of a list in brackets with its quotes, the comma beside it, and the space after that.
  private func withComma(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, closingQuote(after: range.upperBound))
    if end > range.upperBound { start -= 1 }
    let bytes = file.bytes
    if bytes[end] == UInt8(ascii: ",") {
      end += 1
      while bytes[end] == 0x20 { end += 1 }
    } else {
      while start > 0, bytes[start - 1] == 0x20 { start -= 1 }
      if start > 0, bytes[start - 1] == UInt8(ascii: ",") { start -= 1 }
    }
    return start..<end
  }

  /// Applies a change and reads the file again: text below and other keys must say what they said.
  private func checked(
    _ edit: ByteEdit, key: String, _ isMeant: (FrontMatter) -> Bool
  ) throws(FrontMatterEditProblem) -> [UInt8] {
    let bytes = file.bytes.applying([edit])
    let after = SourceFile(path: file.path, bytes: bytes)
    let reading = FrontMatter.read(after)
    guard !reading.isBroken, isMeant(reading.frontMatter),
      reading.frontMatter.title?.value == front.frontMatter.title?.value,
      reading.diagnostics.count <= front.diagnostics.count,
      bytes[reading.bodyStart...].drop(while: Self.isLineEnd)
        == file.bytes[front.bodyStart...].drop(while: Self.isLineEnd)
    else { throw .unusual(key: key) }
    return bytes
  }

  private static func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
}
