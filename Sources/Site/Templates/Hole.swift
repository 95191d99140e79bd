// Every hole of the page template: what it is called, what it means, and where its value is.

internal import Handbook

/// A name that a template can write in braces.
struct Hole: Sendable {
  /// Where a value is found, given the number of the list's item that it belongs to.
  enum Value: Sendable {
    /// Escaped; a section of it is shown unless it is missing or empty.
    case text(@Sendable (TemplateContext, Int) -> String?)
    /// The same on every page: words of the theme.
    case words(String)
    /// The path of a file below the site's root; written after the way there from the page,
    /// escaped.
    case path(@Sendable (TemplateContext) -> String?)
    /// HTML of ours, which only a raw hole can hold.
    case html(@Sendable (TemplateContext) -> [UInt8]?)
    /// Yes or no, for sections only.
    case flag(@Sendable (TemplateContext, Int) -> Bool)
    /// Its section is repeated for each item; the holes are those of an item.
    case list([Hole], count: @Sendable (TemplateContext) -> Int)
  }

  let name: String
  let meaning: String
  let value: Value

  /// The holes of a page.
  ///
  /// Besides these, `strings.NAME` is a text of the theme's `strings`, and `file.NAME` the path of
  /// one of its `files`.
  static let all = head + places + text + trust + ways + site + assets + lists
}

extension Hole {
  private static let head: [Hole] = [
    .text("kind", "What kind of page it is") { $0.page.head.kind },
    .text("kindLabel", "The kind in words; not for guides") { $0.page.head.kindLabel },
    .text("language", "The page's language, BCP 47") { $0.page.head.language },
    .text("direction", "How the page's language is written: ltr or rtl") {
      direction($0.page.head.language)
    },
    .text("title", "The page's title") { $0.page.head.title },
    .text("documentTitle", "Title of page and handbook") { $0.page.head.documentTitle },
    .text("build", "Names this build, on pages that tell what is new") { $0.page.head.build },
    .flag("isUnlisted", "Whether search engines are to pass the page over") {
      $0.page.head.isUnlisted
    },
    .text("root", "What leads from the page to the site's root") { $0.root },
  ]

  private static let places: [Hole] = [
    .flag("isPhraseIndex", "Whether it is the list of all phrases") {
      $0.page.head.kind == "phrase-index"
    },
    .flag("isCardList", "Whether it is the list of all cards") { $0.page.head.kind == "cards" },
    .flag("isChanges", "Whether it tells what changed") { $0.page.head.kind == "changes" },
    .flag("isTitleIndex", "Whether it is the A–Z") { $0.page.head.kind == "az" },
  ]

  private static let text: [Hole] = [
    .html("heading", "The title as HTML") { $0.page.text.heading },
    .flag("isInHeader", "Whether the bar on top says the page's title already") {
      $0.page.head.kind == "home" && $0.page.head.title == $0.site.brandName
    },
    .text("summary", "The page's summary") { $0.page.text.summary },
    .text("description", "The summary, for search engines") { $0.page.text.summary },
    .flag("hasHeard", "Whether the page says what callers say") { !$0.page.text.heard.isEmpty },
    .list(
      "heard", "What callers say",
      [
        .item("text", "Their words") { $0.page.text.heard[$1] }
      ]
    ) { $0.page.text.heard.count },
    .html("contents", "The list of the page's headings") { $0.page.text.contents },
    .html("lines", "The first lines to say, where the text has them further down") {
      $0.page.text.lines
    },
    .html("body", "The page's text") { $0.page.text.body },
    .flag("hasTags", "Whether the page has tags") { !$0.page.text.tags.isEmpty },
    .list("tags", "The page's tags", [.item("text", "The tag") { $0.page.text.tags[$1] }]) {
      $0.page.text.tags.count
    },
  ]

  private static let trust: [Hole] = [
    .flag("hasMeta", "Whether the page has an owner or a day of review") {
      $0.page.trust.owner != nil || $0.page.trust.reviewed != nil || $0.page.trust.nextReview != nil
    },
    .text("owner", "Who answers for the page") { $0.page.trust.owner },
    .text("suggestURL", "The beginning of a message to whoever answers for the page") {
      $0.page.trust.suggestion
    },
    .text("editURL", "Where the page is edited") { $0.page.trust.edit },
    .text("reviewed", "The day of its review, ISO 8601") { $0.page.trust.reviewed?.date },
    .text("reviewedText", "The day of its review in words") { $0.page.trust.reviewed?.words },
    .text("nextReview", "The day of its next review, ISO 8601") { $0.page.trust.nextReview?.date },
    .text("nextReviewText", "The day of its next review in words") {
      $0.page.trust.nextReview?.words
    },
    .flag("isEdited", "Whether the text was changed since its review") { $0.page.trust.isEdited },
    .flag("hasSources", "Whether the page cites works") { !$0.page.trust.sources.isEmpty },
    .list(
      "sources", "The works that the page cites",
      [
        .item("title", "The work's title") { $0.page.trust.sources[$1].title },
        .item("author", "Who wrote it") { $0.page.trust.sources[$1].author },
        .item("url", "Its web address") { $0.page.trust.sources[$1].url },
      ]
    ) { $0.page.trust.sources.count },
  ]

  private static let ways: [Hole] = [
    .html("navigation", "The list of pages beside the text") { $0.page.ways.navigation },
    .flag("hasBreadcrumbs", "Whether folders stand above the page") {
      !$0.page.ways.breadcrumbs.isEmpty
    },
    .links("breadcrumbs", "The folders above the page") { $0.breadcrumbs },
    .links("previous", "The page before this one") { $0.previous.map { [$0] } ?? [] },
    .links("next", "The page after this one") { $0.next.map { [$0] } ?? [] },
    .flag("hasInbound", "Whether pages link here") { !$0.page.ways.inbound.isEmpty },
    .links("inbound", "The pages that link here") { $0.inbound },
    .flag("hasRelated", "Whether pages share this one's tags") { !$0.page.ways.related.isEmpty },
    .links("related", "Pages that share this one's tags") { $0.related },
    .flag("hasLanguages", "Whether the handbook has other languages") {
      !$0.page.ways.translations.isEmpty
    },
    .list(
      "languages", "The page in the handbook's other languages",
      [
        .item("code", "The language, BCP 47") { $0.page.ways.translations[$1].language },
        .item("shortCode", "Its first part in capitals") {
          shortCode($0.page.ways.translations[$1].language)
        },
        .item("languageName", "Its name in itself") {
          Language.name(of: $0.page.ways.translations[$1].language)
        },
        .item("url", "The way to the page") { $0.page.ways.translations[$1].url },
        Hole(
          name: "isUntranslated", meaning: "Whether the way leads to the home page instead",
          value: .flag { !$0.page.ways.translations[$1].isTranslated }),
      ]
    ) { $0.page.ways.translations.count },
  ]

  private static let site: [Hole] = [
    .text("siteTitle", "The handbook's title") { $0.site.title },
    .text("organization", "Whose handbook it is") { $0.site.organization },
    .text("generator", "Deskbook with its version") { $0.site.generator },
    .text("brandName", "The name on top of every page") { $0.site.brandName },
    .path("logo", "The picture beside that name") { $0.site.logo },
    .text("edition", "The folder of the language's pages") { $0.site.edition.folder },
    .html("notice", "What everybody should know today, while it lasts") { $0.site.notice?.text },
    .text("noticeUntil", "The last day of the notice, ISO 8601") { $0.site.notice?.until },
    .path("noticePage", "The page that the notice leads to") { $0.site.notice?.path },
    .text("noticeTitle", "The title of that page") { $0.site.notice?.title },
    .text("noticeAddress", "The web address that the notice leads to") { $0.site.notice?.address },
    .flag("hasContacts", "Whether the handbook says whom to reach") { !$0.site.contacts.isEmpty },
    .list(
      "contacts", "Whom to reach",
      [
        .item("label", "Who it is, or for what") { $0.site.contacts[$1].label },
        .item("phone", "The number") { $0.site.contacts[$1].phone },
        .item("dial", "The number as a link") { $0.site.contacts[$1].dial },
        .item("value", "What else there is to know") { $0.site.contacts[$1].value },
        .item("when", "At which times") { $0.site.contacts[$1].when },
      ]
    ) { $0.site.contacts.count },
    .text("settingsLanguage", "The language of what the settings say, where it is not the page's") {
      $0.site.language == $0.page.head.language ? nil : $0.site.language
    },
    .text("furnitureLanguage", "The interface's language, where it is not the page's") {
      $0.site.edition.language == $0.page.head.language ? nil : $0.site.edition.language
    },
    .text("furnitureDirection", "How the interface's language is written: ltr or rtl") {
      direction($0.site.edition.language)
    },
  ]

  private static let assets: [Hole] = [
    .path("styles", "The style sheet of every page") { $0.site.assets.styles },
    .path("kindStyles", "The style sheet of the page's kind") {
      $0.site.assets.kinds[$0.page.head.kind]?.styles
    },
    .path("cardStyles", "The style sheet of cards, on pages that show them") {
      $0.page.head.showsCards ? $0.site.assets.cards.styles : nil
    },
    .path("earlyScript", "The script to run before the page is shown") {
      $0.site.assets.earlyScript
    },
    .path("siteScript", "The script of every page") { $0.site.assets.siteScript },
    .path("laterScript", "The script to load once the page is shown") {
      $0.site.assets.laterScript
    },
    .path("kindScript", "The script of the page's kind") {
      $0.site.assets.kinds[$0.page.head.kind]?.script
    },
    .path("cardScript", "The script of cards, on pages that show them") {
      $0.page.head.showsCards ? $0.site.assets.cards.script : nil
    },
    .path("searchScript", "The index that search reads first") { $0.site.lists.search },
  ]

  private static let lists: [Hole] = [
    .path("homeURL", "The home page") { $0.site.lists.home },
    .path("azURL", "All pages by title") { $0.site.lists.titles },
    .path("changesURL", "What is new") { $0.site.lists.changes },
    .path("phrasesURL", "All phrases, where there are any") { $0.site.lists.phrases },
    .path("cardsURL", "All cards, where there are any") { $0.site.lists.cards },
    .path("looseCardsURL", "All cards, where the list of pages has no folder of them") {
      $0.site.lists.looseCards
    },
    .path("reviewsURL", "The list of reviews, where there are any") { $0.site.lists.reviews },
    .path("escalationURL", "The page to offer when search finds nothing") {
      $0.site.lists.escalation
    },
  ]

  private static func direction(_ language: String) -> String {
    Language.isRightToLeft(language) ? "rtl" : "ltr"
  }

  private static func shortCode(_ language: String) -> String {
    language.split(separator: "-").first.map { $0.uppercased() } ?? language
  }
}

extension Hole {
  private typealias Read<Value> = @Sendable (TemplateContext) -> Value

  private static func text(
    _ name: String, _ meaning: String, _ read: @escaping Read<String?>
  ) -> Hole {
    Hole(name: name, meaning: meaning, value: .text { context, _ in read(context) })
  }

  private static func path(
    _ name: String, _ meaning: String, _ read: @escaping Read<String?>
  ) -> Hole {
    Hole(name: name, meaning: meaning, value: .path(read))
  }

  private static func html(
    _ name: String, _ meaning: String, _ read: @escaping Read<[UInt8]?>
  ) -> Hole {
    Hole(name: name, meaning: meaning, value: .html(read))
  }

  private static func flag(
    _ name: String, _ meaning: String, _ read: @escaping Read<Bool>
  ) -> Hole {
    Hole(name: name, meaning: meaning, value: .flag { context, _ in read(context) })
  }

  private static func list(
    _ name: String, _ meaning: String, _ holes: [Hole], _ count: @escaping Read<Int>
  ) -> Hole {
    Hole(name: name, meaning: meaning, value: .list(holes, count: count))
  }

  /// A text of a list's item.
  private static func item(
    _ name: String, _ meaning: String, _ read: @escaping @Sendable (TemplateContext, Int) -> String?
  ) -> Hole {
    Hole(name: name, meaning: meaning, value: .text(read))
  }

  /// A list of links to pages, each with title and address.
  private static func links(
    _ name: String, _ meaning: String, _ links: @escaping @Sendable (PageWays) -> [PageWays.Link]
  ) -> Hole {
    list(
      name, meaning,
      [
        item("title", "The title of what it leads to") { links($0.page.ways)[$1].title },
        item("url", "The way there") { links($0.page.ways)[$1].url },
      ]
    ) { links($0.page.ways).count }
  }
}
