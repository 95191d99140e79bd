// What links of a site that was written for another tool lead to.

internal import Handbook
internal import Text

/// Pages by the addresses that the site of their source gives them.
///
/// - Source: Hugo, *URL management* and *Multilingual*; Docusaurus, *Docs* (`slug`, `id`) and *Blog*; Starlight,
///   *Frontmatter* (`slug`) and *Internationalization*; Jekyll, *Permalinks*; MkDocs, *use_directory_urls*.
struct PublishedAddresses {
  private let site: SiteSettings
  /// Places of pages in the content by their addresses, without the slashes at either end.
  private var places: [String: String] = [:]
  /// The address that readers see, by the place of its page.
  private var addresses: [String: String] = [:]
  /// Folders that are called after a language.
  private var languages: Set<String> = []

  /// Addresses of a site.
  ///
  /// - Parameters:
  ///   - pages: of the source, with their places in the content.
  ///   - site: what the source's settings say of its addresses.
  init(_ pages: [(place: String, page: ForeignPage)], _ site: SiteSettings) {
    self.site = site
    for (place, _) in pages where place.pathNames.count == 2 && place.ends(with: "/index.md") {
      let folder = String(place.pathNames[0]).lowercased()
      if SiteSettings.isLanguage(folder) { languages.insert(folder) }
    }
    let pages = pages.map { ($0.place, PageAddresses($0.place, $0.page)) }
    for (place, page) in pages {
      addresses[place] = page.chosen.first ?? page.path
      for address in page.chosen { add(place, at: address) }
    }
    // An address of a page's own comes before another page's file, and that before one of old.
    for (place, page) in pages { add(place, at: page.path) }
    for (place, page) in pages {
      for address in page.others { add(place, at: address) }
    }
  }

  private mutating func add(_ place: String, at address: String) {
    if places[address] == nil { places[address] = place }
  }

  /// The place of the page that a link leads to on the source's site; nil where it has none.
  func place(of link: String, on place: String) -> String? {
    let path = String(link.cut(at: "#").before.cut(at: "?").before)
    if path.isEmpty || path.begins(with: "//") || Handbook.scheme(of: link) != nil { return nil }
    let own = place.pathNames.first.map { $0.lowercased() } ?? ""
    for address in ways(PercentEncoding.decoded(path), on: place) {
      if let found = page(at: address, own: languages.contains(own) ? own : nil) { return found }
    }
    return nil
  }

  /// A link as it is written here.
  ///
  /// - Parameters:
  ///   - link: as written.
  ///   - place: of the page that it stands on.
  /// - Returns: the target; nil where it stays as it is.
  func target(of link: String, on place: String) -> String? {
    guard let found = self.place(of: link, on: place) else { return nil }
    let (_, anchor) = link.cut(at: "#")
    return urlPath(found, from: Self.folder(of: place)) + (anchor.map { "#" + $0 } ?? "")
  }

  /// The addresses that a path may mean, the likeliest first.
  private func ways(_ path: String, on place: String) -> [String] {
    if path.begins(with: "/") {
      let whole = PageAddresses.plain(path)
      return [whole]
        + site.bases.flatMap { base in
          let below =
            whole == base ? "" : whole.begins(with: base + "/") ? whole.pathBelow(base) : nil
          return below.map { [$0] } ?? []
        }
    }
    let near = PageAddresses.plain(PathText.joined(Self.folder(of: place), path))
    // A page's address is a folder to its browser.
    let address = addresses[place] ?? ""
    let published = PageAddresses.plain(PathText.joined(address, path))
    let isFile = !site.hasFolders || PageName.isPage(path)
    let root = site.looksFromRoot ? [PageAddresses.plain(path)] : []
    return (isFile ? [near, published] : [published, near]) + root
  }

  /// A page by its address, whatever language the folders say.
  private func page(at address: String, own: String?) -> String? {
    if let found = places[address] { return found }
    for language in [site.language, own].compactMap({ $0 }) {
      if let found = places[address.isEmpty ? language : "\(language)/\(address)"] { return found }
    }
    // A site shows pages of its first language where they are not translated yet.
    let first = address.pathNames.first.map(String.init) ?? ""
    guard SiteSettings.isLanguage(first) else { return nil }
    let rest = address == first ? "" : address.pathBelow(first)
    return places[rest] ?? places["\(site.language)/\(rest)"]
  }

  private static func folder(of place: String) -> String {
    place.pathNames.dropLast().joined(separator: "/")
  }
}

extension ForeignPage {
  /// Links to addresses of the source's site as links to pages here.
  ///
  /// - Parameters:
  ///   - addresses: of the site.
  ///   - place: of this page.
  ///   - isThere: whether the source has a file or page at a place, to which links lead as they are.
  mutating func mendLinks(
    _ addresses: PublishedAddresses, at place: String, unless isThere: (String) -> Bool
  ) {
    let folder = place.pathNames.dropLast().joined(separator: "/")
    func target(_ link: String) -> String? {
      let path = PercentEncoding.decoded(String(link.cut(at: "#").before))
      if !path.begins(with: "/"), isThere(PathText.joined(folder, path)) { return nil }
      return addresses.target(of: link, on: place)
    }
    for index in lines.indices where !lines[index].isCode {
      if let changed = LinkTargets.definition(lines[index].text, target) {
        lines[index].text = changed
      }
      lines[index].text = lines[index].mapping { LinkTargets.mapping($0, target) }
    }
  }
}
