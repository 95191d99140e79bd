// One page's file, from the page and its input alone: nothing here can ask the handbook.

internal import CommonMark
internal import Handbook
internal import Text

/// Renders the pages of one edition.
struct PageRenderer: Sendable {
  let edition: EditionContext
  let text: SharedText
  let settings: HandbookSettings

  func html(_ page: Page, _ input: PageInput) -> [UInt8] {
    let context = RenderContext(page, input.text, text, settings.configuration)
    let kind = input.kind ?? page.kind.rawValue
    // It leads to all pages: what it rests on and is connected to would only be in the way.
    let isHome = input.text.isHome
    let filled = PageContext(
      head: PageHead(
        kind: kind,
        kindLabel: page.kind == .guide ? nil : text.strings["kind-" + page.kind.rawValue],
        language: settings.configuration.language(of: page), title: page.title,
        documentTitle: edition.site.documentTitle(page.title), build: input.build),
      text: PageArticle(
        heading: heading(context), summary: page.front.summary, heard: page.front.heard,
        contents: isHome ? nil : Contents.html(page),
        lines: FirstLines(context)?.html(),
        body: input.before + PageBody.html(context) + input.after,
        tags: isHome ? [] : page.front.tags),
      trust: trust(page, isEdited: input.isEdited, isHome: isHome),
      ways: isHome ? input.ways.withoutLinks : input.ways)
    return edition.template.render(
      TemplateContext(site: edition.site, page: filled, root: context.root))
  }

  /// A page's title and text as a part of another file, from which `root` leads to the site's root.
  func part(
    _ page: Page, _ input: TextInput, root: String
  ) -> (heading: [UInt8], text: [UInt8]) {
    let context = RenderContext(page, input, text, settings.configuration, root: root)
    return (heading(context), PageBody.text(context))
  }

  private func heading(_ context: RenderContext) -> [UInt8] {
    let page = context.page
    // Front matter's title wins; a title of the text's own keeps its markup.
    if let node = page.titleNode, page.front.title == nil {
      return MarkupRenderer.html(node + 1..<Int(page.tree.nodes[node].end), in: context)
    }
    var out = HTMLWriter()
    out.text(page.title)
    return out.bytes
  }

  /// - Source: *The 'mailto' URI Scheme*, RFC 6068.
  private func suggestion(_ page: Page) -> String {
    let address = settings.configuration.address(of: settings.owner(of: page)) ?? ""
    let subject = text.strings["suggest-subject"].filled(["title": page.title])
    return "mailto:"
      + PercentEncoding.encoded(address) { $0.isLetter || $0.isDigit || "@.+-_~".utf8.contains($0) }
      + "?subject=" + urlPath(subject)
  }

  func trust(_ page: Page, isEdited: Bool, isHome: Bool) -> PageTrust {
    func day(_ date: CalendarDate) -> PageTrust.Day {
      PageTrust.Day(date: date.description, words: edition.words(of: date))
    }
    return PageTrust(
      owner: settings.owner(of: page), suggestion: suggestion(page),
      edit: settings.configuration.editAddress(of: page.path),
      reviewed: (page.front.reviewed?.value).map(day),
      nextReview: settings.nextReview(of: page).map(day), isEdited: isEdited,
      sources: (isHome ? [] : page.front.sources).compactMap { settings.sources[$0.value] }.map {
        source in
        let scheme = source.url.flatMap { Handbook.scheme(of: $0) }
        let isSafe = scheme == "http" || scheme == "https"
        return PageTrust.Source(
          title: source.title, author: source.author, url: isSafe ? source.url : nil)
      })
  }
}
