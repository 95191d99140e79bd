// Names of web pages, and what they are called here.

internal import Handbook
internal import Text

/// Names of the pages of a site.
enum HTMLName {
  private static let ends = [".html", ".htm", ".xhtml"]
  private static let indexes = ["index", "default"]

  /// Whether a file is a page; what a browser saves beside a page, in `…_files`, is part of that.
  static func isPage(_ path: String) -> Bool {
    let lower = path.lowercased()
    return ends.contains { lower.ends(with: $0) }
      && !lower.pathNames.dropLast().contains { $0.ends(with: "_files") }
  }

  /// What the Markdown of a page is called beside its files.
  static func markdown(_ name: String) -> String { name + ".md" }

  /// The name of a page without its end.
  static func stem(_ path: String) -> String {
    let last = path.pathNames.last.map(String.init) ?? path
    return String(last[..<(last.lastIndex(of: ".") ?? last.endIndex)])
  }

  /// The folder of the pictures that a page holds.
  static func media(_ path: String) -> String {
    let slug = slug(stem(path))
    return slug.isEmpty ? "pictures" : slug
  }

  /// The number at the end of a name that Confluence gives: `Name_123456.html`, or `123456.html`.
  static func id(_ path: String) -> String? {
    let stem = stem(path)
    let digits = stem.reversed().prefix { $0.isASCII && $0.isNumber }.reversed()
    let before = stem.dropLast(digits.count)
    let isID = digits.count >= 4 && (before.isEmpty || before.last == "_")
    return isID && isPage(path) ? String(digits) : nil
  }

  /// Where a page goes.
  static func place(_ path: String, title: String, _ format: ImportFormat) -> String {
    let folders = path.pathNames.dropLast().map(String.init)
    var name = PercentEncoding.decoded(stem(path))
    if indexes.contains(name.lowercased()) {
      name = "index"
    } else if [.confluence, .zendesk].contains(format), let id = id(path) {
      let bare = slug(String(name.dropLast(id.count)))
      let titled = bare.isEmpty ? slug(title) : bare
      name = titled.isEmpty ? id : titled
    } else if format != .html {
      let slug = slug(name)
      name = slug.isEmpty ? "page" : slug
    }
    return PageName.published((folders + [name + ".md"]).joined(separator: "/"), isNotion: false)
  }

  /// A slug without runs of hyphens.
  static func slug(_ text: String) -> String {
    Slug.base(text).split(whereSeparator: { $0 == "-" || $0 == "_" }).joined(separator: "-")
  }
}

/// Where the pages of a site go, and what their links mean.
struct HTMLArrangement {
  /// Places by names in the derived source.
  private(set) var places: [String: String] = [:]
  /// Names by the numbers in them.
  private var ids: [String: String] = [:]
  /// Names of headings that links lead to, by page.
  private var anchors: [String: Set<String>] = [:]
  /// Pages in the order of the site's own list of them.
  private(set) var order: [String] = []

  init(
    _ pages: [String], _ titles: [String: String], _ files: [String: [UInt8]],
    _ format: ImportFormat
  ) {
    var taken: Set<String> = []
    // An index has its name before what would be called so too.
    let names = pages.sorted {
      (HTMLName.stem($0) == "index" ? 0 : 1, $0) < (HTMLName.stem($1) == "index" ? 0 : 1, $1)
    }
    for name in names {
      let wanted = HTMLName.place(name, title: titles[name] ?? "", format)
      let place = ImportResult.free(wanted) { taken.contains($0.lowercased()) }
      taken.insert(place.lowercased())
      let derived = HTMLName.markdown(name)
      places[derived] = place
      if [.confluence, .zendesk].contains(format), let id = HTMLName.id(name) { ids[id] = derived }
      guard let text = files[derived] else { continue }
      anchors[derived] = Set(ForeignLines.of(SourceText(text).text).compactMap(HTMLAnchor.of))
    }
    var listed: Set<String> = []
    if format == .confluence, let index = files["index.html.md"] {
      for link in SourceText(index).text.matches(of: #/\]\(([^()\s]+)\)/#) {
        let name = [String(link.1), PercentEncoding.decoded(String(link.1))]
          .map(HTMLName.markdown).first { places[$0] != nil }
        if let name, listed.insert(name).inserted { order.append(name) }
      }
    }
  }

  /// The page that an address of the wiki or help centre means.
  ///
  /// - Source: Confluence: `viewpage.action?pageId=1`, `/pages/1/Title`; Zendesk: `/articles/1-Title`.
  func page(at address: String) -> String? {
    for mark in ["pageId=", "/pages/", "/articles/"] {
      guard let found = address.firstRange(of: mark) else { continue }
      let digits = address[found.upperBound...].prefix { $0.isASCII && $0.isNumber }
      if let name = ids[String(digits)] { return name }
    }
    return nil
  }

  /// The name here of a place on a page; nil where there is none.
  func anchor(_ fragment: some StringProtocol, on page: String) -> String? {
    let name = HTMLAnchor.plain(PercentEncoding.decoded(String(fragment)))
    return anchors[page]?.contains(name) == true ? name : nil
  }
}

/// The names of headings, ` {#name}` behind them.
enum HTMLAnchor {
  /// The name as the converted page has it: other letters are hyphens there.
  static func plain(_ name: String) -> String {
    String(
      decoding: name.utf8.map { byte in
        byte.isLetter || byte.isDigit || byte >= 0x80 || "-_.:".utf8.contains(byte)
          ? byte : UInt8(ascii: "-")
      }, as: UTF8.self)
  }

  /// The name of a heading.
  static func of(_ line: ForeignLine) -> String? {
    guard !line.isCode, line.text.last == "}", let start = line.text.range(of: line)?.lowerBound
    else { return nil }
    return String(line.text[start...].dropFirst(3).dropLast())
  }

  /// A heading without its name.
  static func without(_ line: ForeignLine) -> String {
    guard let range = line.text.range(of: line) else { return line.text }
    return String(line.text[..<range.lowerBound])
  }
}

extension String {
  /// Where the name of a heading stands in its line.
  fileprivate func range(of line: ForeignLine) -> Range<Index>? {
    let body = drop { $0 == ">" || $0 == " " }
    guard body.first == "#", let found = ranges(of: " {#").last else { return nil }
    return found.lowerBound..<endIndex
  }
}
