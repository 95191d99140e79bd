// Pages that no file stands for, and what scripts load on demand.

internal import Handbook

extension SiteRenderer {
  /// A page with a shell in the words of its folder's language.
  ///
  /// The parts of a list after the first say in the document's title which they are.
  func plain(
    _ kind: String, _ title: String, _ body: [UInt8], to output: String, folder: String = "",
    root: String? = nil, isInFolder: Bool = false, part: ListPart? = nil,
    navigation shared: Navigation? = nil, languages: [ShellLanguage] = []
  ) -> OutputFile {
    let voice = voice(at: folder)
    var heading = HTMLWriter()
    heading.text(title)
    let further = part.flatMap { $0.number == 0 ? nil : " · " + $0.words(voice.strings) } ?? ""
    var page = PageShell(
      kind: kind, language: voice.edition.language, title: title,
      documentTitle: documentTitle(title + further, voice), heading: heading.bytes, body: body,
      navigation: (shared ?? navigation.of(folder)).html(current: nil))
    page.build =
      kind == "home" ? pageList.homeBuild : kind == "changes" ? pageList.build : nil
    page.languages = languages
    if output != voice.edition.prefix + "index.html" {
      let root = root ?? RenderContext.root(of: output)
      page.breadcrumbs = breadcrumbs(folder, isFolder: !isInFolder) { root + urlPath($0) }
    }
    return render(page, voice, to: output, root: root)
  }

  /// Pages for folders without one of their own, the root included.
  func sections() -> [FileMaker] {
    handbook.folders.folders.values.filter { $0.index == nil && $0.path != "cards" }
      .sorted { $0.path < $1.path }.map { folder in { section(folder) } }
  }

  private func section(_ folder: Folder) -> OutputFile {
    let voice = voice(at: folder.path)
    let isHome = folder.path == voice.edition.folder
    let output = folder.path.isEmpty ? "index.html" : folder.path + "/index.html"
    let root = RenderContext.root(of: output)
    let lists = ListPages(handbook: handbook, strings: voice.strings)
    return plain(
      isHome ? "home" : "section", isHome ? voice.shell.title : folder.title,
      lists.section(folder, root: root), to: output, folder: folder.path,
      languages: languages(ofFolder: folder.path, root: root))
  }

  /// The lists of each language, the pages of all cards, and the one for lost addresses.
  func lists() -> [FileMaker] {
    let files = voices.indices.flatMap(lists(of:)) + [missing()]
    return files + cardParts() + cardChecks()
  }

  private func lists(of number: Int) -> [FileMaker] {
    let voice = voices[number]
    let (edition, strings) = (voice.edition, voice.strings)
    let root = RenderContext.root(of: edition.prefix)
    let lists = ListPages(handbook: handbook, strings: strings, edition: number)
    // Another language may have fewer parts of a list: its first one is in all.
    @Sendable func page(
      _ kind: String, _ list: PartedList, _ part: ListPart, _ title: String, _ body: [UInt8]
    ) -> OutputFile {
      plain(
        kind, strings[title], body, to: edition.prefix + list.page(part.number),
        folder: edition.folder, part: part,
        languages: languages(ofList: list.page(0), in: number, root: root))
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
        plain(
          "changes", strings["changes-title"], lists.changes(root: root, words: voice.words),
          to: edition.prefix + "changes.html", folder: edition.folder,
          languages: languages(ofList: "changes.html", in: number, root: root))
      }
    ]
  }

  /// Every phrase by page, in each language: by path, as they show the text of few pages each.
  package func phraseLists() -> [(path: String, make: FileMaker)] {
    voices.indices.flatMap(phraseLists(of:))
  }

  private func phraseLists(of number: Int) -> [(path: String, make: FileMaker)] {
    let voice = voices[number]
    let (edition, strings) = (voice.edition, voice.strings)
    let root = RenderContext.root(of: edition.prefix)
    let lists = ListPages(handbook: handbook, strings: strings, edition: number)
    let parts = handbook.phraseParts(of: number)
    return parts.indices.map { part in
      let path = edition.prefix + PartedList.phrases.page(part)
      return (
        path,
        {
          plain(
            "phrase-index", strings["phrase-index-title"],
            lists.phrases(part: part, of: parts, root: root), to: path, folder: edition.folder,
            part: ListPart(number: part, count: parts.count),
            languages: languages(ofList: PartedList.phrases.page(0), in: number, root: root))
        }
      )
    }
  }

  /// What scripts load on demand, and the app's manifest.
  func data() -> [FileMaker] {
    let terms = voices.compactMap { voice in
      voice.glossary.map { glossary -> FileMaker in
        { PageData.terms(glossary, of: voice.edition) }
      }
    }
    let cards: [FileMaker] =
      cardList.parts.count < 2 ? [] : [{ PageData.cards(cardList, previews) }]
    return [{ pageList.file }, { OfflineFiles.manifest(handbook, assets: assets) }] + terms + cards
  }

  /// The page for addresses that lead nowhere; a server shows it at any depth, so its links begin
  /// at the path of the site's address where that is known.
  func missing(root: String? = nil) -> FileMaker {
    {
      let strings = voice(at: "").strings
      var body = HTMLWriter()
      body.markup("<p>")
      body.text(strings["missing-text"])
      body.markup("</p>\n")
      let root = root ?? handbook.configuration.urlPath ?? ""
      return plain(
        "missing", strings["missing-title"], body.bytes, to: "404.html", root: root,
        languages: languages(ofFolder: "", root: root))
    }
  }
}
