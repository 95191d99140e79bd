// Bytes as `%41`, and back.

/// Percent-encoding.
///
/// - Source: RFC 3986, section 2.1.
package enum PercentEncoding {
  /// A text in which some bytes stand as they are, and all others encoded.
  ///
  /// - Parameters:
  ///   - text: to be encoded.
  ///   - isKept: whether a byte stands as it is.
  /// - Returns: the text; ASCII, unless others than that are kept.
  package static func encoded(_ text: String, keeping isKept: (UInt8) -> Bool) -> String {
    let isPlain = unsafe text.utf8.withContiguousStorageIfAvailable { unsafe $0.allSatisfy(isKept) }
    if isPlain ?? text.utf8.allSatisfy(isKept) { return text }
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      if isKept(byte) { bytes.append(byte) } else { append(byte, to: &bytes) }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Appends a byte, encoded.
  package static func append(_ byte: UInt8, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "%"))
    bytes.append(.hexDigit(byte >> 4, first: "A"))
    bytes.append(.hexDigit(byte & 15, first: "A"))
  }

  /// What encoded bytes stand for.
  ///
  /// - Returns: the bytes; a percent sign without two digits stays as it is, and the text is not sound.
  package static func decoded(
    _ text: ArraySlice<UInt8>
  ) -> (bytes: [UInt8], isSound: Bool) {
    var result: (bytes: [UInt8], isSound: Bool) = ([], true)
    var rest = text
    while let percent = rest.position(of: UInt8(ascii: "%")) {
      result.bytes += rest[..<percent]
      rest = rest[(percent + 1)...]
      let values = rest.prefix(2).compactMap(\.hexValue)
      if values.count == 2 {
        result.bytes.append(values[0] << 4 | values[1])
        rest = rest.dropFirst(2)
      } else {
        result.bytes.append(UInt8(ascii: "%"))
        result.isSound = false
      }
    }
    result.bytes += rest
    return result
  }

  /// A text with `%41` as `A`; left as it is where that is not UTF-8.
  package static func decoded(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
    return String(validating: decoded(Array(text.utf8)[...]).bytes, as: UTF8.self) ?? text
  }
}
