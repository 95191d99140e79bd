// Runs of bytes.

extension [UInt8] {
  /// Appends a part of other bytes.
  ///
  /// A slice would do the same, but counts as an owner of the bytes while it lives, and of a few bytes
  /// the counting takes longer than the copying.
  @inline(__always)
  mutating func append(from bytes: [UInt8], _ range: Range<Int>) {
    unsafe bytes.withUnsafeBufferPointer { buffer in
      unsafe append(contentsOf: UnsafeBufferPointer(rebasing: buffer[range]))
    }
  }
}

extension Array {
  /// The same elements without room for more, which an array that has grown keeps: up to as much again.
  var trimmed: [Element] { unsafe withUnsafeBufferPointer { unsafe Array($0) } }
}
