// What a page's file shows of others, so that it need not be rendered again where that has not changed.

internal import Handbook

extension SiteRenderer {
  /// What every page shows of the handbook besides its settings: its title, and which lists there are.
  package var sharedSurroundings: [String] { voices.flatMap(\.shell.facts) }

  /// What the file of a page shows of other pages, and where its links lead.
  ///
  /// Left out is what texts of models, glossaries and cards give, what settings and theme decide, and what
  /// a home page or a folder's own page lists.
  ///
  /// - Returns: bytes to be compared.
  package func surroundings(of index: Int) -> [UInt8] {
    let page = handbook.pages[index]
    let isIndex = handbook.folders.isIndex(index, at: page.path)
    var texts = TextRow()
    texts.add(handbook.outputPath(of: index))
    texts.add(isIndex ? "index" : "page")
    texts.add(navigation.of(page.path.folder).hash.hex)
    let ways = ways(of: index)
    for way in [ways.previous, ways.next] {
      texts.add("way")
      if let way { add(way, to: &texts) }
    }
    for ways in [ways.inbound, ways.related] {
      texts.add("ways")
      for way in ways { add(way, to: &texts) }
    }
    for link in breadcrumbs(page.path.folder, isFolder: isIndex, url: { $0 }) {
      texts.add(link.title)
      texts.add(link.url)
    }
    for language in languages(of: index, root: "") {
      for text in [language.code, language.url, language.isTranslated ? "page" : "home"] {
        texts.add(text)
      }
    }
    addTargets(of: index, to: &texts)
    return texts.bytes
  }

  /// What a list of the phrases of some pages shows besides their texts.
  ///
  /// - Parameters:
  ///   - pages: those of one part of the list.
  ///   - edition: whose list it is.
  /// - Returns: bytes to be compared.
  package func surroundings(ofPhrasesOf pages: [Int], in edition: Int) -> [UInt8] {
    let folder = handbook.editions[edition].folder
    var texts = TextRow()
    texts.add(navigation.of(folder).hash.hex)
    texts.add(handbook.folders.folders[folder]?.title ?? "")
    for page in pages {
      add(page, to: &texts)
      addTargets(of: page, to: &texts)
    }
    return texts.bytes
  }

  private func add(_ page: Int, to texts: inout TextRow) {
    texts.add(handbook.pages[page].title)
    texts.add(handbook.outputPath(of: page))
  }

  /// Adds where a page's links lead.
  private func addTargets(of index: Int, to texts: inout TextRow) {
    texts.add("links")
    for resolution in handbook.resolutions[index] {
      switch resolution {
      case .external: continue
      case .page(let target, _):
        let output = handbook.outputPath(of: target)
        texts.add(output)
        // A link to a card leads to it unless the page has a name of its own for that.
        if output == CardList.path(0) { texts.add(handbook.pages[target].outline.anchors.hex) }
      default: texts.add("\(resolution)")
      }
    }
  }
}

/// Texts behind each other, with what no text holds between them.
private struct TextRow {
  private(set) var bytes: [UInt8] = []

  mutating func add(_ text: String) {
    bytes.append(contentsOf: text.utf8)
    // In no UTF-8.
    bytes.append(0xFF)
  }
}
