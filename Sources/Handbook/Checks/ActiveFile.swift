// active-file: a copied file that a browser would run.

/// Files that are copied into the site and can hold programs.
package enum ActiveFile {
  package static let rule = Rule(
    "active-file", .warning, "A copied file could run in a reader's browser.",
    explanation: """
      Files beside the pages are copied as they are. HTML, scripts, and drawings (SVG) with scripts \
      or links to other sites in them would run with the same rights as the handbook, without its \
      protection. Turn them into a page, a picture or a PDF; save drawings as “plain SVG”. A file \
      that you trust is named in `handbook.yml` under `active-files:`, itself or its folder.
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

  private static let running: Set<String> = [
    "html", "htm", "xhtml", "xht", "shtml", "shtm", "mhtml", "mht", "js", "mjs", "cjs", "hta",
    "htc",
    "xsl", "xslt", "svgz", "swf", "wasm",
  ]
  private static let markup: Set<String> = ["svg", "xml", "rss", "atom", "rdf", "mathml"]
  private static let inert: Set<String> = [
    "png", "jpg", "jpeg", "gif", "webp", "avif", "bmp", "ico", "tif", "tiff", "heic", "pdf", "txt",
    "csv", "tsv", "json", "yml", "yaml", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "odt", "ods",
    "odp", "rtf", "zip", "gz", "7z", "mp3", "mp4", "m4a", "m4v", "ogg", "oga", "ogv", "wav", "webm",
    "mov", "ttf", "otf", "woff", "woff2", "css", "ics", "vcf", "eml", "epub",
  ]

  /// What to look at, by the name's ending.
  package static func look(at path: ContentPath) -> Look {
    let name = path.text.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: ".") else { return .start }
    let ending = name[name.index(after: dot)...].lowercased()
    if running.contains(ending) { return .refused }
    if markup.contains(ending) { return .all }
    return inert.contains(ending) ? .none : .start
  }

  /// The finding on a file whose name says that it runs.
  package static func finding(_ path: ContentPath) -> Diagnostic {
    diagnostic(path, 0..<0, "a browser would run this file")
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
      var scan = ActiveMarkup(bytes)
      return scan.find().map { diagnostic(path, $0.range, "this file holds \($0.what)") }
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

extension Configuration {
  /// Whether an editor takes the answer for what a file runs.
  func trusts(_ path: ContentPath) -> Bool {
    activeFiles.contains { $0 == path.text || path.text.hasPrefix($0 + "/") }
  }
}
