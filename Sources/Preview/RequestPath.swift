// The path of a request, decoded once and refused where it is not plain.

internal import Text

/// A path below the site's root, as it stands in the site; "" for the root.
struct RequestPath: Hashable {
  let text: String

  /// Nil for anything that a link of the site cannot hold: no leading slash, empty, `.` or `..` parts,
  /// encoded slashes, backslashes, controls, bytes that are not UTF-8, broken encodings.
  ///
  /// A closing slash is kept, as it tells a folder from a file.
  init?(target: String) {
    guard target.utf8.first == UInt8(ascii: "/") else { return nil }
    let parts = target.utf8.dropFirst().split(
      separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    var names: [String] = []
    for (index, part) in parts.enumerated() {
      guard let name = Self.name(Array(part)), !name.isEmpty || index == parts.count - 1 else {
        return nil
      }
      names.append(name)
    }
    text = names.joined(separator: "/")
  }

  private static func name(_ part: [UInt8]) -> String? {
    let (bytes, isSound) = PercentEncoding.decoded(part[...])
    let isPlain = bytes.allSatisfy {
      $0 >= 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "\\")
    }
    guard isSound, isPlain, let name = String(validating: bytes, as: UTF8.self) else { return nil }
    return name == "." || name == ".." ? nil : name
  }
}
