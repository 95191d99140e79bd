// Places as editors count them.

internal import Handbook
internal import Text

/// How an editor counts columns.
enum ColumnUnit: String { case utf8 = "utf-8", utf16 = "utf-16" }

extension SourceFile {
  /// The protocol's `Position` of a byte: line and column from 0, the column in `unit`.
  func position(_ offset: Int, _ unit: ColumnUnit) -> JSON {
    let place = lines.position(of: min(offset, bytes.count))
    var column = place.column - 1
    if unit == .utf16 {
      let start = lines.offset(line: place.line, column: 1)
      column = String(decoding: bytes[start..<start + column], as: UTF8.self).utf16.count
    }
    return .object([("line", .number(place.line - 1)), ("character", .number(column))])
  }

  /// The byte of a `Position`; the end of its line where that is shorter.
  func offset(_ position: JSON?, _ unit: ColumnUnit) -> Int {
    // Lines and columns of an editor can be any number; no file has as many as it has bytes, and one.
    func bounded(_ name: String) -> Int {
      min(max(0, position?[name]?.number ?? 0), bytes.count)
    }
    let column = bounded("character")
    let range = range(ofLine: bounded("line") + 1)
    if unit == .utf8 { return min(range.lowerBound + column, range.upperBound) }
    let text = String(decoding: bytes[range], as: UTF8.self)
    var (units, offset) = (0, range.lowerBound)
    for scalar in text.unicodeScalars where units < column {
      units += UTF16.width(scalar)
      offset += UTF8.width(scalar)
    }
    return min(offset, range.upperBound)
  }

  /// The protocol's `Range` of a run of bytes.
  func range(_ range: Range<Int>, _ unit: ColumnUnit) -> JSON {
    .object([
      ("start", position(range.lowerBound, unit)), ("end", position(range.upperBound, unit)),
    ])
  }
}
