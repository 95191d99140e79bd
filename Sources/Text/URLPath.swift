// Paths as URLs hold them.

/// A path, percent-encoded, `/` left alone.
package func urlPath(_ path: String) -> String {
  PercentEncoding.encoded(path, keeping: isPlainInURL)
}

/// The way from a folder of the site to a file, percent-encoded.
///
/// - Parameters:
///   - path: of the file, from the site's root.
///   - folder: whose files the address stands in, from the root; empty for the root itself.
/// - Returns: a relative address.
package func urlPath(_ path: String, from folder: String) -> String {
  if folder.isEmpty { return urlPath(path) }
  let (target, source) = (Array(path.utf8), Array(folder.utf8) + [0x2F])
  var shared = 0
  for (index, byte) in source.enumerated() {
    guard index < target.count, target[index] == byte else { break }
    if byte == 0x2F { shared = index + 1 }
  }
  let levels = source[shared...].count { $0 == 0x2F }
  let rest = String(decoding: target[shared...], as: UTF8.self)
  return String(repeating: "../", count: levels) + urlPath(rest)
}

/// Whether a byte is unreserved or `/` (RFC 3986, section 2.3).
private func isPlainInURL(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"),
    UInt8(ascii: "/"):
    true
  default: byte.isLetter || byte.isDigit
  }
}
