// The addresses that sites of other tools give a page.

internal import Handbook
internal import Text

/// The addresses of one page, without the slashes at either end.
struct PageAddresses {
  /// What its front matter asks for.
  private(set) var chosen: [String] = []
  /// What its file's name makes of it.
  let path: String
  /// What leads to it too: addresses of old, and what tools make of dates, numbers and languages in names.
  private(set) var others: [String] = []

  /// Addresses of a page.
  ///
  /// - Parameters:
  ///   - place: in the content.
  ///   - page: as it is in the source.
  init(_ place: String, _ page: ForeignPage) {
    path = Self.plain(place)
    let folder = place.pathNames.dropLast().joined(separator: "/")
    let language = folder.pathNames.first.map(String.init) ?? ""
    for key in ["url", "permalink"] {
      // A pattern such as `/:year/:title/` is no address.
      guard let text = page[key]?.text, !text.isEmpty, !text.contains(":") else { continue }
      chosen.append(Self.plain(text))
      others.append(Self.plain("\(language)/\(text)"))
    }
    for key in ["slug", "id"] {
      guard let text = page[key]?.text, !text.isEmpty else { continue }
      chosen.append(Self.plain(text.begins(with: "/") ? text : "\(folder)/\(text)"))
      if key == "slug" { others.append(Self.plain(text)) }
    }
    others += Self.ofName(path, categories: page["categories"]?.texts ?? [])
    for key in ["aliases", "redirect_from"] {
      for text in page[key]?.texts ?? [] {
        others.append(Self.plain(text.begins(with: "/") ? text : PathText.joined(folder, text)))
      }
    }
  }

  /// An address as it is looked up: in small letters, without what browsers need not say.
  static func plain(_ address: String) -> String {
    var names = address.lowercased().pathNames.map { String($0).replacing(" ", with: "-") }
    if let last = names.popLast() {
      let end = [".html", ".htm", ".md", ".mdx", ".markdown"].first { last.ends(with: $0) }
      let stem = String(last.dropLast(end?.count ?? 0))
      if !["index", "_index"].contains(stem) { names.append(stem) }
    }
    return names.joined(separator: "/")
  }

  /// What tools make of a date, a number or a language in a name.
  private static func ofName(_ path: String, categories: [String]) -> [String] {
    var folders = path.pathNames.map(String.init)
    guard let name = folders.popLast() else { return [] }
    var result: [String] = []
    let parts = name.split(separator: "-", maxSplits: 3).map(String.init)
    if parts.count == 4, parts[0].count == 4, parts[..<3].allSatisfy({ Int($0) != nil }) {
      let dated = parts.joined(separator: "/")
      result.append((folders + [dated]).joined(separator: "/"))
      // Jekyll's folder of posts has no name in addresses, but their categories have.
      if folders.last == "posts" {
        result.append((folders.dropLast() + [dated]).joined(separator: "/"))
        result.append(plain((categories + [dated]).joined(separator: "/")))
      }
    }
    let bare = (folders + [name]).map { part in
      let rest = part.drop(while: \.isNumber)
      guard rest.count < part.count, let sign = rest.first, "-_.".contains(sign) else {
        return part
      }
      return String(rest.dropFirst())
    }
    result.append(bare.joined(separator: "/"))
    if let dot = name.lastIndex(of: ".") {
      let language = String(name[dot...].dropFirst())
      let stem = name[..<dot] == "index" || name[..<dot] == "_index" ? [] : [String(name[..<dot])]
      if SiteSettings.isLanguage(language) {
        result.append(([language] + folders + stem).joined(separator: "/"))
      }
    }
    return result
  }
}
