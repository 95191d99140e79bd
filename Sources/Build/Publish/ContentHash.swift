// A short fingerprint of a file, to see whether it changed; no defence against forgery.

/// The 64-bit xxHash of some bytes.
///
/// - Source: xxHash fast digest algorithm, format specification 0.1.1, XXH64 with seed 0.
package struct ContentHash: Hashable, Sendable, CustomStringConvertible {
  package let value: UInt64

  private static let prime1: UInt64 = 0x9E37_79B1_85EB_CA87
  private static let prime2: UInt64 = 0xC2B2_AE3D_27D4_EB4F
  private static let prime3: UInt64 = 0x1656_67B1_9E37_79F9
  private static let prime4: UInt64 = 0x85EB_CA77_C2B2_AE63
  private static let prime5: UInt64 = 0x27D4_EB2F_1656_67C5

  /// Computes the fingerprint; O(*n*).
  package init(_ bytes: [UInt8]) {
    value = unsafe bytes.withUnsafeBytes { unsafe Self.digest($0) }
  }

  /// Sixteen hexadecimal digits.
  package var description: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  @unsafe
  private static func digest(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var index = 0
    var hash = prime5
    if bytes.count >= 32 {
      var (a, b) = (prime1 &+ prime2, prime2)
      var (c, d) = (UInt64(0), 0 &- prime1)
      while index + 32 <= bytes.count {
        a = unsafe round(a, word(bytes, index))
        b = unsafe round(b, word(bytes, index + 8))
        c = unsafe round(c, word(bytes, index + 16))
        d = unsafe round(d, word(bytes, index + 24))
        index += 32
      }
      hash = turn(a, 1) &+ turn(b, 7) &+ turn(c, 12) &+ turn(d, 18)
      for lane in [a, b, c, d] { hash = (hash ^ round(0, lane)) &* prime1 &+ prime4 }
    }
    hash = hash &+ UInt64(bytes.count)
    return avalanche(unsafe tail(bytes, from: index, hash))
  }

  @unsafe
  private static func tail(
    _ bytes: UnsafeRawBufferPointer, from start: Int, _ hash: UInt64
  ) -> UInt64 {
    var (index, hash) = (start, hash)
    while index + 8 <= bytes.count {
      hash = turn(hash ^ round(0, unsafe word(bytes, index)), 27) &* prime1 &+ prime4
      index += 8
    }
    if index + 4 <= bytes.count {
      let half = unsafe bytes.loadUnaligned(fromByteOffset: index, as: UInt32.self)
      hash = turn(hash ^ (UInt64(UInt32(littleEndian: half)) &* prime1), 23) &* prime2 &+ prime3
      index += 4
    }
    while index < bytes.count {
      hash = turn(hash ^ (unsafe UInt64(bytes[index]) &* prime5), 11) &* prime1
      index += 1
    }
    return hash
  }

  private static func avalanche(_ hash: UInt64) -> UInt64 {
    var hash = hash
    hash = (hash ^ (hash >> 33)) &* prime2
    hash = (hash ^ (hash >> 29)) &* prime3
    return hash ^ (hash >> 32)
  }

  @inline(__always)
  private static func round(_ lane: UInt64, _ input: UInt64) -> UInt64 {
    turn(lane &+ input &* prime2, 31) &* prime1
  }

  @inline(__always)
  private static func turn(_ word: UInt64, _ bits: UInt64) -> UInt64 {
    word << bits | word >> (64 - bits)
  }

  @unsafe @inline(__always)
  private static func word(_ bytes: UnsafeRawBufferPointer, _ offset: Int) -> UInt64 {
    UInt64(littleEndian: unsafe bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }
}
