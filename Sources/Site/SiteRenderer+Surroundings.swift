// What a page's file shows of others, so that it need not be rendered again where that has not changed.

internal import Handbook

extension SiteRenderer {
  /// What every page shows of the handbook besides its settings: its title, and which lists there are.
  package var sharedSurroundings: [String] { voices.flatMap(\.shell.facts) }

  /// What the file of a page shows of other pages, and where its links lead.
  ///
  /// Left out is what texts of models, glossaries and cards give, what settings and theme decide, and what
  /// a home page or a folder's own page lists.
  package func surroundings(of index: Int) -> [String] {
    let page = handbook.pages[index]
    let isIndex = handbook.folders.isIndex(index, at: page.path)
    var lines = [
      handbook.outputPath(of: index), isIndex ? "index" : "page",
      navigation.of(page.path.folder).hash.hex,
    ]
    func add(_ name: String, _ pages: [Int]) {
      lines.append(name)
      for page in pages { lines += [handbook.pages[page].title, handbook.outputPath(of: page)] }
    }
    let ways = ways(of: index)
    add("previous", ways.previous.map { [$0] } ?? [])
    add("next", ways.next.map { [$0] } ?? [])
    add("inbound", ways.inbound)
    add("related", ways.related)
    for link in breadcrumbs(page.path.folder, isFolder: isIndex, url: { $0 }) {
      lines += [link.title, link.url]
    }
    for language in languages(of: index, root: "") {
      lines += [language.code, language.url, language.isTranslated ? "translated" : "home"]
    }
    return lines + targets(of: index)
  }

  /// What a list of the phrases of some pages shows besides their texts.
  ///
  /// - Parameters:
  ///   - pages: those of one part of the list.
  ///   - edition: whose list it is.
  /// - Returns: titles, places and the hash of what stands round it.
  package func surroundings(ofPhrasesOf pages: [Int], in edition: Int) -> [String] {
    let folder = handbook.editions[edition].folder
    let shell = [
      navigation.of(folder).hash.hex, handbook.folders.folders[folder]?.title ?? "",
    ]
    return shell
      + pages.flatMap { page in
        [handbook.pages[page].title, handbook.outputPath(of: page)] + targets(of: page)
      }
  }

  /// Where a page's links lead.
  private func targets(of index: Int) -> [String] {
    ["links"] + handbook.resolutions[index].flatMap(targets)
  }

  private func targets(of resolution: LinkResolution) -> [String] {
    switch resolution {
    case .external: return []
    case .page(let target, _):
      let output = handbook.outputPath(of: target)
      // A link to a card leads to it unless the page has a name of its own for that.
      let isCardList = output == CardList.path(0)
      return isCardList ? [output, handbook.pages[target].outline.anchors.hex] : [output]
    default: return ["\(resolution)"]
    }
  }
}
