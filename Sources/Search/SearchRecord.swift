// What can be found: one record for each page, section, phrase, step, question or card.

/// One thing that search can find.
///
/// All text is plain: no Markdown, no HTML. Order in the list given to ``SearchIndex`` is the last
/// tie-break between equal hits, so records come in reading order.
package struct SearchRecord: Sendable, Equatable {
  /// What a record is: decides its badge, and on equal evidence what comes first.
  package enum Kind: String, Sendable, CaseIterable {
    case phrase, step, question, section, card, page
  }

  package var kind: Kind
  /// Relative to the site's root, percent-encoded, with the anchor.
  package var url: String
  /// What a hit shows first: a heading, a question, or the line to say.
  package var title: String
  /// The title of the page it stands on.
  package var page: String
  /// Whether that page is a script.
  package var isScript = false
  /// The titles of the folders above the page, outermost first.
  package var crumbs: [String]
  /// What callers say.
  package var heard: [String]
  /// Synonyms, aliases and tags of the page.
  package var keywords: [String]
  /// The tags of its page, by which hits can be filtered.
  package var tags: [String]
  /// The headings of a page, for the page itself.
  package var headings: [String]
  /// What not to say.
  package var avoid: [String]
  /// When a phrase fits.
  package var when: [String]
  /// Plain text of the section, valid UTF-8: as bytes, for nothing asks for its letters.
  package var body: [UInt8]
  /// The date of the next review, `yyyy-MM-dd`.
  package var reviewDue: String?
  /// What remains of its evidence, in sixty-fourths: less than 64 for what is not meant for a call.
  package var prominence: Int

  package init(
    kind: Kind, url: String, title: String, page: String, crumbs: [String] = [],
    heard: [String] = [], keywords: [String] = [], tags: [String] = [], headings: [String] = [],
    avoid: [String] = [], when: [String] = [], body: String = "", reviewDue: String? = nil,
    prominence: Int = 64
  ) {
    self.kind = kind
    self.url = url
    self.title = title
    self.page = page
    self.crumbs = crumbs
    self.heard = heard
    self.keywords = keywords
    self.tags = tags
    self.headings = headings
    self.avoid = avoid
    self.when = when
    self.body = Array(body.utf8)
    self.reviewDue = reviewDue
    self.prominence = prominence
  }
}
