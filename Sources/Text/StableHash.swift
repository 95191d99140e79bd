// Hashes that tell words, shards and builds of the index apart.

/// A 64-bit hash that is the same on every machine and in every run; where bytes stand makes no
/// difference.
///
/// Of up to seven bytes it tells each run from all others of its length: nothing is lost in mixing. The
/// vocabulary of the index rests on that, and its speed on eight bytes being taken at a time. ``ContentHash``
/// does neither, but sites have assets under its names already.
@usableFromInline
package enum StableHash {
  @inlinable
  package static func of(_ bytes: [UInt8], _ range: Range<Int>) -> UInt64 {
    var hash = UInt64(range.count)
    var index = range.lowerBound
    while range.upperBound - index >= 8 {
      hash = mixed(hash ^ eight(of: bytes, at: index))
      index += 8
    }
    var rest: UInt64 = 0
    while index < range.upperBound {
      rest = rest << 8 | UInt64(bytes[index])
      index += 1
    }
    return mixed(hash ^ rest)
  }

  @inlinable @inline(__always)
  static func eight(of bytes: [UInt8], at index: Int) -> UInt64 {
    unsafe bytes.withUnsafeBytes { buffer in
      UInt64(littleEndian: unsafe buffer.loadUnaligned(fromByteOffset: index, as: UInt64.self))
    }
  }

  /// The multiplier is 2⁶⁴ divided by the golden ratio.
  @inlinable @inline(__always)
  static func mixed(_ number: UInt64) -> UInt64 {
    let product = (number ^ number >> 32) &* 0x9E37_79B9_7F4A_7C15
    return product ^ product >> 29
  }
}
