// Hashes that are promises to a person: codes of cards, and the manifest that a site is checked by.

internal import CPango

/// - Source: FIPS 180-4, by GLib.
package enum SHA256 {
  /// Sixty-four hexadecimal digits in lower case.
  package static func hex(_ bytes: [UInt8]) -> String {
    guard
      let digest = unsafe g_compute_checksum_for_data(
        G_CHECKSUM_SHA256, bytes, gsize(bytes.count))
    else { return "" }
    defer { unsafe g_free(digest) }
    return unsafe String(cString: digest)
  }

  /// Thirty-two bytes.
  static func bytes(_ bytes: [UInt8]) -> [UInt8] {
    let digits = Array(hex(bytes).utf8)
    return stride(from: 0, to: digits.count - 1, by: 2).compactMap {
      UInt8(String(decoding: digits[$0..<$0 + 2], as: UTF8.self), radix: 16)
    }
  }
}
