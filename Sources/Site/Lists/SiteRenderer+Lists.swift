// Pages that no file stands for, and what scripts load on demand.

internal import Handbook
internal import Text

extension SiteRenderer {
  /// Pages for folders without one of their own, the root included.
  func sections() -> [FileMaker] {
    handbook.folders.folders.values.filter(\.isListed)
      .sorted { $0.path < $1.path }.map { folder in { section(folder) } }
  }

  private func section(_ folder: Folder) -> OutputFile {
    let shared = editionContext(at: folder.path)
    let isHome = folder.path == shared.edition.folder
    let output = SiteMap.folder(folder.path)
    let root = RenderContext.root(of: output)
    let lists = ListPages(handbook: handbook, strings: shared.strings)
    return file(
      GeneratedPage(
        kind: isHome ? "home" : "section", title: isHome ? handbook.title : folder.title,
        body: lists.section(folder, root: root)
          + (isHome ? [] : lists.books(of: folder.path, root: root)), output: output,
        folder: folder.path,
        translations: languages(ofFolder: folder.path, root: root)))
  }

  /// The lists of each language, the pages of all cards, and the one for lost addresses.
  func lists() -> [FileMaker] {
    let files = editions.indices.flatMap(lists(of:)) + [missing()]
    return files + cardParts() + cardChecks()
  }

  private func lists(of number: Int) -> [FileMaker] {
    let shared = editions[number]
    let (edition, strings) = (shared.edition, shared.strings)
    let root = RenderContext.root(of: edition.prefix)
    let lists = ListPages(handbook: handbook, strings: strings, edition: number)
    // In another language the list may have fewer parts: only the first is there for certain.
    @Sendable func page(
      _ kind: String, _ list: PartedList, _ part: ListPart, _ title: String, _ body: [UInt8]
    ) -> OutputFile {
      file(
        GeneratedPage(
          kind: kind, title: strings[title], body: body,
          output: edition.prefix + list.page(part.number), folder: edition.folder, part: part,
          translations: languages(ofList: list.page(0), in: number, root: root)))
    }
    let titles = TitleIndex(handbook, edition: number)
    let titleParts = titles.parts.indices.map { part -> FileMaker in
      {
        page(
          "az", .titles, ListPart(number: part, count: titles.parts.count), "az-title",
          lists.titles(part: part, of: titles, root: root))
      }
    }
    return titleParts + [
      {
        file(
          GeneratedPage(
            kind: "changes", title: strings["changes-title"],
            body: lists.changes(root: root, words: shared.words),
            output: edition.prefix + SiteMap.changes, folder: edition.folder,
            translations: languages(ofList: SiteMap.changes, in: number, root: root)))
      }
    ]
  }

  /// Every phrase by page, in each language.
  func phraseLists() -> [FileMaker] { editions.indices.flatMap(phraseLists(of:)) }

  private func phraseLists(of number: Int) -> [FileMaker] {
    let shared = editions[number]
    let (edition, strings) = (shared.edition, shared.strings)
    let root = RenderContext.root(of: edition.prefix)
    let lists = ListPages(handbook: handbook, strings: strings, edition: number)
    let parts = handbook.siteMap.phraseParts[number]
    return parts.indices.map { part in
      {
        file(
          GeneratedPage(
            kind: "phrase-index", title: strings["phrase-index-title"],
            body: lists.phrases(part: part, of: parts, addresses, root: root),
            output: edition.prefix + PartedList.phrases.page(part), folder: edition.folder,
            part: ListPart(number: part, count: parts.count),
            translations: languages(
              ofList: PartedList.phrases.page(0), in: number, root: root)))
      }
    }
  }

  /// What scripts load on demand, and the app's manifest.
  func data() -> [FileMaker] {
    let terms = editions.compactMap { shared in
      shared.glossary.map { glossary -> FileMaker in
        { PageData.terms(glossary, of: shared.edition) }
      }
    }
    let cards: [FileMaker] =
      handbook.siteMap.cards.parts.count < 2
      ? [] : [{ PageData.cards(handbook.siteMap.cards, previews) }]
    return [
      { pageList.file }, { PageData.lines(handbook) },
      { OfflineFiles.manifest(handbook, assets: assets) },
    ] + terms + cards
  }

  /// The page for addresses that lead nowhere; a server shows it at any depth, so its links begin
  /// at the path of the site's address where that is known.
  func missing(root: String? = nil) -> FileMaker {
    {
      let strings = editionContext(at: "").strings
      var body = HTMLWriter()
      body.markup("<p>")
      body.text(strings["missing-text"])
      body.markup("</p>\n<p><a href=\"")
      let root = root ?? handbook.configuration.urlPath ?? ""
      body.text(root + PartedList.titles.page(0))
      body.markup("\">")
      body.text(strings["az-title"])
      body.markup("</a></p>\n")
      return file(
        GeneratedPage(
          kind: "missing", title: strings["missing-title"], body: body.bytes,
          output: SiteMap.missing,
          root: root, translations: languages(ofFolder: "", root: root)))
    }
  }
}
