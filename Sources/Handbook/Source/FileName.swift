// What a file may be called: by the web, by Windows, and by the systems that a site is copied to.

/// Names of files and folders.
package enum FileName {
  /// The most bytes of a name of the site: systems take 255, and a compressed copy's `.br` has to fit.
  package static let mostBytes = 252

  /// Whether a name can be part of an address, and a file's name on every system.
  ///
  /// - Source: Microsoft, *Naming Files, Paths, and Namespaces*.
  package static func isSound(_ name: some StringProtocol) -> Bool {
    let bytes = Array(name.utf8)
    let stem = String(decoding: bytes.prefix { $0 != UInt8(ascii: ".") }, as: UTF8.self)
      .lowercased()
    let isDevice =
      ["con", "prn", "aux", "nul"].contains(stem)
      || stem.utf8.count == 4 && ["com", "lpt"].contains(String(stem.dropLast()))
        && (0x31...0x39).contains(stem.utf8.last ?? 0)
    return !name.isEmpty && !isDevice && bytes.last != UInt8(ascii: ".") && bytes.last != 0x20
      && bytes.allSatisfy { byte in
        byte >= 0x20 && byte != 0x7F && !#"\:?*<>|""#.utf8.contains(byte)
      }
  }

  /// Whether a name is one of a file or folder of its own, such as what a setting names one by.
  package static func isPlain(_ name: some StringProtocol) -> Bool {
    isSound(name) && name.utf8.count <= mostBytes && name.utf8.first != UInt8(ascii: ".")
      && !name.utf8.contains(UInt8(ascii: "/"))
  }
}
