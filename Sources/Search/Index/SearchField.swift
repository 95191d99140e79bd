// The fields of a record and what a word in each is worth.

/// A field of a record, as the score sees it.
enum SearchField: Int, CaseIterable {
  case title, heard, keywords, avoid, when
  /// The headings of a page, in the record of the page itself.
  case headings
  /// The page's title and the folders above it.
  case place
  case body

  static let count = allCases.count

  /// How much one occurrence counts.
  var weight: Double {
    switch self {
    case .title, .heard: 3
    case .keywords: 2
    case .avoid: 1.5
    case .when, .headings, .place, .body: 1
    }
  }

  /// How far a long field lowers each occurrence, 0 to 1: the *b* of BM25F.
  var lengthShare: Double { self == .body ? 0.6 : 0.3 }

  /// Whether it holds names, which may be made of stop words alone.
  var isName: Bool { self == .title || self == .heard || self == .keywords }

  /// Whether a word here counts as one of the heading.
  var isHeading: Bool { self == .title || self == .heard }
}
