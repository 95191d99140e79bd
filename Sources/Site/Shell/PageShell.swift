// What fills the holes of the page template.

internal import Handbook
internal import Mustache

/// A link in the page's furniture.
struct ShellLink: MustacheParent {
  let title: String
  let url: String

  func child(named name: String) -> Any? {
    switch name {
    case "title": title
    case "url": url
    default: nil
    }
  }
}

/// One text of a list.
struct ShellText: MustacheParent {
  let text: String
  func child(named name: String) -> Any? { name == "text" ? text : nil }
}

/// A cited work.
struct ShellSource: MustacheParent {
  let title: String
  let author: String?
  let url: String?

  func child(named name: String) -> Any? {
    switch name {
    case "title": title
    case "author": author
    case "url": url
    default: nil
    }
  }
}

/// The way to the same page in another language.
struct ShellLanguage: MustacheParent {
  let code: String
  let url: String
  /// Whether the page itself stands there; the link leads to the home page else.
  let isTranslated: Bool

  func child(named name: String) -> Any? {
    switch name {
    case "code": code
    case "shortCode": code.split(separator: "-").first.map { $0.uppercased() } ?? code
    case "languageName": Language.name(of: code)
    case "url": url
    case "isUntranslated": !isTranslated
    default: nil
    }
  }
}

/// A page's values for the template; everything that all pages share is in ``SiteShell``.
struct PageShell {
  var kind: String
  var kindLabel: String?
  var language: String
  var title: String
  var documentTitle: String
  var heading: [UInt8]
  var summary: String?
  var heard: [String] = []
  var body: [UInt8]
  var contents: [UInt8]?
  var navigation: [UInt8]
  var breadcrumbs: [ShellLink] = []
  var previous: ShellLink?
  var next: ShellLink?
  var owner: String?
  var reviewed: String?
  var reviewedText: String?
  var nextReview: String?
  var nextReviewText: String?
  /// Whether the text is no longer what was reviewed.
  var isEdited = false
  var sources: [ShellSource] = []
  var tags: [String] = []
  var inbound: [ShellLink] = []
  var related: [ShellLink] = []
  /// What tells the pages of two builds apart, on pages that say what is new.
  var build: String?
  /// The page in the handbook's other languages.
  var languages: [ShellLanguage] = []
}

/// The values that every page of one language has.
struct SiteShell: Sendable {
  let title: String
  let edition: Edition
  /// The folder of the search index, which is in the language of the pages.
  let search: String
  let organization: String?
  let generator: String
  let assets: Assets
  let strings: Strings
  let hasPhrases: Bool
  let hasCards: Bool
  let brand: Brand
  /// The page that search offers when it finds nothing, relative to the root.
  let escalation: String?
  let hasReviews: Bool

  /// What pages show of the handbook besides settings, theme and program.
  var facts: [String] {
    [title, escalation ?? ""] + [hasPhrases, hasCards, hasReviews].map { $0 ? "yes" : "no" }
  }

  /// Whether pages lead to the same lists as those of another state of the site do.
  func hasSameLinks(as other: SiteShell) -> Bool {
    hasPhrases == other.hasPhrases && hasCards == other.hasCards && hasReviews == other.hasReviews
  }
}

/// A page in its site, as the template sees it.
struct FilledPage: MustacheParent {
  let page: PageShell
  let site: SiteShell
  let root: String

  func child(named name: String) -> Any? {
    switch name {
    case "language": page.language
    case "furnitureLanguage": page.language == site.edition.language ? nil : site.edition.language
    case "furnitureDirection":
      Language.isRightToLeft(site.edition.language) ? "rtl" : "ltr"
    case "edition": site.edition.folder.isEmpty ? nil : site.edition.folder
    case "languages": page.languages
    case "hasLanguages": !page.languages.isEmpty
    case "direction": Language.isRightToLeft(page.language) ? "rtl" : "ltr"
    case "root": root
    case "documentTitle": page.documentTitle
    case "title": page.title
    case "kind": page.kind
    case "kindLabel": page.kindLabel
    case "heading": String(decoding: page.heading, as: UTF8.self)
    case "summary", "description": page.summary
    case "build": page.build
    case "body": String(decoding: page.body, as: UTF8.self)
    case "navigation": String(decoding: page.navigation, as: UTF8.self)
    case "contents": page.contents.map { String(decoding: $0, as: UTF8.self) }
    default: furniture(name) ?? shared(name)
    }
  }

  private func furniture(_ name: String) -> Any? {
    switch name {
    case "heard": page.heard.map(ShellText.init)
    case "hasHeard": !page.heard.isEmpty
    case "breadcrumbs": page.breadcrumbs
    case "hasBreadcrumbs": !page.breadcrumbs.isEmpty
    case "previous": page.previous
    case "next": page.next
    case "owner": page.owner
    case "reviewed": page.reviewed
    case "reviewedText": page.reviewedText
    case "nextReview": page.nextReview
    case "nextReviewText": page.nextReviewText
    case "isEdited": page.isEdited
    case "hasMeta": page.owner != nil || page.reviewed != nil || page.nextReview != nil
    case "sources": page.sources
    case "hasSources": !page.sources.isEmpty
    case "tags": page.tags.map(ShellText.init)
    case "hasTags": !page.tags.isEmpty
    case "inbound": page.inbound
    case "hasInbound": !page.inbound.isEmpty
    case "related": page.related
    case "hasRelated": !page.related.isEmpty
    default: nil
    }
  }

  private var showsCards: Bool { ["card", "cards", "card-check"].contains(page.kind) }

  private func shared(_ name: String) -> Any? {
    switch name {
    case "siteTitle": site.title
    case "brandName": site.brand.name ?? site.title
    case "logo": site.brand.logo.map { root + urlPath($0.value) }
    case "kindStyles": site.assets.kinds[page.kind]?.styles.map { root + $0 }
    case "kindScript":
      site.assets.kinds[page.kind]?.scripts[site.edition.language].map { root + $0 }
    case "cardStyles": showsCards ? site.assets.cards.styles.map { root + $0 } : nil
    case "cardScript":
      showsCards ? site.assets.cards.scripts[site.edition.language].map { root + $0 } : nil
    case "changesURL": root + urlPath(site.edition.prefix) + "changes.html"
    case "organization": site.organization
    case "generator": site.generator
    case "styles": root + site.assets.styles
    case "earlyScript": root + site.assets.earlyScript
    case "siteScript": site.assets.siteScripts[site.edition.language].map { root + $0 }
    case "laterScript": site.assets.laterScript.map { root + $0 }
    case "searchScript": root + site.search + "/index.js"
    case "file": site.assets.named.mapValues { root + $0 }
    case "strings": site.strings.table
    case "homeURL": root + urlPath(site.edition.prefix) + "index.html"
    case "azURL": root + urlPath(site.edition.prefix) + "az.html"
    case "phrasesURL":
      site.hasPhrases ? root + urlPath(site.edition.prefix) + "phrases.html" : nil
    case "reviewsURL": site.hasReviews ? root + Handbook.reviewsPage : nil
    case "escalationURL": site.escalation.map { root + $0 }
    case "cardsURL": site.hasCards ? root + CardList.path(0) : nil
    default: nil
    }
  }
}
