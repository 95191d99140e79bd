// What decides which parts of a template a page has; pages of one shape differ in their texts alone.

internal import Handbook

/// A page without its texts.
struct PageShape: Hashable {
  /// The presence of what a page may lack.
  private struct Parts: OptionSet, Hashable {
    let rawValue: Int
    static let kindLabel = Parts(rawValue: 1 << 0)
    static let summary = Parts(rawValue: 1 << 1)
    static let contents = Parts(rawValue: 1 << 2)
    static let owner = Parts(rawValue: 1 << 3)
    static let reviewed = Parts(rawValue: 1 << 4)
    static let reviewedText = Parts(rawValue: 1 << 5)
    static let nextReview = Parts(rawValue: 1 << 6)
    static let nextReviewText = Parts(rawValue: 1 << 7)
    static let isEdited = Parts(rawValue: 1 << 8)
    static let previous = Parts(rawValue: 1 << 9)
    static let next = Parts(rawValue: 1 << 10)
    static let heard = Parts(rawValue: 1 << 11)
    static let breadcrumbs = Parts(rawValue: 1 << 12)
    static let tags = Parts(rawValue: 1 << 13)
    static let inbound = Parts(rawValue: 1 << 14)
    static let related = Parts(rawValue: 1 << 15)
    static let build = Parts(rawValue: 1 << 16)
  }

  private struct Source: Hashable {
    let hasAuthor: Bool
    let hasURL: Bool
  }

  private struct Other: Hashable {
    let code: String
    let isTranslated: Bool
  }

  /// What an edition's pages share, they share by this.
  private let edition: String
  private let kind: String
  private let language: String
  private let parts: Parts
  private let sources: [Source]
  private let languages: [Other]

  init(_ filled: FilledPage) {
    let page = filled.page
    edition = filled.site.edition.prefix
    kind = page.kind
    language = page.language
    parts = Self.parts(of: page)
    sources = page.sources.map { Source(hasAuthor: $0.author != nil, hasURL: $0.url != nil) }
    languages = page.languages.map { Other(code: $0.code, isTranslated: $0.isTranslated) }
  }

  private static func parts(of page: PageShell) -> Parts {
    var parts: Parts = []
    if page.kindLabel != nil { parts.insert(.kindLabel) }
    if page.summary != nil { parts.insert(.summary) }
    if page.contents != nil { parts.insert(.contents) }
    if page.owner != nil { parts.insert(.owner) }
    if page.reviewed != nil { parts.insert(.reviewed) }
    if page.reviewedText != nil { parts.insert(.reviewedText) }
    if page.nextReview != nil { parts.insert(.nextReview) }
    if page.nextReviewText != nil { parts.insert(.nextReviewText) }
    if page.isEdited { parts.insert(.isEdited) }
    if page.previous != nil { parts.insert(.previous) }
    if page.next != nil { parts.insert(.next) }
    if !page.heard.isEmpty { parts.insert(.heard) }
    if !page.breadcrumbs.isEmpty { parts.insert(.breadcrumbs) }
    if !page.tags.isEmpty { parts.insert(.tags) }
    if !page.inbound.isEmpty { parts.insert(.inbound) }
    if !page.related.isEmpty { parts.insert(.related) }
    if page.build != nil { parts.insert(.build) }
    return parts
  }
}

extension FilledPage {
  /// A page of the same shape whose texts are given, with so many items in each list that has any.
  ///
  /// Texts and HTML are both taken as they are given.
  func recast(items: Int, _ text: (PageHole) -> String) -> FilledPage {
    var page = page
    page.title = text(.title)
    page.documentTitle = text(.documentTitle)
    page.heading = Array(text(.heading).utf8)
    page.body = Array(text(.body).utf8)
    page.navigation = Array(text(.navigation).utf8)
    page.contents = page.contents.map { _ in Array(text(.contents).utf8) }
    page.kindLabel = page.kindLabel.map { _ in text(.kindLabel) }
    page.summary = page.summary.map { _ in text(.summary) }
    page.build = page.build.map { _ in text(.build) }
    page.owner = page.owner.map { _ in text(.owner) }
    page.reviewed = page.reviewed.map { _ in text(.reviewed) }
    page.reviewedText = page.reviewedText.map { _ in text(.reviewedText) }
    page.nextReview = page.nextReview.map { _ in text(.nextReview) }
    page.nextReviewText = page.nextReviewText.map { _ in text(.nextReviewText) }
    page.recastLinks(items: items, text)
    return FilledPage(page: page, site: site, root: text(.root))
  }
}

extension PageShell {
  fileprivate mutating func recastLinks(items: Int, _ text: (PageHole) -> String) {
    func links(_ list: PageHole.Series) -> [ShellLink] {
      guard list.count(in: self) > 0 else { return [] }
      return (0..<items).map {
        ShellLink(title: text(.itemTitle(list, $0)), url: text(.itemURL(list, $0)))
      }
    }
    heard = links(.heard).map(\.title)
    tags = links(.tags).map(\.title)
    breadcrumbs = links(.breadcrumbs)
    inbound = links(.inbound)
    related = links(.related)
    previous = previous.map { _ in
      ShellLink(title: text(.previousTitle), url: text(.previousURL))
    }
    next = next.map { _ in ShellLink(title: text(.nextTitle), url: text(.nextURL)) }
    sources = sources.enumerated().map { number, source in
      ShellSource(
        title: text(.sourceTitle(number)),
        author: source.author.map { _ in text(.sourceAuthor(number)) },
        url: source.url.map { _ in text(.sourceURL(number)) })
    }
    languages = languages.enumerated().map { number, language in
      ShellLanguage(
        code: language.code, url: text(.languageURL(number)), isTranslated: language.isTranslated)
    }
  }
}
