// What a page template is filled with: a page, and what all pages of its language share.

internal import Handbook
internal import Text

/// A page in its site, as the template sees it.
struct TemplateContext: Sendable {
  let site: SiteContext
  let page: PageContext
  /// What leads from the page to the site's root, to which paths of the site are appended.
  let root: String
}

/// A page's values.
struct PageContext: Sendable {
  var head: PageHead
  var text: PageArticle
  var trust = PageTrust()
  var ways: PageWays
}

/// What a page is.
struct PageHead: Sendable {
  /// Names the style sheet and the script that only such pages have.
  var kind: String
  var kindLabel: String?
  /// BCP 47.
  var language: String
  var title: String
  var documentTitle: String
  /// What tells the pages of two builds apart, on pages that say what is new.
  var build: String?
  /// Whether search engines are to pass it over: what it says stands on other pages.
  var isUnlisted = false

  /// Whether the page shows cards as they are printed.
  var showsCards: Bool { ["card", "cards", "card-check"].contains(kind) }
}

/// What a page says; HTML as bytes.
struct PageArticle: Sendable {
  var heading: [UInt8]
  var summary: String?
  var heard: [String] = []
  var contents: [UInt8]?
  /// The first lines to say, where they stand further down.
  var lines: [UInt8]?
  var body: [UInt8]
  var tags: [String] = []
}

/// Who answers for a page, and what it rests on.
struct PageTrust: Sendable {
  /// A day as data and in words.
  struct Day: Sendable {
    let date: String
    let words: String
  }

  /// A cited work.
  struct Source: Sendable {
    let title: String
    let author: String?
    let url: String?
  }

  var owner: String?
  /// The beginning of a message to the owner, `mailto:` with a subject.
  var suggestion: String?
  /// Where the page is edited.
  var edit: String?
  var reviewed: Day?
  var nextReview: Day?
  /// Whether the text is no longer what was reviewed.
  var isEdited = false
  var sources: [Source] = []
}

/// The ways from a page to others.
struct PageWays: Sendable {
  /// A page by its title.
  struct Link: Sendable {
    let title: String
    let url: String
  }

  /// The same page in another language.
  struct Translation: Sendable {
    /// BCP 47.
    let language: String
    let url: String
    /// Whether the page itself stands there; the link leads to the home page else.
    let isTranslated: Bool
  }

  /// HTML.
  var navigation: [UInt8]
  var breadcrumbs: [Link] = []
  var previous: Link?
  var next: Link?
  var inbound: [Link] = []
  var related: [Link] = []
  var translations: [Translation] = []

  /// The same without the pages that are connected to the page.
  var withoutLinks: PageWays {
    var ways = self
    (ways.inbound, ways.related) = ([], [])
    return ways
  }
}
