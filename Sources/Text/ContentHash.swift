// Short names for contents: assets are named by what is in them.

/// A 64-bit hash of bytes, for names and for telling changed files apart; not a promise of identity.
///
/// - Source: FNV-1a, Fowler, Noll and Vo; offset basis and prime of the 64-bit variant.
package struct ContentHash: Hashable, Sendable {
  package let value: UInt64

  package init(_ bytes: [UInt8]) {
    var value: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    self.value = value
  }

  /// The hash of texts in a row; none holds a line break.
  package init(lines: [String]) { self.init(Array(lines.joined(separator: "\n").utf8)) }

  /// A hash that was kept.
  package init(value: UInt64) { self.value = value }

  /// Sixteen hexadecimal digits.
  package var hex: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// The first eight digits, for file names.
  package var short: String { String(hex.prefix(8)) }
}
