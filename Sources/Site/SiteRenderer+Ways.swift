// The ways from a page to others: before and after it, above it, related to it, in other languages.

internal import Handbook
internal import Text

extension SiteRenderer {
  /// The ways from a page; `url` gives the way to a file of the site.
  func ways(of index: Int, root: String, _ url: (String) -> String) -> PageWays {
    let path = handbook.pages[index].path
    func link(_ target: Int) -> PageWays.Link {
      PageWays.Link(
        title: handbook.pages[target].title, url: url(handbook.outputPath(of: target)))
    }
    let ways = ways(of: index)
    return PageWays(
      navigation: navigation.of(path.folder).html(current: index),
      breadcrumbs: breadcrumbs(
        path.folder, isFolder: handbook.folders.isIndex(index, at: path), url: url),
      previous: ways.previous.map(link), next: ways.next.map(link),
      inbound: ways.inbound.map(link), related: ways.related.map(link),
      translations: languages(of: index, root: root))
  }

  /// The pages before and after a page, those that link to it, and those that share its tags.
  func ways(
    of index: Int
  ) -> (previous: Int?, next: Int?, inbound: [Int], related: [Int]) {
    let order = handbook.folders.readingOrder
    let beside = [positions[index] - 1, positions[index] + 1].map { place -> Int? in
      guard order.indices.contains(place), isSameLanguage(index, order[place]) else { return nil }
      return order[place]
    }
    let linked = handbook.inbound[index]
    let related = related.pages(for: index, in: handbook).filter {
      !linked.contains($0) && isSameLanguage(index, $0)
    }
    return (beside[0], beside[1], Array(linked.prefix(30)), related)
  }

  /// The folders above a page; `url` gives the way to a file of the site.
  func breadcrumbs(
    _ folder: String, isFolder: Bool, url: (String) -> String
  ) -> [PageWays.Link] {
    let shared = editionContext(at: folder)
    if folder == shared.edition.folder, isFolder { return [] }
    var links = [
      PageWays.Link(title: shared.strings["home"], url: url(shared.edition.prefix + "index.html"))
    ]
    var path = shared.edition.folder
    let parts = folder.pathBelow(path).pathNames
    for part in isFolder ? parts.dropLast() : parts[...] {
      path += path.isEmpty ? String(part) : "/" + part
      links.append(
        PageWays.Link(
          title: handbook.title(ofFolder: path, shared.strings), url: url(path + "/index.html")))
    }
    return links
  }

  private func isSameLanguage(_ one: Int, _ other: Int) -> Bool {
    handbook.editions.count == 1
      || handbook.edition(at: handbook.pages[one].path.folder)
        == handbook.edition(at: handbook.pages[other].path.folder)
  }

  /// Where a page stands in the handbook's other languages: itself, or their home pages.
  func languages(of index: Int, root: String) -> [PageWays.Translation] {
    let path = handbook.pages[index].path
    if handbook.folders.isIndex(index, at: path) {
      return languages(ofFolder: path.folder, root: root)
    }
    let own = handbook.edition(at: path.folder)
    let known = Dictionary(
      handbook.translations(of: index).map { ($0.edition, $0.page) }, uniquingKeysWith: { $1 })
    return otherLanguages(than: own).map { other in
      let page = (known[other] ?? nil).map { urlPath(handbook.outputPath(of: $0)) }
      return language(other, page, root: root)
    }
  }

  /// Where a folder stands in the other languages, be it with a page of its own or as a list.
  func languages(ofFolder path: String, root: String) -> [PageWays.Translation] {
    let own = handbook.edition(at: path)
    let below = path.pathBelow(handbook.editions[own].folder)
    return otherLanguages(than: own).map { other in
      let edition = handbook.editions[other]
      let folder = below.isEmpty ? edition.folder : edition.prefix + below
      let isThere = handbook.folders.folders[folder] != nil
      let page = urlPath(folder.isEmpty ? "" : folder + "/") + "index.html"
      return language(other, isThere ? page : nil, root: root)
    }
  }

  /// Where a list that every language has stands in the others.
  func languages(ofList name: String, in own: Int, root: String) -> [PageWays.Translation] {
    otherLanguages(than: own).map { other in
      language(other, urlPath(handbook.editions[other].prefix) + name, root: root)
    }
  }

  private func otherLanguages(than own: Int) -> [Int] {
    handbook.editions.indices.filter { $0 != own && handbook.editions[$0].isTranslated }
  }

  private func language(_ edition: Int, _ page: String?, root: String) -> PageWays.Translation {
    let edition = handbook.editions[edition]
    return PageWays.Translation(
      language: edition.language,
      url: root + (page ?? urlPath(edition.prefix) + "index.html"), isTranslated: page != nil)
  }
}
