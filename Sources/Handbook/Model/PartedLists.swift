// Lists of the whole handbook, in parts that a phone loads at once.

/// A list that goes on in further pages.
package enum PartedList: String, Sendable {
  case titles = "az"
  case phrases, reviews
  /// In ``CardList/folder``.
  case cards = "index"

  /// The name of a part, from 0.
  package func page(_ part: Int) -> String {
    part == 0 ? "\(rawValue).html" : "\(rawValue)-\(part + 1).html"
  }
}

extension Handbook {
  /// Pages in a part of the A–Z, and rows in one of the reviews.
  package static let rowsOfAPart = 500
  /// More phrases than this begin another part; the phrases of one page stay together.
  private static let phrasesOfAPart = 90

  /// Whether an edition lists a page: its own pages, or all where it has no translations.
  package func lists(_ index: Int, in edition: Int) -> Bool {
    !editions[edition].isTranslated || self.edition(at: pages[index].path.folder) == edition
  }

  /// The pages with phrases in reading order, by parts of the index; at least one part.
  package func phraseParts(of edition: Int) -> [[Int]] {
    var parts: [[Int]] = [[]]
    var count = 0
    for index in folders.readingOrder
    where pages[index].phrases.count > 0 && lists(index, in: edition) {
      let more = pages[index].phrases.count
      if count > 0, count + more > Self.phrasesOfAPart {
        parts.append([])
        count = 0
      }
      parts[parts.count - 1].append(index)
      count += more
    }
    return parts
  }

  /// The pages of which the site says when they are to be reviewed.
  package var reviewedPages: [Int] {
    pages.indices.filter { index in
      switch reviewState(of: pages[index]) {
      case .current, .overdue, .unreviewed: true
      case .never, .none: false
      }
    }
  }

  /// Every part after the first, of every list in every language, and the script that says what they
  /// hold.
  var furtherListPages: [String] {
    func further(_ list: PartedList, _ count: Int, _ prefix: String = "") -> [String] {
      count < 2 ? [] : (1..<count).map { prefix + list.page($0) }
    }
    func parts(_ rows: Int) -> Int { (rows + Self.rowsOfAPart - 1) / Self.rowsOfAPart }
    let ofEditions = editions.indices.flatMap { edition in
      let titles = pages.indices.reduce(0) { $0 + (lists($1, in: edition) ? 1 : 0) }
      let prefix = editions[edition].prefix
      return further(.titles, parts(titles), prefix)
        + further(.phrases, phraseParts(of: edition).count, prefix)
    }
    let cards = further(.cards, CardList(self).parts.count, CardList.folder + "/")
    return ofEditions + further(.reviews, parts(reviewedPages.count)) + cards
      + (cards.isEmpty ? [] : [CardList.data])
  }
}
