// The whole site as values: pages side by side, then what lists them.

internal import CommonMark
package import Handbook
internal import Mustache
package import Search

/// Renders a handbook with a theme.
package struct SiteRenderer: Sendable {
  let handbook: Handbook
  let theme: Theme
  private let version: String
  private let shell: SiteShell
  private let assets: Assets
  private let navigation: [String: Navigation]
  private let related: RelatedPages
  /// Each page's place in the reading order.
  private let positions: [Int]
  let previews: CardPreviews

  /// Prepares what pages share: assets, and the navigation of each folder.
  ///
  /// `cards` are the handbook's cards as they are printed, in its order.
  package init(handbook: Handbook, theme: Theme, version: String, cards: [CardPreview]) {
    previews = CardPreviews(handbook.cards, cards)
    self.handbook = handbook
    self.theme = theme
    self.version = version
    assets = Assets(
      theme: theme, configuration: handbook.configuration,
      typeSizes: Set(
        cards.flatMap { [$0.front, $0.back] }.compactMap(\.self).flatMap {
          [$0.quarters, $0.titleQuarters]
        }))
    shell = SiteShell(
      title: handbook.title, organization: handbook.configuration.organization,
      generator: "Deskbook \(version)", assets: assets, strings: theme.strings,
      hasPhrases: handbook.pages.contains { !$0.phrases.isEmpty },
      hasCards: !handbook.cards.isEmpty,
      escalation: handbook.configuration.escalation.flatMap { handbook.page(at: $0.value) }
        .map { urlPath(handbook.outputPath(of: $0)) })
    navigation = handbook.folders.folders.mapValues { folder in
      Navigation(folder: folder.path, handbook: handbook)
    }
    related = RelatedPages(handbook)
    var positions = [Int](repeating: 0, count: handbook.pages.count)
    for (position, page) in handbook.folders.readingOrder.enumerated() {
      positions[page] = position
    }
    self.positions = positions
  }

  /// How many pages ``pageFile(_:)`` takes.
  package var pageCount: Int { handbook.pages.count }

  /// One page's file; pages can be rendered side by side.
  package func pageFile(_ index: Int) -> OutputFile {
    let page = handbook.pages[index]
    let output = handbook.outputPath(of: index)
    let context = RenderContext(
      handbook: handbook, index: index, strings: theme.strings, previews: previews)
    var filled = PageShell(
      kind: page.kind.rawValue,
      kindLabel: page.kind == .guide ? nil : theme.strings["kind-" + page.kind.rawValue],
      language: page.front.language ?? handbook.configuration.language, title: page.title,
      documentTitle: documentTitle(page.title), heading: heading(context),
      body: PageBody.html(context) + extra(index, context),
      navigation: navigation[page.path.folder]?.html(current: index) ?? [])
    filled.summary = page.front.summary
    filled.heard = page.front.heard
    filled.contents = Contents.html(page)
    filled.tags = page.front.tags
    fillTrust(&filled, page)
    fillWays(&filled, index, context)
    if output == "index.html" {
      filled.kind = "home"
      filled.contents = nil
    } else if output == "cards/index.html" {
      filled.kind = "cards"
    }
    return render(filled, to: output)
  }

  /// Everything that is not a page of its own: assets, lists, search, redirects, copied files.
  package func listFiles(_ search: SearchIndex) -> [OutputFile] {
    assets.files + search.files.map { OutputFile("search/" + $0.name, $0.bytes) } + sections()
      + lists() + redirects() + handbook.files.map { OutputFile(path: $0.text, content: .copy($0)) }
      + AddressFiles.all(handbook)
  }

  /// `deskbook.json`: what was built, without a time.
  ///
  /// `files` are all others of the site with the SHA-256 of their content, `kept` those that it has
  /// from the build before, both sorted by path; `decks` are its PDFs with a hash of what each
  /// depends on.
  package func manifest(
    _ files: [(path: String, hash: String)], kept: [(path: String, hash: String)] = [],
    decks: [(path: String, fingerprint: String)] = []
  ) -> OutputFile {
    OutputFile(
      "deskbook.json",
      ManifestFile.text(
        handbook, previews, version: version, files: files, kept: kept, decks: decks))
  }
}

extension SiteRenderer {
  private func render(_ page: PageShell, to output: String, root: String? = nil) -> OutputFile {
    let filled = FilledPage(
      page: page, site: shell, root: root ?? RenderContext.root(of: output))
    return OutputFile(output, theme.library.render(filled, withTemplate: "page") ?? "")
  }

  private func documentTitle(_ title: String) -> String {
    title == shell.title ? title : "\(title) · \(shell.title)"
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
    let lists = ListPages(handbook: handbook, strings: theme.strings)
    guard handbook.folders.isIndex(index, at: page.path) else { return [] }
    if page.path.folder == "cards" { return cardPages.all() }
    guard !page.path.folder.isEmpty, let folder = handbook.folders.folders[page.path.folder] else {
      return []
    }
    var linked: Set<Int> = []
    for case .page(let target, _) in handbook.resolutions[index] { linked.insert(target) }
    return lists.section(folder, leavingOut: linked, root: context.root)
  }

  private func fillTrust(_ filled: inout PageShell, _ page: Page) {
    filled.owner = handbook.owner(of: page)
    filled.reviewed = page.front.reviewed?.value.description
    filled.reviewedText = page.front.reviewed.map { words(of: $0.value) }
    let next = handbook.nextReview(of: page)
    filled.nextReview = next?.description
    filled.nextReviewText = next.map(words)
    filled.sources = page.front.sources.compactMap { id in
      handbook.sources[id.value].map { source in
        let scheme = source.url.flatMap { Handbook.scheme(of: $0) }
        let isSafe = scheme == "http" || scheme == "https"
        return ShellSource(
          title: source.title, author: source.author, url: isSafe ? source.url : nil)
      }
    }
  }

  /// A day in the words of the theme's language.
  private func words(of date: CalendarDate) -> String {
    let months = theme.strings["months"].split(separator: " ")
    guard months.count == 12 else { return date.description }
    return "\(date.day) \(months[date.month - 1]) \(date.year)"
  }

  private func fillWays(_ filled: inout PageShell, _ index: Int, _ context: RenderContext) {
    let page = handbook.pages[index]
    func link(_ target: Int) -> ShellLink {
      ShellLink(
        title: handbook.pages[target].title,
        url: context.root + urlPath(handbook.outputPath(of: target)))
    }
    let order = handbook.folders.readingOrder
    let position = positions[index]
    if position > 0 { filled.previous = link(order[position - 1]) }
    if position + 1 < order.count { filled.next = link(order[position + 1]) }
    filled.inbound = handbook.inbound[index].prefix(30).map(link)
    let linked = Set(handbook.inbound[index])
    filled.related = related.pages(for: index, in: handbook).filter { !linked.contains($0) }
      .map(link)
    filled.breadcrumbs = breadcrumbs(
      page.path.folder, isFolder: handbook.folders.isIndex(index, at: page.path),
      root: context.root)
  }

  private func breadcrumbs(_ folder: String, isFolder: Bool, root: String) -> [ShellLink] {
    if folder.isEmpty, isFolder { return [] }
    var links = [ShellLink(title: theme.strings["home"], url: root + "index.html")]
    var path = ""
    let parts = folder.split(separator: "/")
    for part in isFolder ? parts.dropLast() : parts[...] {
      path += path.isEmpty ? String(part) : "/" + part
      let title = handbook.folders.folders[path]?.title ?? String(part)
      links.append(ShellLink(title: title, url: root + urlPath(path) + "/index.html"))
    }
    return links
  }
}

extension SiteRenderer {
  func plain(
    _ kind: String, _ title: String, _ body: [UInt8], to output: String, folder: String = "",
    root: String? = nil, isInFolder: Bool = false, navigation shared: Navigation? = nil
  ) -> OutputFile {
    var heading = HTMLWriter()
    heading.text(title)
    var page = PageShell(
      kind: kind, language: handbook.configuration.language, title: title,
      documentTitle: documentTitle(title), heading: heading.bytes, body: body,
      navigation: (shared ?? navigation[folder] ?? Navigation(folder: folder, handbook: handbook))
        .html(current: nil))
    page.breadcrumbs =
      output == "index.html"
      ? []
      : breadcrumbs(
        folder, isFolder: !isInFolder, root: root ?? RenderContext.root(of: output))
    return render(page, to: output, root: root)
  }

  /// Pages for folders without one of their own, the root included.
  private func sections() -> [OutputFile] {
    let lists = ListPages(handbook: handbook, strings: theme.strings)
    return handbook.folders.folders.values.filter { $0.index == nil }
      .sorted { $0.path < $1.path }.compactMap { folder in
        if folder.path == "cards" { return nil }
        let output = folder.path.isEmpty ? "index.html" : folder.path + "/index.html"
        let body = lists.section(folder, root: RenderContext.root(of: output))
        let title = folder.path.isEmpty ? shell.title : folder.title
        return plain(
          folder.path.isEmpty ? "home" : "section", title, body, to: output, folder: folder.path)
      }
  }

  private func lists() -> [OutputFile] {
    let lists = ListPages(handbook: handbook, strings: theme.strings)
    var files = [
      plain("az", theme.strings["az-title"], lists.az(), to: "az.html"),
      plain(
        "phrase-index", theme.strings["phrase-index-title"], lists.phrases(), to: "phrases.html"),
      missing(),
    ]
    if handbook.folders.folders["cards"]?.index == nil {
      files.append(
        plain(
          "cards", theme.strings["cards-title"], cardPages.all(), to: "cards/index.html",
          folder: "cards"))
    }
    return files + cardChecks()
  }

  /// The page for addresses that lead nowhere; a server shows it at any depth, so its links begin
  /// at the path of the site's address where that is known.
  private func missing() -> OutputFile {
    var body = HTMLWriter()
    body.markup("<p>")
    body.text(theme.strings["missing-text"])
    body.markup("</p>\n")
    let root = handbook.configuration.urlPath ?? ""
    return plain(
      "missing", theme.strings["missing-title"], body.bytes, to: "404.html", root: root)
  }
}
