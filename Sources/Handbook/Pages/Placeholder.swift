// `{{name}}`: a hole in a text that the build or the reader fills.

internal import CommonMark
internal import Text

/// A hole in a text, `{{name}}`.
package enum Placeholder {
  /// A run of literal text or a hole.
  package enum Segment: Equatable {
    case literal(ArraySlice<UInt8>)
    /// The name as written, without spaces round it.
    case hole(name: String, source: ArraySlice<UInt8>)
  }

  /// Longest name, in UTF-8 bytes; longer braces are text.
  static let longestName = 64

  /// ``isName(_:)`` in words.
  static let nameRule = "a name begins with a letter and has letters, digits, - and _"

  /// Whether a text can name a value or a field: a letter, then letters, digits, `-` and `_`.
  package static func isName(_ text: String) -> Bool {
    guard let first = text.utf8.first, (0x61...0x7A).contains(first | 0x20),
      text.utf8.count <= longestName
    else { return false }
    return text.utf8.allSatisfy {
      (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-")
        || $0 == UInt8(ascii: "_")
    }
  }

  /// Whether a text may hold a hole or an escaped one; false for nearly every text.
  package static func mayStand(in text: ArraySlice<UInt8>) -> Bool {
    let mark = MarkupTree.escapeMark
    if text.position(of: mark) != nil { return true }
    var rest = text
    while let brace = rest.position(of: UInt8(ascii: "{")) {
      rest = rest[(brace + 1)...]
      if rest.first == UInt8(ascii: "{") { return true }
    }
    return false
  }

  /// Cuts literal text of a tree into runs and holes; escaped braces come out as `{{`.
  package static func segments(of text: ArraySlice<UInt8>) -> [Segment] {
    guard mayStand(in: text) else { return [.literal(text)] }
    var result: [Segment] = []
    var run = text.startIndex
    var index = text.startIndex
    func endRun(at end: Int) { if run < end { result.append(.literal(text[run..<end])) } }
    while index < text.endIndex {
      if text[index] == UInt8(ascii: "{"), let close = hole(in: text, at: index) {
        endRun(at: index)
        let name = trimmed(text[index + 2..<close - 2])
        result.append(.hole(name: name, source: text[index..<close]))
        index = close
        run = close
      } else if text[index...].starts(with: MarkupTree.escapedBraces) {
        endRun(at: index)
        result.append(.literal([UInt8(ascii: "{"), UInt8(ascii: "{")]))
        index += MarkupTree.escapedBraces.count
        run = index
      } else {
        index += 1
      }
    }
    endRun(at: text.endIndex)
    return result
  }

  /// The end of the hole that begins at `start`, after its closing braces.
  private static func hole(in text: ArraySlice<UInt8>, at start: Int) -> Int? {
    guard text[start...].starts(with: "{{".utf8) else { return nil }
    var index = start + 2
    while index + 1 < text.endIndex, index - start <= longestName + 4 {
      switch text[index] {
      case UInt8(ascii: "{"): return nil
      case UInt8(ascii: "}"):
        let isEmpty = text[start + 2..<index].allSatisfy { $0 == UInt8(ascii: " ") }
        return text[index + 1] == UInt8(ascii: "}") && !isEmpty ? index + 2 : nil
      default: index += 1
      }
    }
    return nil
  }

  private static func trimmed(_ name: ArraySlice<UInt8>) -> String {
    let space = UInt8(ascii: " ")
    let start = name.firstIndex { $0 != space } ?? name.endIndex
    let end = name.lastIndex { $0 != space } ?? start
    return String(decoding: name[start...end], as: UTF8.self)
  }
}
