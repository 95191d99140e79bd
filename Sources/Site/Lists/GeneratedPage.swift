// Pages that no file stands for.

internal import Handbook
internal import Text

/// What such a page shows, and where it stands.
struct GeneratedPage {
  let kind: String
  let title: String
  let body: [UInt8]
  /// The file in the site.
  let output: String
  /// The folder whose language it is in, and whose navigation it shows.
  var folder = ""
  /// What its links begin with, where that is not the way from ``output`` to the root.
  var root: String?
  /// Whether it is a page in the folder, and not the page of the folder itself.
  var isInFolder = false
  /// Which part of a list it is; all but the first say so in the document's title.
  var part: ListPart?
  /// Shown in the place of the navigation of ``folder``.
  var navigation: Navigation?
  var translations: [PageWays.Translation] = []
  var trust = PageTrust()
}

extension SiteRenderer {
  /// The file of a page, with a shell in the words of its folder's language.
  func file(_ page: GeneratedPage) -> OutputFile {
    let shared = editionContext(at: page.folder)
    let root = page.root ?? RenderContext.root(of: page.output)
    var heading = HTMLWriter()
    heading.text(page.title)
    let further = page.part.flatMap { $0.number == 0 ? nil : " · " + $0.words(shared.strings) }
    var ways = PageWays(
      navigation: page.navigation?.html(current: nil)
        ?? navigation.of(page.folder).html(current: nil, isFolder: !page.isInFolder),
      translations: page.translations)
    if page.output != shared.edition.prefix + "index.html" {
      ways.breadcrumbs = breadcrumbs(page.folder, isFolder: !page.isInFolder) {
        root + urlPath($0)
      }
    }
    let head = PageHead(
      kind: page.kind, language: shared.edition.language, title: page.title,
      documentTitle: shared.site.documentTitle(page.title + (further ?? "")),
      build: build(page.kind), isUnlisted: page.kind == "print")
    let context = TemplateContext(
      site: shared.site,
      page: PageContext(
        head: head, text: PageArticle(heading: heading.bytes, body: page.body),
        trust: page.trust, ways: ways),
      root: root)
    return OutputFile(page.output, shared.template.render(context))
  }

  /// The build of which a kind of page tells what is new; nil for kinds that do not.
  private func build(_ kind: String) -> String? {
    switch kind {
    case "home": pageList.homeBuild
    case "changes": pageList.build
    default: nil
    }
  }
}
