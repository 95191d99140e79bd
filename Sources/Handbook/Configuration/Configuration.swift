// `handbook.yml`: the settings of the whole handbook.

internal import Text

/// What kind of value a reader types into a placeholder.
package enum FieldType: String, Sendable, CaseIterable { case text, date, time, money, choice }

/// How long a browser keeps what a reader filled in; either ends when the tab is closed.
package enum FieldLife: String, Sendable, CaseIterable {
  case call
  /// Over many calls, such as the reader's own name.
  case shift
}

/// A placeholder that the reader fills in.
package struct Field: Sendable, Equatable {
  package var name: String
  package var label: String
  package var type: FieldType
  package var example: String?
  package var choices: [String]
  package var keep = FieldLife.call
}

/// The word, shape and colour that tell cards of one category apart.
package struct CardCategory: Sendable, Equatable {
  package var name: String
  package var label: String
  package var shape: CardShape
  /// `#rrggbb`.
  package var color: String?
}

/// The shape that marks a category besides its word and colour.
package enum CardShape: String, Sendable, CaseIterable {
  case circle, square, triangle, diamond, hexagon, star
}

/// How a rule's findings count in this handbook.
package enum RuleLevel: String, Sendable, CaseIterable { case error, warning, note, off }

/// The settings of the whole handbook, defaults filled in.
package struct Configuration: Sendable {
  package var title: Located<String>?
  package var organization: String?
  /// BCP 47.
  package var language = "en"
  /// Folders with the language of the pages in them.
  package var languages: [LanguageFolder] = []
  package var theme = "default"
  package var brand = Brand()
  /// Where the site will stand, with a closing slash.
  package var url: String?
  /// Placeholders filled at build.
  package var values: [String: String] = [:]
  /// Placeholders filled by the reader, in the order of the file.
  package var fields: [Field] = []
  /// Whether findings on `values:` and `fields:` stand, so that names may be missing for them.
  var hasWrongNames = false
  /// Nil where the handbook takes no part in reviews.
  package var review: ReviewSettings?
  package var cards = DeckSettings()
  package var rules: [String: RuleLevel] = [:]
  /// Page or folder paths in the order of the navigation.
  package var navigation: [Located<String>] = []
  /// Old path, new path.
  package var redirects: [(from: Located<String>, to: Located<String>)] = []
  /// Paths of files and folders that are published although a browser would run them, as an editor
  /// answers for them.
  package var activeFiles: [String] = []
  /// Files and folders of the output that are not the site's, and stay there.
  package var keep: [Located<String>] = []
  package var smartPunctuation = false
  package var spoken = SpokenLimits()
  package var search = SearchSettings()
  package var notice: Notice?
  /// Whom to reach in a hurry, in the order in which they stand on pages.
  package var contacts: [Contact] = []
  /// Where to write to owners of pages.
  package var owners: [OwnerAddress] = []
  /// Where pages are edited: an address, cut where a page's path belongs.
  package var edit: (before: String, after: String)?

  package init() {}

  /// Every key that `handbook.yml` may have, in the order of the reader.
  package static var keys: [String] { ConfigurationReader.keys }

  /// Every name that a placeholder may give.
  var placeholders: Set<String> { Set(values.keys).union(fields.map(\.name)) }

  /// The path of ``url``, from `/` to `/`: where the site stands on its host.
  package var urlPath: String? {
    // A scheme, two slashes, the host.
    guard let parts = url?.parts(at: "/"), parts.count > 3 else { return nil }
    return "/" + parts[3...].joined(separator: "/")
  }

  /// The field that tells one call from the next: the first text that is kept for a call.
  package var callerField: Field? { fields.first { $0.keep == .call && $0.type == .text } }

  /// The field of a name.
  package func field(_ name: String) -> Field? { fields.first { $0.name == name } }
}

/// `review:`, what holds for pages that say nothing else.
package struct ReviewSettings: Sendable {
  package var every: ReviewInterval?
  package var owner: String?
}

/// `cards:`, how cue cards look and what they are printed on.
package struct DeckSettings: Sendable {
  /// `a4` or `letter`.
  package var paper = "a4"
  package var size: CardSize?
  package var categories: [CardCategory] = []
  package var sheets: [CardSheet] = []
  /// Whether cards have the contacts at the foot of their fronts.
  package var hasContacts = false

  /// Size of cards that name none: 3×5 in on Letter, A6 else.
  package var defaultSize: CardSize { size ?? (paper == "letter" ? .index3x5 : .a6) }
}

/// `spoken:`, how long and how hard a line to say may be.
package struct SpokenLimits: Sendable {
  package var words = 25
  /// Highest reading grade; nil for no limit.
  package var grade: Double?
}

/// `search:`, what search offers and how large it may be.
package struct SearchSettings: Sendable {
  /// The page that search offers when it finds nothing.
  package var escalation: Located<String>?
  /// Bytes that the index may have, and where that is written.
  package var budget = Located(64_000_000, 0..<0)
}

/// One work that pages cite.
package struct Source: Sendable, Equatable {
  package var title: String
  package var author: String?
  package var url: String?
  package var note: String?
}
