// Texts as editors send them: whole, or change by change.

internal import Handbook
internal import Text

/// Keeps a file as the editor has it, to the byte: one that is lost puts every later change elsewhere.
enum EditorText {
  /// A file's bytes after changes, each a text in the place of a range or, without one, of everything.
  static func changed(
    _ file: SourceFile, by changes: [JSON], _ unit: ColumnUnit
  ) -> [UInt8] {
    var file = file
    for change in changes {
      guard let text = change["text"]?.string else { continue }
      var bytes = Array(text.utf8)
      if let range = change["range"] {
        let start = file.offset(range["start"], unit)
        let end = max(start, file.offset(range["end"], unit))
        bytes = file.bytes[..<start] + bytes + file.bytes[end...]
      }
      file = SourceFile(path: file.path, bytes: bytes)
    }
    return file.bytes
  }

  /// A message whose texts arrive whole: Foundation drops U+FEFF that is not escaped, and reads no
  /// message with half a surrogate pair, which editors send while somebody writes an emoji.
  static func repaired(_ message: [UInt8]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(message.count)
    var index = 0
    while index < message.count {
      if message[index] == 0xEF, message[index...].starts(with: [0xEF, 0xBB, 0xBF]) {
        bytes += "\\uFEFF".utf8
        index += 3
      } else if message[index] == UInt8(ascii: "\\") {
        let length = escape(at: index, in: message)
        let isHalf = length == 6 && surrogate(at: index, in: message) != nil
        bytes += isHalf ? Array("\\uFFFD".utf8) : Array(message[index..<index + length])
        index += length
      } else {
        bytes.append(message[index])
        index += 1
      }
    }
    return bytes
  }

  /// How many bytes an escape has: 12 where it is a pair of surrogates.
  private static func escape(at index: Int, in message: [UInt8]) -> Int {
    let left = message.count - index
    guard left >= 6, message[index + 1] == UInt8(ascii: "u") else { return min(2, left) }
    guard surrogate(at: index, in: message) == .high, left >= 12,
      surrogate(at: index + 6, in: message) == .low
    else { return 6 }
    return 12
  }

  private enum Half { case high, low }

  /// Which half of a pair an escape is; nil where it is none.
  private static func surrogate(at index: Int, in message: [UInt8]) -> Half? {
    guard message[index...].starts(with: "\\u".utf8), index + 6 <= message.count,
      let code = Int(String(decoding: message[index + 2..<index + 6], as: UTF8.self), radix: 16)
    else { return nil }
    switch code {
    case 0xD800..<0xDC00: return .high
    case 0xDC00..<0xE000: return .low
    default: return nil
    }
  }
}
