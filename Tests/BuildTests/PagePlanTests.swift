// Pages that are put together from a plan are those that mustache alone makes.

import Foundation
import Handbook
import Mustache
import Testing

@testable import Build
@testable import Site

@Suite struct PagePlanTests {
  /// What stands in `page.mustache` of a theme, besides the bundled one.
  private static let templates = [
    "{{title}}{{{title}}}{{&title}}",
    "{{^summary}}none{{/summary}}{{#summary}}<p title=\"{{summary}}\" id='{{title}}'>{{/summary}}",
    "{{#title}}in {{.}}{{/title}}{{#tags}}{{.}}{{/tags}}",
    "{{#tags}}*{{/tags}}",
    "{{#tags}}{{text}},{{/tags}}\n{{#tags}}{{title}}: {{text}}; {{text}}{{/tags}}{{^tags}}no{{/tags}}",
    "{{#related}}{{#tags}}{{title}}{{text}}{{/tags}}{{/related}}",
    "{{#tags}}{{#heard}}{{text}}{{/heard}}{{/tags}}",
    "{{#inbound}}\n  <li>{{title}}{{kind}}{{url}}{{root}}</li>\n  {{/inbound}}\nend",
    "{{#sources}}{{title}}{{#url}}{{url}}{{/url}}{{^author}}?{{/author}}{{author}}{{/sources}}",
    "{{#languages}}{{code}}{{url}}{{#isUntranslated}}!{{/isUntranslated}}{{title}}{{/languages}}",
    "{{#hasTags}}{{#previous}}{{title}}{{/previous}}{{/hasTags}}{{#next}}{{url}}{{owner}}{{/next}}",
    "{{tags}}{{previous}}{{isEdited}}{{#isEdited}}{{title}}{{/isEdited}}{{previous.title}}",
    "{{body}}{{{body}}}{{heading}}{{navigation}}{{contents}}{{^contents}}-{{/contents}}",
    "a\n  {{> part}}\nb{{> part}}c\n\t{{> part}}",
    "{{uppercased(title)}}", "{{lowercased(title)}}", "{{capitalized(title)}}",
    "{{#even()}}{{title}}{{/even()}}{{#tags}}{{index()}}{{text}}{{/tags}}{{count(tags)}}",
    "{{#tags}}{{text}}{{#even()}}!{{/even()}}{{/tags}}{{#reversed(tags)}}{{text}}{{/reversed(tags)}}",
    "{{#tags}}{{^first()}}, {{/first()}}{{text}}{{#last()}}.{{/last()}}{{/tags}}",
    "{{=<% %>=}}<% title %><%={{ }}=%>{{title}}",
    "\u{E000}{{title}}\u{E001}",
    "\u{E000}0\"<\u{E001}{{title}}\u{E000}1&quot;&lt;\u{E001}",
    "{{homeURL}} {{styles}} {{kindStyles}} {{cardScript}} {{strings.home}} {{file.favicon}} {{root}}",
    "",
  ]

  /// Texts that look like tags, marks and markup.
  private static let texts = [
    "", "plain", "a & b < c > \"d\" 'e'", "{{title}} {{{body}}} {{#tags}}", "\u{E000}0\"<\u{E001}",
    "\u{E000}1&quot;&lt;\u{E001}", "ends\n", "\n", "é à 水 👩‍👩‍👧", "&amp; &#39; \r\n\t", "</title>",
  ]

  @Test(arguments: Self.templates.indices)
  func makesWhatMustacheMakes(_ number: Int) async throws {
    let templates = try Self.parsed(Self.templates[number])
    let shell = try #require(try await Self.bundled().voices.first).shell
    var chance = SplitMix(state: UInt64(number))
    for _ in 0..<100 {
      let page = FilledPage(
        page: RandomShell.page(&chance, Self.texts), site: shell,
        root: RandomShell.one(of: ["", "../", "/a&b/"], &chance))
      // The second page has the shape of the first, and other texts.
      let other = page.recast(items: RandomShell.one(of: [1, 2, 4], &chance)) { _ in
        RandomShell.one(of: Self.texts, &chance)
      }
      for page in [page, other] {
        #expect(templates.render(page) == Array(templates.plain(page).utf8))
      }
    }
  }

  @Test func makesTheBundledHandbook() async throws {
    let renderer = try await Self.bundled()
    for index in renderer.handbook.pages.indices {
      let page = renderer.filledPage(index, at: renderer.handbook.outputPath(of: index))
      let made = renderer.templates.render(page)
      #expect(made == Array(renderer.templates.plain(page).utf8))
    }
  }

  @Test func putsTheBundledTemplatesTogetherFromAPlan() async throws {
    let renderer = try await Self.bundled()
    let page = renderer.filledPage(0, at: "index.html")
    #expect(PagePlan(page, renderer.templates.plain) != nil)
  }

  @Test func escapesAQuoteThatHasAnAccentOfItsOwn() async throws {
    let templates = try Self.parsed("<p title=\"{{title}}\">")
    let shell = try #require(try await Self.bundled().voices.first).shell
    var page = RandomShell.bare
    page.title = "a\"\u{301} onclick=b"
    let made = templates.render(FilledPage(page: page, site: shell, root: ""))
    #expect(made == Array("<p title=\"a&quot;\u{301} onclick=b\">".utf8))
  }

  private static func parsed(_ page: String) throws -> Templates {
    var library = MustacheLibrary()
    try library.register(page, named: "page")
    try library.register("[{{title}}\n{{{body}}}\n{{#tags}}\n{{text}}\n{{/tags}}\n]", named: "part")
    return Templates(library)
  }

  /// The handbook that comes with Deskbook, in its own theme.
  private static func bundled() async throws -> SiteRenderer {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let today = try #require(CalendarDate("2026-11-21"))
    let settings = Settings(
      folder: folder.path, output: "/", today: today, workers: 2, version: "test")
    let handbook = try await Pipeline(settings).model().handbook
    let theme = try ThemeFolder.find("default", handbook: settings.folder).load(
      language: "en", others: [])
    return SiteRenderer(handbook: handbook, theme: theme, version: "test", cards: [])
  }
}

/// Pages of random shapes.
private enum RandomShell {
  /// A page that lacks all that a page may lack.
  static var bare: PageShell {
    PageShell(
      kind: "guide", language: "en", title: "", documentTitle: "", heading: [], body: [],
      navigation: [])
  }

  static func one<Value>(of values: [Value], _ chance: inout SplitMix) -> Value {
    values[Int.random(in: 0..<values.count, using: &chance)]
  }

  static func page(_ chance: inout SplitMix, _ texts: [String]) -> PageShell {
    func text() -> String { one(of: texts, &chance) }
    func perhaps() -> String? { Bool.random(using: &chance) ? text() : nil }
    func list<Item>(_ item: () -> Item) -> [Item] {
      (0..<one(of: [0, 0, 1, 2, 5], &chance)).map { _ in item() }
    }
    var page = bare
    page.kind = one(of: ["guide", "card", "faq"], &chance)
    page.language = one(of: ["en", "ar"], &chance)
    page.title = text()
    page.documentTitle = text()
    page.heading = Array(text().utf8)
    page.body = Array(text().utf8)
    page.navigation = Array(text().utf8)
    page.contents = perhaps().map { Array($0.utf8) }
    (page.kindLabel, page.summary, page.owner) = (perhaps(), perhaps(), perhaps())
    (page.reviewed, page.reviewedText) = (perhaps(), perhaps())
    (page.nextReview, page.nextReviewText, page.build) = (perhaps(), perhaps(), perhaps())
    page.isEdited = Bool.random(using: &chance)
    func link() -> ShellLink { ShellLink(title: text(), url: text()) }
    (page.heard, page.tags) = (list(text), list(text))
    (page.breadcrumbs, page.inbound, page.related) = (list(link), list(link), list(link))
    page.previous = Bool.random(using: &chance) ? link() : nil
    page.next = Bool.random(using: &chance) ? link() : nil
    page.sources = list { ShellSource(title: text(), author: perhaps(), url: perhaps()) }
    page.languages = list {
      ShellLanguage(
        code: one(of: ["de", "en-GB"], &chance), url: text(),
        isTranslated: Bool.random(using: &chance))
    }
    return page
  }
}
