// data/pages.js, data/lines.js, data/terms.js and data/cards.js: what scripts ask for on demand. They are scripts
// themselves, because a page opened from a folder may load nothing else.

internal import Handbook
internal import Text

/// Every page by folder, every term of the glossary, every card by the page that shows it.
enum PageData {
  /// All folders, each with its entries in navigation order.
  ///
  /// An entry is name, title, the content's hash, the day of its review and, where the page says so, what
  /// changed; a folder's name ends with a slash and has a title only. The folder's own page comes
  /// first as `index.html`.
  static func pages(_ handbook: Handbook) -> (file: OutputFile, build: String) {
    var out = Array("window.deskbookPages({\n".utf8)
    let folders = handbook.folders.folders.values.sorted { $0.path < $1.path }
    for (number, folder) in folders.enumerated() {
      var entries: [String] = []
      if let index = folder.index { entries.append(entry(index, handbook)) }
      for child in folder.children {
        switch child {
        case .page(let index): entries.append(entry(index, handbook))
        case .folder(let path):
          let name = String(decoding: path.utf8.lastPart, as: UTF8.self) + "/"
          let title = handbook.folders.folders[path]?.title ?? name
          entries.append("[\(JSON.quoted(name)),\(JSON.quoted(title))]")
        }
      }
      out += "\(JSON.quoted(folder.path)):[\(entries.joined(separator: ",\n"))]".utf8
      out += (number + 1 < folders.count ? ",\n" : "\n").utf8
    }
    out += "});\n".utf8
    return (OutputFile(SiteMap.pageData, out), ContentHash(out).short)
  }

  private static func entry(_ index: Int, _ handbook: Handbook) -> String {
    let page = handbook.pages[index]
    let path = handbook.outputPath(of: index)
    let name = String(decoding: path.utf8.lastPart, as: UTF8.self)
    let parts =
      [name, page.title, page.hash.short, page.front.reviewed?.value.description ?? ""]
      + [page.front.changed].compactMap(\.self)
    return "[\(parts.map(JSON.quoted).joined(separator: ","))]"
  }

  /// The most bytes of ``lines``, since a reader's browser keeps a copy to compare with: some 3,000 lines.
  private static let mostLines = 256 << 10

  /// Every line to say by its page, so that a reader can be told which came and which went; none in a
  /// handbook with more than a browser should keep.
  static func lines(_ handbook: Handbook) -> OutputFile {
    let pages = handbook.pages.indices.compactMap { index -> String? in
      let lines = SearchRecords(handbook: handbook, index: index).linesToSay
      guard !lines.isEmpty else { return nil }
      let path = JSON.quoted(urlPath(handbook.outputPath(of: index)))
      return "\(path):[\(lines.map(JSON.quoted).joined(separator: ",\n"))]"
    }
    let text = pages.joined(separator: ",\n")
    return OutputFile(
      SiteMap.lineData,
      "window.deskbookLines({\n\(text.utf8.count <= mostLines ? text : "")\n});\n")
  }

  /// Every card by the page it stands on: name, code and title.
  static func cards(_ list: CardList, _ previews: CardPreviews) -> OutputFile {
    let pages = list.parts.enumerated().map { part, shares in
      let cards = shares.flatMap(\.cards).map { card in
        let texts = [card.id, previews[card]?.code ?? "", card.title]
        return "[\(texts.map(JSON.quoted).joined(separator: ","))]"
      }
      return "\(JSON.quoted(CardList.path(part))):[\(cards.joined(separator: ",\n"))]"
    }
    return OutputFile(
      CardList.data, "window.deskbookCards({\n\(pages.joined(separator: ",\n"))\n});\n")
  }

  /// What each term means, by its anchor.
  static func terms(_ glossary: Glossary, of edition: Edition) -> OutputFile {
    let terms = glossary.terms.map { "\(JSON.quoted($0.slug)):\(JSON.quoted($0.meaning))" }
    return OutputFile(
      SiteMap.terms(of: edition),
      "window.deskbookTerms({\n\(terms.joined(separator: ",\n"))\n});\n")
  }
}
