// Values in a row, for files that only Deskbook reads.

internal import Cards
internal import Handbook
internal import Search

/// Packs values behind each other.
struct PackedWriter {
  private(set) var bytes: [UInt8] = []

  /// - Parameter size: about how many bytes there will be.
  init(size: Int = 0) { bytes.reserveCapacity(size) }

  /// - Precondition: `number` is not negative.
  mutating func number(_ number: Int) { PackedNumber.append(number, to: &bytes) }

  mutating func flag(_ flag: Bool) { bytes.append(flag ? 1 : 0) }

  mutating func text(_ text: String) {
    number(text.utf8.count)
    bytes.append(contentsOf: text.utf8)
  }

  mutating func optional<Value>(_ value: Value?, _ write: (inout Self, Value) -> Void) {
    flag(value != nil)
    if let value { write(&self, value) }
  }

  mutating func list<Value>(
    _ values: some Collection<Value>, _ write: (inout Self, Value) -> Void
  ) {
    number(values.count)
    for value in values { write(&self, value) }
  }

  mutating func text(_ text: String?) { optional(text) { $0.text($1) } }

  mutating func texts(_ texts: [String]) { list(texts) { $0.text($1) } }

  mutating func range(_ range: Range<Int>) {
    number(range.lowerBound)
    number(range.count)
  }

  mutating func hash(_ hash: ContentHash) {
    number(Int(hash.value >> 32))
    number(Int(hash.value & 0xFFFF_FFFF))
  }

  /// Hashes of 32 bits, four bytes each: numbers of a length of their own would be longer.
  mutating func shortHashes(_ hashes: [UInt32]) {
    number(hashes.count)
    for hash in hashes {
      for place in 0..<4 { bytes.append(UInt8(truncatingIfNeeded: hash >> (place * 8))) }
    }
  }

  /// A whole file: a line with the format and the SHA-256 of the rest, and the rest.
  func file(_ format: String) -> [UInt8] {
    Array("\(format) \(SHA256.hex(bytes))\n".utf8) + bytes
  }
}

extension PackedReader {
  /// Reads a file behind its first line; nil where it is one of another format, cut off or changed.
  init?(_ file: [UInt8], format: String) {
    let line = file.prefix { $0 != 0x0A }
    let rest = Array(file.dropFirst(line.count + 1))
    guard String(decoding: line, as: UTF8.self) == "\(format) \(SHA256.hex(rest))" else {
      return nil
    }
    self.init(rest, rest.indices)
  }

  mutating func flag() -> Bool { byte() == 1 }

  mutating func text() -> String { String(decoding: runBytes(), as: UTF8.self) }

  mutating func optional<Value>(_ read: (inout Self) -> Value?) -> Value? {
    flag() ? read(&self) : nil
  }

  /// As many values as were packed; nil where one of them cannot be read.
  mutating func list<Value>(_ read: (inout Self) -> Value?) -> [Value]? {
    let count = number()
    var values: [Value] = []
    for _ in 0..<count {
      guard !isDamaged, let value = read(&self) else { return nil }
      values.append(value)
    }
    return values
  }

  mutating func optionalText() -> String? { optional { $0.text() } }

  mutating func texts() -> [String] { list { $0.text() } ?? [] }

  mutating func range() -> Range<Int> {
    let (start, count) = (number(), number())
    return start..<(start.addingReportingOverflow(count).overflow ? start : start + count)
  }

  mutating func shortHashes() -> [UInt32] {
    let count = number()
    var hashes: [UInt32] = []
    while hashes.count < count, !isDamaged {
      var hash: UInt32 = 0
      for place in 0..<4 { hash |= UInt32(byte()) << (place * 8) }
      hashes.append(hash)
    }
    return hashes
  }

  mutating func hash() -> ContentHash {
    let (upper, lower) = (number(), number())
    return ContentHash(
      value: UInt64(truncatingIfNeeded: upper) << 32 | UInt64(truncatingIfNeeded: lower))
  }
}
