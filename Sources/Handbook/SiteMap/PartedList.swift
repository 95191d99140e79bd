// Lists of the whole handbook, in parts that a phone loads at once.

/// A list that goes on in further pages.
package enum PartedList: String, Sendable {
  case titles = "az"
  case phrases, reviews
  /// In ``CardList/folder``.
  case cards = "index"

  /// Pages in a part of the A–Z, and rows in one of the reviews.
  package static let rowsOfAPart = 500
  /// More phrases than this begin another part; the phrases of one page stay together.
  private static let phrasesOfAPart = 90

  /// The name of a part, from 0.
  package func page(_ part: Int) -> String {
    part == 0 ? "\(rawValue).html" : "\(rawValue)-\(part + 1).html"
  }

  /// The names of the parts after the first.
  func further(_ count: Int) -> [String] { count < 2 ? [] : (1..<count).map(page) }

  /// How many parts a list of so many rows has.
  static func parts(ofRows count: Int) -> Int { (count + rowsOfAPart - 1) / rowsOfAPart }

  /// Pages with phrases by parts of their index; at least one part, which may be empty.
  static func parts(_ pages: [(page: Int, phrases: Int)]) -> [[Int]] {
    var parts: [[Int]] = [[]]
    var count = 0
    for (page, phrases) in pages where phrases > 0 {
      if count > 0, count + phrases > phrasesOfAPart {
        parts.append([])
        count = 0
      }
      parts[parts.count - 1].append(page)
      count += phrases
    }
    return parts
  }
}
