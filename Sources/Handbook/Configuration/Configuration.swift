// `handbook.yml`: the settings of the whole handbook.

package import CommonMark
internal import Text

/// What kind of value a reader types into a placeholder.
package enum FieldType: String, Sendable, CaseIterable { case text, date, time, money, choice }

/// A placeholder that the reader fills in.
package struct Field: Sendable, Equatable {
  package var name: String
  package var label: String
  package var type: FieldType
  package var example: String?
  package var choices: [String]
}

/// The word, shape and colour that tell cards of one category apart.
package struct CardCategory: Sendable, Equatable {
  package var name: String
  package var label: String
  package var shape: CardShape
  /// `#rrggbb`.
  package var color: String?
}

/// The second sign of a category, beside its word.
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
  package var reviewEvery: ReviewInterval?
  package var owner: String?
  /// Whether the handbook takes part in reviews.
  package var hasReview = false
  package var paper = "a4"
  package var cardSize: CardSize?
  package var cardCategories: [CardCategory] = []
  package var cardSheets: [CardSheet] = []
  package var rules: [String: RuleLevel] = [:]
  /// Page or folder paths in the order of the navigation.
  package var navigation: [Located<String>] = []
  /// Old path, new path.
  package var redirects: [(from: Located<String>, to: Located<String>)] = []
  /// Files and folders whose programs an editor answers for.
  package var activeFiles: [String] = []
  /// Files and folders of the output that are not the site's, and stay there.
  package var keep: [Located<String>] = []
  package var smartPunctuation = false
  /// Most words of a spoken phrase.
  package var spokenWords = 25
  /// Highest reading grade of a spoken phrase; nil for no limit.
  package var spokenGrade: Double?

  /// The page that search offers when it finds nothing.
  package var escalation: Located<String>?
  /// Bytes that the search index may have, and where that is written.
  package var searchBudget = Located(64_000_000, 0..<0)

  package init() {}

  /// Every key that `handbook.yml` may have, in the order of the reader.
  package static var keys: [String] { ConfigurationReader.keys }

  /// How the pages' Markdown is read.
  package var parserOptions: ParserOptions { ParserOptions(smartPunctuation: smartPunctuation) }

  /// Every name that a placeholder may give.
  var placeholders: Set<String> { Set(values.keys).union(fields.map(\.name)) }

  /// The path of ``url``, from `/` to `/`: where the site stands on its host.
  package var urlPath: String? {
    // A scheme, two slashes, the host.
    guard let parts = url?.parts(at: "/"), parts.count > 3 else { return nil }
    return "/" + parts[3...].joined(separator: "/")
  }

  /// The field of a name.
  package func field(_ name: String) -> Field? { fields.first { $0.name == name } }

  /// Size of cards that name none: 3×5 in on Letter, A6 else.
  package var defaultCardSize: CardSize { cardSize ?? (paper == "letter" ? .index3x5 : .a6) }
}

/// One work that pages cite.
package struct Source: Sendable, Equatable {
  package var title: String
  package var author: String?
  package var url: String?
  package var note: String?
}
