// Compressed copies beside a site's files, for servers that send them as they are.

internal import CCompress
internal import Text

/// The compressed forms of a file: `.gz` (RFC 1952) and `.br` (RFC 7932).
enum Precompression {
  /// Texts; pictures, fonts and PDFs are compressed in themselves.
  private static let extensions: Set<String> = [
    "html", "css", "js", "json", "svg", "xml", "txt", "ics", "webmanifest", "ttf",
  ]
  /// Bytes below which a copy saves nothing that a network would notice.
  private static let smallest = 512

  /// Whether copies of a file are worth their place.
  static func pays(for path: String, size: Int) -> Bool {
    let end = path.parts(at: ".").last.map(String.init) ?? ""
    return size >= smallest && extensions.contains(end)
  }

  /// The copies of a file, those left out that are no smaller; the same bytes give the same copies.
  ///
  /// - Returns: the names' endings with the bytes.
  static func copies(of bytes: [UInt8]) -> [(suffix: String, bytes: [UInt8])] {
    // A copy that fills the room of the file itself is of no use.
    let gzip = unsafe made(of: bytes) { unsafe deskbook_gzip($0, $1, $2, $3) }
    let brotli = unsafe made(of: bytes) { unsafe deskbook_brotli($0, $1, $2, $3) }
    return [(".gz", gzip), (".br", brotli)].compactMap { suffix, copy in
      copy.map { (suffix, $0) }
    }
  }

  private static func made(
    of bytes: [UInt8],
    by compress: (UnsafePointer<UInt8>?, Int, UnsafeMutablePointer<UInt8>?, Int) -> Int
  ) -> [UInt8]? {
    let copy = unsafe [UInt8](unsafeUninitializedCapacity: bytes.count) { buffer, count in
      count = unsafe bytes.withUnsafeBufferPointer {
        unsafe compress($0.baseAddress, $0.count, buffer.baseAddress, $0.count)
      }
    }
    return copy.isEmpty ? nil : copy
  }
}
