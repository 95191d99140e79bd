// The whole site as values: pages side by side, then what lists them.

internal import CommonMark
package import Handbook
internal import Mustache

/// Renders a handbook with a theme.
package struct SiteRenderer: Sendable {
  let handbook: Handbook
  let theme: Theme
  /// In the order of the handbook's editions.
  let voices: [Voice]
  let templates: Templates
  private let version: String
  let assets: Assets
  /// In quarter points.
  private let typeSizes: Set<Int>
  let navigation: NavigationShelf
  let related: RelatedPages
  let pageList: PageList
  /// Each page's place in the reading order.
  let positions: [Int]
  let previews: CardPreviews
  let cardList: CardList

  /// Prepares what pages share: assets, and the navigation of each folder.
  ///
  /// `cards` are the handbook's cards as they are printed, in its order. `earlier` is what rendered
  /// the state before a revision to this one, in the same theme.
  package init(
    handbook: Handbook, theme: Theme, version: String, cards: [CardPreview],
    after earlier: (renderer: SiteRenderer, revision: Revision)? = nil
  ) {
    cardList = CardList(handbook)
    previews = CardPreviews(handbook.cards, cards, places: cardList.places)
    self.handbook = handbook
    self.theme = theme
    self.version = version
    typeSizes = Set(
      cards.flatMap { [$0.front, $0.back] }.compactMap(\.self).flatMap {
        [$0.quarters, $0.titleQuarters]
      })
    if let assets = earlier?.renderer.assets, earlier?.renderer.typeSizes == typeSizes {
      self.assets = assets
    } else {
      assets = Assets(theme: theme, configuration: handbook.configuration, typeSizes: typeSizes)
    }
    voices = Voice.all(of: handbook, theme: theme, assets: assets, version: version)
    templates = Self.templates(theme, voices, typeSizes, after: earlier?.renderer)
    navigation = earlier?.renderer.navigation ?? NavigationShelf(handbook, voices)
    let hasSameTags = earlier?.revision.keeps { $0.front.tags == $1.front.tags } ?? false
    related = hasSameTags ? earlier?.renderer.related ?? .init(handbook) : .init(handbook)
    pageList = PageList(
      handbook, after: earlier.map { ($0.renderer.pageList, $0.revision.changed.map(\.index)) })
    positions = earlier?.renderer.positions ?? Self.positions(in: handbook.folders.readingOrder)
  }

  /// Templates are filled in once with what all pages of a site share.
  private static func templates(
    _ theme: Theme, _ voices: [Voice], _ typeSizes: Set<Int>, after earlier: SiteRenderer?
  ) -> Templates {
    if let earlier, earlier.typeSizes == typeSizes,
      zip(earlier.voices, voices).allSatisfy({ $0.shell.hasSameLinks(as: $1.shell) })
    {
      return earlier.templates
    }
    return theme.templates.forAnotherSite()
  }

  private static func positions(in order: [Int]) -> [Int] {
    var positions = [Int](repeating: 0, count: order.count)
    for (position, page) in order.enumerated() { positions[page] = position }
    return positions
  }

  /// How many pages ``pageFile(_:)`` takes.
  package var pageCount: Int { handbook.pages.count }

  /// One page's file; pages can be rendered side by side.
  package func pageFile(_ index: Int) -> OutputFile {
    let output = handbook.outputPath(of: index)
    return OutputFile(output, templates.render(filledPage(index, at: output)))
  }

  /// What the template is to show of a page.
  func filledPage(_ index: Int, at output: String) -> FilledPage {
    let page = handbook.pages[index]
    let voice = voice(at: page.path.folder)
    let context = RenderContext(
      handbook: handbook, index: index, strings: voice.strings, previews: previews,
      glossary: voice.glossary, isHome: output == voice.edition.prefix + "index.html")
    var filled = PageShell(
      kind: page.kind.rawValue,
      kindLabel: page.kind == .guide ? nil : voice.strings["kind-" + page.kind.rawValue],
      language: handbook.configuration.language(of: page), title: page.title,
      documentTitle: documentTitle(page.title, voice), heading: heading(context),
      body: PageBody.html(context) + extra(index, context),
      navigation: navigation.of(page.path.folder).html(current: index))
    filled.summary = page.front.summary
    filled.heard = page.front.heard
    filled.contents = Contents.html(page)
    filled.tags = page.front.tags
    fillTrust(&filled, page, voice)
    fillWays(&filled, index, context)
    filled.languages = languages(of: index, root: context.root)
    if context.isHome {
      filled.kind = "home"
      filled.body = HomePage.html(context) + filled.body
      filled.build = pageList.homeBuild
      filled.contents = nil
    } else if output == CardList.path(0) {
      filled.kind = "cards"
    }
    return FilledPage(page: filled, site: voice.shell, root: context.root)
  }

  /// The words and the shell of what stands in a folder.
  func voice(at folder: String) -> Voice { voices[handbook.edition(at: folder)] }

  /// The worker that keeps the site for times without a network; nil where the theme has none.
  ///
  /// `files` are all that it may keep, with the SHA-256 and the bytes of each.
  package func worker(_ files: [(path: String, hash: String, size: Int)]) -> OutputFile? {
    theme.worker.isEmpty ? nil : OfflineFiles.worker(theme.worker, files: files)
  }

  /// What ``manifest(_:files:kept:decks:)`` says of the handbook.
  package func manifestHead() -> [UInt8] {
    ManifestFile.head(handbook, previews, hashes: pageList.hashes, version: version)
  }

  /// `deskbook.json`: what was built, without a time.
  ///
  /// `head` is that of ``manifestHead()``; `files` are all others of the site with the SHA-256 of their
  /// content, `kept` those that it has from the build before, both sorted by path; `decks` are its PDFs
  /// with a hash of what each depends on.
  package func manifest(
    _ head: [UInt8], files: [(path: String, hash: String)],
    kept: [(path: String, hash: String)] = [], decks: [(path: String, fingerprint: String)] = []
  ) -> OutputFile {
    OutputFile(
      "deskbook.json", ManifestFile.text(head, files: files, kept: kept, decks: decks))
  }
}

extension SiteRenderer {
  func render(
    _ page: PageShell, _ voice: Voice, to output: String, root: String? = nil
  ) -> OutputFile {
    let filled = FilledPage(
      page: page, site: voice.shell, root: root ?? RenderContext.root(of: output))
    return OutputFile(output, templates.render(filled))
  }

  func documentTitle(_ title: String, _ voice: Voice) -> String {
    title == voice.shell.title ? title : "\(title) · \(voice.shell.title)"
  }

  private func heading(_ context: RenderContext) -> [UInt8] {
    let page = context.page
    // Front matter's title wins; the text's own heading keeps its markup where both agree.
    if let node = page.titleNode, page.front.title == nil {
      return MarkupRenderer.html(node + 1..<Int(page.tree.nodes[node].end), in: context)
    }
    var out = HTMLWriter()
    out.text(page.title)
    return out.bytes
  }

  /// What a folder's own page lists after its text: children that the text does not link to.
  private func extra(_ index: Int, _ context: RenderContext) -> [UInt8] {
    let page = handbook.pages[index]
    let lists = ListPages(handbook: handbook, strings: context.strings)
    guard handbook.folders.isIndex(index, at: page.path) else { return [] }
    if page.path.folder == CardList.folder { return cardPages.all(part: 0, of: cardList) }
    let home = voice(at: page.path.folder).edition.folder
    guard page.path.folder != home, let folder = handbook.folders.folders[page.path.folder]
    else { return [] }
    var linked: Set<Int> = []
    for case .page(let target, _) in handbook.resolutions[index] { linked.insert(target) }
    return lists.section(folder, leavingOut: linked, root: context.root)
  }

  private func fillTrust(_ filled: inout PageShell, _ page: Page, _ voice: Voice) {
    filled.owner = handbook.owner(of: page)
    filled.reviewed = page.front.reviewed?.value.description
    filled.reviewedText = page.front.reviewed.map { voice.words(of: $0.value) }
    let next = handbook.nextReview(of: page)
    filled.nextReview = next?.description
    filled.nextReviewText = next.map(voice.words)
    filled.isEdited = handbook.isEditedSinceReview(page)
    filled.sources = page.front.sources.compactMap { id in
      handbook.sources[id.value].map { source in
        let scheme = source.url.flatMap { Handbook.scheme(of: $0) }
        let isSafe = scheme == "http" || scheme == "https"
        return ShellSource(
          title: source.title, author: source.author, url: isSafe ? source.url : nil)
      }
    }
  }
}
