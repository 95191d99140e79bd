// Names of files as a site can have them.

internal import Handbook
internal import Text

/// Names of pages, whatever tool they are written for.
enum PageName {
  private static let ends = [".md", ".mdx", ".markdown"]

  /// Whether a file is a page.
  static func isPage(_ path: String) -> Bool { end(of: path) != nil }

  /// A page's path without the end of its name; nil for other files.
  static func stem(_ path: String) -> String? {
    end(of: path).map { String(path.dropLast($0.count)) }
  }

  private static func end(of path: String) -> String? {
    let lower = path.lowercased()
    return ends.first { lower.ends(with: $0) }
  }

  /// A path whose names work in web addresses and on every system.
  static func published(_ path: String, isNotion: Bool) -> String {
    var parts = path.pathNames.map(String.init)
    guard let last = parts.popLast() else { return path }
    let folders = parts.map { plain(isNotion ? NotionName.withoutID($0) : $0) }
    let isPage = isPage(last)
    let stem = stem(last) ?? String(last[..<(last.lastIndex(of: ".") ?? last.endIndex)])
    let end = isPage ? ".md" : String(last.dropFirst(stem.count))
    let name = plain(isNotion ? NotionName.withoutID(stem) : stem)
    let isIndex = isPage && last.lowercased() == "_index.md"
    return (folders + [isIndex ? "index.md" : name + plainEnd(end)]).joined(separator: "/")
  }

  private static func plainEnd(_ end: String) -> String {
    let letters = end.dropFirst().filter { $0.isLetter || $0.isNumber }
    return letters.isEmpty ? "" : "." + letters
  }

  private static func plain(_ name: String) -> String {
    var name = String(name.unicodeScalars.compactMap(plain).map(Character.init))
    name = String(name.drop { $0 == "." || $0 == "_" || $0 == " " })
    while let last = name.last, last == "." || last == " " { name.removeLast() }
    while name.utf8.count > 200 { name.removeLast() }
    if name.isEmpty { return "page" }
    // What is left to forbid a name is what Windows calls its devices.
    return FileName.isSound(name) ? name : "page-" + name
  }

  private static func plain(_ letter: Unicode.Scalar) -> Unicode.Scalar? {
    if "\\:?*<>|\"/".unicodeScalars.contains(letter) { return "-" }
    switch letter.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned:
      return nil
    default: return letter
    }
  }
}

/// The ids at the end of names that Notion exports.
///
/// - Source: Notion's help, *Export your content*: `Name 32-hexadecimal-digits.md`.
enum NotionName {
  private static let count = 32

  /// Whether the name of a file ends in an id.
  static func hasID(_ path: String) -> Bool {
    guard let last = path.pathNames.last, let stem = PageName.stem(String(last)) else {
      return false
    }
    return withoutID(stem) != stem
  }

  static func withoutID(_ name: String) -> String {
    let digits = name.suffix(count)
    let rest = name.dropLast(count)
    guard digits.utf8.count == count, digits.allSatisfy({ $0.isASCII && $0.isHexDigit }),
      let gap = rest.last, gap == " " || gap == "-"
    else { return name }
    return String(rest.dropLast())
  }
}
