// A file as read, and the table that turns its byte offsets into lines and columns.

internal import Algorithms
internal import Synchronization
internal import Text

/// One text file of the content folder, as read.
package struct SourceFile: Sendable {
  package let path: ContentPath
  /// The file's bytes, byte order mark and front matter included, so that no offset is ever shifted.
  package let bytes: [UInt8]
  package let lines: LineTable

  /// Wraps a file's bytes; O(*n*) in their count.
  package init(path: ContentPath, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
    lines = LineTable(bytes)
  }

  /// The range of the whole of a 1-based line, without its line end.
  package func range(ofLine line: Int) -> Range<Int> {
    let start = lines.offset(line: line, column: 1)
    var end = min(lines.offset(line: line + 1, column: 1), bytes.count)
    while end > start, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
    return start..<end
  }

  /// Where a text first stands inside a range; nil where it does not, or is empty.
  func range(of text: some Collection<UInt8>, in range: Range<Int>) -> Range<Int>? {
    let needle = Array(text)
    guard let first = needle.first, needle.count <= range.count else { return nil }
    for index in range.lowerBound...range.upperBound - needle.count
    where bytes[index] == first && holds(needle, at: index) {
      return index..<index + needle.count
    }
    return nil
  }

  /// Whether a backslash takes its meaning from the sign at an offset.
  ///
  /// - Source: CommonMark 0.31, section 2.4; of two backslashes the first escapes the second.
  func isEscaped(at offset: Int) -> Bool {
    let backslashes = bytes[..<offset].suffix { $0 == UInt8(ascii: "\\") }
    return !backslashes.count.isMultiple(of: 2)
  }

  /// Whether a text stands at an offset.
  func holds(_ text: some Collection<UInt8>, at offset: Int) -> Bool {
    offset >= 0 && offset <= bytes.count && bytes[offset...].starts(with: text)
  }
}

/// Where each line of a text begins, found when somebody first asks.
package final class LineTable: Sendable {
  private final class Starts: Sendable {
    let offsets: [Int32]

    init(_ offsets: [Int32]) { self.offsets = offsets }
  }

  private let bytes: [UInt8]
  private let found = AtomicLazyReference<Starts>()

  /// A line ends at a line feed, a carriage return, or both in this order.
  ///
  /// - Source: CommonMark 0.31, section 2.1, *line ending*.
  package init(_ bytes: [UInt8]) { self.bytes = bytes }

  private var starts: [Int32] {
    (found.load() ?? found.storeIfNil(Starts(Self.starts(of: bytes)))).offsets
  }

  private var count: Int { bytes.count }

  private static func starts(of bytes: [UInt8]) -> [Int32] {
    var starts: [Int32] = [0]
    let hasReturns = bytes[...].position(of: 0x0D) != nil
    var rest = bytes[...]
    while let end = hasReturns ? rest.firstIndex(where: isLineEnd) : rest.position(of: 0x0A) {
      rest = rest[(end + 1)...]
      if bytes[end] == 0x0D, rest.first == 0x0A { continue }
      starts.append(Int32(truncatingIfNeeded: end + 1))
    }
    return Array(starts[...])
  }

  private static func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

  /// The byte offset of a 1-based line and column, kept inside the text.
  package func offset(line: Int, column: Int) -> Int {
    guard line >= 1 else { return 0 }
    let starts = starts
    guard line <= starts.count else { return count }
    return min(Int(starts[line - 1]) + max(column - 1, 0), count)
  }

  /// The 1-based line and column (in UTF-8 bytes) of an offset, by binary search.
  package func position(of offset: Int) -> (line: Int, column: Int) {
    let starts = starts
    let line = max(1, starts.partitioningIndex { Int($0) > offset })
    return (line, offset - Int(starts[line - 1]) + 1)
  }
}
