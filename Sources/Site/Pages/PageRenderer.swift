// One page's file, from the page and its input alone: nothing here can ask the handbook.

internal import CommonMark
internal import Handbook

/// Renders the pages of one edition.
struct PageRenderer: Sendable {
  let edition: EditionContext
  let text: SharedText
  let settings: HandbookSettings

  func html(_ page: Page, _ input: PageInput) -> [UInt8] {
    let context = RenderContext(page, input.text, text, settings.configuration)
    let kind = input.kind ?? page.kind.rawValue
    let filled = PageContext(
      head: PageHead(
        kind: kind,
        kindLabel: page.kind == .guide ? nil : text.strings["kind-" + page.kind.rawValue],
        language: settings.configuration.language(of: page), title: page.title,
        documentTitle: edition.site.documentTitle(page.title), build: input.build),
      text: PageArticle(
        heading: heading(context), summary: page.front.summary, heard: page.front.heard,
        contents: input.text.isHome ? nil : Contents.html(page),
        body: input.before + PageBody.html(context) + input.after,
        tags: page.front.tags),
      trust: trust(page, isEdited: input.isEdited), ways: input.ways)
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

  func trust(_ page: Page, isEdited: Bool) -> PageTrust {
    func day(_ date: CalendarDate) -> PageTrust.Day {
      PageTrust.Day(date: date.description, words: edition.words(of: date))
    }
    return PageTrust(
      owner: settings.owner(of: page), reviewed: (page.front.reviewed?.value).map(day),
      nextReview: settings.nextReview(of: page).map(day), isEdited: isEdited,
      sources: page.front.sources.compactMap { settings.sources[$0.value] }.map { source in
        let scheme = source.url.flatMap { Handbook.scheme(of: $0) }
        let isSafe = scheme == "http" || scheme == "https"
        return PageTrust.Source(
          title: source.title, author: source.author, url: isSafe ? source.url : nil)
      })
  }
}
