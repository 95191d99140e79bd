// Runs of bytes.

extension [UInt8] {
  /// Appends a part of other bytes, as `+=` does with a slice of them, which is counted as one more
  /// owner and no longer one each time: of short parts that takes longer than copying them.
  @inline(__always)
  mutating func append(from bytes: [UInt8], _ range: Range<Int>) {
    unsafe bytes.withUnsafeBufferPointer { buffer in
      unsafe append(contentsOf: UnsafeBufferPointer(rebasing: buffer[range]))
    }
  }
}
