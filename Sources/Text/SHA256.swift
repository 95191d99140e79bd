// Hashes that are promises to a person: codes of cards, and the manifest that a site is checked by.

internal import CNettle

/// - Source: FIPS 180-4, by nettle, which uses the processor's own instructions for it.
package enum SHA256 {
  /// Sixty-four hexadecimal digits in lower case.
  package static func hex(_ bytes: [UInt8]) -> String {
    let digits = self.bytes(bytes).flatMap { [UInt8.hexDigit($0 >> 4), .hexDigit($0 & 15)] }
    return String(decoding: digits, as: UTF8.self)
  }

  /// Thirty-two bytes.
  package static func bytes(_ bytes: [UInt8]) -> [UInt8] {
    unsafe [UInt8](unsafeUninitializedCapacity: 32) { digest, count in
      if let start = digest.baseAddress {
        unsafe deskbook_sha256(bytes, bytes.count, start)
      }
      count = 32
    }
  }
}
