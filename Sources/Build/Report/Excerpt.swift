// The source line of a finding, with the place underlined.

internal import Handbook

/// A line of a file and the marks under it.
struct Excerpt: Sendable, Equatable {
  let line: String
  /// Blanks and tabs up to the span, then `^~~~` under it.
  let marks: String

  /// Most columns shown before the span, in it, and in all.
  private static let room = (before: 48, inside: 72, all: 120)
  private static let cut = "…"

  /// Cuts a line out of a file; nil for a finding about the whole file.
  ///
  /// - Complexity: O(1) in the length of the line: no more than what is shown is decoded.
  init?(of range: Range<Int>, in file: SourceFile) {
    if range == 0..<0 || range.upperBound > file.bytes.count { return nil }
    let number = file.lines.position(of: range.lowerBound).line
    let line = file.range(ofLine: number)
    let start = min(range.lowerBound, line.upperBound)
    let end = max(start, min(range.upperBound, line.upperBound))
    let before = Self.end(of: file.bytes[line.lowerBound..<start], columns: Self.room.before)
    let inside = Self.start(of: file.bytes[start..<end], columns: Self.room.inside)
    let lead = before.isCut ? Self.cut + before.text : before.text
    let width = DisplayWidth.of(inside.text, from: DisplayWidth.of(lead))
    let left = Self.room.all - DisplayWidth.of(before.text) - width
    let after =
      inside.isCut
      ? (text: "", isCut: true) : Self.start(of: file.bytes[end..<line.upperBound], columns: left)
    self.line = lead + inside.text + after.text + (after.isCut ? Self.cut : "")
    marks = Self.blank(lead) + "^" + String(repeating: "~", count: max(0, width - 1))
  }

  /// As wide as a text, with its tabs, so that it fits at any setting of tab stops.
  private static func blank(_ text: String) -> String {
    text.reduce(into: "") { blank, character in
      blank +=
        character == "\t"
        ? "\t" : String(repeating: " ", count: DisplayWidth.width(of: character))
    }
  }

  /// The first columns of some bytes.
  private static func start(
    of bytes: ArraySlice<UInt8>, columns wanted: Int
  ) -> (text: String, isCut: Bool) {
    let columns = max(wanted, 8)
    let text = DisplayWidth.visible(decoded(bytes.prefix(columns * 8)))
    var width = 0
    let end = text.firstIndex { character in
      width += character == "\t" ? 1 : DisplayWidth.width(of: character)
      return width > columns
    }
    let shown = end.map { String(text[..<$0]) } ?? text
    return (shown, end != nil || bytes.count > columns * 8)
  }

  /// The last columns of some bytes.
  private static func end(
    of bytes: ArraySlice<UInt8>, columns: Int
  ) -> (text: String, isCut: Bool) {
    var kept = bytes.suffix(columns * 8)
    // Not from the middle of a character.
    while kept.count < bytes.count, let first = kept.first, first & 0xC0 == 0x80 {
      kept = kept.dropFirst()
    }
    let text = DisplayWidth.visible(decoded(kept))
    var width = 0
    let start = text.lastIndex { character in
      width += character == "\t" ? 1 : DisplayWidth.width(of: character)
      return width > columns
    }
    let shown = start.map { String(text[text.index(after: $0)...]) } ?? text
    return (shown, start != nil || kept.count < bytes.count)
  }

  private static func decoded(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes, as: UTF8.self)
  }
}
