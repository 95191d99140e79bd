// active-file: a copied file that a browser would run.

internal import Text

/// Files that are copied into the site and can hold programs.
package enum ActiveFile {
  package static let rule = Rule(
    "active-file", .warning, "A copied file could run in a reader's browser.",
    explanation: """
      Files beside the pages are copied as they are. HTML and scripts would run with the same rights \
      as the handbook, without its protection; so would a drawing (SVG) with scripts or parts of web \
      pages in it, and one that loads fonts or pictures from other sites tells them who reads. \
      `fees.html.gz` is what many servers send in place of `fees.html`. Such files are left out. Turn \
      them into a page, a picture or a PDF; save drawings as “plain SVG”, with fonts and \
      pictures embedded (in draw.io without “formatted text”). A file that you trust is named in \
      `handbook.yml` under `active-files:`, itself or its folder.
      """,
    bad: "Content/tools/fees.html", good: "active-files: [tools/fees.html]")

  /// How much has to be read to judge a file.
  package enum Look: Sendable {
    /// Its name says that it runs nothing.
    case none
    /// Its name says that it runs.
    case refused
    /// The beginning shows whether browsers take it for HTML.
    case start
    /// XML: all of it.
    case all
  }

  /// Bytes that browsers look at to guess a type, and a few more.
  package static let startBytes = 2_048

  /// Run by browsers or, where a site is put on such a one, by servers.
  private static let running: Set<String> = [
    "html", "htm", "ehtml", "xhtml", "xhtm", "xht", "shtml", "shtm", "mhtml", "mht", "eml", "js",
    "mjs", "cjs", "jsm", "es", "hta", "htc", "xsl", "xslt", "xbl", "svgz", "swf", "wasm",
    "webarchive", "php", "phtml", "asp", "aspx", "jsp", "cgi",
  ]
  private static let markup: Set<String> = ["svg", "xml", "rss", "atom", "rdf", "mathml"]
  /// XML whose type servers may not know: browsers take it for HTML unless it says what it is.
  private static let declared = markup.subtracting(["svg", "xml"])
  /// Endings that browsers and servers know, and run nothing of; of all others the beginning is looked at.
  private static let inert: Set<String> = [
    "png", "jpg", "jpeg", "gif", "webp", "avif", "bmp", "ico", "tif", "tiff", "pdf", "txt", "csv",
    "json", "zip", "mp3", "mp4", "m4a", "m4v", "ogg", "oga", "ogv", "wav", "webm", "mov", "ttf",
    "otf", "woff", "woff2", "css", "ics",
  ]
  /// Endings of compressed files that servers send in place of those without.
  package static let compressed: Set<String> = ["gz", "br", "zst", "z", "deflate", "xz", "bz2"]

  /// What to look at, by the name's endings.
  package static func look(at path: ContentPath) -> Look {
    var endings = path.text.utf8.lastPart.split(separator: UInt8(ascii: ".")).dropFirst()
      .map { String(decoding: $0, as: UTF8.self).lowercased() }[...]
    var isCompressed = false
    while let last = endings.last, compressed.contains(last) {
      isCompressed = true
      endings.removeLast()
    }
    guard let last = endings.last else { return .start }
    if running.contains(last) { return .refused }
    if markup.contains(last) { return isCompressed ? .refused : .all }
    if isCompressed || inert.contains(last) { return .none }
    // Some servers go by the last ending that they know: fees.html.old is HTML to them.
    return endings.contains { running.contains($0) || markup.contains($0) } ? .refused : .start
  }

  /// The finding on a file whose name says that it runs.
  package static func finding(_ path: ContentPath) -> Diagnostic {
    diagnostic(path, 0..<0, "a browser would run this file")
  }

  /// Findings on compressed files that servers would send in place of others of a folder's files.
  package static func twins(in files: [ContentPath]) -> [Diagnostic] {
    let twins = files.compactMap { path in path.withoutCompression.map { (path, $0) } }
    if twins.isEmpty { return [] }
    let names = Set(files.map { $0.text.lowercased() })
    return twins.filter { names.contains($1.lowercased()) && look(at: $0) != .refused }.map {
      diagnostic($0, 0..<0, "servers would send this file in place of \($1)")
    }
  }

  /// The finding on a file by what it holds; nil where it is harmless.
  ///
  /// - Parameters:
  ///   - path: of the file.
  ///   - bytes: the file, or its beginning where ``look(at:)`` asks for no more.
  ///   - look: what ``look(at:)`` said.
  /// - Returns: a finding with its place.
  package static func finding(
    _ path: ContentPath, _ bytes: [UInt8], _ look: Look
  ) -> Diagnostic? {
    switch look {
    case .none: return nil
    case .refused: return finding(path)
    case .start:
      let first = bytes.first { $0 > 0x20 && !$0.isByteOrderMark }
      return first == UInt8(ascii: "<")
        ? diagnostic(path, 0..<0, "a browser may take this file for HTML") : nil
    case .all:
      if declared.contains(path.fileExtension), !bytes.starts(with: "<?xml".utf8) {
        return diagnostic(path, 0..<0, "a browser may take this file for HTML: it lacks <?xml …?>")
      }
      return Drawing.finding(bytes).map {
        diagnostic(path, $0.range, "this file holds \($0.what)")
      }
    }
  }

  private static func diagnostic(
    _ path: ContentPath, _ range: Range<Int>, _ message: String
  ) -> Diagnostic {
    Diagnostic(
      rule, at: path, range, message,
      help: "make it a page, a picture or a PDF, or trust it with active-files: [\(path.text)]")
  }
}

extension UInt8 {
  /// A byte of U+FEFF in UTF-8, or of a mark of UTF-16.
  fileprivate var isByteOrderMark: Bool { [0xEF, 0xBB, 0xBF, 0xFE, 0xFF].contains(self) }
}

extension ContentPath {
  /// The path of a file whose compressed twin this would be to a server; nil for all others.
  var withoutCompression: String? {
    ActiveFile.compressed.contains(fileExtension)
      ? String(decoding: text.utf8.dropLast(fileExtension.utf8.count + 1), as: UTF8.self) : nil
  }
}

extension Configuration {
  /// Whether an editor takes the answer for what a file runs.
  func trusts(_ path: ContentPath) -> Bool {
    activeFiles.contains { path.text.isOrLies(in: $0) }
  }
}
