// What templates say is what pages get, and a mistake in one is told with its place.

import Testing

@testable import Handbook
@testable import Site

@Suite struct TemplateTests {
  @Test(arguments: [
    ("", ""), ("{ } {{! {no} matter\nwhat }}x", "{ } x"),
    ("{{title}} {{ title }} {{&body}} {{{ body }}}", "A &amp; B A &amp; B <p>b</p> <p>b</p>"),
    ("{{#title}}{{.}}!{{/title}}{{^title}}none{{/title}}", "A &amp; B!"),
    ("{{#summary}}{{.}}!{{/summary}}{{^summary}}none{{/summary}}", "none"),
    ("{{#owner}}empty is none{{/owner}}{{^contents}}none{{/contents}}{{#body}}b{{/body}}", "noneb"),
    ("{{#isEdited}}yes{{/isEdited}}{{^isEdited}}no{{/isEdited}}", "yes"),
    ("{{#tags}}{{text}},{{.}};{{/tags}}{{^tags}}no{{/tags}}", "x,x;y&lt;,y&lt;;"),
    ("{{#heard}}{{.}}{{/heard}}{{^heard}}no{{/heard}}", "no"),
    ("{{#related}}{{title}}{{kind}}{{url}} {{/related}}{{title}}", "OneguideO TwoguideT A &amp; B"),
    ("{{#related}}{{#tags}}{{title}}{{.}} {{/tags}}{{/related}}", "Onex Oney&lt; Twox Twoy&lt; "),
    (
      "{{#tags}}{{#kind}}{{#related}}{{.}}{{/related}}{{/kind}}{{/tags}}",
      "guideguideguideguide"
    ),
    (
      "{{#next}}{{title}}{{#url}} at {{url}}{{/url}}{{/next}}{{#previous}}no{{/previous}}", "N at n"
    ),
    ("{{#sources}}{{title}}{{^author}}?{{/author}}{{#url}}{{url}}{{/url}} {{/sources}}", "A? Bu "),
    ("{{#languages}}{{shortCode}}{{#isUntranslated}}!{{/isUntranslated}}{{/languages}}", "EN!"),
    ("{{homeURL}} {{kindStyles}}{{^kindScript}}none{{/kindScript}}", "../a&#39;/i ../k.cssnone"),
    (
      "<b>{{strings.home}}</b>{{#strings.home}}h{{/strings.home}}{{#strings.no}}n{{/strings.no}}",
      "<b>&lt;Home&gt;</b>h"
    ),
    ("{{file.icon}}{{#file.icon}}!{{/file.icon}}", "../assets/icon.1.svg!"),
  ])
  func fillsHoles(_ template: String, _ page: String) throws {
    #expect(try Self.render(template) == page)
  }

  /// - Source: github.com/mustache/spec, the tests named *Standalone* of sections, inverted, comments and
  ///   partials.
  @Test(arguments: [
    ("a\n{{! c }}\nb\n", "a\nb\n"), ("a\r\n  {{! c\nd }} \r\nb\r\n", "a\r\nb\r\n"),
    ("  {{! c }}", ""), ("a {{! c }}\nb", "a \nb"),
    ("{{#title}}\n- {{.}}\n{{/title}}\n", "- A &amp; B\n"),
    ("{{#tags}}\n{{text}}\n  {{/tags}}\nend", "x\ny&lt;\nend"),
    ("{{^summary}}\n\nx\n\n{{/summary}}", "\nx\n\n"),
    ("{{#title}} {{/title}}\n{{#title}}a\n{{/title}}\nb", " \na\nb"),
    ("{{#summary}}a\n{{/summary}}\nb", "b"), ("a\n {{> part}}\nb", "a\n[A &amp; B]\nb"),
    ("a {{> part}} b\n{{> part}}", "a [A &amp; B]\n b\n[A &amp; B]\n"),
    (" {{title}}\n {{{body}}}\n", " A &amp; B\n <p>b</p>\n"),
  ])
  func takesLinesThatHoldATagAlone(_ template: String, _ page: String) throws {
    #expect(try Self.render(template) == page)
  }

  @Test func looksForTheNamesOfAPartialWhereItIsUsed() throws {
    let page = try Self.render("{{#related}}{{> part}}{{/related}}", "{{title}}{{url}}")
    #expect(page == "OneOTwoT")
  }

  @Test(arguments: [
    ("ok\n {{titel}}", 2, 2, "nothing fills the hole titel"),
    ("{{text}}", 1, 1, "nothing fills the hole text"),
    ("{{#tags}}{{url}}{{/tags}}", 1, 10, "nothing fills the hole url"),
    ("é{{strings.none}}", 1, 3, "nothing fills the hole strings.none"),
    ("{{file.none}}", 1, 1, "nothing fills the hole file.none"),
    ("{{=<% %>=}}", 1, 1, "nothing fills the hole =<% %>="),
    ("{{}}", 1, 1, "nothing fills the hole "),
    ("a\nb{{title", 2, 2, "this hole is not closed"),
    ("{{title}\n}}", 1, 1, "this hole is not closed"),
    ("{{{body}} {{title}}", 1, 1, "this hole is not closed"),
    ("{{title {{body}}", 1, 1, "this hole is not closed"),
    ("{{! never", 1, 1, "this hole is not closed"),
    ("{{> nobody}}", 1, 1, "there is no partial named nobody"),
    ("{{> page}}", 1, 1, "the partial page includes itself"),
    ("\n{{#tags}}\n{{#title}}{{/title}}", 2, 1, "the section tags is not closed"),
    (
      "{{#tags}}{{^title}}{{/tags}}{{/title}}", 1, 20,
      "the section title should be closed before tags"
    ),
    ("a{{/tags}}", 1, 2, "no section tags is open here"),
    ("{{{title}}}", 1, 1, "title is text: write it with two braces"),
    ("{{&strings.home}}", 1, 1, "strings.home is text: write it with two braces"),
    ("{{{homeURL}}}", 1, 1, "homeURL is text: write it with two braces"),
    ("{{body}}", 1, 1, "body is HTML: write it with three braces"),
    ("{{isEdited}}", 1, 1, "isEdited is yes or no: write it as a section"),
    ("{{tags}}", 1, 1, "tags is a list: write it as a section"),
  ])
  func tellsWhereATemplateIsWrong(
    _ template: String, _ line: Int, _ column: Int, _ message: String
  ) {
    #expect(
      throws: ThemeProblem(
        path: "templates/page.mustache", line: line, column: column, message: message)
    ) { try Self.render(template) }
  }

  @Test func tellsWhereAPartialIsWrong() {
    #expect(
      throws: ThemeProblem(
        path: "templates/part.mustache", line: 2, column: 1,
        message: "no section tags is open here")
    ) { try Self.render("{{#tags}}{{> part}}{{/tags}}", "\n{{/tags}}") }
    #expect(
      throws: ThemeProblem(
        path: "templates/part.mustache", line: 1, column: 2,
        message: "the partial part includes itself")
    ) { try Self.render("{{> part}}", "a{{> part}}") }
  }

  /// Every text of four of the characters that could do harm; an accent makes one character with the sign
  /// before it.
  @Test func escapesWhateverATextHolds() throws {
    let signs = ["&", "<", ">", "\"", "'", "a", "\u{301}", "{{title}}", "水"]
    var texts = [""]
    for _ in 0..<4 { texts = texts.flatMap { text in signs.map { text + $0 } } }
    let template = try Self.compile("<p title='{{title}}'>")
    for text in texts {
      let expected = text.unicodeScalars.map { Self.entities[$0] ?? String($0) }.joined()
      let page = template.render(SamplePage.context(title: text))
      #expect(page == Array("<p title='\(expected)'>".utf8))
    }
  }

  private static let entities: [Unicode.Scalar: String] = [
    "&": "&amp;", "<": "&lt;", ">": "&gt;", "\"": "&quot;", "'": "&#39;",
  ]

  @Test func namesEachHoleOnceAndSaysWhatItMeans() {
    func check(_ holes: [Hole]) {
      #expect(Set(holes.map(\.name)).count == holes.count)
      for hole in holes {
        #expect(!hole.meaning.isEmpty && !hole.meaning.contains("\n"), "\(hole.name)")
        if case .list(let inner, _) = hole.value { check(inner) }
      }
    }
    check(Hole.all)
  }

  private static func compile(
    _ page: String, _ part: String = "[{{title}}]\n"
  ) throws -> CompiledTemplate {
    var templates: [String: TemplateSource] = [:]
    for (name, text) in ["page": page, "part": part] {
      templates[name] = TemplateSource(path: "templates/\(name).mustache", bytes: Array(text.utf8))
    }
    return try TemplateCompiler.page(
      templates, strings: ["home": "<Home>", "no": ""], paths: ["icon": "assets/icon.1.svg"])
  }

  @discardableResult
  private static func render(_ page: String, _ part: String = "[{{title}}]\n") throws -> String {
    let template = try compile(page, part)
    return String(decoding: template.render(SamplePage.context(title: "A & B")), as: UTF8.self)
  }
}

/// A page that has some of what a page may have.
private enum SamplePage {
  static func context(title: String) -> TemplateContext {
    let head = PageHead(kind: "guide", language: "de", title: title, documentTitle: title)
    let text = PageArticle(heading: [], body: Array("<p>b</p>".utf8), tags: ["x", "y<"])
    let trust = PageTrust(
      owner: "", isEdited: true,
      sources: [
        PageTrust.Source(title: "A", author: nil, url: nil),
        PageTrust.Source(title: "B", author: "b", url: "u"),
      ])
    let ways = PageWays(
      navigation: [], next: PageWays.Link(title: "N", url: "n"),
      related: [PageWays.Link(title: "One", url: "O"), PageWays.Link(title: "Two", url: "T")],
      translations: [PageWays.Translation(language: "en-GB", url: "e", isTranslated: false)])
    return TemplateContext(
      site: site, page: PageContext(head: head, text: text, trust: trust, ways: ways), root: "../")
  }

  private static let site = SiteContext(
    title: "Site", organization: nil, generator: "Deskbook", brandName: "Site", logo: nil,
    edition: Edition(folder: "", language: "de", isTranslated: false),
    assets: Assets.Paths(
      styles: "s.css", earlyScript: "e.js", siteScript: nil, laterScript: nil,
      kinds: ["guide": Assets.Kind(styles: "k.css", script: nil)],
      cards: Assets.Kind(styles: nil, script: nil)),
    lists: SiteLists(
      home: "a'/i", titles: "az", changes: "c", phrases: nil, cards: nil, looseCards: nil,
      reviews: nil,
      search: "s", escalation: nil))
}
