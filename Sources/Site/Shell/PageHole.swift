// What differs from page to page, by name, so that a page's text can be made without asking mustache.

internal import Handbook

/// A hole of a page that is filled with a text of its own.
enum PageHole: Hashable {
  case root, title, documentTitle, kindLabel, heading, summary, body, contents, navigation, build
  case owner, reviewed, reviewedText, nextReview, nextReviewText
  case previousTitle, previousURL, nextTitle, nextURL
  /// Of one of the cited works, or of the languages; pages with others have another shape.
  case sourceTitle(Int), sourceAuthor(Int), sourceURL(Int), languageURL(Int)
  /// Of an item of a list that may be of any length.
  case itemTitle(Series, Int), itemURL(Series, Int)

  /// Lists whose items all look alike.
  enum Series: Hashable { case heard, breadcrumbs, tags, inbound, related }

  /// What fills a hole.
  enum Value {
    case text(String)
    case html([UInt8])
  }

  /// The list of which this is in an item, and the item's number.
  var item: (list: Series, number: Int)? {
    switch self {
    case .itemTitle(let list, let number), .itemURL(let list, let number): (list, number)
    default: nil
    }
  }

  /// The same hole of another item.
  func at(_ number: Int) -> PageHole {
    switch self {
    case .itemTitle(let list, _): .itemTitle(list, number)
    case .itemURL(let list, _): .itemURL(list, number)
    default: self
    }
  }
}

extension PageHole.Series {
  func count(in page: PageShell) -> Int {
    switch self {
    case .heard: page.heard.count
    case .breadcrumbs: page.breadcrumbs.count
    case .tags: page.tags.count
    case .inbound: page.inbound.count
    case .related: page.related.count
    }
  }
}

extension FilledPage {
  /// What a hole holds on this page; nothing where its shape has no such hole.
  func value(of hole: PageHole) -> PageHole.Value {
    switch hole {
    case .root: .text(root)
    case .title: .text(page.title)
    case .documentTitle: .text(page.documentTitle)
    case .heading: .html(page.heading)
    case .body: .html(page.body)
    case .contents: .html(page.contents ?? [])
    case .navigation: .html(page.navigation)
    case .itemTitle(let list, let number): .text(title(list, number))
    case .itemURL(let list, let number): .text(url(list, number))
    default: .text(text(of: hole) ?? "")
    }
  }

  private func text(of hole: PageHole) -> String? {
    switch hole {
    case .kindLabel: page.kindLabel
    case .summary: page.summary
    case .build: page.build
    case .owner: page.owner
    case .reviewed: page.reviewed
    case .reviewedText: page.reviewedText
    case .nextReview: page.nextReview
    case .nextReviewText: page.nextReviewText
    case .previousTitle: page.previous?.title
    case .previousURL: page.previous?.url
    case .nextTitle: page.next?.title
    case .nextURL: page.next?.url
    case .sourceTitle(let number): page.sources[number].title
    case .sourceAuthor(let number): page.sources[number].author
    case .sourceURL(let number): page.sources[number].url
    case .languageURL(let number): page.languages[number].url
    default: nil
    }
  }

  private func title(_ list: PageHole.Series, _ number: Int) -> String {
    switch list {
    case .heard: page.heard[number]
    case .breadcrumbs: page.breadcrumbs[number].title
    case .tags: page.tags[number]
    case .inbound: page.inbound[number].title
    case .related: page.related[number].title
    }
  }

  private func url(_ list: PageHole.Series, _ number: Int) -> String {
    switch list {
    case .breadcrumbs: page.breadcrumbs[number].url
    case .inbound: page.inbound[number].url
    case .related: page.related[number].url
    case .heard, .tags: ""
    }
  }
}
