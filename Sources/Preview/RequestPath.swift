// The path of a request, decoded once and refused where it is not plain.

/// A path below the site's root, as it stands in the site; "" for the root.
struct RequestPath: Hashable {
  let text: String

  /// Nil for anything that a link of the site cannot hold: no leading slash, empty, `.` or `..` parts,
  /// encoded slashes, backslashes, controls, bytes that are not UTF-8, broken encodings.
  ///
  /// A closing slash is kept, as it tells a folder from a file.
  init?(target: String) {
    let bytes = Array(target.utf8)
    guard bytes.first == UInt8(ascii: "/"), let decoded = Self.decoded(bytes.dropFirst()),
      let text = String(validating: decoded, as: UTF8.self)
    else { return nil }
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    for (index, part) in parts.enumerated() {
      if part == "." || part == ".." { return nil }
      if part.isEmpty, index < parts.count - 1 { return nil }
    }
    self.text = text
  }

  private static func decoded(_ bytes: ArraySlice<UInt8>) -> [UInt8]? {
    var result: [UInt8] = []
    var rest = bytes
    while let byte = rest.popFirst() {
      var value = byte
      if byte == UInt8(ascii: "%") {
        guard let high = rest.popFirst().flatMap(digit), let low = rest.popFirst().flatMap(digit)
        else { return nil }
        value = high << 4 | low
        if value == UInt8(ascii: "/") { return nil }
      }
      if value < 0x20 || value == 0x7F || value == UInt8(ascii: "\\") { return nil }
      result.append(value)
    }
    return result
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    default: nil
    }
  }
}
