// What the settings of another tool's site say of its addresses.

internal import Text

/// Where a site lies, and the language that it shows first.
struct SiteSettings {
  /// The folder of pages in the language that the site shows without saying so.
  private(set) var language = "en"
  /// What addresses may begin with before those of pages, without slashes at either end.
  private(set) var bases: [String] = []
  /// Whether each page has an address like a folder's, from which its links go.
  let hasFolders: Bool
  /// Whether a link without a slash at its start may go from the root all the same.
  let looksFromRoot: Bool

  /// Settings in whatever language: those that matter have a line of their own.
  init(_ text: String, _ format: ImportFormat) {
    hasFolders = [.hugo, .starlight, .mkdocs].contains(format)
    looksFromRoot = format == .hugo
    var roots: [String] = []
    var routes = format == .docusaurus ? ["docs"] : []
    for line in text.split(whereSeparator: \.isNewline) {
      guard let (key, value) = Self.setting(line) else { continue }
      switch key {
      case "base", "baseurl", "site_url": roots.append(Self.path(value))
      case "routebasepath": routes.append(Self.path(value))
      case "defaultcontentlanguage", "defaultlocale": language = value.lowercased()
      default: continue
      }
    }
    roots = roots.filter { !$0.isEmpty }
    routes = routes.filter { !$0.isEmpty }
    bases = roots.flatMap { root in routes.map { "\(root)/\($0)" } } + roots + routes
  }

  /// The settings of a source.
  init(of source: ImportSource, _ format: ImportFormat) {
    let starts = ["docusaurus.config.", "astro.config.", "_config.yml", "mkdocs.y"]
    let name = source.files.keys.sorted().first { name in
      HugoImport.settings.contains(name) || starts.contains { name.begins(with: $0) }
    }
    self.init(name.flatMap { source.text($0) } ?? "", format)
  }

  /// Whether a folder's name is that of a language, such as `de` or `pt-br`.
  static func isLanguage(_ name: String) -> Bool {
    let parts = name.lowercased().parts(at: "-")
    guard let first = parts.first, parts.count <= 2, first.utf8.count == 2 else { return false }
    return parts.allSatisfy { part in
      (2...4).contains(part.utf8.count) && part.utf8.allSatisfy { (0x61...0x7A).contains($0) }
    }
  }

  /// `key = "value"` or `key: 'value',`.
  private static func setting(_ line: Substring) -> (key: String, value: String)? {
    let text = line.drop(while: \.isWhitespace)
    let key = text.prefix { $0.isLetter || $0 == "_" }
    let rest = text.dropFirst(key.count).drop(while: \.isWhitespace)
    guard let sign = rest.first, sign == ":" || sign == "=" else { return nil }
    let value = rest.dropFirst().drop { $0.isWhitespace || "'\"`".contains($0) }
      .prefix { !$0.isWhitespace && !"'\"`,;#".contains($0) }
    return value.isEmpty ? nil : (key.lowercased(), String(value))
  }

  /// The path of an address, without slashes at either end.
  private static func path(_ address: String) -> String {
    let host = address.firstRange(of: "://").map { address[$0.upperBound...] }
    let path = host.map { $0.drop { $0 != "/" } } ?? address[...]
    return PageAddresses.plain(String(path))
  }
}
