// Numbers and texts in a row, for what is read back by the same program.

/// Packs values behind each other.
struct PackedWriter {
  private(set) var bytes: [UInt8] = []

  /// - Source: unsigned LEB128, DWARF 5, section 7.6.
  mutating func number(_ number: UInt64) {
    var rest = number
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  mutating func count(_ count: Int) { number(UInt64(count)) }

  mutating func flag(_ flag: Bool) { bytes.append(flag ? 1 : 0) }

  mutating func text(_ text: String) {
    count(text.utf8.count)
    bytes.append(contentsOf: text.utf8)
  }

  mutating func text(_ text: String?) {
    flag(text != nil)
    if let text { self.text(text) }
  }

  mutating func range(_ range: Range<Int>) {
    count(range.lowerBound)
    count(range.count)
  }

  mutating func list<Value>(_ values: some Collection<Value>, _ write: (inout Self, Value) -> Void)
  {
    count(values.count)
    for value in values { write(&self, value) }
  }
}

/// Reads back what a ``PackedWriter`` has packed.
struct PackedReader {
  /// The bytes end too early, or hold what no writer writes.
  struct Damage: Error {}

  private let bytes: [UInt8]
  private var next: Int

  /// Begins at an offset.
  init(_ bytes: [UInt8], from start: Int) {
    self.bytes = bytes
    next = start
  }

  mutating func number() throws(Damage) -> UInt64 {
    var number: UInt64 = 0
    for shift in stride(from: UInt64(0), to: 64, by: 7) {
      let byte = try byte()
      number |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return number }
    }
    throw Damage()
  }

  /// A number of things that each take a byte or more.
  mutating func count() throws(Damage) -> Int {
    let number = try number()
    guard number <= UInt64(bytes.count - next) else { throw Damage() }
    return Int(number)
  }

  mutating func flag() throws(Damage) -> Bool { try byte() == 1 }

  mutating func text() throws(Damage) -> String {
    let count = try count()
    defer { next += count }
    return String(decoding: bytes[next..<next + count], as: UTF8.self)
  }

  mutating func optionalText() throws(Damage) -> String? { try flag() ? try text() : nil }

  mutating func range() throws(Damage) -> Range<Int> {
    let (start, count) = try (number(), number())
    guard start <= Int32.max, count <= Int32.max else { throw Damage() }
    return Int(start)..<Int(start + count)
  }

  mutating func list<Value>(
    _ read: (inout Self) throws(Damage) -> Value
  ) throws(Damage) -> [Value] {
    let count = try count()
    var values: [Value] = []
    values.reserveCapacity(count)
    for _ in 0..<count { values.append(try read(&self)) }
    return values
  }

  private mutating func byte() throws(Damage) -> UInt8 {
    guard next < bytes.count else { throw Damage() }
    defer { next += 1 }
    return bytes[next]
  }
}
