// `\{{` is Deskbook's escape for literal braces. Markdown itself would drop the backslash, so the
// three bytes are swapped for one character of three bytes that no text has, and no offset moves.

internal import Text

extension MarkupTree {
  /// U+FDD0, a Unicode noncharacter, UTF-8: stands in literal text for `{{` written as `\{{`.
  package static let escapedBraces: [UInt8] = [0xEF, 0xB7, 0x90]
  /// The first byte of ``escapedBraces``.
  @inlinable package static var escapeMark: UInt8 { 0xEF }
  static let writtenEscape: [UInt8] = Array("\\{{".utf8)

  /// The source with its escapes swapped; nil where there is none, which is nearly always.
  static func markingEscapes(in source: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    var result: ArraySlice<UInt8>?
    var index = source.startIndex
    while let slash = source[index...].position(of: UInt8(ascii: "\\")) {
      index = slash + 1
      guard source[slash...].starts(with: writtenEscape) else {
        // `\\{{` is an escaped backslash and a hole.
        if index < source.endIndex { index += 1 }
        continue
      }
      if result == nil { result = source }
      result?.replaceSubrange(slash..<slash + 3, with: escapedBraces)
      index = slash + 3
    }
    return result
  }

  /// Puts `written` where escapes stand in a literal.
  static func unmarking(_ literal: ArraySlice<UInt8>, with written: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var index = literal.startIndex
    while index < literal.endIndex {
      if literal[index...].starts(with: escapedBraces) {
        result.append(contentsOf: written)
        index += escapedBraces.count
      } else {
        result.append(literal[index])
        index += 1
      }
    }
    return result
  }
}
