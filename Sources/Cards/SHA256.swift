// Hashes that are promises to a person: codes of cards, and the manifest that a site is checked by.

internal import CNettle

/// - Source: FIPS 180-4, by nettle, which uses the processor's own instructions for it.
package enum SHA256 {
  /// Sixty-four hexadecimal digits in lower case.
  package static func hex(_ bytes: [UInt8]) -> String {
    let digest = self.bytes(bytes)
    return unsafe String(unsafeUninitializedCapacity: 2 * digest.count) { text in
      for (index, byte) in digest.enumerated() {
        unsafe text[2 * index] = digit(byte >> 4)
        unsafe text[2 * index + 1] = digit(byte & 0xF)
      }
      return 2 * digest.count
    }
  }

  /// Thirty-two bytes.
  static func bytes(_ bytes: [UInt8]) -> [UInt8] {
    unsafe [UInt8](unsafeUninitializedCapacity: 32) { digest, count in
      if let start = digest.baseAddress {
        unsafe deskbook_sha256(bytes, bytes.count, start)
      }
      count = 32
    }
  }

  private static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
  }
}
