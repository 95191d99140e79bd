// A template taken apart into markup and tags.

internal import Handbook

/// One file of a theme's templates.
struct TemplateSource {
  enum Kind { case escaped, raw, section, inverted, end, partial, comment }

  /// What stands in braces.
  struct Tag {
    let kind: Kind
    let name: String
    /// Bytes of the file.
    let range: Range<Int>
  }

  enum Part {
    case markup(ArraySlice<UInt8>)
    case tag(Tag)
  }

  let path: String
  let bytes: [UInt8]

  /// The parts in order.
  ///
  /// A line that holds nothing but the tag of a section, a partial or a comment is left out with
  /// its line break.
  ///
  /// - Source: standalone tags, github.com/mustache/spec, version 1.4.
  func parts() throws(ThemeProblem) -> [Part] {
    var parts: [Part] = []
    var rest = 0
    while let open = bytes[rest...].firstRange(of: "{{".utf8)?.lowerBound {
      let tag = try tag(at: open)
      let isWritten = tag.kind == .escaped || tag.kind == .raw
      let taken = isWritten ? tag.range : line(of: tag.range) ?? tag.range
      if rest < taken.lowerBound { parts.append(.markup(bytes[rest..<taken.lowerBound])) }
      parts.append(.tag(tag))
      rest = taken.upperBound
    }
    if rest < bytes.count { parts.append(.markup(bytes[rest...])) }
    return parts
  }

  private func tag(at open: Int) throws(ThemeProblem) -> Tag {
    guard let close = bytes[(open + 2)...].firstRange(of: "}}".utf8) else {
      throw problem(at: open, "this hole is not closed")
    }
    var inside = bytes[(open + 2)..<close.lowerBound]
    var end = close.upperBound
    let kind = inside.first.flatMap { Self.kinds[$0] }
    if kind != nil { inside = inside.dropFirst() }
    if kind == .comment { return Tag(kind: .comment, name: "", range: open..<end) }
    var isClosed = !inside.contains { "{}\n".utf8.contains($0) }
    if bytes[open + 2] == UInt8(ascii: "{") {
      isClosed = isClosed && end < bytes.count && bytes[end] == UInt8(ascii: "}")
      end += 1
    }
    if !isClosed { throw problem(at: open, "this hole is not closed") }
    let name = inside.drop { Self.isBlank($0) }
    let trimmed = name.prefix(name.count - name.reversed().prefix { Self.isBlank($0) }.count)
    return Tag(
      kind: kind ?? .escaped, name: String(decoding: trimmed, as: UTF8.self), range: open..<end)
  }

  private static let kinds: [UInt8: Kind] = [
    UInt8(ascii: "{"): .raw, UInt8(ascii: "&"): .raw, UInt8(ascii: "#"): .section,
    UInt8(ascii: "^"): .inverted, UInt8(ascii: "/"): .end, UInt8(ascii: ">"): .partial,
    UInt8(ascii: "!"): .comment,
  ]

  /// The whole line of a tag, its end included, if nothing else stands in it.
  private func line(of tag: Range<Int>) -> Range<Int>? {
    let before = bytes[..<tag.lowerBound].reversed().prefix { Self.isBlank($0) }.count
    let start = tag.lowerBound - before
    let end = tag.upperBound + bytes[tag.upperBound...].prefix { Self.isBlank($0) }.count
    guard start == 0 || bytes[start - 1] == 0x0A, end == bytes.count || bytes[end] == 0x0A else {
      return nil
    }
    return start..<min(end + 1, bytes.count)
  }

  /// A carriage return too, which stands before the end of a line.
  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0D
  }

  /// Why the theme cannot be used, at a tag.
  func problem(at tag: Tag, _ message: String) -> ThemeProblem {
    problem(at: tag.range.lowerBound, message)
  }

  private func problem(at offset: Int, _ message: String) -> ThemeProblem {
    let (line, column) = LineTable(bytes).position(of: offset)
    return ThemeProblem(path: path, line: line, column: column, message: message)
  }
}
