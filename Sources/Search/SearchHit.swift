// One answer to a query.

/// A found record with what a list of hits shows.
package struct SearchHit: Sendable, Equatable {
  package var url: String
  package var title: String
  package var page: String
  package var crumbs: [String]
  package var kind: SearchRecord.Kind
  /// The beginning of the record's text, at most ``Excerpt/limit`` characters.
  package var text: String
  /// What not to say, of a phrase.
  package var avoid: [String]
  /// When it fits, of a phrase.
  package var when: [String]
  /// The date of the next review, `yyyy-MM-dd`.
  package var reviewDue: String?
  /// Higher is better; comparable within one query only.
  package var score: Int
}
