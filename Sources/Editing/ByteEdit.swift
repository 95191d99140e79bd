// The smallest change to a file: some bytes in the place of others.

/// One change to the bytes of a file; all that it does not name stays as it is.
package struct ByteEdit: Sendable, Equatable {
  package let range: Range<Int>
  package let replacement: [UInt8]

  /// Puts a text in the place of a range; an empty range inserts.
  package init(_ range: Range<Int>, _ replacement: String) {
    self.range = range
    self.replacement = Array(replacement.utf8)
  }
}

extension [UInt8] {
  /// The bytes after edits, whose ranges lie in these bytes and do not overlap.
  package func applying(_ edits: [ByteEdit]) -> [UInt8] {
    var result: [UInt8] = []
    var done = 0
    for edit in edits.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      result += self[done..<edit.range.lowerBound]
      result += edit.replacement
      done = edit.range.upperBound
    }
    return result + self[done...]
  }
}
