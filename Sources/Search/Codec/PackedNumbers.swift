// Whole numbers as bytes, for files that only Deskbook reads.

/// Numbers in seven bits a byte, lowest first, the eighth saying that more follow.
///
/// - Source: *unsigned LEB128*, DWARF 5, section 7.6.
package enum PackedNumber {
  /// - Precondition: `number` is not negative.
  @inline(__always)
  package static func append(_ number: Int, to bytes: inout [UInt8]) {
    precondition(number >= 0, "packed numbers are not negative")
    var rest = number
    while rest >= 128 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 128)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }
}

/// Reads what was packed, from beginning to end.
///
/// Behind the end there are zeroes, and ``isDamaged`` says so.
package struct PackedReader {
  private let bytes: [UInt8]
  private(set) var index: Int
  private let end: Int
  package private(set) var isDamaged = false

  package init(_ bytes: [UInt8], _ range: Range<Int>) {
    self.bytes = bytes
    (index, end) = (range.lowerBound, range.upperBound)
  }

  /// Whether nothing is left.
  var isAtEnd: Bool { index == end }

  /// The next number.
  @inline(__always)
  package mutating func number() -> Int {
    var number = 0
    var shift = 0
    while index < end, shift < 63 {
      let byte = bytes[index]
      index += 1
      number |= Int(byte & 127) << shift
      if byte < 128 { return number }
      shift += 7
    }
    isDamaged = true
    return 0
  }

  /// The next byte as it is.
  @inline(__always)
  package mutating func byte() -> UInt8 {
    guard index < end else {
      isDamaged = true
      return 0
    }
    defer { index += 1 }
    return bytes[index]
  }

  /// So many numbers.
  mutating func numbers(_ count: Int) -> [Int] {
    guard count <= end - index else {
      isDamaged = true
      return []
    }
    var numbers: [Int] = []
    numbers.reserveCapacity(count)
    for _ in 0..<count { numbers.append(number()) }
    return numbers
  }

  /// The place of so many bytes, which are passed.
  mutating func run(_ count: Int) -> Range<Int> {
    guard count <= end - index else {
      isDamaged = true
      return index..<index
    }
    defer { index += count }
    return index..<index + count
  }

  /// The place of bytes whose number stands before them.
  mutating func run() -> Range<Int> { run(number()) }

  /// Bytes whose number stands before them.
  package mutating func runBytes() -> ArraySlice<UInt8> { bytes[run()] }
}

extension [UInt8] {
  /// Appends bytes behind their number.
  mutating func append(run: [UInt8]) {
    PackedNumber.append(run.count, to: &self)
    append(contentsOf: run)
  }
}
