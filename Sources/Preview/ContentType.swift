// What browsers are told a file is.

internal import Text

/// Types by the ends of names.
///
/// - Source: the media types registered with IANA.
enum ContentType {
  private static let types = [
    "html": "text/html; charset=utf-8", "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8", "json": "application/json",
    "txt": "text/plain; charset=utf-8", "xml": "application/xml", "svg": "image/svg+xml",
    "csv": "text/csv; charset=utf-8", "ics": "text/calendar; charset=utf-8",
    "webmanifest": "application/manifest+json", "png": "image/png", "jpg": "image/jpeg",
    "jpeg": "image/jpeg", "gif": "image/gif", "webp": "image/webp", "avif": "image/avif",
    "ico": "image/x-icon", "pdf": "application/pdf", "ttf": "font/ttf", "otf": "font/otf",
    "woff": "font/woff", "woff2": "font/woff2", "mp3": "audio/mpeg", "mp4": "video/mp4",
    "webm": "video/webm",
  ]

  static func of(_ path: String) -> String {
    let name = Substring(path.utf8.lastPart)
    guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")) else {
      return "application/octet-stream"
    }
    return types[name[name.index(after: dot)...].lowercased()] ?? "application/octet-stream"
  }
}
